"""Floor 3: what people see and touch. No rules and no SQL: screens call operations and show their answers."""

import os

# Textual paints at its next frame. With 60 of them a second, an answer would wait up to 16 ms for its own; a
# kiosk at rest draws no frames at all, so more of them cost nothing. Textual reads this once, when imported.
os.environ.setdefault("TEXTUAL_FPS", "200")

# Rounded to 16 or 256 colours, the two looks lose the contrast that they were made for. Every terminal in use
# takes 24-bit colours, also where its name (TERM) does not say so.
os.environ.setdefault("COLORTERM", "truecolor")
