"""Every word on the screens can be translated, and none of those that the model forbids is among them."""

import ast
import functools
import gettext
import re
from contextlib import aclosing
from pathlib import Path

import pytest

import clubhouse
import screens
from clubhouse.house import House
from clubhouse.settings import set_setting
from screens import words
from tests.houses import ACTOR, SetClock, add_with_card, local
from tests.screens.kiosks import WIDE, kiosk
from tests.screens.walking import every_page

FLOOR_3 = Path(screens.__file__).parent
REACHES_THE_KIOSK = [
    *("attendance.py", "visits.py", "people.py"),
    *(f"employment/{name}.py" for name in ("corrections", "coverage", "jobs", "my_hours", "next_in_line", "privacy")),
    *(f"employment/{name}.py" for name in ("asking", "stretches", "terms", "work_days", "writing")),
]
"""Modules of floor 2 whose refusals a page shows."""
NEVER = [
    "client", "patient", "consumer", "case", "resident", "treatment", "therapy", "supervisor", "assigned",
    "required", "mandatory", "compliance", "no-show", "late", "absent", "excused", "discharged", "terminated",
    "inactive", "expired", "suspended", "points", "reward", "specialist", "service day", "unit of service",
]  # fmt: skip
"""DOMAIN.md, section 3: never on a screen."""
KEYS = re.compile(r"\b(F\d+|Esc|Enter|Up|Down|Backspace|Space)\b")
"""Keys are called as they are printed on keyboards."""


class Bracketed(gettext.NullTranslations):
    """A language in which every translated text stands in brackets."""

    def gettext(self, message: str) -> str:
        """In brackets."""
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """In brackets."""
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


def outside_brackets(text: str) -> str:
    """What is not translated; brackets may stand inside each other."""
    depth, kept = 0, ""
    for character in text:
        depth += character == "⟦"
        kept += character if depth == 0 else " "
        depth -= character == "⟧"
    return kept


def test_what_stands_outside_is_found() -> None:
    assert outside_brackets("a ⟦b ⟦c⟧ d⟧ e").split() == ["a", "e"]


@pytest.mark.parametrize("clock_hours", ["12", "24"])
async def test_every_word_on_every_page_can_be_translated(
    house: House, clock: SetClock, monkeypatch: pytest.MonkeyPatch, clock_hours: str
) -> None:
    # What is data has no letters here, so that every letter is a word of ours.
    set_setting(house, ACTOR, "name", "24 / 7")
    set_setting(house, ACTOR, "clock", clock_hours)
    _, card = add_with_card(house, "314", "159")
    monkeypatch.setattr(words, "_translations", Bracketed())
    monkeypatch.setattr(words, "use_language", lambda language: None)
    async with (
        kiosk(house, WIDE, shows="⟦Scan your card") as running,
        aclosing(every_page(running, house, clock, card, "314")) as pages,
    ):
        async for page in pages:
            assert "⟦" in running.flat(), page
            untranslated = KEYS.sub("", outside_brackets(running.flat()))
            alone = [word for word in re.findall(r"[^\W\d_]+", untranslated) if word != "U"]  # a key
            assert alone == [], page


def constants_of(path: Path, *calls: str) -> list[str]:
    """The texts given to one of these calls; of a text with holes, its parts."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    found = [node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    inside = [each for node in found if ast.unparse(node.func) in calls for each in ast.walk(node)]
    return [each.value for each in inside if isinstance(each, ast.Constant) and isinstance(each.value, str)]


@functools.cache
def our_words() -> list[str]:
    """Every text that the screens can show."""
    own = [text for path in FLOOR_3.rglob("*.py") for text in constants_of(path, "_", "N_", "plural")]
    refusals = ["NotFound", "BadInput", "Refused", "Overtaken", "NotAllowed", "NotAsked", "Settled", "__init__"]
    folder = Path(clubhouse.__file__).parent
    return own + [text for name in REACHES_THE_KIOSK for text in constants_of(folder / name, *refusals)]


def test_the_words_are_found() -> None:
    found = our_words()
    assert len(found) > 100
    for known in ("Scan your card to sign in", "You are signed out already.", "{count} people are here.", "Monday"):
        assert known in found


@pytest.mark.parametrize("never", NEVER)
def test_no_word_that_the_model_forbids(never: str) -> None:
    assert [text for text in our_words() if re.search(rf"\b{never}s?\b", text, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    ("time", "clock_hours", "shown"),
    [
        ("08:47", 24, "8:47"), ("14:05", 24, "14:05"), ("00:00", 24, "0:00"),
        ("08:47", 12, "8:47 am"), ("14:05", 12, "2:05 pm"), ("00:00", 12, "12:00 am"), ("12:00", 12, "12:00 pm"),
    ],
)  # fmt: skip
def test_times_as_people_say_them(time: str, clock_hours: int, shown: str) -> None:
    assert words.time_words(local(f"2026-11-23 {time}"), clock_hours) == shown


def test_days_as_people_say_them() -> None:
    assert words.day_words(local("2026-11-23 08:00").date()) == "Monday, 23 November"
    assert words.weekday_words(local("2026-11-29 08:00").date()) == "Sunday"


def test_a_language_without_a_catalogue_is_english() -> None:
    words.use_language("tlh")
    assert words._("Help") == "Help"
    assert words.plural("{count} day", "{count} days", 2) == "2 days"
