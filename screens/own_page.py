"""The pages that are one member's own, with what they share: whose they are, long text above the choices."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse.people import Person
from clubhouse.record_key import RecordKey
from screens.asking import Refusal
from screens.marking import key_kept, stands
from screens.page import Page
from screens.widgets.choices import Choice, Choices
from screens.words import N_

READ_ON = Choice("7", N_("Read on"), "read_on", N_("Shows what has no room on this page, then the beginning again"))
BACK = Choice("0", N_("Back"), "back", N_("Goes back; what was kept stays"))


class Done(Message):
    """The house has done it; `words` say so."""

    def __init__(self, words: str = "") -> None:
        """Empty where there is nothing to say."""
        super().__init__()
        self.words = words


class OwnPage(Page):
    """A title, what was done, a text as long as it likes, and choices. It looks anew whenever it comes up again.

    A page says in `follow` how it asks the house, and calls `show_page` with the answer.
    """

    DEFAULT_CSS = """
    OwnPage #title { height: 2; padding: 0 2; text-style: bold; content-align: left middle; }
    OwnPage #said { height: auto; max-height: 3; padding: 0 2; color: $glad; background: $glad-ground; }
    OwnPage #said { display: none; }
    OwnPage #said.-told { display: block; }
    OwnPage VerticalScroll { padding: 0 2; height: 1fr; }
    OwnPage Choices { padding: 0 1; height: auto; }
    OwnPage.-short #title { height: 1; }
    """

    def __init__(self, person: Person, key: RecordKey | None = None) -> None:
        """`person` is at the kiosk, and everything here is theirs; `key` opens their record, where it takes one."""
        super().__init__()
        self.person = person
        self.key = key
        self._offered: list[Choice] = []
        self._otherwise = ""

    def compose(self) -> ComposeResult:
        """From the top."""
        yield Static(id="title", markup=False)
        yield Static(id="said", markup=False)
        with VerticalScroll(can_focus=False):
            yield Static(id="text", markup=False)
        yield Choices()

    def on_mount(self) -> None:
        """Ask the house."""
        self.follow()

    def on_screen_resume(self) -> None:
        """Back from a page above, where something may have been written."""
        if self._offered:
            self.follow()

    @property
    def stands(self) -> bool:
        """Whether there is anything to show it on."""
        return stands(self, "#title", "#said", "#text", "VerticalScroll", "ChoiceRow")

    def show_page(self, title: str, text: Content, choices: Sequence[Choice], marked: str = "") -> None:
        """Show these, keeping the mark, else at the choice whose key is `marked`."""
        if not self.stands:
            return
        self.query_one("#title", Static).update(Content(title))
        self.query_one("#text", Static).update(text)
        self._offered, self._otherwise = list(choices), marked or choices[0].key
        self._offer()
        self.call_after_refresh(self._offer)

    def on_resize(self) -> None:
        """How much of the text has room."""
        if self._offered:
            self.call_after_refresh(self._offer)

    def _offer(self) -> None:
        if not self.stands:
            return
        *above, last = self._offered
        choices = [*above, *([READ_ON] if self._is_long() else []), last]
        if choices != self.choices():
            self.query_one(Choices).show(choices, marked=key_kept(self, choices, otherwise=self._otherwise))

    def _is_long(self) -> bool:
        scroll = self.query_one(VerticalScroll)
        fits = any(choice.key == READ_ON.key for choice in self._offered)  # the page needs that key itself
        return not fits and self.query_one("#text").size.height > scroll.size.height > 0

    def read_on(self) -> None:
        """A page of text further, and from the end to the beginning."""
        scroll = self.query_one(VerticalScroll)
        at_end = scroll.scroll_y >= scroll.max_scroll_y
        scroll.scroll_to(y=0 if at_end else scroll.scroll_y + max(1, scroll.size.height - 1), animate=False)

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Read on, go back, or what the page itself offers."""
        if taken.choice.action == READ_ON.action:
            self.read_on()
        elif taken.choice.action == BACK.action:
            self.action_leave()
        else:
            self.say("")
            self.chosen(*taken.choice.action.split())

    def chosen(self, action: str, number: str = "") -> None:
        """Do what was chosen; `number` is what stands behind the action's name."""
        raise NotImplementedError

    def enter(self, page: Page) -> None:
        """Open a page on top of this one, once."""
        if self.app.screen is self:
            self.app.push_screen(page)

    def say(self, words: str) -> None:
        """Tell what was done, or why not; empty to tell nothing any more."""
        if self.stands:
            self.query_one("#said", Static).update(Content(words))
            self.query_one("#said").set_class(bool(words), "-told")
            self.call_after_refresh(self._offer)

    def on_done(self, done: Done) -> None:
        """Say so, and show what is true now."""
        self._asked = False
        self.say(done.words)
        self.follow()

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why not; the page stays."""
        self.say(refusal.sentence)

    def leave_saying(self, words: str) -> None:
        """Back to the page before, which tells what was done here."""
        self.action_leave()
        if isinstance(self.app.screen, OwnPage):
            self.app.screen.say(words)


class StepPage(OwnPage):
    """One question before words are typed; when those are there, or given up, it goes back by itself."""

    DEFAULT_CSS = """
    StepPage VerticalScroll { display: none; }
    StepPage Choices { height: 1fr; }
    """
    _is_away = False
    _said = ""

    def enter(self, page: Page) -> None:
        """On to the words."""
        self._is_away = True
        super().enter(page)

    def say(self, words: str) -> None:
        """To be told on the page before."""
        self._said = words

    def on_screen_resume(self) -> None:
        """Back from the words."""
        if self._is_away:
            self.call_after_refresh(self._go_back)

    def _go_back(self) -> None:
        if self.app.screen is self:
            self.leave_saying(self._said)
