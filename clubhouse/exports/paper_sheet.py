"""The sign-in sheet on paper: whoever was here in the last weeks, as they chose to be shown, and lines for others."""

from collections.abc import Iterator
from datetime import timedelta

from clubhouse.exports.cells import Column, Holds, Row
from clubhouse.exports.request import Reading
from clubhouse.names import shown_name
from db.people import known_as

BLANK_LINES = 25
"""For who comes and is not printed: guests, the new, those back after long, and who wishes to stay unnamed."""

SIGN_IN_SHEET = (
    Column("name", "Name", Holds.TEXT, "As the person chose to be shown; a nickname where they chose that."),
    Column("signature", "Signature", Holds.TEXT, "To be signed."),
    *(
        Column(f"{key}_{number}", header, Holds.TEXT, about)
        for number in (1, 2, 3)
        for key, header, about in (("in", "In", "When they came."), ("out", "Out", "When they left."))
    ),
)
_LINE = [""] * (len(SIGN_IN_SHEET) - 1)


def sign_in_sheet(reading: Reading) -> Iterator[Row]:
    """A row for everybody seen in the last `active-days` days who shows a name, by that name, then blank ones."""
    since = reading.house.today() - timedelta(days=reading.house.settings().active_days)
    names = filter(None, (shown_name(known_as(row)) for row in reading.reader.seen_since(since)))
    for name in [*sorted(names, key=str.casefold), *[""] * BLANK_LINES]:
        yield [name, *_LINE]
