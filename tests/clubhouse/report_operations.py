"""The operations of exports and figures, for the table of all operations."""

from clubhouse import locking
from clubhouse.house import House
from clubhouse.permissions import Permission
from tests.clubhouse.day_operations import Write

REPORT_READS = {
    "exports.making.allowed_sheet",
    "exports.making.making",
    "figures.attendance_on",
    "figures.house_figures",
    "figures.kinds_of_days",
    "figures.unit_minutes",
    "figures_page.figures_page",
    "figures_report.all_figures",
    "figures_report.figures_report",
    "locked_months.is_locked",
    "locked_months.locked_between",
    "locked_months.require_reports",
    "locked_months.require_unlocked",
    "locking.see_months",
    "pictures.pictures",
    "quality.check_quality",
    "quality.find_doubts",
}
REPORT_WRITES_APART = {"exports.apart.export_beside", "exports.exporting.export", "exports.exporting.preview"}
"""They write another file, or are noted before they show anything; their own tests tell of their rows."""


def _locked_and_unlocked(house: House, _scene: object, actor: str) -> None:
    with house.store.transaction():
        locking.lock_month(house, actor, "2026-09", sure=True)
        locking.unlock_month(house, actor, "2026-09", "it was not sent")


REPORT_WRITES = (
    Write(
        "locking.lock_month",
        lambda house, _, actor: locking.lock_month(house, actor, "2026-10", sure=True),
        ["lock_visits"],
        Permission.REPORTS,
    ),
    Write("locking.unlock_month", _locked_and_unlocked, ["lock_visits", "unlock_visits"], Permission.REPORTS),
)
