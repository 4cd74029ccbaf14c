"""What a house can choose. A number that the model may revise stands here as data, never as a constant."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import db.settings
from clubhouse import audit
from clubhouse.errors import BadInput, NotFound
from db.store import Store

if TYPE_CHECKING:
    from clubhouse.house import House


@dataclass(frozen=True)
class Setting:
    """One setting, as text in the file and on the command line."""

    key: str
    default: str
    about: str
    """What it does, in one line."""
    check: Callable[[str], object]
    """Raises `ValueError` with the rest of the sentence *... must be* when the text cannot be taken."""


def _zone(text: str) -> ZoneInfo:
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("a time zone such as America/New_York or Europe/Oslo") from None


def _name(text: str) -> str:
    if not text.strip() or len(text) > 60 or not text.isprintable():
        raise ValueError("a name of 1 to 60 letters on one line")
    return text


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise ValueError("a time of day such as 16:00") from None


def _whole(least: int, most: int) -> Callable[[str], int]:
    def check(text: str) -> int:
        if text.isascii() and text.isdigit() and least <= int(text) <= most:
            return int(text)
        raise ValueError(f"a whole number from {least} to {most}")

    return check


def _words(text: str) -> tuple[str, ...]:
    words = tuple(word.strip() for word in text.split(","))
    if not all(0 < len(word) <= 20 and word.isprintable() for word in words) or len(set(words)) < len(words):
        raise ValueError("different words of 1 to 20 letters with commas between them")
    return words


def _bands(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isascii() and part.isdigit() and 1 <= int(part) <= 3650 for part in parts):
        raise ValueError("numbers of days with commas between them, such as 3, 7, 14, 30")
    bands = tuple(int(part) for part in parts)
    if list(bands) != sorted(set(bands)):
        raise ValueError("numbers of days that grow, such as 3, 7, 14, 30")
    return bands


def _lines(text: str) -> tuple[str, ...]:
    lines = tuple(line.strip() for line in text.split(","))
    if not all(0 < len(line) <= 60 and line.isprintable() for line in lines) or len(set(lines)) < len(lines):
        raise ValueError("different lines of 1 to 60 letters with commas between them")
    return lines


def _folder(text: str) -> Path | None:
    """None for `off`."""
    if text == "off":
        return None
    if len(text) <= 400 and text.isprintable() and Path(text).is_absolute():
        return Path(text)
    raise ValueError("off, or a folder written from the top, such as /media/print")


def _one_of(*choices: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if text in choices:
            return text
        raise ValueError(" or ".join(choices))

    return check


def _hours(text: str) -> tuple[int, int]:
    """Whole hours a week, least and most, as minutes."""
    least, _, most = text.partition("-")
    if all(each.isascii() and each.isdigit() and len(each) <= 3 for each in (least, most)):
        low, high = int(least) * 60, int(most) * 60
        if low <= high <= 168 * 60:
            return low, high
    raise ValueError("hours a week such as 15-20")


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

SETTINGS = {
    setting.key: setting
    for setting in (
        Setting("name", "Clubhouse", "the name of the house, as it stands on the kiosk", _name),
        Setting("timezone", "UTC", "the time zone of the house", _zone),
        Setting("closing-time", "16:00", "when the day ends: the guess where a sign-out was forgotten", _time),
        Setting("visit-minutes", "60", "the guess for a visit that began after closing time", _whole(1, 720)),
        Setting("active-days", "90", "after so many days away, a person reads 'Welcome back'", _whole(1, 3650)),
        Setting("idle-seconds", "45", "how long a page stays untouched before it asks for a key", _whole(10, 600)),
        Setting("event-kinds", "class, social, meeting, orientation, group, other", "kinds of events", _words),
        Setting("door-minutes", "30", "so long before it starts a scan counts as being there", _whole(0, 240)),
        Setting("week-starts", "monday", "the first day of a week: monday or sunday", _one_of("monday", "sunday")),
        Setting(
            "desk-lock-seconds", "180", "how long the staff desk stays untouched before it locks", _whole(30, 900)
        ),
        Setting("reach-out-bands", "3, 7, 14, 30", "after so many days away the house gets in touch", _bands),
        Setting("photo-purposes", "newsletter, house wall, website", "for what pictures are taken", _lines),
        Setting(
            "orientation-steps",
            "tour of the house, a card of one's own, a unit meeting, lunch together, a morning in a unit",
            "what a new member gets to know",
            _lines,
        ),
        Setting("meeting-day", "wednesday", "the weekday of the house meeting", _one_of(*_WEEKDAYS)),
        Setting("clock", "24", "times as 14:30 (24) or 2:30 pm (12)", _one_of("24", "12")),
        Setting("look", "light", "how the kiosk looks after start: light or dark", _one_of("light", "dark")),
        Setting("bell", "on", "whether the kiosk rings the terminal's bell", _one_of("on", "off")),
        Setting("print-folder", "off", "where the kiosk may write a member's own record to print, or off", _folder),
        Setting("term-months", "9", "so many months a placement is planned to be held", _whole(1, 60)),
        Setting("term-notice-days", "60", "so many days ahead staff see which terms end", _whole(1, 365)),
        Setting("hour-steps", "quarter", "job hours in steps of a quarter, or exact", _one_of("quarter", "exact")),
        Setting("hours-days-back", "30", "so many days back everybody writes their own job hours", _whole(0, 366)),
        Setting("pay-shown", "off", "whether a person's own page of job hours shows their pay", _one_of("on", "off")),
        Setting("week-hours", "15-20", "the usual hours a week of a placement", _hours),
        Setting("guideline-hours", "12-20", "the hours a week that the employment guideline counts", _hours),
        Setting("guideline-at-work", "50", "members at work, in percent of ADA-WOD at least", _whole(0, 100)),
        Setting("guideline-te", "20", "members in TE, in percent of ADA-WOD at least", _whole(0, 100)),
        Setting("guideline-te-jobs", "50", "TE jobs within guideline-hours, in percent at least", _whole(0, 100)),
    )
}
"""Every setting, in the order in which they are listed."""


@dataclass(frozen=True)
class Settings:
    """The house's settings as values."""

    name: str
    zone: ZoneInfo
    closing_time: time
    visit_minutes: int
    active_days: int
    idle_seconds: int
    event_kinds: tuple[str, ...]
    door_minutes: int
    week_starts: str
    desk_lock_seconds: int
    reach_out_bands: tuple[int, ...]
    photo_purposes: tuple[str, ...]
    orientation_steps: tuple[str, ...]
    meeting_weekday: int
    """Of the house meeting, as ISO counts them: Monday is 1."""
    clock_hours: int
    look: str
    bell: bool
    print_folder: Path | None
    """Into which the kiosk writes pages to print; None where it writes none."""
    term_months: int
    term_notice_days: int
    hour_steps: int
    """Of how many minutes the hours that people write are made: 15, or 1 where they are exact."""
    hours_days_back: int
    pay_shown: bool
    week_minutes: tuple[int, int]
    """Least and most that is usual, as minutes."""
    guideline_minutes: tuple[int, int]
    guideline_at_work: int
    guideline_te: int
    guideline_te_jobs: int


