"""Every operation of PINs and roles that writes, in the scene of the work-ordered day."""

from clubhouse import permissions, pins
from clubhouse.permissions import Permission, Role
from tests.clubhouse.day_operations import STAFF_PIN, Write

DESK_WRITES = (
    Write(
        "pins.give_pin",
        lambda house, scene, actor: pins.give_pin(house, actor, scene.guest),
        ["give_pin"],
        Permission.SETTINGS,
    ),
    Write(
        "pins.change_pin",
        lambda house, scene, _: pins.change_pin(house, scene.staff, STAFF_PIN, "1357"),
        ["change_pin"],
    ),
    Write("pins.open_desk", lambda house, scene, _: pins.open_desk(house, scene.staff.id, STAFF_PIN), ["open_desk"]),
    Write(
        "permissions.give_role",
        lambda house, scene, actor: permissions.give_role(house, actor, scene.guest, Role.STAFF),
        ["give_permission"] * 4,
        Permission.SETTINGS,
    ),
)
