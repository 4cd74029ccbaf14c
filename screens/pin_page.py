"""Typing a PIN: shown as dots, forgotten as soon as it was tried."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from clubhouse.pins import LEAST_DIGITS, MOST_DIGITS
from screens.asking import Refusal
from screens.marking import stands
from screens.own_card import OwnCardPage
from screens.scanning import Letters
from screens.widgets.keys import KeyRow
from screens.words import N_, _


class PinPage(OwnCardPage):
    """Digits and Enter. What is typed stands on no widget, and not longer on the page than it is needed."""

    letters = Letters.TYPED
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "rub_out", N_("Rub out"), tooltip=N_("Take the last letter away"), show=False),
        Binding("enter", "enter", N_("Enter the PIN"), tooltip=N_("Goes on with the PIN that you typed"), show=False),
    ]
    DEFAULT_CSS = """
    PinPage Vertical { align: center middle; height: 1fr; }
    PinPage #name { width: 1fr; text-align: center; }
    PinPage #dots {
        width: 1fr; height: 3; margin: 1 8; border: heavy $primary; color: $primary; text-align: center;
        text-style: bold;
    }
    PinPage #hint { width: 1fr; padding: 0 3; text-align: center; height: auto; min-height: 2; }
    PinPage #demo { width: 1fr; text-align: center; color: $asking; background: $asking-ground; }
    PinPage.ascii #dots { border: ascii $primary; }
    """

    def __init__(self, person_id: int, shown: str) -> None:
        """`person_id` has said that it is they, and is `shown` so; empty for whoever shows no name."""
        super().__init__(person_id)
        self._shown = shown
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The name, the dots, what to do."""
        with Vertical():
            yield Static(Content(self._shown or _("(name not shown)")), id="name")
            yield Static(id="dots", markup=False)
            yield Static(id="hint", markup=False)
            if self.demo_words():
                yield Static(self.demo_words(), id="demo", markup=False)
        yield KeyRow()

    def on_mount(self) -> None:
        """Ready for the first digit; one may have been typed already."""
        self._type(self._typed)
        self.hint(self.first_words())

    def first_words(self) -> str:
        """What to type."""
        return _("Type your PIN, then press Enter.")

    def demo_words(self) -> str:
        """What helps whoever looks round in a made-up house; empty elsewhere."""
        return ""

    def entered(self, pin: str) -> None:
        """Go on with what was typed, which stands nowhere else any more."""
        raise NotImplementedError

    def takes_key(self, event: events.Key) -> bool:
        """Digits, Backspace and Enter are taken at once, so that none overtakes another."""
        character = event.character or ""
        if self._asked:
            return event.key != "escape" and not event.key.startswith("f")
        if event.key == "enter":
            self.action_enter()
        elif event.key == "backspace":
            self.action_rub_out()
        elif character.isascii() and character.isdigit():
            self._type((self._typed + character)[:MOST_DIGITS])
        else:
            return False
        return True

    def action_enter(self) -> None:
        """Try what was typed, and forget it."""
        pin, typed = self._typed, len(self._typed)
        self._type("")
        self.kiosk.forget_keys()
        if typed < LEAST_DIGITS:
            self.hint(_("A PIN has {count} digits or more.").format(count=LEAST_DIGITS))
            return
        self.entered(pin)

    def action_rub_out(self) -> None:
        """Take the last digit away."""
        self._type(self._typed[:-1])

    def action_leave(self) -> None:
        """Back; the digits begin no scan."""
        self.kiosk.forget_keys()
        super().action_leave()

    def _type(self, typed: str) -> None:
        self._typed = typed
        dot = "*" if self.kiosk.ascii_only else "●"
        if stands(self, "#dots"):
            self.query_one("#dots", Static).update(Content(" ".join(dot * len(typed)) + " _"))

    def hint(self, words: str) -> None:
        """Say what to do, or why it was not done."""
        if stands(self, "#hint"):
            self.query_one("#hint", Static).update(Content(words))

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why not."""
        self.hint(refusal.sentence)
