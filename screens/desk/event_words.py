"""Classes and events in the words of the staff desk."""

from collections.abc import Sequence
from datetime import date

from clubhouse import program
from clubhouse.door import Attendee
from clubhouse.house import House
from clubhouse.people import Kind
from clubhouse.planning import Following, Foreseen, PlannedEvent, Thought
from clubhouse.program import Event, Occurrence
from clubhouse.recurrence_words import rule_words
from clubhouse.series_checks import Gentle
from screens.events_words import from_to_words, place_words, time_of, when_words
from screens.words import _, date_words, month_words, plural, weekday_words

NEXT = 3
"""So many of the next dates are said."""
TODAY = 3
"""So many of today's events are named on the desk."""


def taken_words(event: Event) -> str:
    """*8/12*: registered and seats; where there is no limit, *8*."""
    seats, registered = event.occurrence.seats, event.taken - event.waiting
    return str(registered) if seats is None else f"{registered}/{seats}"


def registered_words(event: Event) -> str:
    """*8 of 12 seats are taken, 2 wait*, or *8 are registered, there is no limit*."""
    seats, registered = event.occurrence.seats, event.taken - event.waiting
    if seats is None:
        return plural(
            "{count} is registered, no limit of seats", "{count} are registered, no limit of seats", registered
        )
    words = _("{registered} of {seats} seats are taken").format(registered=registered, seats=seats)
    return _("{words}, {waiting}").format(words=words, waiting=wait_words(event)) if event.waiting else words


def wait_words(event: Event) -> str:
    """*2 wait*; empty where nobody does."""
    return plural("{count} waits", "{count} wait", event.waiting) if event.waiting else ""


def list_words(attendee: Attendee, turn: int) -> str:
    """What the person's place is; `turn` is that among those who wait."""
    if not attendee.registered:
        return _("came without")
    return _("has a seat") if attendee.has_seat else _("waits, {place}").format(place=place_words(turn))


def kind_words(kind: Kind) -> str:
    """*staff*, *volunteer*; nothing for a member."""
    return {Kind.STAFF: _("staff"), Kind.VOLUNTEER: _("volunteer")}.get(kind, "")


def head_words(seen: PlannedEvent, clock_hours: int) -> str:
    """Title, time and place, seats, who leads, and what to think about; a line each."""
    on = seen.event.occurrence
    where = from_to_words(seen.event, clock_hours)
    lines = [
        " · ".join(part for part in (on.title, _(on.kind), on.place) if part),
        where,
        " · ".join(part for part in (registered_words(seen.event), leads_words(seen)) if part),
        *thought_lines(seen.thoughts),
    ]
    return "\n".join([_("Not held.") + " " + lines[0], *lines[1:]] if on.cancelled_at else lines)


def leads_words(seen: PlannedEvent) -> str:
    """*Ana Ortiz leads*; empty where nobody does."""
    names = [each.name for each in seen.leaders]
    if not names:
        return ""
    return (_("{names} leads") if len(names) == 1 else _("{names} lead")).format(names=", ".join(names))


def thought_lines(thoughts: Sequence[Thought]) -> list[str]:
    """What to think about, a sentence each."""
    return [_thought(each) for each in thoughts]


def _thought(thought: Thought) -> str:
    day = date_words(thought.occurrence.day)
    if thought.gentle is Gentle.HOLIDAY_ELSEWHERE and thought.holiday:
        return _("Please note: {holiday} is on {its_day}; this is on {day}.").format(
            holiday=thought.holiday.note, its_day=date_words(thought.holiday.day), day=day
        )
    return _("Please note: on {day} it shares time with the unit work, which goes on beside it.").format(day=day)


def told_words(people: int) -> str:
    """*8 people are told*."""
    return plural("{count} person is told", "{count} people are told", people) if people else _("nobody is told")


def one_words(occurrence: Occurrence, clock_hours: int) -> str:
    """*Bowling, Friday 27 November, 17:30*."""
    return _("{title}, {when}").format(title=occurrence.title, when=when_words(occurrence, clock_hours))


def following_words(following: Following) -> str:
    """*This and all that follow (13): 20 people are told*; short, for a narrow screen."""
    return _("This and all that follow ({count}): {told}").format(
        count=following.events, told=told_words(following.people)
    )


def foreseen_words(foreseen: Foreseen, leaders: Sequence[str], clock_hours: int) -> str:
    """A plan read back: how often in words, the next dates, and what to think about."""
    series, held = foreseen.series, foreseen.held
    words = rule_words(series.rule) if series.rule else _("once")
    often = "" if words == series.rule else words  # no words make it: the next dates tell
    lines = [
        " · ".join(part for part in (series.title, _(series.kind), series.place, often) if part),
        _("Next: {days}").format(days="; ".join(when_words(each, clock_hours) for each in held[:NEXT]))
        if held
        else _("None of it is still to come."),
        _("Led by: {names}").format(names=", ".join(leaders)) if leaders else "",
        *thought_lines(foreseen.thoughts),
    ]
    return "\n".join(line for line in lines if line)


def notice_words(house: House) -> str:
    """*Today: Bowling, 17:30 (8/12)*, for the first page of the desk; empty when nothing is on any more."""
    today = house.today()
    seen = program.see_program(house, today, today)
    coming = [each for each in seen.events if not each.is_over(seen.now)]
    clock = house.settings().clock_hours
    named = [f"{each.occurrence.title}, {time_of(each, clock)} ({taken_words(each)})" for each in coming[:TODAY]]
    more = len(coming) - len(named)
    if more:
        named.append(plural("and {count} more", "and {count} more", more))
    return _("Today: {events}").format(events="; ".join(named)) if named else ""


def short_day(day: date) -> str:
    """*Fri 27 Nov*, for a narrow column."""
    return f"{weekday_words(day)[:3]} {day.day} {month_words(day)[:3]}"
