"""Figures and the look for doubts find their few visits among millions through an index."""

import re
from datetime import date

from clubhouse.audit import COMMAND_LINE
from clubhouse.figures_report import figures_report
from clubhouse.house import House
from clubhouse.locked_months import locked_between
from clubhouse.locking import see_months
from clubhouse.pictures import pictures
from clubhouse.quality import check_quality
from db.exporting import reading
from tests.clubhouse.test_query_plans import plan, reads_a_whole_table, statements
from tests.houses import add

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


def test_no_large_table_but_that_of_people_is_read_from_end_to_end(house: House) -> None:
    add(house)
    with statements(house) as heard:
        figures_report(house, OCTOBER)
        pictures(house, OCTOBER)
        check_quality(house, COMMAND_LINE, OCTOBER)
        see_months(house, COMMAND_LINE)
        locked_between(house, *OCTOBER)
    asked = [each for each in heard if each.startswith("SELECT")]
    assert len(asked) > 20
    steps = {step for each in asked for step in plan(house, each) if reads_a_whole_table(step)}
    assert {step for step in steps if not re.match("SCAN people", step)} == set()


def test_corrections_and_doubtful_visits_are_counted_through_their_indexes(house: House) -> None:
    heard: list[str] = []
    with reading(house.store) as reader:
        reader._connection.set_trace_callback(heard.append)
        reader.corrected_visits(house.now())
        reader.count_unsure(*OCTOBER)
        list(reader.changes("2026-11-01T00:00:00Z"))
    found = "\n".join(step for each in heard if each.startswith("SELECT") for step in plan(house, each))
    for index in ("audit_corrections", "visits_estimated", "visits_open_by_day"):
        assert index in found
