"""What every page of the kiosk has in common: its letters, its choices, its way back."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from clubhouse.settings import Settings
from screens.asking import Refusal, ask
from screens.scanning import Letters
from screens.widgets.choices import Choice, Choices
from screens.words import N_

if TYPE_CHECKING:
    from screens.app import KioskApp

T = TypeVar("T")


class Page(Screen[None], inherit_bindings=False):
    """A page of the kiosk."""

    letters: ClassVar[Letters] = Letters.CHOICES
    """What letters mean here."""

    idle_seconds: ClassVar[int] = 0
    """How long this page stays untouched before it asks for a key, where that is longer than the setting; 0 leaves it
    to the page below, and at last to the setting."""

    needless: ClassVar[frozenset[str]] = frozenset()
    """Actions of the kiosk whose keys do nothing here, so that they do not stand among the others."""

    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]  # noqa: RUF012 - as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", N_("Up"), tooltip=N_("Mark the choice above"), show=False),
        Binding("down", "app.focus_next", N_("Down"), tooltip=N_("Mark the choice below"), show=False),
        Binding("escape", "leave", N_("Back"), tooltip=N_("Leave this page as it is")),
    ]
    DEFAULT_CSS = """
    Page { overflow: hidden; }
    Page.-short KeyRow { align-horizontal: center; }
    Page.-short KeyButton { margin: 0; width: auto; padding: 0 2; }
    Page.-short Choices.-many ChoiceRow { height: 2; border: none; background: $panel; }
    Page.-short Choices.-many ChoiceRow:focus { background: $chosen-ground; }
    Page.ascii KeyButton { border-top: ascii $edge; }
    Page.ascii AnswerPanel { border-left: ascii $edge; }
    Page.ascii ChoiceRow { border: ascii $edge; }
    Page.ascii ChoiceRow:focus { border: ascii $chosen-ground; }
    """

    @property
    def kiosk(self) -> "KioskApp":
        """The app, by its own type."""
        from screens.app import KioskApp

        assert isinstance(self.app, KioskApp)
        return self.app

    _asked = False

    def choices(self) -> list[Choice]:
        """What can be chosen here now."""
        return [choice for column in self.query(Choices) for choice in column.shown]

    def on_mount(self) -> None:
        """Draw with what the terminal has."""
        self.set_class(self.kiosk.ascii_only, "ascii")

    def on_key(self, event: events.Key) -> None:
        """A digit or letter takes its choice."""
        if event.character and any(column.take(event.character) for column in self.query(Choices)):
            event.stop()

    def action_leave(self) -> None:
        """Back to where this page was opened."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    @property
    def rests(self) -> bool:
        """Whether this page lies open when nobody is there, so that it need not be closed."""
        return False

    def rests_for(self, settings: Settings) -> int:
        """How many seconds this page and those above it stay untouched before they ask for a key."""
        return max(self.idle_seconds, settings.idle_seconds) if self.idle_seconds else 0

    def takes_key(self, event: events.Key) -> bool:
        """Whether this page has taken the key at once, before it goes to whichever widget is marked."""
        return False

    def takes_scan(self, scanned: str) -> bool:
        """Whether this page looks at the scan itself, before anybody is signed in or out by it."""
        return False

    def say(self, words: str) -> None:
        """Tell what came of a page that was open above this one."""

    def follow(self) -> None:
        """Somebody has written to the house's file: show what is true now."""

    def ask(self, operation: Callable[[], T], answer: Callable[[T], Message], group: str) -> None:
        """Let the house do `operation` and send this page the `answer`, or a `Refusal`.

        Of the group `answer` only the first counts until it is answered: hands that shake press twice.
        """
        if group == "answer":
            if self._asked:
                return
            self._asked = True
        ask(self, operation, answer, group)

    def on_refusal(self, refusal: Refusal) -> None:
        """It was not done, and can be asked again; Textual calls this beside the page's own."""
        self._asked = False
