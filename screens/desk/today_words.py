"""The rows of *Today*: what needs a look, who is in, and whoever else was found by letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from clubhouse import today, visitors
from clubhouse.employment import coverage_days
from clubhouse.finding import FoundPeople, FoundPerson
from clubhouse.house import House
from clubhouse.names import full_name
from clubhouse.people import Kind, Person
from clubhouse.today import Guess, Overlap, Today
from clubhouse.visits import Visit
from screens.desk.rows import Row
from screens.words import N_, _, plural, time_words

KINDS = {Kind.MEMBER: N_("member"), Kind.STAFF: N_("staff"), Kind.VOLUNTEER: N_("volunteer")}


@dataclass(frozen=True)
class DaySeen:
    """All that *Today* shows."""

    today: Today
    not_covered: int
    """Placements of today that nobody covers yet."""
    unconfirmed: int
    """Hours that staff have not confirmed yet."""
    tours: int
    """Of this month."""


def see_day(house: House, actor: str) -> DaySeen:
    """Look at the day. Raises `NotAllowed`."""
    seen = today.see_today(house, actor)
    day = seen.at.date()
    months = visitors.count_visitors(house, day.replace(day=1), day)
    waiting = coverage_days.count_unconfirmed(house)
    return DaySeen(seen, coverage_days.count_not_covered(house), waiting, sum(month.tours for month in months))


def summary(seen: DaySeen) -> str:
    """How many are in, in one line."""
    day = seen.today
    count = len(day.here) - day.count(Kind.MEMBER) - day.count(Kind.STAFF)
    words = [
        plural("{count} member", "{count} members", day.count(Kind.MEMBER)),
        _("{count} staff").format(count=day.count(Kind.STAFF)),
        *([plural("{count} volunteer", "{count} volunteers", count)] if count else []),
        plural("{count} visitor", "{count} visitors", len(day.visitors)),
    ]
    tours = plural("{count} tour this month.", "{count} tours this month.", seen.tours) if seen.tours else ""
    return " ".join([_("In now: {who}.").format(who=", ".join(words)), tours]).strip()


def look_rows(seen: DaySeen) -> list[Row]:
    """What needs a look, one row a kind, with the names."""
    day = seen.today
    kinds = (
        ("overlap", plural("! {count} overlap of visits", "! {count} overlaps of visits", len(day.overlaps)),
         [each.name for each in day.overlaps]),
        ("guess", plural("! {count} sign-out is a guess", "! {count} sign-outs are a guess", len(day.guesses)),
         [each.name for each in day.guesses]),
        ("asked", plural("? {count} invitation waits", "? {count} invitations wait", len(day.asked)),
         [each.name for each in day.asked]),
    )  # fmt: skip
    rows = [
        Row(f"look {kind}", (f"{words}: {', '.join(dict.fromkeys(names))}",)) for kind, words, names in kinds if names
    ]
    if seen.not_covered:
        words = plural("! {count} placement is not covered", "! {count} placements are not covered", seen.not_covered)
        rows.append(Row("number covered", (words,)))
    if seen.unconfirmed:
        words = plural(
            "{count} line of job hours to confirm", "{count} lines of job hours to confirm", seen.unconfirmed
        )
        rows.append(Row("number hours", (words,)))
    return rows


def here_rows(day: Today, clock: int) -> list[Row]:
    """Everybody who is in, visitors last."""
    people = [
        Row(
            f"person {each.person_id}",
            (
                each.name,
                time_words(each.since, clock),
                each.unit or (_(KINDS[each.kind]) if each.kind is not Kind.MEMBER else ""),
            ),
        )
        for each in day.here
    ]
    guests = [
        Row(
            f"visitor {each.id}",
            (
                each.name,
                time_words(each.in_at, clock),
                _("visitor"),
            ),
        )
        for each in day.visitors
    ]
    return [*people, *guests]


def found_rows(found: FoundPeople, here: Sequence[int]) -> list[Row]:
    """Those who were found by letters and are not in."""
    return [
        Row(f"person {each.person.id}", (name_words(each), "", _not_in(each)), dim=True)
        for each in found.found
        if each.person.id not in here
    ]


def name_words(found: FoundPerson) -> str:
    """*Thomas Okafor (Tom)*."""
    return person_words(found.person)


def person_words(person: Person) -> str:
    """*Thomas Okafor (Tom)*."""
    return f"{full_name(person)} ({person.nickname})" if person.nickname else full_name(person)


def _not_in(found: FoundPerson) -> str:
    if found.last_day is None:
        return _("not in · {code}").format(code=found.person.code)
    return _("not in, last here {day} · {code}").format(day=short_day(found.last_day), code=found.person.code)


def short_day(day: date) -> str:
    """*20 Nov 2026*, short enough for a column."""
    from screens.words import month_words

    return f"{day.day} {month_words(day)[:3]} {day.year}"


def guess_row(each: Guess, clock: int) -> Row:
    """Somebody whose sign-out is a guess."""
    times = _("{day}, {came} to {left}, a guess").format(
        day=short_day(each.came.date()), came=time_words(each.came, clock), left=time_words(each.left, clock)
    )
    return Row(f"person {each.person_id} guess {each.visit_id}", (each.name, times))


def overlap_row(each: Overlap, clock: int) -> Row:
    """Somebody with two visits at once."""
    both = _(" and ").join(span_words(came, left, clock) for came, left in each.times)
    words = _("{day}, {both}").format(day=short_day(each.times[0][0].date()), both=both)
    return Row(f"person {each.person_id} overlap {each.visit_ids[1]}", (each.name, words))


def span_words(came: datetime, left: datetime | None, clock: int) -> str:
    """*8:47 to 15:30*, or *8:47, still in*."""
    if left is None:
        return _("{came}, still in").format(came=time_words(came, clock))
    return _("{came} to {left}").format(came=time_words(came, clock), left=time_words(left, clock))


def visit_row(each: Visit, clock: int) -> Row:
    """One visit of a person."""
    notes = [_("a guess")] if each.estimated else []
    if each.out_at:
        minutes = round((each.out_at - each.in_at) / timedelta(minutes=1))
        notes.append(_("{hours} h {minutes:02} min").format(hours=minutes // 60, minutes=minutes % 60))
    return Row(each.id, (short_day(each.day), span_words(each.in_at, each.out_at, clock), ", ".join(notes)))
