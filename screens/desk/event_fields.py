"""What is asked for when a class or event is planned or changed, and what was typed as the house takes it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from functools import partial
from typing import Any

from clubhouse.errors import BadInput
from clubhouse.occurrences import NewOccurrence
from clubhouse.planning import Leading
from clubhouse.recurrence import first_day_of
from clubhouse.recurrence_words import rule_from_words, rule_words
from clubhouse.series import NewSeries
from clubhouse.series_checks import checked_words
from clubhouse.spoken import (
    DAY,
    before_said,
    before_words,
    day_said,
    days_said,
    length_said,
    minutes_words,
    seats_said,
    seats_words,
    starts_words,
    time_said,
)
from screens.desk.fields import YES, Field, choice_field, person_field, yes_no_field
from screens.words import N_, _

LEADERS = 3
"""So many can be named who lead; one more than there are, where there are more."""
_NEW_LINE = " / "
_KINDS = (N_("class"), N_("social"), N_("meeting"), N_("orientation"), N_("group"), N_("other"))
"""The usual kinds, so that they are translated."""
NEW = NewSeries("", "", "", "", "", date.min, None, 0, "", None, 0, False)
"""What stands in the form of a new one at first."""

AS_IT_IS = N_("as it is")
"""How often something comes whose rule no words make: it was read from another calendar."""
_OFTEN = N_("Empty for once, or: every friday; 1st and 3rd tuesday; every other thursday until june")


def words_fields(of: NewSeries | NewOccurrence) -> list[Field]:
    """Title and place, and what those outside read."""
    return [
        Field("title", N_("Title"), N_("What it is called in the house."), of.title, _title),
        Field("place", N_("Place"), N_("Where it is; may stay empty."), of.place, _place),
        Field(
            "public_title",
            N_("Title outside"),
            N_("For the wall and the newsletter, where the title says more than others need to know."),
            of.public_title,
            _public_title,
        ),
        Field("notes", N_("Notes"), N_("What one should know. A / begins a new line."), _on_one_line(of.notes)),
    ]


def when_fields(day: date | None, starts: time | None, minutes: int, today: date) -> list[Field]:
    """Day, time and length."""
    return [
        Field(
            "day",
            N_("Day"),
            N_("The first one: friday, 4 december or 2026-12-04."),
            str(day or ""),
            lambda typed: day_said(typed, today),
        ),
        Field(
            "starts",
            N_("Time"),
            N_("18:30, 6:30 pm, or all day."),
            starts_words(starts) if minutes else "",
            time_said,
        ),
        Field(
            "minutes",
            N_("Length"),
            N_("1:30, 90 minutes, 2 hours, 1 day."),
            minutes_words(minutes) if minutes else "",
            length_said,
        ),
    ]


def seats_field(seats: int | None) -> Field:
    """How many seats."""
    return Field(
        "seats", N_("Seats"), N_("A number; leave it empty for no limit."), seats_words(seats), check=seats_said
    )


def series_fields(of: NewSeries, kinds: Sequence[str], leaders: Sequence[Leading], today: date) -> list[Field]:
    """All that is asked for of a series, from the top."""
    title, *words = words_fields(of)
    known = [kind for kind in (*kinds, of.kind) if kind]  # the kind of old may be none of the setting's any more
    return [
        title,
        choice_field("kind", N_("Kind"), [(kind, kind) for kind in dict.fromkeys(known)], of.kind),
        *when_fields(None if of.first_day == date.min else of.first_day, of.starts, of.minutes, today),
        Field(
            "every",
            N_("How often"),
            _OFTEN,
            often_words(of.rule),
            partial(often_said, rule=of.rule, today=today),
        ),
        seats_field(of.seats),
        *words,
        Field(
            "closes",
            N_("Register until"),
            N_("So many hours before it starts; empty: until it starts."),
            before_words(of.closes_minutes),
            before_said,
        ),
        yes_no_field("rides", N_("Ask for rides"), value=of.rides, hint=N_("Whether people can say they need one.")),
        *leader_fields(leaders),
    ]


def often_words(rule: str) -> str:
    """The rule in words; *as it is* for one that no words make, which came from another calendar."""
    words = rule_words(rule) if rule else ""
    return _(AS_IT_IS) if rule and words == rule else words


def often_said(words: str, rule: str, today: date) -> str:
    """The rule that was typed, or `rule` where that stays *as it is*. Raises `BadInput`."""
    return rule if rule and words.strip().casefold() == _(AS_IT_IS) else rule_from_words(words, today)


def days_fields(today: date) -> list[Field]:
    """The days on which a new series differs from its rule."""
    check = partial(days_said, today=today)
    return [
        Field(
            "not_on", N_("Not on"), N_("Days on which it is not held, with commas: 25 december, 1 january"), "", check
        ),
        Field("also_on", N_("Also on"), N_("Days on which it is held besides, with commas."), "", check),
    ]


def leader_fields(leaders: Sequence[Leading]) -> list[Field]:
    """Who leads it, members or staff."""
    words = (N_("Who leads"), *[N_("leads too")] * max(LEADERS - 1, len(leaders)))
    hint = N_("Member or staff: the first letters of the name, then its number.")
    named = [*leaders, *[None] * (len(words) - len(leaders))]
    return [
        person_field(f"lead {place}", each, hint, leader.person_id if leader else None, leader.name if leader else "")
        for place, (each, leader) in enumerate(zip(words, named, strict=True))
    ]


def leads_typed(typed: Mapping[str, str]) -> list[int]:
    """The ids of those who lead, each once, in order."""
    return list(dict.fromkeys(int(value) for name, value in typed.items() if name.startswith("lead ") and value))


def series_typed(typed: Mapping[str, str], of: NewSeries, today: date) -> NewSeries:
    """The series as it was typed, with the notes of `of` where they stayed. Raises `BadInput`."""
    return NewSeries(
        kind=typed["kind"],
        first_day=day_said(typed["day"], today),
        rule=often_said(typed["every"], of.rule, today),
        closes_minutes=before_said(typed["closes"]),
        rides=typed["rides"] == YES,
        seats=seats_said(typed["seats"]),
        **_said(typed, of.notes),
    )


def occurrence_typed(typed: Mapping[str, str], of: NewOccurrence, today: date) -> dict[str, Any]:
    """What of an occurrence was typed, by name. Raises `BadInput`."""
    return {"day": day_said(typed["day"], today), **_said(typed, of.notes)}


def _said(typed: Mapping[str, str], notes: str) -> dict[str, Any]:
    stayed = typed["notes"] == _on_one_line(notes)
    return {
        "title": typed["title"],
        "public_title": typed["public_title"],
        "place": typed["place"],
        "notes": notes if stayed else typed["notes"].replace(_NEW_LINE, "\n"),
        "starts": time_said(typed["starts"]),
        "minutes": length_said(typed["minutes"]),
    }


def refuse_together(name: str, typed: Mapping[str, str], rule: str, today: date) -> None:
    """Raise `BadInput` when a field does not fit to those above it: the length to the time, the rule to the day."""
    if name == "minutes" and _is_all_day(typed["starts"]) and length_said(typed["minutes"]) % DAY:
        raise BadInput(_("What lasts all day lasts whole days: write 1 day."))
    if name == "every" and typed["day"]:
        first_day_of(often_said(typed["every"], rule, today), day_said(typed["day"], today))


def _is_all_day(typed: str) -> bool:
    try:
        return time_said(typed) is None
    except BadInput:
        return False  # its own field says so


def _on_one_line(notes: str) -> str:
    return notes.replace("\n", _NEW_LINE)


def _checked(place: int) -> Callable[[str], object]:
    """A check of the words in that place of `checked_words`; the title is any where another is asked about."""

    def check(typed: str) -> object:
        words = ["x", "", "", ""]
        words[place] = typed
        return checked_words(*words)

    return check


_title, _public_title, _place = _checked(0), _checked(1), _checked(2)
