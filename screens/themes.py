"""The two looks of the kiosk. Text stands at a contrast of at least 7:1 on its ground (WCAG 2.2, 1.4.6)."""

from textual.theme import Theme

LIGHT = Theme(
    name="light",
    dark=False,
    primary="#003a70",
    secondary="#003a70",
    accent="#003a70",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#e8eef4",
    success="#0b4a1a",
    warning="#5c3600",
    error="#7a0010",
    text_alpha=1.0,
    variables={
        "glad": "#0b4a1a", "glad-ground": "#dff3e3",
        "calm": "#003a70", "calm-ground": "#e3eefa",
        "asking": "#5c3600", "asking-ground": "#fff1d6",
        "chosen": "#ffffff", "chosen-ground": "#003a70",
        "quiet": "#333333", "edge": "#5a6672",
    },
)  # fmt: skip

DARK = Theme(
    name="dark",
    dark=True,
    primary="#9cd0ff",
    secondary="#9cd0ff",
    accent="#9cd0ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#14202c",
    success="#a6f0b4",
    warning="#ffd890",
    error="#ffb3b3",
    text_alpha=1.0,
    variables={
        "glad": "#a6f0b4", "glad-ground": "#08260f",
        "calm": "#b8dcff", "calm-ground": "#081c30",
        "asking": "#ffd890", "asking-ground": "#2e1d00",
        "chosen": "#000000", "chosen-ground": "#ffe45c",
        "quiet": "#cccccc", "edge": "#8a97a5",
    },
)  # fmt: skip

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
"""By the value of the setting `look`."""

PAIRS = (
    ("foreground", "background"), ("quiet", "background"), ("foreground", "panel"), ("primary", "background"),
    ("glad", "glad-ground"), ("calm", "calm-ground"), ("asking", "asking-ground"), ("chosen", "chosen-ground"),
)  # fmt: skip
"""Every pair of text and ground that a screen uses."""
