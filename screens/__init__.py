"""Floor 3: what people see and touch. No rules and no SQL: screens call operations and show their answers."""

import os

# Textual paints at its next frame. With 60 of them a second, an answer would wait up to 16 ms for its own; a
# kiosk at rest draws no frames at all, so more of them cost nothing. Textual reads this once, when imported.
os.environ.setdefault("TEXTUAL_FPS", "200")
