"""The operations of the rooms *People* and *Reach-out* at the desk, and who may."""

from clubhouse import joining, known, people, reach_out
from clubhouse.joining import Newcomer
from clubhouse.people import Kind
from clubhouse.permissions import Permission
from tests.clubhouse.people_scene import PeopleWrite

_GREETER, _REACH_OUT, _SETTINGS = Permission.GREETER, Permission.REACH_OUT, Permission.SETTINGS

JOINING_WRITES = (
    PeopleWrite(
        "joining.join_house",
        lambda house, scene, actor: joining.join_house(
            house,
            actor,
            Newcomer(people.new_person(house, Kind.MEMBER, "Eve"), scene.visitor.id, True, scene.mia.id),
        ),
        ["add_person", "visitor_joins", "begin_orientation"],
        _GREETER,
    ),
    PeopleWrite(
        "joining.join_house",
        lambda house, scene, actor: joining.join_house(
            house, actor, Newcomer(people.new_person(house, Kind.STAFF, "Eve"))
        ),
        ["add_person"],
        _SETTINGS,
        of="of staff",
    ),
    PeopleWrite(
        "people.bring_back",
        lambda house, scene, actor: people.bring_back(house, actor, scene.left.id),
        ["come_back"],
        _REACH_OUT,
    ),
    PeopleWrite(
        "known.see_person",
        lambda house, scene, actor: known.see_person(house, actor, scene.mia.id),
        ["view"],
        _GREETER,
    ),
)
"""Those that write."""

JOINING_READS = (
    PeopleWrite(
        "reach_out.look_again", lambda house, scene, actor: reach_out.look_again(house, actor), [], _REACH_OUT
    ),
    PeopleWrite(
        "reach_out.who_was_it",
        lambda house, scene, actor: reach_out.who_was_it(house, actor, [scene.contact]),
        [],
        _REACH_OUT,
    ),
)
"""Those that only read, and ask who does."""
