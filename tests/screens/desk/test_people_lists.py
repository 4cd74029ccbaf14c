"""The lists of a person's page: photos, orientation, wishes, whom to call, what they look after, card and PIN."""

import re

from clubhouse import cards, people, permissions, photos, pins, wishes
from clubhouse.audit import COMMAND_LINE
from clubhouse.codes import read_code
from clubhouse.house import House
from clubhouse.people import Person
from clubhouse.permissions import Permission, Role, give_role
from clubhouse.wishes import NewEmergencyContact, Way, Wishes
from tests.houses import actions_on_disk, on_disk
from tests.screens.desk.test_people import open_person
from tests.screens.kiosks import kiosk
from tests.screens.mornings import Day

VIEWS = "SELECT subject FROM audit WHERE action = 'view' ORDER BY id"


async def test_photos_are_agreed_to_by_purpose(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "rosa")
        await running.shows("P Photos newsletter not asked")
        running.press("p")
        await running.opens("Photos")
        await running.shows("newsletter not asked")
        running.press("enter")
        await running.shows("newsletter: yes")
        running.press("n")
        await running.shows("newsletter: no")
        running.press("down", "y")
        await running.shows("house wall: yes")
    answers = {each.purpose: each.agrees for each in photos.see_consents(house, COMMAND_LINE, rosa.id)}
    assert answers == {"newsletter": False, "house wall": True, "website": None}


async def test_steps_are_ticked_and_the_orientation_ends(house: House, day: Day, rosa: Person) -> None:
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "rosa")
        await running.shows("O Orientation none")
        running.press("o")
        await running.opens("Orientation")
        await running.shows("+ Begin the orientation")
        running.press("enter")
        await running.opens("Buddy")
        running.press("enter")
        await running.opens("Orientation")
        await running.shows("no buddy yet")
        running.press("enter")
        await running.shows("23 November 2026")
        running.press("enter")
        await running.until(lambda: "untick_step" in actions_on_disk(house), "the tick to be taken back")
        running.press("b")
        await running.opens("Buddy")
        running.type("ana")
        await running.shows("1 Ana O.")
        running.press("1", "enter")
        await running.shows("with Ana Ortiz")
        running.press("e")
        await running.opens("Question")
        running.press("enter")
        await running.opens("PersonPage")
        await running.shows("O Orientation knows the house since 23 November 2026")


async def test_wishes_are_looked_at_once_and_after_a_change(house: House, day: Day, rosa: Person) -> None:
    wishes.set_wishes(house, COMMAND_LINE, rosa.id, Wishes(Way.CALL, "555 0100"))
    page, subject = f"page of person {rosa.id}", f"contact wishes of person {rosa.id}"
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "rosa")
        await running.shows("W Wishes a call · 555 0100")
        await running.elsewhere(lambda other: people.change_person(other, COMMAND_LINE, rosa.id, _renamed(rosa)))
        await running.shows("Rosita")
        assert sorted(on_disk(house.store.path, VIEWS)) == [(subject,), (page,)]
        running.press("w")
        await running.opens("ContactWishes")
        running.press("right", "right", "right", "right")
        await running.shows("please don't")
        running.press(*["enter"] * 4)
        running.type("x\r")
        await running.shows("Type a number of days, or nothing.")
        running.press("backspace", "enter")
        await running.opens("PersonPage")
        await running.shows("W Wishes please don't")
    assert sorted(on_disk(house.store.path, VIEWS)) == [(subject,), (subject,), (page,)]


def _renamed(rosa: Person) -> people.NewPerson:
    return people.NewPerson(rosa.code, rosa.kind, "Rosita", rosa.last_name, "", rosa.shown_as, rosa.since)


