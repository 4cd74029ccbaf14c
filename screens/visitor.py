"""Guests at the kiosk, without a card and without being on file: what brings them, their name, and out again."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import visitors
from clubhouse.people import LONGEST_NAME
from clubhouse.visitors import Purpose, Visitor, VisitorHere
from screens.asking import Refusal
from screens.marking import stands
from screens.page import Page
from screens.purposes import PURPOSES
from screens.scanning import Letters
from screens.widgets.choices import MOST, Choice, Choices
from screens.widgets.keys import KeyRow
from screens.words import N_, _, time_words

NAMES_A_PAGE = MOST - 2


class AskingPage(Page):
    """A question and its answers, one below the other."""

    DEFAULT_CSS = """
    AskingPage #question { width: 1fr; height: auto; max-height: 3; padding: 0 3; text-style: bold; }
    AskingPage Choices { padding: 0 2; }
    """

    def compose(self) -> ComposeResult:
        """The question, the answers."""
        yield Static(id="question", markup=False)
        yield Choices()

    def tell(self, words: str, choices: list[Choice]) -> None:
        """Show the question and its answers."""
        if stands(self, "#question", "ChoiceRow"):
            self.query_one("#question", Static).update(Content(words))
            self.query_one(Choices).show(choices)

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why it was not done."""
        if stands(self, "#question"):
            self.query_one("#question", Static).update(Content(refusal.sentence))


class VisitorPage(AskingPage):
    """What brings the visitor; or they are leaving."""

    def on_mount(self) -> None:
        """Ask."""
        purposes = [Choice(str(place), words, each) for place, (each, words) in enumerate(PURPOSES.items(), 1)]
        others = [Choice("9", N_("I am leaving: sign me out"), "leaving"), Choice("0", N_("Back"), "back")]
        self.tell(_("Welcome. You need no card. What brings you?"), [*purposes, *others])

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """On to the name."""
        if taken.choice.action == "back":
            self.action_leave()
        elif taken.choice.action == "leaving":
            self.app.push_screen(VisitorLeaving())
        else:
            self.app.push_screen(VisitorName(Purpose(taken.choice.action)))


@dataclass
class VisitorWritten(Message):
    """The visitor is signed in, or out."""

    visitor: Visitor


class VisitorName(Page):
    """The visitor's name, typed by themselves."""

    letters = Letters.TYPED
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "rub_out", N_("Rub out"), tooltip=N_("Take the last letter away"), show=False),
        Binding("enter", "enter", N_("Sign in"), tooltip=N_("Signs you in as a visitor")),
    ]
    DEFAULT_CSS = """
    VisitorName #typed { margin: 1 2; padding: 0 2; border: heavy $primary; color: $primary; height: 3; }
    VisitorName #hint { padding: 0 3; height: auto; max-height: 3; }
    VisitorName.ascii #typed { border: ascii $primary; }
    """

    def __init__(self, purpose: Purpose) -> None:
        """`purpose` brings the visitor."""
        super().__init__()
        self._purpose = purpose
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The letters, what to do."""
        yield Static(id="typed", markup=False)
        yield Static(_("Type your name, then press Enter."), id="hint", markup=False)
        yield KeyRow()

    def on_mount(self) -> None:
        """Ready for the first letter."""
        self._type(self._typed)

    def takes_key(self, event: events.Key) -> bool:
        """Letters, Backspace and Enter are taken at once, so that none overtakes another."""
        character = event.character or ""
        if event.key == "enter":
            self.action_enter()
        elif event.key == "backspace":
            self.action_rub_out()
        elif character and character.isprintable():
            self._type((self._typed + character).lstrip()[:LONGEST_NAME])
        else:
            return False
        return True

    def _type(self, typed: str) -> None:
        self._typed = typed
        if stands(self, "#typed"):
            words = Content.assemble(_("Your name: "), (f"{typed}_", "bold"))
            self.query_one("#typed", Static).update(words)

    def action_rub_out(self) -> None:
        """Take the last letter away."""
        self._type(self._typed[:-1])

    def action_enter(self) -> None:
        """Sign the visitor in."""
        self.kiosk.forget_keys()
        sign_in = partial(visitors.sign_in_visitor, self.kiosk.house, self._typed, self._purpose)
        self.ask(sign_in, VisitorWritten, group="answer")

    def on_visitor_written(self, message: VisitorWritten) -> None:
        """Say so; the letters are gone."""
        if stands(self, "#typed") and self.app.screen is self:
            self.app.switch_screen(VisitorAnswer(message.visitor))

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why nobody was signed in."""
        if stands(self, "#hint"):
            self.query_one("#hint", Static).update(Content(refusal.sentence))

    def action_leave(self) -> None:
        """Back; the letters begin no scan."""
        self.kiosk.forget_keys()
        super().action_leave()


