"""Reach-out as rows: members not seen for a while, as the list has them now."""

from collections.abc import Iterator

from clubhouse.exports.cells import YES_NO, Column, Holds, Row
from clubhouse.exports.request import Reading
from clubhouse.reach_out import see_reach_out

REACH_OUT = (
    Column("code", "Code", Holds.TEXT, "The person's code in the house."),
    Column("name", "Name", Holds.TEXT, "The person's name.", names=True),
    Column("unit", "Home unit", Holds.TEXT, "The unit that the person calls theirs."),
    Column("last_here", "Last here", Holds.DAY, "The day of the last visit."),
    Column("days", "Days since", Holds.NUMBER, "Days from then to today."),
    Column("band", "Band", Holds.NUMBER, "The largest of the house's numbers of days that has passed; 0 for a wish."),
    Column("long_ago", "Long ago", Holds.WORD, "yes where that is more days than the setting active-days."),
    Column("way", "Way", Holds.WORD, "How the person wishes to hear from the house; empty where nothing was said."),
    Column("phone", "Phone", Holds.TEXT, "For whoever calls.", names=True),
    Column("last_contact", "Last contact", Holds.DAY, "When the house last got in touch since the last visit."),
    Column("next_on", "Next on", Holds.DAY, "When somebody agreed to get in touch again."),
)


def reach_out(reading: Reading) -> Iterator[Row]:
    """A row for each member on the list, then those who were last here longer ago."""
    for long_ago in (False, True):
        for each in see_reach_out(reading.house, reading.actor, long_ago=long_ago).members:
            yield [
                each.code, each.name, each.unit, str(each.last_day), each.days, each.band, YES_NO[long_ago],
                each.wishes.way or "", each.wishes.phone, str(each.last.day) if each.last else "",
                str(each.next_on or ""),
            ]  # fmt: skip