async def test_whom_to_call_is_shown_only_when_opened_and_each_look_is_noted(
    house: House, day: Day, rosa: Person
) -> None:
    wishes.add_emergency(house, COMMAND_LINE, rosa.id, NewEmergencyContact("Zelda", "sister", "555 0101"))
    subject = (f"emergency contacts of person {rosa.id}",)
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "rosa")
        await running.shows("Y Emergency shown when opened")
        assert "Zelda" not in running.text()
        assert subject not in on_disk(house.store.path, VIEWS)
        running.press("y")
        await running.opens("Emergency")
        await running.shows("Zelda sister 555 0101")
        assert on_disk(house.store.path, VIEWS).count(subject) == 1
        running.press("a")
        await running.opens("AddEmergency")
        running.type("Omar\rfriend\r555 0102\r")
        await running.opens("Emergency")
        await running.shows("Omar friend 555 0102")
        assert on_disk(house.store.path, VIEWS).count(subject) == 2
        running.press("enter")
        await running.opens("Question")
        running.press("enter")
        await running.shows("is taken off.")
        await running.settle()
    assert len(wishes.see_emergency(house, COMMAND_LINE, rosa.id)) == 1


async def test_tasks_are_given_and_taken_back(house: House, day: Day, rosa: Person) -> None:
    give_role(house, COMMAND_LINE, day.ana, Role.COORDINATOR)
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "rosa")
        await running.shows("R Looks after nothing")
        running.press("r")
        await running.opens("LooksAfter")
        await running.shows("people, cards and visits -")
        running.press("enter")
        await running.shows("people, cards and visits: yes", "people, cards and visits yes")
        assert permissions.permissions_of(house, rosa) == {Permission.GREETER}
        running.press("enter")
        await running.shows("people, cards and visits: no")
        running.press("s")
        await running.shows("They look after all that staff do.")
    assert permissions.permissions_of(house, rosa) == permissions.STAFF_HOLD


async def test_a_coordinator_is_asked_before_giving_the_settings_away(house: House, day: Day) -> None:
    give_role(house, COMMAND_LINE, day.ana, Role.COORDINATOR)
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "ana")
        await running.shows("R Looks after what all staff do")
        running.press("r")
        await running.opens("LooksAfter")
        await running.shows("comes with being staff")
        running.press("enter")
        await running.shows("That comes with being staff.")
        running.press("end", "enter")
        await running.opens("Question")
        running.press("down", "enter")
        await running.opens("LooksAfter")
    assert Permission.SETTINGS in permissions.permissions_of(house, day.ana)


async def test_a_new_pin_is_shown_once_and_opens_the_desk(house: House, day: Day, rosa: Person) -> None:
    give_role(house, COMMAND_LINE, day.ana, Role.COORDINATOR)
    give_role(house, COMMAND_LINE, rosa, Role.STAFF)
    async with kiosk(house) as running:
        await open_person(running, day.anas_card, "rosa")
        await running.shows("N New PIN")
        running.press("n")
        await running.opens("Question")
        running.press("enter")
        await running.opens("NewPin")
        await running.until(lambda: re.search(r"\b\d{6}\b", running.text()), "the PIN")
        pin = re.findall(r"\b\d{6}\b", running.text())[0]
        running.press("escape")
        await running.opens("PersonPage")
        assert pin not in running.text()
    assert pins.open_desk(house, rosa.id, pin).person.id == rosa.id


async def test_a_new_card_takes_the_place_of_the_one_in_use(
    house: House, day: Day, rosa: Person, rosas_card: str
) -> None:
    async with kiosk(house, (54, 20)) as running:
        await open_person(running, day.anas_card, "rosa")
        await running.shows("K Card since")
        running.press("k")
        await running.opens("Question")
        await running.shows("which then signs nobody in.")
        running.press("enter")
        await running.opens("NewCard")
        await running.shows("photographs this now.", "Esc Back")
        await running.until(lambda: "▀" in running.text(), "the picture")
        code = cards.card_of(house, rosa).code
        assert code != rosas_card
        assert read_code(code) == code
        assert code not in running.text()
        running.press("escape")
        await running.opens("PersonPage")
