"""Benefits reports as files: each in one of its own, for its owner alone, and never half."""

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment.benefits_report import benefits_page
from clubhouse.employment.report_files import write_benefits_report
from clubhouse.errors import BadFile
from clubhouse.house import House
from clubhouse.permissions import NotAllowed
from clubhouse.print_folder import FOLDER
from tests.houses import add


def test_each_report_has_a_file_of_its_own(house: House) -> None:
    rosa = add(house)
    first, second = (write_benefits_report(house, COMMAND_LINE, rosa.id, "2026-11") for _ in range(2))
    assert (first.name, second.name) == (
        f"benefits-{rosa.code}-2026-11.html",
        f"benefits-{rosa.code}-2026-11-2.html",
    )
    assert first.parent == house.store.path.parent / FOLDER
    assert first.read_text(encoding="utf-8") == benefits_page(house, COMMAND_LINE, rosa.id, "2026-11")
    assert [path.stat().st_mode & 0o077 for path in (first, first.parent)] == [0, 0]


def test_where_no_file_can_be_made_it_is_said(house: House) -> None:
    (house.store.path.parent / FOLDER).write_text("in the way", encoding="utf-8")
    with pytest.raises(BadFile, match="to-print cannot be used"):
        write_benefits_report(house, COMMAND_LINE, add(house).id, "2026-11")


def test_nobody_else_gets_a_file(house: House) -> None:
    rosa, ben = add(house), add(house, "Ben")
    with pytest.raises(NotAllowed):
        write_benefits_report(house, ben.code, rosa.id, "2026-11")
    assert not (house.store.path.parent / FOLDER).exists()
