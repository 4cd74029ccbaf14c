"""People and the audit log as rows."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from clubhouse.exports.cells import WHO, Column, Holds, Row
from clubhouse.exports.request import Reading

PEOPLE = (
    *WHO,
    Column("kind", "Kind", Holds.WORD, "member, staff or volunteer."),
    Column("since", "Since", Holds.DAY, "The day the person joined."),
    Column("off_lists_since", "Off the lists since", Holds.DAY, "Membership is for life; coming back ends this."),
    Column("home_unit", "Home unit", Holds.TEXT, "The unit that the person calls theirs."),
    Column("last_here", "Last here", Holds.DAY, "The day of the last visit."),
)


def people(reading: Reading) -> Iterator[Row]:
    """A row for everybody on file."""
    for row in reading.reader.people():
        yield ["" if cell is None else cell for cell in row]


AUDIT = (
    Column("entry", "Entry", Holds.NUMBER, "The number of the row in the log."),
    Column("at", "At", Holds.MOMENT, "Local time."),
    Column("station", "Station", Holds.TEXT, "Which kiosk or terminal."),
    Column("who", "Who", Holds.TEXT, "The code of the person, house, or command line."),
    Column("did", "Did", Holds.WORD, "The operation."),
    Column("to_what", "To what", Holds.WORD, "Table and number."),
    Column("was", "Was", Holds.TEXT, "What stood there before, as JSON.", names=True),
    Column("became", "Became", Holds.TEXT, "What stands there now, as JSON.", names=True),
    Column("why", "Why", Holds.TEXT, "The reason that was given; people write names into it.", names=True),
)


def audit(reading: Reading) -> Iterator[Row]:
    """A row for each entry of the log in these days."""
    first, last = (datetime.combine(day, time(), reading.local.zone) for day in reading.days)
    for number, at, *rest in reading.reader.audit(first, last + timedelta(days=1)):
        yield [number, reading.local.moment(at), *rest]