def texts(store: Store) -> dict[str, str]:
    """Every setting's text, set or default, by key."""
    kept = db.settings.every(store)
    return {key: kept.get(key, setting.default) for key, setting in SETTINGS.items()}


def read(store: Store) -> Settings:
    """The settings as they are now."""
    text = texts(store)
    return Settings(
        name=text["name"],
        zone=_zone(text["timezone"]),
        closing_time=_time(text["closing-time"]),
        visit_minutes=int(text["visit-minutes"]),
        active_days=int(text["active-days"]),
        idle_seconds=int(text["idle-seconds"]),
        event_kinds=_words(text["event-kinds"]),
        door_minutes=int(text["door-minutes"]),
        week_starts=text["week-starts"],
        desk_lock_seconds=int(text["desk-lock-seconds"]),
        reach_out_bands=_bands(text["reach-out-bands"]),
        photo_purposes=_lines(text["photo-purposes"]),
        orientation_steps=_lines(text["orientation-steps"]),
        meeting_weekday=_WEEKDAYS.index(text["meeting-day"]) + 1,
        clock_hours=int(text["clock"]),
        look=text["look"],
        bell=text["bell"] == "on",
        print_folder=_folder(text["print-folder"]),
        term_months=int(text["term-months"]),
        term_notice_days=int(text["term-notice-days"]),
        hour_steps=15 if text["hour-steps"] == "quarter" else 1,
        hours_days_back=int(text["hours-days-back"]),
        pay_shown=text["pay-shown"] == "on",
        week_minutes=_hours(text["week-hours"]),
        guideline_minutes=_hours(text["guideline-hours"]),
        guideline_at_work=int(text["guideline-at-work"]),
        guideline_te=int(text["guideline-te"]),
        guideline_te_jobs=int(text["guideline-te-jobs"]),
    )


def setting_named(key: str) -> Setting:
    """The setting. Raises `NotFound`."""
    if key not in SETTINGS:
        raise NotFound(f"There is no setting {key!r}. The settings are: {', '.join(SETTINGS)}.")
    return SETTINGS[key]


def checked(key: str, value: str) -> str:
    """`value` as it will be kept. Raises `NotFound` for an unknown key, `BadInput` for a value it cannot take."""
    try:
        setting_named(key).check(value)
    except ValueError as error:
        raise BadInput(f"The setting {key} must be {error}. Nothing was changed.") from None
    return value


def set_setting(house: "House", actor: str, key: str, value: str) -> None:
    """Set one. Raises `NotFound` or `BadInput`, and then nothing has changed."""
    from clubhouse.permissions import Permission, require  # which knows the house, and that its settings

    checked(key, value)
    with house.store.transaction():
        require(house, actor, Permission.SETTINGS)
        was = texts(house.store)[key]
        db.settings.put(house.store, key, value)
        audit.record(house, actor, "set_setting", f"setting {key}", was, value)


def founded(store: Store) -> bool:
    """Whether a house was made in this file."""
    return bool(db.settings.every(store))
