"""One event at the desk: who comes, who waits, who was there; taken fast from paper, and by several hands at once."""

from itertools import product

import pytest
from textual import events

from clubhouse import door, occurrences, registering
from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.occurrences import Occurrence
from clubhouse.people import Person
from clubhouse.permissions import Permission, give_permission, take_permission
from tests.events import add_event, list_on_disk, new_series
from tests.forms import some
from tests.houses import SetClock, actions_on_disk, add, add_with_card, on_disk
from tests.screens.desk.test_events import open_events, open_first
from tests.screens.desks import marked_row, open_desk
from tests.screens.kiosks import SIZES, kiosk
from tests.screens.mornings import Day
from tests.screens.test_privacy import keeps, kept_of

AFTERWARDS = "2026-11-27 16:00"


def there(house: House, event: Occurrence) -> list[str]:
    """The first names of those noted as there, as another program reads them."""
    rows = on_disk(
        house.store.path,
        "SELECT first_name FROM presences JOIN people ON people.id = person_id"
        f" WHERE occurrence_id = {event.id} AND undone_at IS NULL ORDER BY first_name",
    )
    return [str(name) for (name,) in rows]


def full_event(house: House) -> tuple[Occurrence, list[Person]]:
    """Two seats, three who would like to come, one who needs a ride."""
    event = add_event(house, new_series("Bowling", seats=2, rides=True))
    people = [add(house, name, last) for name, last in (("Ann", "Bell"), ("Ben", "Cole"), ("Cleo", "Dunn"))]
    for person in people:
        registering.register(house, person.id, event.id, ride=person is people[0])
    return event, people


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_who_comes_who_waits_and_who_needs_a_ride(house: House, day: Day, size: tuple[int, int]) -> None:
    full_event(house)
    async with kiosk(house, size) as running:
        await open_first(running, day)
        await running.shows(
            "Bowling · social · Hall",
            "Friday 27 November, 14:00 to 15:00",
            "2 of 2 seats are taken, 1 waits",
            "Please note: on Friday 27 November it shares time with the unit work",
            "Ann Bell has a seat needs one",
            "Cleo Dunn waits, 1st",
            "1 Add",
        )
        running.press("enter")
        await running.shows("Who is there can be noted when it begins")
    assert on_disk(house.store.path, "SELECT count(*) FROM presences") == [(0,)]
    assert [action for action in actions_on_disk(house) if action == "view"] == ["view"]


async def test_attendance_is_taken_from_paper_by_letters_and_enter(house: House, day: Day, clock: SetClock) -> None:
    event, people = full_event(house)
    clock.set(AFTERWARDS)
    clock.forward(days=3)
    async with kiosk(house) as running:
        await open_events(running, day)
        running.press("2")
        await running.shows("Bowling")
        running.press("enter")
        await running.opens("EventRoom")
        await running.shows("Ann Bell")
        running.type("cle\rann\r")
        await running.shows("there Ann Bell", "there Cleo Dunn", "Type letters")
        assert there(house, event) == ["Ann", "Cleo"]
        running.press("down", "enter")
        await running.shows("there Ben Cole")
        assert await marked_row(running) == "there Ben Cole has a seat  "
        running.press("enter")
        await running.shows("Ben Cole: taken back.")
    assert there(house, event) == ["Ann", "Cleo"]
    assert list_on_disk(house, event.id) == [each.id for each in people]


