"""Rules of recurrence as people write and read them; what one of the two functions gives, the other takes."""

import re
from calendar import monthrange
from datetime import date

from clubhouse.errors import BadInput
from clubhouse.recurrence import EXAMPLES, checked_rule

_DAYS = {
    "monday": "MO",
    "tuesday": "TU",
    "wednesday": "WE",
    "thursday": "TH",
    "friday": "FR",
    "saturday": "SA",
    "sunday": "SU",
}
_NAMES = {code: name for name, code in _DAYS.items()}
_PLACES = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "-1"}
_PLACE_NAMES = {place: name for name, place in _PLACES.items()}
_WRITTEN = _PLACES | {"1st": "1", "2nd": "2", "3rd": "3", "4th": "4"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_PLAIN = {
    "every day": "FREQ=DAILY",
    "every weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    "every week": "FREQ=WEEKLY",
    "every other week": "FREQ=WEEKLY;INTERVAL=2",
    "every year": "FREQ=YEARLY",
    "the last day of each month": "FREQ=MONTHLY;BYMONTHDAY=-1",
}
_SAME = {"daily": "every day", "weekdays": "every weekday", "weekly": "every week", "yearly": "every year"}
_OF_MONTH = re.compile(r"( of)? (each|every|the) month$")


def rule_from_words(words: str, today: date | None = None) -> str:
    """The rule for *every weekday*, *1st and 3rd tuesday*, *every other thursday until june*, or a rule itself.

    A month is meant to its end; where no year is written, the next one from `today` on, which is then needed.
    Raises `BadInput` for anything else.
    """
    text, _, until = " ".join(words.lower().split()).partition(" until ")
    if text in ("", "once") and not until:
        return ""
    if "freq=" in text:
        return checked_rule(words.strip().upper())
    text = " ".join(text.replace(",", " and ").split()).replace("and and", "and")
    rule = _PLAIN.get(_SAME.get(text, text)) or _weekly(text) or _monthly(_OF_MONTH.sub("", text)) or _dates(text)
    if not rule:
        raise BadInput(f"{words!r} is no rule that is known. Write for example: {EXAMPLES}.")
    return checked_rule(rule + (f";UNTIL={_last_day(until, today):%Y%m%d}" if until else ""))


def _weekly(text: str) -> str:
    found = re.fullmatch(r"every (other )?(.+)", text)
    days = _days(found[2] if found else text)
    return f"FREQ=WEEKLY{';INTERVAL=2' if found and found[1] else ''};BYDAY={days}" if days else ""


def _monthly(text: str) -> str:
    *places, day = re.split(r" and | ", re.sub("^(every|the) ", "", text))
    weekday = _days(day)
    if not weekday or not places or any(place not in _WRITTEN for place in places):
        return ""
    return f"FREQ=MONTHLY;BYDAY={','.join(f'{_WRITTEN[place]}{weekday}' for place in places)}"


def _dates(text: str) -> str:
    dates = _OF_MONTH.sub("", text).removeprefix("the ").split(" and ")
    found = [re.fullmatch(r"(\d{1,2})(st|nd|rd|th)", each) for each in dates]
    if not _OF_MONTH.search(text) or not all(found):
        return ""
    return f"FREQ=MONTHLY;BYMONTHDAY={','.join(str(int(each[1])) for each in found if each)}"


def _days(text: str) -> str:
    names = [name if name in _DAYS else name.removesuffix("s") for name in text.split(" and ")]
    return ",".join(_DAYS[name] for name in names) if all(name in _DAYS for name in names) else ""


def _last_day(text: str, today: date | None) -> date:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else _said_day(text, today)
    except ValueError:
        raise BadInput(f"{text!r} is no day that is known. Write it as 2027-06-30 or 30 june 2027.") from None


def _said_day(text: str, today: date | None) -> date:
    """The day for *june*, *june 2027*, *30 june* or *june 30, 2027*. Raises ValueError."""
    words = text.replace(",", " ").split()
    (month,) = [_MONTHS.index(word[:3]) + 1 for word in words if _is_month(word)]
    numbers = [re.fullmatch(r"(\d{4})|(\d{1,2})(?:st|nd|rd|th)?", word) for word in words if not _is_month(word)]
    years = [int(found[1]) for found in numbers if found and found[1]]
    days = [int(found[2]) for found in numbers if found and found[2]]
    if not all(numbers) or len(years) > 1 or len(days) > 1 or not (years or today):
        raise ValueError
    since = today or date(years[0], 1, 1)
    for year in years or (since.year, since.year + 1):
        day = date(year, month, days[0] if days else monthrange(year, month)[1])
        if years or day >= since:
            return day
    raise ValueError


def _is_month(word: str) -> bool:
    return word in _MONTHS or word in _MONTH_NAMES


def rule_words(rule: str) -> str:
    """The rule in words that mean the same to `rule_from_words`; one that no words make is given as it is."""
    if not rule:
        return "once"
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    until = re.fullmatch(r"(\d{4})(\d{2})(\d{2})", parts.pop("UNTIL", ""))
    words = _words(parts)
    if not words or ("UNTIL=" in rule and not until):
        return rule
    return f"{words} until {'-'.join(until.groups())}" if until else words


def _words(parts: dict[str, str]) -> str:
    for words, rule in _PLAIN.items():
        if parts == dict(part.split("=") for part in rule.split(";")):
            return words
    match parts:
        case {"FREQ": "WEEKLY", "BYDAY": days, **rest} if rest in ({}, {"INTERVAL": "2"}):
            return _weekly_words(days.split(","), "every other " if rest else "every ")
        case {"FREQ": "MONTHLY", "BYDAY": days, **rest} if not rest:
            return _monthly_words(days.split(","))
        case {"FREQ": "MONTHLY", "BYMONTHDAY": dates, **rest} if not rest:
            return _date_words(dates.split(","))
    return ""


def _weekly_words(days: list[str], every: str) -> str:
    return every + " and ".join(_NAMES[day] for day in days) if set(days) <= set(_NAMES) else ""


def _monthly_words(days: list[str]) -> str:
    found = [re.fullmatch(r"(-?\d)([A-Z]{2})", day) for day in days]
    pairs = [(each[1], each[2]) for each in found if each and each[1] in _PLACE_NAMES and each[2] in _NAMES]
    if len(pairs) != len(days) or len({day for _, day in pairs}) != 1:
        return ""
    return f"{' and '.join(_PLACE_NAMES[place] for place, _ in pairs)} {_NAMES[pairs[0][1]]}"


def _date_words(dates: list[str]) -> str:
    if not all(re.fullmatch(r"[1-9]\d?", each) for each in dates):
        return ""
    return f"the {' and '.join(each + _ending(int(each)) for each in dates)} of each month"


def _ending(number: int) -> str:
    return "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
