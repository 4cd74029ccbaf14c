"""A row of function keys, each also a place to touch."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.dom import DOMNode
from textual.widgets import Static

from screens.words import _


class KeyButton(Static):
    """One function key with what it does."""

    DEFAULT_CSS = """
    KeyButton {
        height: 3; width: 1fr; margin: 0 1; border-top: solid $edge; content-align: center middle; text-align: center;
        background: $panel; color: $foreground; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self, key: str, words: str, action: str, owner: DOMNode) -> None:
        """`action` runs on its `owner`, the app or the screen that has the binding."""
        super().__init__(Content.assemble((key, "bold"), "\n", words))
        self._action, self._owner = action, owner

    async def on_click(self) -> None:
        """A touch does what the key does."""
        await self.app.run_action(self._action, self._owner)


class KeyRow(Horizontal):
    """The function keys of a page, made from its bindings: those with `show`."""

    DEFAULT_CSS = "KeyRow { height: 3; dock: bottom; }"

    def compose(self) -> ComposeResult:
        """A button for each binding."""
        shown = [active for active in self.screen.active_bindings.values() if active.binding.show]
        for owner, binding, *_rest in sorted(shown, key=lambda each: each.binding.key):
            yield KeyButton(self.app.get_key_display(binding), _(binding.description), binding.action, owner)
