"""Every operation of the PIN before My record that writes, in the scene of people."""

from clubhouse import goals, record_pin
from clubhouse.permissions import Permission
from tests.clubhouse.people_scene import PIN, PeopleWrite

RECORD_WRITES = (
    PeopleWrite(
        "goals.supports_written",
        lambda house, scene, actor: goals.supports_written(house, actor, scene.mia.id),
        ["view"],
        Permission.REACH_OUT,
        own=True,
    ),
    PeopleWrite(
        "record_pin.choose_pin",
        lambda house, scene, _: record_pin.choose_pin(house, scene.mia, "1357"),
        ["choose_pin"],
    ),
    PeopleWrite(
        "record_pin.remove_pin",
        lambda house, scene, _: record_pin.remove_pin(house, scene.here, PIN),
        ["remove_pin"],
    ),
    PeopleWrite(
        "record_pin.take_pin_away",
        lambda house, scene, actor: record_pin.take_pin_away(house, actor, scene.here.id),
        ["take_pin_away"],
        Permission.SETTINGS,
    ),
)
READS_OF_RECORD = {"goals.with_writers", "record_key.require_key", "record_key.require_record", "record_pin.has_pin"}
PARTS_OF_RECORD = {"pins.with_pin", "record_pin.open_record"}
"""A PIN that is right leaves no row; one that is wrong has a test of its own."""
