"""Times as they are read from paper and typed."""

from datetime import time

import pytest

from clubhouse.errors import BadInput
from clubhouse.typed_times import typed_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("847", (8, 47)),
        ("8:47", (8, 47)),
        ("0847", (8, 47)),
        ("8.47", (8, 47)),
        (" 08:47 ", (8, 47)),
        ("15", (15, 0)),
        ("8", (8, 0)),
        ("1530", (15, 30)),
        ("0", (0, 0)),
        ("8a", (8, 0)),
        ("3:30 PM", (15, 30)),
        ("12p", (12, 0)),
        ("1215am", (0, 15)),
    ],
)
def test_a_time_is_understood(typed: str, meant: tuple[int, int]) -> None:
    assert typed_time(typed) == time(*meant)


@pytest.mark.parametrize("typed", ["", "24", "860", "8:7", "8477", "12345", "x", "15p", "0a", "-8", "8:47:00", "٨"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="is no time of day"):
        typed_time(typed)


def test_with_a_12_hour_clock_leaving_comes_after_coming() -> None:
    assert typed_time("330", 12, time(8, 47)) == time(15, 30)
    assert typed_time("930", 12, time(8, 47)) == time(9, 30)
    assert typed_time("12", 12, time(8, 47)) == time(12)
    assert typed_time("330", 24, time(8, 47)) == time(3, 30)
    assert typed_time("3a", 12, time(8, 47)) == time(3)
