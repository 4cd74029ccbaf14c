"""A month of somebody's record in plain words: what they did here, and nothing of what they did not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from clubhouse.employment.hours_out import MonthLine
from clubhouse.goals import Area, SupportKind, WrittenSupport, supports_written
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.record import Record, Signed, Stay, my_record
from clubhouse.record_key import RecordKey
from screens.words import N_, _, date_words, day_words, plural, time_words

AREAS = {
    Area.WORK: N_("Work"),
    Area.EDUCATION: N_("Education"),
    Area.HOUSING: N_("Housing"),
    Area.HEALTH: N_("Health"),
    Area.FRIENDS_AND_FAMILY: N_("Friends and family"),
    Area.OTHER: N_("Something else"),
}
KINDS = {
    SupportKind.HOUSING: N_("Housing"),
    SupportKind.EDUCATION: N_("Education"),
    SupportKind.BENEFITS: N_("Benefits"),
    SupportKind.HEALTH_CARE: N_("Health care"),
    SupportKind.TRANSPORT: N_("Transport"),
}


SUPPORTS = N_("What the house helped me with")
"""Above the supports of a month."""


@dataclass(frozen=True)
class Month:
    """What the page of one month shows."""

    record: Record
    supports: tuple[WrittenSupport, ...]


def look(house: House, person: Person, month: str, key: RecordKey | None) -> Month:
    """The person looks at their own month."""
    with house.store.transaction():
        record = my_record(house, person.code, person.id, month, key=key)
        supports = supports_written(house, person.code, person.id, key=key)
    return Month(record, _within(supports, record))


def _within(supports: Sequence[WrittenSupport], record: Record) -> tuple[WrittenSupport, ...]:
    return tuple(each for each in supports if record.first <= each.support.day <= record.last)


def summary(month: Month) -> str:
    """Two or three sentences: days, units, and who signed."""
    record = month.record
    said = [plural("You were here on {count} day.", "You were here on {count} days.", record.days)]
    if record.units:
        named = [_("{unit} ({times})").format(unit=unit, times=times) for unit, times in record.units]
        said.append(_("You helped in {units}.").format(units=", ".join(named)))
    return " ".join([*said, *signed_words(record)])


def signed_words(record: Record, *, own: bool = True) -> list[str]:
    """Who signed, or chose not to; nothing of a side that has not answered. Not `own`, as staff read it."""
    said = []
    if record.own:
        words = (_YOU if own else _MEMBER)[record.own.signed]
        said.append(_(words).format(day=date_words(record.own.at.date())))
    if record.staff:
        said.append(staff_words(record.staff))
    return said


_YOU = {True: N_("You signed it on {day}."), False: N_("You chose not to sign, on {day}.")}
_MEMBER = {True: N_("The member signed it on {day}."), False: N_("The member chose not to sign, on {day}.")}


def staff_words(signed: Signed) -> str:
    """*Ana Ortiz signed for the house on Monday 23 November.*"""
    words = (
        N_("{who} signed for the house on {day}.")
        if signed.signed
        else N_("{who} chose not to sign for the house, on {day}.")
    )
    return _(words).format(who=signed.by or _("Somebody"), day=date_words(signed.at.date()))


def month_text(month: Month, clock_hours: int) -> Content:
    """All of it, under headings; what there is nothing of has none."""
    return Content("\n").join(
        Content("\n").join([Content.styled(head, "bold"), *(Content(line) for line in lines), Content("")])
        for head, lines in sections(month, clock_hours)
    )


def sections(month: Month, clock_hours: int, *, own: bool = True) -> list[tuple[str, list[str]]]:
    """Headings with their lines; they are the member's, and so in their voice. Not `own`, as staff read it."""
    record = month.record
    found = [
        (_("Here"), [stay_words(each, clock_hours) for each in record.stays] or [_("No visits in this month.")]),
        (
            _("Where I helped"),
            [_line(each.day, each.unit + (f", {each.task}" if each.task else "")) for each in record.helps],
        ),
        (_("Tasks I said are done"), [_line(each.day, each.title) for each in record.done]),
        (_("Classes and events"), [_line(each.day, each.title) for each in record.joined]),
        (_("Paid work"), [hours_words(each) for each in month.record.hours]),
        (_(SUPPORTS), [support_words(each) for each in month.supports]),
        (
            _("My goals"),
            [_("{about}: {what}").format(about=_(AREAS[goal.area]), what=goal.words) for goal in record.goals],
        ),
        (_("My own words"), record.own_words.splitlines()),
        (_("Signed"), signed_words(record, own=own)),
    ]
    return [(head, lines) for head, lines in found if lines]


def _line(day: date, what: str) -> str:
    return _("{about}: {what}").format(about=day_words(day), what=what)


def stay_words(stay: Stay, clock_hours: int) -> str:
    """*Monday, 23 November: 8:47 to 15:10*; a guess is told as one."""
    came = time_words(stay.came, clock_hours)
    if stay.left is None:
        words = N_("{day}: since {came}")
    else:
        words = N_("{day}: {came} to {left} (a guess)") if stay.estimated else N_("{day}: {came} to {left}")
    left = time_words(stay.left, clock_hours) if stay.left else ""
    return _(words).format(day=day_words(stay.day), came=came, left=left)


def hours_words(line: MonthLine) -> str:
    """*Office assistant: 12 h 30 min*."""
    hours, minutes = divmod(line.pay.minutes, 60)
    return _("{job}: {hours} h {minutes:02} min").format(job=line.place.job, hours=hours, minutes=minutes)


def support_words(each: WrittenSupport) -> str:
    """*Monday, 23 November, Housing: Read the lease (Ana Ortiz)*."""
    by = _("you wrote it") if each.own else _("{who} wrote it").format(who=each.by or _("the house"))
    words = _("{day}, {about}: {what} ({by})")
    support = each.support
    return words.format(day=day_words(support.day), about=_(KINDS[support.kind]), what=support.line, by=by)
