"""What stands in the reach-out rooms, in words; for the desk only."""

from datetime import date, timedelta

from clubhouse.reach_out import CameOfIt, Contact, ToReach, Way
from screens.desk.people_words import day_said, way_words
from screens.words import N_, _, date_words, plural

USED = (
    (Way.CALL, N_("called")),
    (Way.TEXT, N_("wrote a text message")),
    (Way.CARD, N_("sent a card")),
    (Way.VISIT, N_("visited")),
)
CAME = (
    (CameOfIt.TALKED, N_("we talked")),
    (CameOfIt.MESSAGE_LEFT, N_("left a message")),
    (CameOfIt.NOBODY_THERE, N_("nobody there")),
    (CameOfIt.WILL_COME, N_("will come")),
    (CameOfIt.SENT, N_("sent it")),
    (CameOfIt.PLEASE_DONT, N_("please don't")),
    (CameOfIt.OTHER, N_("something else")),
)
NEXT = (
    ("", N_("as the list says")),
    ("1", N_("tomorrow")),
    ("3", N_("in three days")),
    ("7", N_("in a week")),
    ("14", N_("in two weeks")),
    ("30", N_("in a month")),
)
WHEN = (("0", N_("today")), ("1", N_("yesterday")), ("2", N_("two days ago")), ("3", N_("three days ago")))


def days_from(today: date, days: str, way: int = 1) -> date | None:
    """The day so many days ahead, or with `way` -1 ago; None for none."""
    return today + way * timedelta(days=int(days)) if days else None


def days_words(days: int) -> str:
    """*12 days*."""
    return plural("{count} day", "{count} days", days)


def next_words(day: date | None, today: date) -> str:
    """*today*, *Friday 4 December*; empty for none. A day that is past is due now."""
    if day is None:
        return ""
    return _("today") if day <= today else _("tomorrow") if (day - today).days == 1 else date_words(day)


def contact_words(contact: Contact) -> str:
    """*called: left a message*."""
    used, came = dict(USED).get(contact.way, ""), dict(CAME)[contact.came_of_it]
    return f"{_(used)}: {_(came)}"


def wish_words(member: ToReach) -> str:
    """*a call*; a safety pause comes first, for whoever set it is asked first."""
    words = way_words(member.wishes.way) if member.wishes.way else "-"
    return _("pause! {wish}").format(wish=words) if member.paused else words


def last_words(contact: Contact | None, today: date) -> str:
    """*yesterday called: left a message*."""
    return f"{day_said(contact.day, today)} {contact_words(contact)}" if contact else ""
