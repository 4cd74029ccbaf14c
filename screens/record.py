"""My record: one month of one's own at a time, to read, to write into, and to sign or not."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from textual.content import Content
from textual.message import Message

from clubhouse import record, record_print
from clubhouse.people import Person
from clubhouse.record_key import RecordKey
from screens.own_page import BACK, Done, OwnPage
from screens.record_words import Month, look, month_text, signed_words, summary
from screens.typing_page import TypingPage
from screens.widgets.choices import Choice
from screens.words import N_, _, month_words

READ = Choice("1", N_("Read this month"), "whole", N_("Days, units, tasks, classes, work and all else of that month"))
WORDS = Choice("2", N_("My own words"), "words", N_("What you want to say about the month"))
SIGN = Choice("3", N_("Sign, or not"), "sign", N_("Both are fine, and can be changed"))
PRINT = Choice("1", N_("Print this month"), "print", N_("Writes it as a page; staff hand it to you"))
BEFORE = Choice("7", N_("An earlier month"), "before", N_("The month before this one"))
AFTER = Choice("8", N_("A later month"), "after", N_("The month after this one"))

YES = Choice("1", N_("I sign this month"), "yes", N_("Your name and the day stand below it"))
NO = Choice("2", N_("I choose not to sign"), "no", N_("As good an answer"))
NEITHER = Choice("3", N_("Take my answer back"), "neither", N_("As if you had not answered"))


@dataclass
class MonthSeen(Message):
    """The house has shown a month."""

    month: Month


class MonthOfMine(OwnPage):
    """A page about one month of the record."""

    def __init__(self, person: Person, key: RecordKey | None, first: date | None = None) -> None:
        """`first` is the first day of the month; without it, this month."""
        super().__init__(person, key)
        today = self.kiosk.local_now().date()
        self.first = first or today.replace(day=1)

    @property
    def month(self) -> str:
        """As the house writes it, 2026-11."""
        return f"{self.first:%Y-%m}"

    def follow(self) -> None:
        """Ask the house."""
        self.ask(partial(look, self.kiosk.house, self.person, self.month, self.key), MonthSeen, group="look")

    def on_month_seen(self, seen: MonthSeen) -> None:
        """Show it, unless the person has turned to another meanwhile."""
        if seen.month.record.month == self.month:
            self.show_month(seen.month)

    def show_month(self, month: Month) -> None:
        """Show what this page shows of it."""
        raise NotImplementedError

    def title_words(self) -> str:
        """*My record: November 2026*."""
        return _("My record: {month}").format(month=month_words(self.first))


class RecordPage(MonthOfMine):
    """The month in short, and what can be done with it."""

    _own_words = ""

    def show_month(self, month: Month) -> None:
        """In short."""
        self._own_words = month.record.own_words
        later = [AFTER] if self.first < self.kiosk.local_now().date().replace(day=1) else []
        self.show_page(self.title_words(), Content(summary(month)), [READ, WORDS, SIGN, BEFORE, *later, BACK])

    def chosen(self, action: str, number: str = "") -> None:
        """Another month, or a page about this one."""
        if action == "before":
            self._turn(self.first - timedelta(days=1))
        elif action == "after":
            self._turn(self.first + timedelta(days=31))
        elif action == "whole":
            self.enter(ReadMonth(self.person, self.key, self.first))
        elif action == "sign":
            self.enter(SignMonth(self.person, self.key, self.first))
        else:
            self._write()

    def _turn(self, day: date) -> None:
        self.first = day.replace(day=1)
        self.follow()

    def _write(self) -> None:
        house, person = self.kiosk.house, self.person
        keep = partial(record.write_own_words, house, person.code, person.id, self.month, key=self.key)
        question = _("My own words about {month}:").format(month=month_words(self.first))
        self.enter(TypingPage(question, keep, _("Your words are kept."), self._own_words, lines=True))


class ReadMonth(MonthOfMine):
    """The whole month in plain words."""

    def show_month(self, month: Month) -> None:
        """All of it."""
        clock = self.kiosk.settings.clock_hours
        words, prints = N_("Would you like it on paper? Staff print it for you."), []
        if self.kiosk.settings.print_folder:
            words, prints = N_("Would you like it on paper? Press 1."), [PRINT]
        text = Content("\n").join([month_text(month, clock), Content(_(words))])
        self.show_page(self.title_words(), text, [*prints, BACK], marked=BACK.key)

    def chosen(self, action: str, number: str = "") -> None:
        """Print it."""
        write = partial(record_print.print_own_record, self.kiosk.house, self.person.id, self.month, key=self.key)
        words = N_("Your page is ready to be printed. Please ask staff for it.")
        self.ask(write, lambda path: Done(_(words)), group="answer")


class SignMonth(MonthOfMine):
    """To sign and not to sign stand side by side."""

    def show_month(self, month: Month) -> None:
        """What was answered, and both answers."""
        words = [_("Both answers are fine, and you can change yours whenever you like."), *signed_words(month.record)]
        answered = [NEITHER] if month.record.own else []
        self.show_page(self.title_words(), Content("\n".join(words)), [YES, NO, *answered, BACK], marked=BACK.key)

    def chosen(self, action: str, number: str = "") -> None:
        """Write the answer down."""
        house, person = self.kiosk.house, self.person
        if action == "neither":
            back = partial(record.take_back_signature, house, person.code, person.id, self.month, key=self.key)
            self.ask(back, lambda made: Done(_("Your answer is taken back.")), group="answer")
            return
        sign = partial(
            record.sign_month, house, person.code, person.id, self.month, signs=action == "yes", key=self.key
        )
        words = N_("You have signed. Thank you.") if action == "yes" else N_("Noted: you choose not to sign.")
        self.ask(sign, lambda made: Done(_(words)), group="answer")
