"""Every operation of the next sheet of cards, and of a record on paper, in the scene of people."""

from pathlib import Path

from clubhouse import next_sheet, record_print
from clubhouse.house import House
from clubhouse.permissions import Permission
from clubhouse.print_folder import folder_beside
from tests.clubhouse.people_scene import MONTH, PeopleScene, PeopleWrite


def _sheet(house: House, scene: PeopleScene, actor: str) -> Path:
    return next_sheet.print_sheet(house, actor, folder_beside(house), paper="a4", names=True)


PRINTING_WRITES = (
    PeopleWrite(
        "next_sheet.put_on_sheet",
        lambda house, scene, actor: next_sheet.put_on_sheet(house, actor, scene.mia.id),
        ["put_on_sheet"],
        Permission.GREETER,
    ),
    PeopleWrite(
        "next_sheet.put_on_sheet",
        lambda house, scene, actor: next_sheet.put_on_sheet(house, actor, scene.newcomer.id),
        ["issue_card", "put_on_sheet"],
        Permission.GREETER,
        of="of somebody without a card",
    ),
    PeopleWrite(
        "next_sheet.put_on_sheet",
        lambda house, scene, actor: next_sheet.put_on_sheet(house, actor, scene.mia.id, anew=True),
        ["replace_card", "put_on_sheet"],
        Permission.GREETER,
        of="anew",
    ),
    PeopleWrite(
        "next_sheet.take_off_sheet",
        lambda house, scene, actor: next_sheet.take_off_sheet(house, actor, scene.on_sheet),
        ["take_off_sheet"],
        Permission.GREETER,
    ),
    PeopleWrite("next_sheet.print_sheet", _sheet, ["view", "print_card"], Permission.GREETER),
    PeopleWrite(
        "record_print.print_record",
        lambda house, scene, actor: record_print.print_record(
            house, actor, scene.mia.id, MONTH, folder_beside(house)
        ),
        ["view", "print_record"],
        Permission.REACH_OUT,
        own=True,
    ),
)
PRINTING_READS = (
    PeopleWrite("next_sheet.see_sheet", lambda house, scene, actor: next_sheet.see_sheet(house, actor), [],
                Permission.GREETER),
)  # fmt: skip
PRINTING_APART = {"print_folder.write_page", "record_print.print_own_record"}
"""Write a file; the first nothing else, the second where a house has named a folder. They have tests of their own."""