@dataclass
class VisitorChanged(Message):
    """What was done is taken back; the visitor as now, None for one who never came."""

    visitor: Visitor | None


class VisitorAnswer(AskingPage):
    """The visitor is in, or out; one key takes it back."""

    def __init__(self, visitor: Visitor) -> None:
        """`visitor` as they are now."""
        super().__init__()
        self._visitor: Visitor | None = visitor

    def on_mount(self) -> None:
        """Say it."""
        self._show()

    def _show(self) -> None:
        done = Choice("0", N_("Done"), "done")
        if self._visitor is None:
            self.tell(_("You are not signed in."), [done])
            return
        at = (self._visitor.out_at or self._visitor.in_at).astimezone(self.kiosk.settings.zone)
        said = {"name": self._visitor.name.split()[0], "time": time_words(at, self.kiosk.settings.clock_hours)}
        if self._visitor.out_at:
            words = _("✓ Goodbye, {name}. You are signed out, {time}.").format(**said)
            self.tell(words, [done, Choice("U", N_("Undo: I am still here"), "stay")])
        else:
            words = _("✓ Welcome, {name}. You are signed in as a visitor, {time}.").format(**said)
            self.tell(words, [done, Choice("U", N_("Undo: do not sign me in"), "undo")])

    def tell(self, words: str, choices: list[Choice]) -> None:
        """Without the symbol, where the terminal has none."""
        super().tell(words.replace("✓ ", "") if self.kiosk.ascii_only else words, choices)

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Close, or take it back."""
        if taken.choice.action == "done":
            self.kiosk.rest()
        elif self._visitor and taken.choice.action == "stay":
            stay = partial(visitors.stay_after_all, self.kiosk.house, self._visitor.id)
            self.ask(stay, VisitorChanged, group="answer")
        elif self._visitor:
            undo = partial(visitors.undo_visitor, self.kiosk.house, self._visitor.id)
            self.ask(undo, VisitorChanged, group="answer")

    def on_visitor_changed(self, message: VisitorChanged) -> None:
        """Say how it is now."""
        self._asked = False
        self._visitor = message.visitor
        self._show()

    def action_leave(self) -> None:
        """Nothing of the visitor is left."""
        self.kiosk.rest()


@dataclass
class SeenVisitors(Message):
    """The visitors who are here."""

    here: list[VisitorHere]


class VisitorLeaving(AskingPage):
    """Who is leaving, by the first name and an initial."""

    _first = 0

    def on_mount(self) -> None:
        """Ask the house."""
        self.follow()

    def follow(self) -> None:
        """Who is here now."""
        self.ask(partial(visitors.visitors_here, self.kiosk.house), SeenVisitors, group="look")

    def on_seen_visitors(self, message: SeenVisitors) -> None:
        """Show some of them."""
        here = message.here
        self._first = self._first if self._first < len(here) else 0
        names = here[self._first : self._first + NAMES_A_PAGE]
        choices = [Choice(str(place), each.shown, str(each.visitor_id)) for place, each in enumerate(names, 1)]
        more = [Choice("7", N_("More names"), "more")] if len(here) > NAMES_A_PAGE else []
        words = _("Which is your name?") if here else _("No visitor is signed in now.")
        self.tell(words, [*choices, *more, Choice("0", N_("Back"), "back")])

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Sign them out."""
        action = taken.choice.action
        if action == "back":
            self.action_leave()
        elif action == "more":
            self._first += NAMES_A_PAGE
            self.follow()
        else:
            leave = partial(visitors.sign_out_visitor, self.kiosk.house, int(action))
            self.ask(leave, VisitorWritten, group="answer")

    def on_visitor_written(self, message: VisitorWritten) -> None:
        """Say goodbye."""
        if stands(self, "#question") and self.app.screen is self:
            self.app.switch_screen(VisitorAnswer(message.visitor))
