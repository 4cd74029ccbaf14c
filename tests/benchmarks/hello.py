"""The smallest Textual app: what the kiosk's start is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static

WORDS = "Hello, world!"


class Hello(App[None]):
    """Says hello."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static(WORDS)


if __name__ == "__main__":
    Hello().run()
