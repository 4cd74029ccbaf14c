"""Hours and pay are the person's own; who else may what stands in docs/permissions.md."""

from dataclasses import replace
from pathlib import Path

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.employment import (
    benefits_report,
    corrections,
    my_hours,
)
from clubhouse.employment.stretches import of_length
from clubhouse.house import House
from clubhouse.people import change_person, pause_person
from clubhouse.permissions import NotAllowed
from clubhouse.settings import set_setting
from tests.clubhouse.employment_operations import (
    WorkScene,
    work_scene,
)
from tests.houses import ACTOR
from tests.stages import Stage, set_stage


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


def test_who_is_asked_to_see_staff_first_sees_nothing(house: House, scene: WorkScene) -> None:
    pause_person(house, COMMAND_LINE, scene.holder.id, "see Sam")
    with pytest.raises(NotAllowed):
        my_hours.my_hours(house, scene.holder.code, scene.holder.id)


def test_only_the_person_changes_hours_and_staff_correct_them(house: House, scene: WorkScene) -> None:
    for code in (scene.keeper.code, COMMAND_LINE, scene.other.code):
        with pytest.raises(NotAllowed):
            corrections.change_hours(house, code, scene.friday.id, of_length(60))
        with pytest.raises(NotAllowed):
            corrections.take_back_change(house, code, scene.friday.id)


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
