"""The help page, made from the keys and choices of the page it was asked on."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from screens.page import Page
from screens.widgets.keys import KeyRow
from screens.words import _

_INDENT = "\N{NO-BREAK SPACE}" * 12
_WIDE = 80
"""From so many columns on, names and meanings stand beside each other."""


class Help(Page):
    """One line a key: the key, what it is called, what it does."""

    DEFAULT_CSS = """
    Help #title { padding: 1 3; text-style: bold; }
    Help VerticalScroll { padding: 0 3; }
    """

    def __init__(self, lines: list[tuple[str, str, str]]) -> None:
        """`lines` as `key_lines` makes them."""
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The scan first, for it always works."""
        yield Static(_("Hold your card to the scanner at any time: your own page opens."), id="title", markup=False)
        longest = max(len(name) for _key, name, _about in self._lines)
        beside = "   " if self.app.size.width >= _WIDE else f"\n{_INDENT}"
        with VerticalScroll():
            for key, name, about in self._lines:
                yield Static(Content.assemble((f"{key:>9}   {name:<{longest}}", "bold"), beside, about))
        yield KeyRow()

    def on_mount(self) -> None:
        """Down moves on at once."""
        self.query_one(VerticalScroll).focus()


def key_lines(page: Page) -> list[tuple[str, str, str]]:
    """Key, name and meaning of everything that can be pressed on `page`."""
    choices = [(choice.key, _(choice.words), _(choice.about) if choice.about else "") for choice in page.choices()]
    bindings: dict[str, tuple[str, str, str]] = {}
    for active in page.active_bindings.values():
        binding = active.binding
        if binding.description:
            line = (page.app.get_key_display(binding), _(binding.description), _(active.tooltip))
            bindings.setdefault(binding.action, line)
    return choices + list(bindings.values())
