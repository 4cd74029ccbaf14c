"""Words on the screens: translation, and dates and times as people say them.

Every word goes through `_()`, so that a catalogue `screens/locale/LANGUAGE/LC_MESSAGES/clubhouse.mo` can replace
it. `N_()` marks words in a table; they are translated when shown.
"""

import gettext
from datetime import date, datetime, time
from pathlib import Path

_LOCALES = Path(__file__).parent / "locale"
_translations: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str) -> None:
    """From now on speak `language` (`en`, `es`, ...), or English where there is no catalogue."""
    global _translations
    _translations = gettext.translation("clubhouse", _LOCALES, [language], fallback=True)


def _(words: str) -> str:
    """`words` in the language in use."""
    return _translations.gettext(words)


def plural(one: str, many: str, count: int) -> str:
    """The form that fits `count`, with the number set in."""
    return _translations.ngettext(one, many, count).format(count=count)


def N_(words: str) -> str:
    """Marks words that stand in a table; shown with `_()`."""
    return words


_DAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def weekday_words(day: date) -> str:
    """*Monday*."""
    return _(_DAYS[day.weekday()])


def day_words(day: date) -> str:
    """*Monday, 23 November*."""
    return _("{weekday}, {day} {month}").format(
        weekday=weekday_words(day), day=day.day, month=_(_MONTHS[day.month - 1])
    )


def date_words(day: date) -> str:
    """*Monday 23 November*, within a sentence."""
    return _("{weekday} {day} {month}").format(
        weekday=weekday_words(day), day=day.day, month=_(_MONTHS[day.month - 1])
    )


def month_words(day: date) -> str:
    """*November 2026*."""
    return _("{month} {year}").format(month=_(_MONTHS[day.month - 1]), year=day.year)


def time_words(moment: datetime | time, clock_hours: int) -> str:
    """*8:47* and *14:30*, or *8:47 am* and *2:30 pm* for a house with a 12-hour clock."""
    if clock_hours == 24:
        return f"{moment.hour}:{moment.minute:02}"
    half = _("am") if moment.hour < 12 else _("pm")
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {half}"


def greeting(moment: datetime, name: str) -> str:
    """*Good morning, Rosa.*, or without a name *Good morning.*"""
    words = _("Good morning") if moment.hour < 12 else _("Good afternoon") if moment.hour < 17 else _("Good evening")
    return with_name(words, name)


def with_name(words: str, name: str) -> str:
    """*Goodbye, Rosa.*, or without a name *Goodbye.*"""
    return _("{words}, {name}.").format(words=words, name=name) if name else _("{words}.").format(words=words)


def languages() -> list[tuple[str, str]]:
    """Code and own name of each language with a catalogue, after English; empty when there is only English."""
    codes = sorted(path.parent.parent.name for path in _LOCALES.glob("*/LC_MESSAGES/clubhouse.mo"))
    named = [
        (code, gettext.translation("clubhouse", _LOCALES, [code]).info().get("language-name", code)) for code in codes
    ]
    return [("en", "English"), *named] if named else []
