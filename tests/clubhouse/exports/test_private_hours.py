"""Job hours, pay and employers go out to nobody but those who look after employment, whatever else they may."""

from datetime import date

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment.corrections import correct_hours
from clubhouse.employment.stretches import of_length
from clubhouse.exports.exporting import preview
from clubhouse.exports.request import Request
from clubhouse.exports.sheets import SHEETS
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import NotAllowed, Permission, give_permission
from tests.employment import MONDAY, add_employer, add_placement, hold, log
from tests.houses import add

SECRET = ("Zanzibarium", "Quokkakeeper", "225", "3:45", "210", "3:30", "1500", "15.00", "time sheet of the employer")
"""What would stand somewhere if it went out: employer, job, hours before and after a correction, wage, reason."""


@pytest.fixture
def keeper(house: House) -> Person:
    """Somebody who looks after everything but employment, in a house where Rosa has worked."""
    rosa = add(house)
    work = add_placement(house, add_employer(house, "Zanzibarium"), "Quokkakeeper")
    hold(house, work, rosa)
    logged = log(house, work, rosa, MONDAY, 225)
    correct_hours(house, COMMAND_LINE, logged.id, of_length(210), "time sheet of the employer")
    keeper = add(house, "Vic", "Vale", Kind.STAFF)
    for permission in Permission:
        if permission is not Permission.EMPLOYMENT:
            give_permission(house, COMMAND_LINE, keeper, permission)
    return keeper


def written(house: House, actor: str, what: str, names: bool) -> str:
    """All that the export says; empty where it is refused."""
    asked = Request(what, date(2026, 1, 1), date(2026, 12, 31), names=names)
    try:
        columns, rows = preview(house, actor, asked, most=10_000)
    except NotAllowed:
        return ""
    return "\n".join([",".join(column.header for column in columns), *(str(row) for row in rows)])


@pytest.mark.parametrize("names", [False, True], ids=["codes", "names"])
@pytest.mark.parametrize("what", list(SHEETS))
def test_no_export_tells_whoever_does_not_look_after_employment(
    house: House, keeper: Person, what: str, names: bool
) -> None:
    found = written(house, keeper.code, what, names)
    assert [secret for secret in SECRET if secret in found] == []


def test_whoever_does_look_after_it_finds_all_of_it(house: House, keeper: Person) -> None:
    give_permission(house, COMMAND_LINE, keeper, Permission.EMPLOYMENT)
    found = "".join(written(house, keeper.code, what, names=True) for what in ("hours", "jobs", "audit"))
    assert [secret for secret in ("Zanzibarium", "Quokkakeeper", "3:30", "time sheet") if secret not in found] == []
