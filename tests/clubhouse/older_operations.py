"""Operations about people, cards, visits and settings that stand in the table of `test_operations`, and who may."""

from dataclasses import replace

from clubhouse import cards, people, settings, visits
from clubhouse.people import Kind
from clubhouse.permissions import Permission
from tests.clubhouse.people_scene import PeopleWrite

_GREETER, _REACH_OUT, _SETTINGS = Permission.GREETER, Permission.REACH_OUT, Permission.SETTINGS

OLDER = (
    PeopleWrite(
        "people.add_person",
        lambda house, scene, actor: people.add_person(house, actor, people.new_person(house, Kind.MEMBER, "Eve")),
        ["add_person"],
        _GREETER,
    ),
    PeopleWrite(
        "people.add_person",
        lambda house, scene, actor: people.add_person(house, actor, people.new_person(house, Kind.STAFF, "Eve")),
        ["add_person"],
        _SETTINGS,
        of="of staff",
    ),
    PeopleWrite(
        "people.change_person",
        lambda house, scene, actor: people.change_person(
            house, actor, scene.mia.id, replace(scene.mia, nickname="Mi")
        ),
        ["change_person"],
        _GREETER,
    ),
    PeopleWrite(
        "people.change_person",
        lambda house, scene, actor: people.change_person(
            house, actor, scene.mia.id, replace(scene.mia, kind=Kind.STAFF)
        ),
        ["change_person"],
        _SETTINGS,
        of="into staff",
    ),
    PeopleWrite(
        "people.end_person",
        lambda house, scene, actor: people.end_person(house, actor, scene.mia.id),
        ["end_person"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "people.pause_person",
        lambda house, scene, actor: people.pause_person(house, actor, scene.mia.id, "see Ana"),
        ["pause_person"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "people.resume_person",
        lambda house, scene, actor: people.resume_person(house, actor, scene.paused.id),
        ["resume_person"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "cards.issue_card",
        lambda house, scene, actor: cards.issue_card(house, actor, scene.newcomer),
        ["issue_card"],
        _GREETER,
    ),
    PeopleWrite(
        "cards.replace_card",
        lambda house, scene, actor: cards.replace_card(house, actor, scene.mia),
        ["replace_card"],
        _GREETER,
    ),
    PeopleWrite(
        "visits.add_visit",
        lambda house, scene, actor: visits.add_visit(house, actor, scene.mia, house.now(), house.now(), "paper"),
        ["add_visit"],
        _GREETER,
    ),
    PeopleWrite(
        "visits.correct_visit",
        lambda house, scene, actor: visits.correct_visit(
            house, actor, scene.visit.id, scene.visit.in_at, scene.visit.in_at, "paper"
        ),
        ["correct_visit"],
        _GREETER,
    ),
    PeopleWrite(
        "settings.set_setting",
        lambda house, scene, actor: settings.set_setting(house, actor, "look", "dark"),
        ["set_setting"],
        _SETTINGS,
    ),
)
