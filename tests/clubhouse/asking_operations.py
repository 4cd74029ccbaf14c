"""Operations that ask who does, and whose calls stand in no other table: reads, exports, and what takes a file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

from clubhouse import door, locking, planning, quality
from clubhouse.calendars.importing import import_calendar
from clubhouse.calendars.writing import house_calendar
from clubhouse.cards import issue_missing_cards
from clubhouse.employment import (
    benefits_report,
    coverage,
    coverage_days,
    hours_out,
    jobs,
    my_hours,
    next_in_line,
    outlook,
    placement_pages,
)
from clubhouse.employment.corrections import change_hours, earlier_of, take_back_change
from clubhouse.employment.employers import see_employers
from clubhouse.employment.stretches import of_length
from clubhouse.exports.exporting import export, preview
from clubhouse.exports.forms import Form
from clubhouse.exports.making import allowed_sheet, making
from clubhouse.exports.request import Request
from clubhouse.exports.sheets import SHEETS
from clubhouse.house import House
from clubhouse.importing import import_people
from clubhouse.known import see_person
from clubhouse.people import Person, change_person
from clubhouse.visits import visits_of
from tests.clubhouse.calendars.held import FILES
from tests.clubhouse.calls import Call, in_part
from tests.clubhouse.employment_operations import WorkScene
from tests.clubhouse.scene import Scene

FIRST, LAST = date(2026, 10, 1), date(2026, 11, 30)


def _holder(scene: Scene) -> Person:
    return scene.work.holder


def _request(what: str, *, names: bool = False) -> Request:
    return Request(what, FIRST, LAST, names=names)


def _export(house: House, scene: Scene, actor: str, request: Request) -> object:
    form = Form.SQLITE if request.what == "everything" else Form.HTML if request.what == "sign-in-sheet" else Form.CSV
    return export(house, actor, request, form, Path(scene.csv.parent, f"{uuid4()}.{form}"))


def _table(house: House, actor: str, what: str) -> object:
    with making(house, actor, _request(what)) as (table, _):
        return list(table.rows)


def _exports() -> dict[str, Call]:
    calls = {}
    for what in (*SHEETS, "everything"):
        for names in (False, True):
            of = f"{what} with names" if names else what
            request = _request(what, names=names)
            calls[f"exports.exporting.export of {of}"] = Call(
                lambda house, scene, actor, request=request: _export(house, scene, actor, request)
            )
            if what != "everything":
                calls[f"exports.exporting.preview of {of}"] = Call(
                    lambda house, scene, actor, request=request: preview(house, actor, request)
                )
    return calls


def _work(act: Callable[[House, WorkScene, str], object], whose: str = "holder") -> Call:
    return Call(in_part("work", act), lambda scene: getattr(scene.work, whose))


AGAIN = {
    "employment.benefits_report.benefits_report": _work(
        lambda h, s, a: benefits_report.benefits_report(h, a, s.holder.id, "2026-11", again=True)
    ),
    "employment.corrections.earlier_of": _work(lambda h, s, a: earlier_of(h, a, s.friday.id, again=True)),
    "employment.coverage_days.coverage_between": _work(
        lambda h, s, a: coverage_days.coverage_between(h, a, FIRST, LAST, again=True)
    ),
    "employment.coverage_days.coverage_of": _work(lambda h, s, a: coverage_days.coverage_of(h, a, again=True)),
    "employment.hours_out.hours_between": _work(
        lambda h, s, a: hours_out.hours_between(h, a, FIRST, LAST, again=True)
    ),
    "employment.hours_out.month_hours": _work(
        lambda h, s, a: hours_out.month_hours(h, a, "2026-11", "2026-11", again=True)
    ),
    "employment.jobs.jobs_of": _work(lambda h, s, a: jobs.jobs_of(h, a, s.other.id, again=True), "other"),
    "employment.jobs.see_jobs": _work(lambda h, s, a: jobs.see_jobs(h, a, again=True)),
    "employment.my_hours.my_hours": _work(lambda h, s, a: my_hours.my_hours(h, a, s.holder.id, again=True)),
    "employment.next_in_line.see_line": _work(lambda h, s, a: next_in_line.see_line(h, a, again=True)),
    "employment.outlook.look_ahead": _work(lambda h, s, a: outlook.look_ahead(h, a, again=True)),
    "employment.placement_pages.see_placement": _work(
        lambda h, s, a: placement_pages.see_placement(h, a, s.baker.id, again=True)
    ),
    "employment.placement_pages.see_placements": _work(
        lambda h, s, a: placement_pages.see_placements(h, a, again=True)
    ),
    "known.see_person": Call(lambda h, s, a: see_person(h, a, s.people.mia.id, again=True)),
    "quality.check_quality": Call(lambda h, s, a: quality.check_quality(h, a, (FIRST, LAST), again=True)),
    "visits.visits_of": Call(lambda h, s, a: visits_of(h, a, s.people.mia.id, 14, again=True)),
}
"""Pages that lie open and are painted again: they leave no second row, and ask all the same."""


ASKING = {
    "calendars.importing.import_calendar": Call(
        lambda house, scene, actor: import_calendar(house, actor, FILES / "described_zone.ics", "social")
    ),
    "calendars.writing.house_calendar": Call(lambda house, scene, actor: house_calendar(house, actor, FIRST, LAST)),
    "cards.issue_missing_cards": Call(lambda house, scene, actor: issue_missing_cards(house, actor)),
    "door.see_list": Call(lambda house, scene, actor: door.see_list(house, actor, scene.program.now.id)),
    "employment.corrections.change_hours": Call(
        lambda house, scene, actor: change_hours(house, actor, scene.work.friday.id, of_length(180)), _holder
    ),
    "employment.coverage.offered_to": Call(
        lambda house, scene, actor: coverage.offered_to(house, actor, scene.work.tuesday.id)
    ),
    "employment.employers.see_employers": Call(lambda house, scene, actor: see_employers(house, actor)),
    "exports.making.allowed_sheet": Call(lambda house, scene, actor: allowed_sheet(house, actor, _request("visits"))),
    "exports.making.making": Call(lambda house, scene, actor: _table(house, actor, "visits")),
    "importing.import_people": Call(lambda house, scene, actor: import_people(house, actor, scene.csv)),
    "people.change_person of another code for whoever looks after something": Call(
        lambda house, scene, actor: change_person(
            house, actor, scene.day.keeper.id, replace(scene.day.keeper, code="V0099")
        )
    ),
    "employment.corrections.take_back_change": Call(
        lambda house, scene, actor: take_back_change(house, actor, scene.work.friday.id), _holder
    ),
    "locking.see_months": Call(lambda house, scene, actor: locking.see_months(house, actor)),
    "planning.see_following": Call(
        lambda house, scene, actor: planning.see_following(house, actor, scene.program.next.id)
    ),
    "planning.see_plan": Call(lambda house, scene, actor: planning.see_plan(house, actor, FIRST, LAST)),
    "planning.see_planned": Call(
        lambda house, scene, actor: planning.see_planned(house, actor, scene.program.next.id)
    ),
    "quality.check_quality": Call(lambda house, scene, actor: quality.check_quality(house, actor, (FIRST, LAST))),
    **_exports(),
    **{f"{name} again": call for name, call in AGAIN.items()},
}
