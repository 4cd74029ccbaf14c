"""Rules of recurrence as people write them: `rule_from_words` read backwards."""

import re

_DAYS = {
    "MO": "monday",
    "TU": "tuesday",
    "WE": "wednesday",
    "TH": "thursday",
    "FR": "friday",
    "SA": "saturday",
    "SU": "sunday",
}
_PLACES = {"1": "first", "2": "second", "3": "third", "4": "fourth", "-1": "last"}
_WORK_DAYS = "MO,TU,WE,TH,FR"


def rule_words(rule: str) -> str:
    """The rule in words that mean the same to `rule_from_words`; one that no words make is given as it is."""
    if not rule:
        return "once"
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    until = re.fullmatch(r"([0-9]{4})([0-9]{2})([0-9]{2})", parts.pop("UNTIL", ""))
    words = _words(parts)
    if not words or ("UNTIL=" in rule and not until):
        return rule
    return f"{words} until {'-'.join(until.groups())}" if until else words


def _words(parts: dict[str, str]) -> str:
    if parts == {"FREQ": "DAILY"}:
        return "every day"
    days = parts.get("BYDAY", "").split(",")
    match parts:
        case {"FREQ": "WEEKLY", "BYDAY": _, **rest} if rest in ({}, {"INTERVAL": "2"}) and set(days) <= set(_DAYS):
            return _weekly(days, "every other " if rest else "every ")
        case {"FREQ": "MONTHLY", "BYDAY": _, **rest} if not rest:
            return _monthly(days)
    return ""


def _weekly(days: list[str], every: str) -> str:
    if ",".join(days) == _WORK_DAYS and every == "every ":
        return "every weekday"
    return every + " and ".join(_DAYS[day] for day in days)


def _monthly(days: list[str]) -> str:
    found = [re.fullmatch(r"(-?[0-9])([A-Z]{2})", day) for day in days]
    pairs = [(each[1], each[2]) for each in found if each and each[1] in _PLACES and each[2] in _DAYS]
    if len(pairs) != len(days) or len({day for _, day in pairs}) != 1:
        return ""
    return f"{' and '.join(_PLACES[place] for place, _ in pairs)} {_DAYS[pairs[0][1]]}"
