"""An event as a picture that a phone turns into an entry of its own calendar, without any network."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from clubhouse.program import Event
from screens.steady import SteadyPage
from screens.widgets.choices import Choice
from screens.widgets.keys import KeyButton
from screens.words import N_, _

_WIDE = 80
"""In fewer columns only the small picture has room beside the words."""


BACK = Choice("0", N_("Back"), "leave", N_("Goes back to the event"))


class TakeAlong(SteadyPage):
    """The QR picture in black on white, whatever the look of the kiosk; beside it what to do with it."""

    DIGITS = (BACK,)
    DEFAULT_CSS = """
    TakeAlong #picture { width: auto; height: auto; color: #000000; background: #ffffff; }
    TakeAlong #beside { width: 1fr; height: 1fr; padding: 1 2; }
    TakeAlong #words { height: auto; }
    TakeAlong KeyButton { margin: 1 0; width: 1fr; }
    TakeAlong.-short #beside { padding: 0 1; }
    """

    def __init__(self, event: Event) -> None:
        """The picture is that of `event`, with its neutral title."""
        super().__init__()
        self.event = event

    def compose(self) -> ComposeResult:
        """The picture, what to do with it, and the way back."""
        from clubhouse.calendars import entry  # slow to import, and rarely needed

        rows = entry.ROWS if self.app.size.width >= _WIDE else entry.SMALL_ROWS
        code = entry.entry_code(self.event, rows)
        with Horizontal():
            yield Static(Content("\n".join(code.lines)) if code else Content(""), id="picture")
            with Vertical(id="beside"):
                yield Static(Content(_words(code.title if code else "")), id="words")
                yield KeyButton(BACK.key, _(BACK.words), BACK.action, self)


def _words(title: str) -> str:
    if not title:
        return _("There is no room here for the picture.")
    ask = _("Hold your phone's camera before the picture.")
    return "\n\n".join((ask, _("Your calendar then shows: {title}").format(title=title)))
