"""The answer to a scan, in words, a symbol and a colour: the first thing on a person's page."""

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from screens.answers import Said, Tone

PANEL_ROWS = 5


class AnswerPanel(Static):
    """Symbol and headline large, the detail below."""

    DEFAULT_CSS = """
    AnswerPanel { height: 5; padding: 0 2; content-align: left middle; }
    AnswerPanel.glad { background: $glad-ground; color: $glad; border-left: outer $glad; }
    AnswerPanel.calm { background: $calm-ground; color: $calm; border-left: outer $calm; }
    AnswerPanel.asking { background: $asking-ground; color: $asking; border-left: outer $asking; }
    """

    def __init__(self) -> None:
        """Empty."""
        super().__init__(markup=False)

    def show(self, said: Said, *, ascii_only: bool) -> None:
        """Show an answer. The panel keeps its height whatever is said, so that nothing need be laid out anew."""
        for tone in Tone:
            self.set_class(said.saying.tone is tone, tone)
        tight = self._rows(said) >= PANEL_ROWS or self.screen.has_class("-short") or self.screen.has_class("-full")
        gap = "\n" if tight else "\n\n"
        self.update(_content(said, ascii_only, gap), layout=False)

    def _rows(self, said: Said) -> int:
        # As many as the words take at least, broken where a line is full.
        width = max(1, self.screen.size.width - 5)
        return sum(max(1, -(-cell_len(line) // width)) for line in (said.headline, *said.detail.split("\n")))

    def forget(self) -> None:
        """Show nothing; the tone stays, which tells nothing."""
        self.update(Content(""), layout=False)
        self.render_line(0)  # draws anew, unseen; else the lines drawn last stay in memory


def _content(said: Said, ascii_only: bool, gap: str) -> Content:
    symbol = said.saying.ascii_symbol if ascii_only else said.saying.symbol
    return Content.assemble((f"{symbol}  {said.headline}", "bold"), gap, said.detail)
