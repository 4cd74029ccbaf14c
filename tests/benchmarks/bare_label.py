"""A bare Textual app that collects keys and paints them on Enter: what the kiosk's answer is measured against."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "Type something"


class BareLabel(App[None]):
    """Paints what was typed, and does nothing else."""

    def __init__(self) -> None:
        """Nothing typed."""
        super().__init__()
        self.typed = ""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static(READY, markup=False)

    def on_key(self, event: events.Key) -> None:
        """Keep the character, or paint what was kept."""
        if event.key == "enter":
            self.query_one(Static).update(self.typed)
            self.typed = ""
        elif event.character:
            self.typed += event.character


if __name__ == "__main__":
    BareLabel().run()
