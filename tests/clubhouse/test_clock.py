"""The clock of a house, and how it is set from outside."""

from datetime import UTC, datetime, timedelta

import pytest

from clubhouse.clock import VARIABLE, clock_from_environment, running_from, system_clock
from clubhouse.errors import BadInput
from tests.houses import ZONE, local


def test_the_clock_is_the_systems_unless_set() -> None:
    assert clock_from_environment(ZONE) is system_clock
    assert system_clock().tzinfo is UTC


@pytest.mark.parametrize(
    "text", ["2026-11-23T08:47", "2026-11-23 08:47:00", "2026-11-23T13:47Z", "2026-11-23T14:47+01:00"]
)
def test_a_clock_set_from_outside_shows_local_time_of_the_house(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv(VARIABLE, text)
    shown = clock_from_environment(ZONE)()
    assert shown.tzinfo is UTC
    assert local("2026-11-23 08:47") <= shown < local("2026-11-23 08:57")


def test_a_clock_that_was_set_runs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([100.0, 100.0, 107.5])
    monkeypatch.setattr("time.monotonic", lambda: next(ticks))
    clock = running_from(datetime(2026, 11, 23, tzinfo=UTC))
    assert clock() + timedelta(seconds=7.5) == clock()


@pytest.mark.parametrize(
    "text",
    ["monday", "2026-02-30T08:00", "08:47", "9999-12-31T23:59", "0001-01-01T00:00+14:00", "26-11-23T08:00", "\x00"],
)
def test_a_time_that_cannot_be_is_refused_with_the_form_to_use(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("os.environ", {VARIABLE: text})
    with pytest.raises(BadInput) as told:
        clock_from_environment(ZONE)
    assert str(told.value) == "CLUBHOUSE_NOW is no date and time. Write it as 2026-11-23T08:47."