async def test_hands_that_shake_note_somebody_once(house: House, day: Day, clock: SetClock) -> None:
    event, _people = full_event(house)
    clock.set(AFTERWARDS)
    async with kiosk(house) as running:
        await open_first(running, day)
        await running.shows("Ann Bell")
        at = running.pace + 5
        for later in (0.0, 0.2):
            running.pace = at + later
            running.send(events.Key("enter", None))
            await running.settle()
        await running.shows("there Ann Bell")
    assert there(house, event) == ["Ann"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_who_came_without_is_added_one_after_the_other(
    house: House, day: Day, clock: SetClock, rosa: Person, size: tuple[int, int]
) -> None:
    event, _people = full_event(house)
    tom = add(house, "Tom", "Okafor")
    clock.set(AFTERWARDS)
    async with kiosk(house, size) as running:
        await open_first(running, day)
        running.press("1")
        await running.opens("AddSomebody")
        running.press("enter")
        await running.shows("Type the first letters of a name")
        for letters, shown in (("alv", "Rosa A."), ("tom", "Tom O.")):
            running.type(letters)
            await running.shows(f"1 {shown}")
            running.type("1\r")
            await running.shows(f"{shown} is noted as there.", "Who _")
        running.press("escape")
        await running.opens("EventRoom")
        await running.shows("there Rosa Alvarez came without")
        running.touch("Tom Okafor")
        await running.shows("Tom Okafor: taken back.")
    assert there(house, event) == ["Rosa"]
    assert tom.id not in list_on_disk(house, event.id)


async def test_somebody_is_registered_and_waits_and_what_else_is_on_is_said(
    house: House, day: Day, rosa: Person
) -> None:
    event, _people = full_event(house)
    chess = add_event(house, new_series("Chess"))
    registering.register(house, rosa.id, chess.id)
    async with kiosk(house) as running:
        await open_first(running, day)
        running.press("1")
        await running.opens("AddSomebody")
        running.type("alv")
        await running.shows("1 Rosa A.")
        running.type("1\r")
        running.press("left", "enter")
        await running.shows("It is full: Rosa A. waits, 2nd.", "At that time also: Chess, Friday 27 November, 14:00.")
        running.press("escape")
        await running.opens("EventRoom")
        await running.shows("Rosa Alvarez waits, 2nd needs one")
    assert list_on_disk(house, event.id)[-1] == rosa.id


async def test_taking_off_asks_and_frees_the_seat(house: House, day: Day) -> None:
    event, (ann, _ben, cleo) = full_event(house)
    async with kiosk(house) as running:
        await open_first(running, day)
        await running.shows("Cleo Dunn waits")
        running.type("ben")
        running.press("2")
        await running.opens("Question")
        await running.shows("Take Ben Cole off the list?")
        running.press("enter")
        await running.opens("EventRoom")
        await running.shows("Ben Cole is off the list.")
        running.press("escape")
        await running.shows("Cleo Dunn has a seat")
    assert list_on_disk(house, event.id) == [ann.id, cleo.id]


async def test_only_who_is_on_the_list_is_taken_off(house: House, day: Day, clock: SetClock, rosa: Person) -> None:
    event = add_event(house)
    clock.set(AFTERWARDS)
    door.mark_there(house, COMMAND_LINE, rosa.id, event.id)
    async with kiosk(house) as running:
        await open_first(running, day)
        await running.shows("Rosa Alvarez came without")
        running.press("2")
        await running.shows("Mark somebody who is on the list.")
    assert there(house, event) == ["Rosa"]


async def test_fewer_seats_are_asked_about_and_more_are_not(house: House, day: Day) -> None:
    event, _people = full_event(house)
    async with kiosk(house) as running:
        await open_first(running, day)
        running.press("3")
        await running.opens("Seats")
        running.press("backspace")
        running.type("1\r")
        await running.opens("Question")
        await running.shows("With so many seats 1 person who has one waits again")
        assert occurrences.get_occurrence(house, event.id).seats == 2
        running.press("enter")
        await running.opens("EventRoom")
        await running.shows("The seats are changed.", "Ben Cole waits, 1st")
        running.press("3")
        await running.opens("Seats")
        running.type("x\r")
        await running.shows("Seats are a number from 0 to 999.")
        running.press("delete", "enter")
        await running.opens("EventRoom")
        await running.shows("3 are registered, no limit of seats")


async def test_what_others_do_meanwhile_is_shown(house: House, day: Day, clock: SetClock) -> None:
    event, (ann, *_others) = full_event(house)
    clock.set(AFTERWARDS)
    async with kiosk(house) as running:
        await open_first(running, day)
        await running.shows("Ann Bell")
        await running.elsewhere(lambda other: door.mark_there(other, COMMAND_LINE, ann.id, event.id))
        await running.shows("there Ann Bell")


@pytest.mark.parametrize(
    ("page", "way"),
    some(
        product(["EventRoom", "AddSomebody", "Question", "ChangeAll"], ["idle", "scan", "lock"]),
        [("EventRoom", "idle"), ("AddSomebody", "scan"), ("Question", "lock"), ("ChangeAll", "scan")],
    ),
)
async def test_a_scan_wins_and_nothing_of_the_list_is_left(
    house: House, day: Day, rosas_card: str, page: str, way: str
) -> None:
    event = add_event(house, new_series("Zitherclub"))
    registering.register(house, add(house, "Hieronymussa", "Boschendaal").id, event.id)
    async with kiosk(house) as running:
        await open_first(running, day)
        await running.shows("Hieronymussa Boschendaal")
        if page != "EventRoom":
            running.press({"AddSomebody": "1", "Question": "2", "ChangeAll": "4"}[page])
            await running.opens(page)
        if page == "AddSomebody":
            running.type("hieronymus")
            await running.shows("1 Hieronymussa B.")
            running.type("1")
        assert keeps(running, "Hieronymussa")
        if way == "scan":
            await running.come(rosas_card, later=5)
        elif way == "idle":
            running.wait_idle(180)
            await running.opens("Welcome")
        else:
            running.app.rest()
            await running.opens("Welcome")
        words = ("Hieronymussa", "Boschendaal", "hieronymus")
        await running.until(lambda: not kept_of(running, *words), "all of it to be forgotten")


async def test_whoever_loses_the_permission_sees_no_more(house: House, day: Day) -> None:
    keeper, card = add_with_card(house, "Vic", "Lund")
    give_permission(house, COMMAND_LINE, keeper, Permission.EVENTS)
    full_event(house)
    async with kiosk(house) as running:
        await open_desk(running, card)
        assert running.choices() == ["4", "8", "0"]
        running.press("4")
        await running.opens("EventsRoom")
        await running.shows("Bowling")
        take_permission(house, COMMAND_LINE, keeper, Permission.EVENTS)
        running.press("enter")
        await running.opens("EventRoom")
        await running.shows("This is done by staff")
        assert "Ann Bell" not in running.text()
