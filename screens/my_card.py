"""A member's own card on the screen, to be photographed and so carried on the phone."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.page import Page
from screens.widgets.keys import KeyRow
from screens.words import _


class MyCard(Page):
    """The QR picture in black on white, whatever the look of the kiosk: decoders need that contrast."""

    DEFAULT_CSS = """
    MyCard { align: center top; }
    MyCard #words { width: 1fr; text-align: center; height: auto; padding: 0 2; }
    MyCard.-short #words { padding: 0; }
    MyCard.-short KeyRow, MyCard.-short KeyButton { height: 2; border: none; }
    MyCard #picture-place { height: auto; align-horizontal: center; }
    MyCard #picture { width: auto; height: auto; color: #000000; background: #ffffff; }
    """

    def __init__(self, code: str) -> None:
        """`code` is that of the card that was scanned."""
        super().__init__()
        self._code = code

    def compose(self) -> ComposeResult:
        """The picture, and what to do with it."""
        from clubhouse import qr  # slow to import, and rarely needed

        yield Static(_("Photograph this, and show the photo to the scanner."), id="words", markup=False)
        with Vertical(id="picture-place"):
            yield Static(Content("\n".join(qr.half_blocks(self._code))), id="picture")
        yield KeyRow()
