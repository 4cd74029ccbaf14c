"""Settings: each has a default that passes its own check, and a value it cannot take changes nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clubhouse.errors import BadInput, NotFound, Refused
from clubhouse.house import House
from clubhouse.settings import SETTINGS, Setting, checked, founded, read, set_setting, texts
from tests.houses import ACTOR

GOOD = {
    "name": ["Harbor House", "Ærø Hus", "碧海之家", "x" * 60],
    "timezone": ["UTC", "Europe/Oslo", "Pacific/Kiritimati"],
    "closing-time": ["00:00", "16:00", "23:59"],
    "visit-minutes": ["1", "720"],
    "active-days": ["1", "3650"],
    "idle-seconds": ["10", "600"],
    "event-kinds": ["class", "class, social,  other "],
    "door-minutes": ["0", "240"],
    "week-starts": ["monday", "sunday"],
    "desk-lock-seconds": ["30", "900"],
    "reach-out-bands": ["1", "3, 7, 14, 30", "5,3650"],
    "photo-purposes": ["newsletter", "newsletter, 碧海之家"],
    "orientation-steps": ["tour", "tour of the house, lunch together"],
    "meeting-day": ["monday", "sunday"],
    "clock": ["24", "12"],
    "look": ["light", "dark"],
    "bell": ["on", "off"],
    "print-folder": ["off", "/media/print"],
    "term-months": ["1", "60"],
    "term-notice-days": ["1", "365"],
    "hour-steps": ["quarter", "exact"],
    "hours-days-back": ["0", "366"],
    "pay-shown": ["on", "off"],
    "week-hours": ["15-20", "0-168", "20-20"],
    "guideline-hours": ["12-20"],
    "guideline-at-work": ["0", "100"],
    "guideline-te": ["0", "100"],
    "guideline-te-jobs": ["0", "100"],
}
BAD = {
    "name": ["", "  ", "x" * 61, "a\nb", "a\x1b[2Jb", "\ud800"],
    "timezone": ["", "Mars/Olympus", "../../etc/passwd", "\x00", "America", "\ud800"],
    "closing-time": ["", "25:00", "16h", "half past four"],
    "visit-minutes": ["0", "721", "-5", "1.5", "９", "", " 5", "1e2"],
    "active-days": ["0", "3651", "ninety"],
    "idle-seconds": ["9", "601"],
    "event-kinds": ["", "class,", "class, class", "x" * 21, "a\nb"],
    "door-minutes": ["241", "-1", ""],
    "week-starts": ["Monday", "saturday", ""],
    "desk-lock-seconds": ["29", "901"],
    "reach-out-bands": ["", "0", "7, 3", "3, 3", "-1", "a week", "3651"],
    "photo-purposes": ["", "wall,", "wall, wall", "x" * 61],
    "orientation-steps": ["", "tour,, lunch", "a\nb"],
    "meeting-day": ["Wednesday", "3", ""],
    "clock": ["11", "", "24h"],
    "look": ["Light", "blue"],
    "bell": ["yes", ""],
    "print-folder": ["", "print", "../print", "/media/\0", "/" + "x" * 400],
    "term-months": ["0", "61"],
    "term-notice-days": ["0", "366"],
    "hour-steps": ["half", ""],
    "hours-days-back": ["-1", "367"],
    "pay-shown": ["true", ""],
    "week-hours": ["", "15", "20-15", "15-169", "15-20-25", "1.5-2", "-", "１５-20", "15 - 20", "0000-20"],
    "guideline-hours": ["12 to 20"],
    "guideline-at-work": ["101", ""],
    "guideline-te": ["-1"],
    "guideline-te-jobs": ["half"],
}


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_a_default_passes_its_own_check(setting: Setting) -> None:
    assert checked(setting.key, setting.default) == setting.default
    assert setting.about


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in GOOD.items() for value in values])
def test_a_value_that_can_be_taken_is_kept_and_read(house: House, key: str, value: str) -> None:
    set_setting(house, ACTOR, key, value)
    assert texts(house.store)[key] == value
    assert house.settings() == read(house.store)


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in BAD.items() for value in values])
def test_a_value_that_cannot_be_taken_is_refused_and_changes_nothing(house: House, key: str, value: str) -> None:
    before = texts(house.store)
    with pytest.raises(BadInput, match=rf"The setting {key} must be .+\. Nothing was changed\."):
        set_setting(house, ACTOR, key, value)
    assert texts(house.store) == before


def test_every_setting_has_values_that_pass_and_values_that_fail_here() -> None:
    assert set(GOOD) == set(BAD) == set(SETTINGS)


def test_an_unknown_setting_is_refused_with_the_list_of_those_there_are(house: House) -> None:
    with pytest.raises(NotFound, match="There is no setting 'colour'") as told:
        set_setting(house, ACTOR, "colour", "blue")
    assert all(key in str(told.value) for key in SETTINGS)


@given(st.sampled_from(sorted(SETTINGS)), st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_set_the_settings_can_be_read(house: House, key: str, value: str) -> None:
    before = texts(house.store)
    try:
        set_setting(house, ACTOR, key, value)
        expected = {**before, key: value}
    except Refused:
        expected = before
    assert texts(house.store) == expected
    assert house.settings().visit_minutes >= 1


def test_a_file_without_settings_is_no_founded_house(house: House) -> None:
    assert founded(house.store)
    house.store.connection.execute("DELETE FROM settings")
    assert not founded(house.store)
