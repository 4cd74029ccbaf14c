"""What stands on the pages about people, in words; everything here is for the desk only."""

from datetime import date, datetime

from clubhouse.known import Known
from clubhouse.names import shown_name
from clubhouse.people import Kind, Person, ShownAs
from clubhouse.permissions import STAFF_HOLD, Permission
from clubhouse.photos import Consent
from clubhouse.wishes import Way, Wishes
from screens.words import N_, _, date_words, month_words, plural

KINDS = ((Kind.MEMBER, N_("member")), (Kind.STAFF, N_("staff")), (Kind.VOLUNTEER, N_("volunteer")))
SHOWN = (
    (ShownAs.FIRST_NAME, N_("first name and last initial")),
    (ShownAs.NICKNAME, N_("nickname")),
    (ShownAs.INITIALS, N_("initials")),
    (ShownAs.HIDDEN, N_("no name at all")),
)
WAYS = (
    (Way.CALL, N_("a call")),
    (Way.TEXT, N_("a text message")),
    (Way.CARD, N_("a card")),
    (Way.VISIT, N_("a visit")),
    (Way.PLEASE_DONT, N_("please don't")),
)
TASKS = {
    Permission.GREETER: N_("people, cards and visits"),
    Permission.BOARD: N_("the unit meeting and the house meeting"),
    Permission.EVENTS: N_("classes and events"),
    Permission.EMPLOYMENT: N_("paid work"),
    Permission.REACH_OUT: N_("reach-out and records"),
    Permission.REPORTS: N_("reports"),
    Permission.SETTINGS: N_("settings, and who may do what"),
}


def full_date(day: date) -> str:
    """*3 April 2026*."""
    return f"{day.day} {month_words(day)}"


def day_said(day: date, today: date) -> str:
    """*today*, *yesterday*, *Friday 20 November*, or a full date where the year is another."""
    days = (today - day).days
    if days in (0, 1):
        return _("yesterday") if days else _("today")
    return date_words(day) if day.year == today.year else full_date(day)


def kind_words(kind: Kind) -> str:
    """*member*."""
    return _(dict(KINDS)[kind])


def way_words(way: Way | None) -> str:
    """*a call*, or that nothing was said."""
    return _(dict(WAYS)[way]) if way else _("nothing said")


def about_words(known: Known, today: date) -> str:
    """Who it is, how the name stands on screens, and when they were here; what is out of the usual in a last line."""
    person = known.person
    named = f"{known.name} ({person.nickname})" if person.nickname else known.name
    first = _("{name}, {kind} since {since}. Code {code}.").format(
        name=named, kind=kind_words(person.kind), since=full_date(person.since), code=person.code
    )
    shown = shown_name(person) or _("no name at all")
    here = _("Here now.") if known.here else last_words(known.last_day, today)
    lines = [first, _("On screens: {shown} {here}").format(shown=_stopped(shown), here=here)]
    lines += [_("Safety pause: please see staff before signing in.")] if person.paused_at else []
    lines += [_("On no list since {day}.").format(day=full_date(person.ended_on))] if person.ended_on else []
    return "\n".join(lines)


def _stopped(words: str) -> str:
    return words if words.endswith(".") else f"{words}."


def last_words(day: date | None, today: date) -> str:
    """*Last here on Friday 20 November.*"""
    if day is None:
        return _("Never here yet.")
    said = day_said(day, today)
    near = (today - day).days < 2
    return (_("Last here {day}.") if near else _("Last here on {day}.")).format(day=said)


def wishes_words(wishes: Wishes) -> str:
    """*a call · 555 0100 · English, Spanish · after 14 days*."""
    after = plural("after {count} day", "after {count} days", wishes.after_days) if wishes.after_days else ""
    known = (way_words(wishes.way), wishes.phone, wishes.address, wishes.languages, after)
    return " · ".join(words for words in known if words)


def consent_words(consents: tuple[Consent, ...]) -> str:
    """*newsletter yes · website not asked*."""
    return " · ".join(f"{each.purpose} {agrees_words(each.agrees)}" for each in consents) or _("nothing is asked")


def agrees_words(agrees: bool | None) -> str:
    """*yes*, *no*, *not asked*."""
    return _("not asked") if agrees is None else _("yes") if agrees else _("no")


def orientation_words(known: Known) -> str:
    """*3 of 6 steps · with Ana Ortiz*; for whoever had none, that."""
    checklist = known.checklist
    if checklist is None:
        return _("none")
    if checklist.orientation.ended_on:
        return _("knows the house since {day}").format(day=full_date(checklist.orientation.ended_on))
    steps = _("{done} of {all} steps").format(done=checklist.done, all=len(checklist.steps))
    return steps + " · " + buddy_words(checklist.buddy)


def buddy_words(buddy: str) -> str:
    """*with Ana Ortiz*."""
    return _("with {buddy}").format(buddy=buddy) if buddy else _("no buddy yet")


def since_words(since: datetime | None) -> str:
    """*since 3 April 2026*; empty for never."""
    return _("since {day}").format(day=full_date(since.date())) if since else ""


def task_words(person: Person, held: frozenset[Permission]) -> str:
    """All that somebody looks after; what comes with being staff in one word."""
    rest = held - STAFF_HOLD if person.kind is Kind.STAFF else held
    words = [_("what all staff do")] if person.kind is Kind.STAFF else []
    return " · ".join([*words, *(_(TASKS[each]) for each in Permission if each in rest)]) or _("nothing")
