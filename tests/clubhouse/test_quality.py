"""What would make a report wrong is found, and the command beside it can be typed."""

import re
import shlex
from datetime import date

import pytest

from clubhouse import attendance, visits
from clubhouse.__main__ import front_door
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.permissions import NotAllowed
from clubhouse.quality import Doubt, check_quality
from tests.houses import SetClock, actions_on_disk, add, local
from tests.test_docs import parse

NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))


def test_a_house_in_order_has_nothing_in_doubt(house: House) -> None:
    rosa = add(house)
    visits.add_visit(house, COMMAND_LINE, rosa, local("2026-11-20 09:00"), local("2026-11-20 10:00"), "paper")
    visits.add_visit(house, COMMAND_LINE, rosa, local("2026-11-20 10:00"), local("2026-11-20 11:00"), "paper")
    attendance.sign_in_by_name(house, add(house, "Li").id)
    assert check_quality(house, COMMAND_LINE, NOVEMBER) == []
    assert actions_on_disk(house)[-1] == "view"


def test_each_doubt_is_found_with_what_mends_it(house: House, clock: SetClock) -> None:
    rosa, li, twin = add(house), add(house, "Li"), add(house, "rosa")
    clock.forward(days=-2)
    attendance.sign_in_by_name(house, li.id)
    clock.forward(days=1)
    visits.close_days(house)
    attendance.sign_in_by_name(house, rosa.id)
    clock.forward(days=1)
    house.store.connection.execute(
        "INSERT INTO visits (person_id, day, in_at, in_how, out_at, out_how)"
        " VALUES (?, '2026-11-20', '2026-11-20T14:00:00Z', 'scan', '2026-11-20T18:00:00Z', 'key'),"
        " (?, '2026-11-20', '2026-11-20T17:00:00Z', 'scan', '2026-11-20T17:30:00Z', 'key')",
        (twin.id, twin.id),
    )
    found = check_quality(house, COMMAND_LINE, NOVEMBER)
    assert [(each.doubt, each.what) for each in found] == [
        (Doubt.OPEN, "visit 2 of M0001"),
        (Doubt.ESTIMATED, "visit 1 of M0002"),
        (Doubt.OVERLAP, "visits 3 and 4 of M0003"),
        (Doubt.DOUBLE, "M0001 and M0003"),
    ]
    for each in found:
        line = re.sub("TIME", "15:00", each.mend)
        parse(front_door, shlex.split(line)[1:])


def test_it_needs_the_permission_for_reports(house: House) -> None:
    add(house)
    with pytest.raises(NotAllowed):
        check_quality(house, "M0001", NOVEMBER)
