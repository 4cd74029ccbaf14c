"""Hours and pay are seen and written by the person they are of and by keepers of employment, and by nobody else."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from clubhouse import employment
from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import (
    benefits_report,
    corrections,
    coverage,
    coverage_days,
    hours_out,
    my_hours,
    next_in_line,
    outlook,
    terms,
)
from clubhouse.employment.stretches import of_length
from clubhouse.house import House
from clubhouse.people import Kind, Person, change_person, end_person, pause_person
from clubhouse.permissions import NotAllowed, Permission, give_permission, take_permission
from clubhouse.settings import set_setting
from tests.clubhouse.employment_operations import (
    EMPLOYMENT_PARTS,
    EMPLOYMENT_WRITES,
    FRIDAY,
    OWN_WRITES,
    WorkScene,
    WorkWrite,
    work_scene,
)
from tests.houses import ACTOR, add, on_disk
from tests.stages import Stage, set_stage

every_write = pytest.mark.parametrize(
    "write", EMPLOYMENT_WRITES, ids=lambda write: f"{write.name} {write.of}".strip()
)
own_writes = pytest.mark.parametrize(
    "write", [each for each in (*EMPLOYMENT_WRITES, *OWN_WRITES) if each.own], ids=lambda write: write.name
)
READS_ASKING = {"coverage.my_coverage", "coverage.offered_to", "next_in_line.wishes_of", "terms.terms_of"}
"""Those that take an actor and write nothing."""


READS: tuple[Callable[[House, str, WorkScene], object], ...] = (
    lambda house, code, scene: coverage.my_coverage(house, code, scene.holder.id),
    lambda house, code, scene: coverage.offered_to(house, code, scene.tuesday.id),
    lambda house, code, scene: next_in_line.wishes_of(house, code, scene.holder.id),
    lambda house, code, scene: terms.terms_of(house, code, scene.holder.id),
    lambda house, code, scene: hours_out.month_hours(house, code, "2026-11", "2026-11", scene.holder.id, again=True),
    lambda house, code, scene: hours_out.hours_between(house, code, FRIDAY, FRIDAY, again=True),
    lambda house, code, scene: my_hours.my_hours(house, code, scene.holder.id, again=True),
    lambda house, code, scene: coverage_days.coverage_of(house, code, again=True),
    lambda house, code, scene: outlook.look_ahead(house, code, again=True),
)


@pytest.fixture(scope="session")
def stage(new_house_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Stage[WorkScene]:
    """A Monday morning, made once."""
    return set_stage(new_house_file, tmp_path_factory.mktemp("who-may"), lambda house, _: work_scene(house))


@pytest.fixture
def path(tmp_path: Path, stage: Stage[WorkScene]) -> Path:
    """The file of a house on that morning."""
    return stage.copy(tmp_path)


@pytest.fixture
def scene(stage: Stage[WorkScene]) -> WorkScene:
    """What is on file."""
    return stage.scene


def strangers(house: House, scene: WorkScene, write: WorkWrite | None = None) -> list[str]:
    """Codes of every other kind of person, and of nobody."""
    plain = [add(house, "Mia"), add(house, "Vera", kind=Kind.VOLUNTEER), add(house, "Zoe", kind=Kind.STAFF)]
    asked_for_other, no_longer, ended = add(house, "Otto"), add(house, "Nils"), add(house, "Eva", kind=Kind.STAFF)
    paused = add(house, "Pia", kind=Kind.STAFF)
    for permission in Permission:
        for person in (no_longer, ended, paused):
            give_permission(house, COMMAND_LINE, person, permission)
        take_permission(house, COMMAND_LINE, no_longer, permission)
        if permission is not Permission.EMPLOYMENT:
            give_permission(house, COMMAND_LINE, asked_for_other, permission)
    end_person(house, COMMAND_LINE, ended.id)
    pause_person(house, COMMAND_LINE, paused.id, "see Sam")
    others = [each for each in ("holder", "other", "staff") if write is None or each != write.own]
    known: list[Person] = [getattr(scene, each) for each in others]
    return [
        *(each.code for each in (*plain, asked_for_other, no_longer, ended, paused, *known)),
        "M9999",
        "house",
        "",
    ]


def written(house: House) -> list[tuple[object, ...]]:
    """What tells whether anything was written."""
    return house.store.connection.execute("SELECT total_changes()").fetchall()


@every_write
def test_everybody_else_is_refused_and_nothing_is_written(house: House, scene: WorkScene, write: WorkWrite) -> None:
    for code in strangers(house, scene, write):
        before = written(house)
        with pytest.raises(NotAllowed):
            write.act(house, scene, code)
        assert written(house) == before, code


@every_write
def test_keepers_of_employment_may(house: House, scene: WorkScene, write: WorkWrite) -> None:
    write.act(house, scene, scene.keeper.code)
    if write.actions:
        assert on_disk(house.store.path, "SELECT actor, action FROM audit ORDER BY id DESC LIMIT 1") == [
            (scene.keeper.code, write.actions[-1])
        ]


@own_writes
def test_the_person_may_and_a_look_at_what_is_ones_own_leaves_no_row(
    house: House, scene: WorkScene, write: WorkWrite
) -> None:
    ((before,),) = on_disk(house.store.path, "SELECT count(*) FROM audit WHERE action = 'view'")
    write.act(house, scene, getattr(scene, write.own).code)
    assert on_disk(house.store.path, "SELECT count(*) FROM audit WHERE action = 'view'") == [(before,)]


def test_who_is_asked_to_see_staff_first_sees_nothing(house: House, scene: WorkScene) -> None:
    pause_person(house, COMMAND_LINE, scene.holder.id, "see Sam")
    with pytest.raises(NotAllowed):
        my_hours.my_hours(house, scene.holder.code, scene.holder.id)


def test_reads_without_a_row_ask_too(house: House, scene: WorkScene) -> None:
    for code in [each for each in strangers(house, scene) if each != scene.holder.code]:
        for read in READS:
            with pytest.raises(NotAllowed):
                read(house, code, scene)


def test_only_the_person_changes_hours_and_staff_correct_them(house: House, scene: WorkScene) -> None:
    for code in (scene.keeper.code, COMMAND_LINE, scene.other.code):
        with pytest.raises(NotAllowed):
            corrections.change_hours(house, code, scene.friday.id, of_length(60))
        with pytest.raises(NotAllowed):
            corrections.take_back_change(house, code, scene.friday.id)


def test_every_operation_that_takes_an_actor_stands_in_a_table() -> None:
    taking = {
        f"{found.name}.{name}"
        for found in iter_modules(employment.__path__)
        for name, function in inspect.getmembers(
            import_module(f"clubhouse.employment.{found.name}"), inspect.isfunction
        )
        if function.__module__ == f"clubhouse.employment.{found.name}"
        and not name.startswith("_")
        and "actor" in inspect.signature(function).parameters
    }
    parts = {each.removeprefix("employment.") for each in EMPLOYMENT_PARTS}
    asking = {"privacy.is_own", "privacy.keeps", "privacy.own_or_keeper", "privacy.require_own_or", "writing.owns"}
    assert taking - parts - asking == {each.name for each in (*EMPLOYMENT_WRITES, *OWN_WRITES)} | READS_ASKING


def test_pay_is_for_the_persons_own_eyes_where_the_house_shows_it(house: House, scene: WorkScene) -> None:
    holder = scene.holder
    assert my_hours.my_hours(house, holder.code, holder.id).month_pay is None
    set_setting(house, ACTOR, "pay-shown", "on")
    shown = my_hours.my_hours(house, holder.code, holder.id).month_pay
    assert shown is not None
    assert shown.cents == 480 * 1500 // 60
    assert my_hours.my_hours(house, scene.keeper.code, holder.id).month_pay is None


def test_a_name_on_the_report_is_text(house: House, scene: WorkScene) -> None:
    nasty = '<b>x</b>&"'
    change_person(house, ACTOR, scene.holder.id, replace(scene.holder, last_name=nasty))
    page = benefits_report.benefits_page(house, COMMAND_LINE, scene.holder.id, "2026-11")
    assert nasty not in page
    assert "&lt;b&gt;x&lt;/b&gt;&amp;&quot;" in page
