"""The answer to a scan, in words, a symbol and a colour: the first thing on a person's page."""

from textual.content import Content
from textual.widgets import Static

from screens.answers import Said, Tone


class AnswerPanel(Static):
    """Symbol and headline large, the detail below."""

    DEFAULT_CSS = """
    AnswerPanel { height: auto; min-height: 5; padding: 1 2; }
    AnswerPanel.glad { background: $glad-ground; color: $glad; border-left: outer $glad; }
    AnswerPanel.calm { background: $calm-ground; color: $calm; border-left: outer $calm; }
    AnswerPanel.asking { background: $asking-ground; color: $asking; border-left: outer $asking; }
    """

    def __init__(self) -> None:
        """Empty."""
        super().__init__(markup=False)

    def show(self, said: Said | None, *, ascii_only: bool) -> None:
        """Show an answer, or nothing."""
        for tone in Tone:
            self.set_class(said is not None and said.saying.tone is tone, tone)
        self.update(Content("") if said is None else _content(said, ascii_only))


def _content(said: Said, ascii_only: bool) -> Content:
    symbol = said.saying.ascii_symbol if ascii_only else said.saying.symbol
    return Content.assemble((f"{symbol}  {said.headline}", "bold"), "\n", said.detail)
