"""Text can be read in both looks: every pair of text and ground has a contrast of at least 7:1."""

import importlib
import pkgutil
import re
from itertools import chain

import pytest
from textual.color import Color
from textual.dom import DOMNode
from textual.theme import Theme

import screens
from screens.themes import PAIRS, THEMES

LEAST_CONTRAST = 7.0
TEXT_AND_GROUND = {"color": 0, "background": 1}
BLACK_ON_WHITE = ("#000000", "#ffffff")


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in color.rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio as WCAG 2.2 defines it (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def color_of(theme: Theme, name: str) -> Color:
    """The colour behind `$name`."""
    return Color.parse(theme.variables.get(name) or str(getattr(theme, name)))


def styles() -> list[tuple[str, str]]:
    """Class and CSS of everything that the screens show."""
    names = [module.name for module in pkgutil.walk_packages(screens.__path__, "screens.")]
    modules = [importlib.import_module(name) for name in names]
    classes = {each for module in modules for each in vars(module).values() if isinstance(each, type)}
    own = [each for each in classes if issubclass(each, DOMNode) and each.__module__ in names]
    return sorted((each.__name__, vars(each).get("DEFAULT_CSS", "") + vars(each).get("CSS", "")) for each in own)


def declarations(css: str, kind: str) -> list[str]:
    """The values of each `kind: value;`."""
    return re.findall(rf"(?<![\w-]){kind}:\s*([^;}}]+)", css)


def test_the_contrast_formula_gives_the_known_ends() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_every_pair_can_be_read(theme: Theme, pair: tuple[str, str]) -> None:
    text, ground = (color_of(theme, name) for name in pair)
    assert contrast(text, ground) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("pair", [("edge", "background"), ("chosen-ground", "background")], ids=" on ".join)
def test_frames_and_the_mark_can_be_seen(theme: Theme, pair: tuple[str, str]) -> None:
    line, ground = (color_of(theme, name) for name in pair)
    assert contrast(line, ground) >= 3  # WCAG 2.2, 1.4.11


def test_styles_name_listed_colours_only() -> None:
    for owner, css in styles():
        for kind, place in TEXT_AND_GROUND.items():
            listed = {f"${pair[place]}" for pair in PAIRS}
            assert set(declarations(css, kind)) <= listed | {"#000000", "#ffffff"}, (owner, kind)


def test_text_and_ground_that_stand_together_are_a_listed_pair() -> None:
    blocks = [(owner, block) for owner, css in styles() for block in re.findall(r"\{([^}]*)\}", css)]
    found = 0
    for owner, block in blocks:
        text, ground = declarations(block, "color"), declarations(block, "background")
        if text and ground and text[0].startswith("$"):
            found += 1
            assert (text[0][1:], ground[0][1:]) in PAIRS, (owner, block)
    assert found >= 5


def test_only_the_picture_of_a_card_has_colours_of_its_own() -> None:
    literal = re.compile(r"#[0-9a-fA-F]{3,8}\b(?=\s*[;}])|\brgba?\(|\bhsla?\(|\bansi_\w+|(?<=color: )[a-z]+")
    found = [(owner, color) for owner, css in styles() for color in literal.findall(css)]
    assert sorted(found) == [(page, color) for page in ("MyCard", "NewCard", "TakeAlong") for color in BLACK_ON_WHITE]


def test_nothing_flashes() -> None:
    words = "".join(chain.from_iterable(styles()))
    assert "blink" not in words
    assert "reverse" not in words
