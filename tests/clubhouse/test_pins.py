"""PINs: given, changed, tried; wrong tries are kept and make everybody wait; nothing tells who is on file."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest

from clubhouse import audit, pins
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadInput, NotFound
from clubhouse.house import House
from clubhouse.people import Kind, Person, end_person, pause_person
from clubhouse.permissions import COORDINATOR_HOLDS, STAFF_HOLD, NotAllowed, Permission, Role, give_role
from clubhouse.pins import (
    CALM,
    FREE_OF_ALL,
    PACE,
    PinWait,
    WrongPin,
    change_pin,
    give_pin,
    open_desk,
    wait_after,
)
from db.opening import open_store
from db.pins import EVERYBODY
from tests.houses import SetClock, actions_on_disk, add, add_with_card, on_disk

WRONG = "0000000"
"""Longer than any that is given."""


@pytest.fixture
def ana(house: House) -> Person:
    """Staff."""
    return add(house, "Ana", "Ortiz", Kind.STAFF)


@pytest.fixture
def pin(house: House, ana: Person) -> str:
    """Ana's."""
    return give_pin(house, COMMAND_LINE, ana)


def fail(house: House, who: int | str, times: int = 1) -> None:
    """Try a wrong one."""
    for _ in range(times):
        with pytest.raises(WrongPin, match="asks a coordinator"):
            open_desk(house, who, WRONG)


def test_a_pin_that_was_given_opens_the_desk(house: House, ana: Person, pin: str) -> None:
    assert (len(pin), pin.isdigit()) == (6, True)
    opened = open_desk(house, ana.id, pin)
    assert (opened.person, opened.held) == (ana, STAFF_HOLD)
    assert actions_on_disk(house)[-1] == "open_desk"


def test_a_card_says_who_one_is(house: House) -> None:
    sam, card = add_with_card(house, "Sam", kind=Kind.STAFF)
    pin = give_pin(house, COMMAND_LINE, sam)
    assert open_desk(house, card, pin).person == sam
    fail(house, "CH" + "C" * 27)


def test_pins_given_are_random(house: House, ana: Person) -> None:
    assert len({give_pin(house, COMMAND_LINE, ana) for _ in range(20)}) > 15


def test_only_who_looks_after_settings_gives_pins(house: House, ana: Person) -> None:
    with pytest.raises(NotAllowed):
        give_pin(house, ana.code, ana)
    with pytest.raises(NotFound):
        pins.put_pin(house, COMMAND_LINE, replace(ana, id=99), pins.hashed("1234"))
    assert on_disk(house.store.path, "SELECT count(*) FROM pins") == [(0,)]


def test_a_new_pin_takes_the_place_of_the_old_and_ends_the_wait(house: House, ana: Person, pin: str) -> None:
    fail(house, ana.id, 5)
    fresh = give_pin(house, COMMAND_LINE, ana)
    if fresh != pin:
        with pytest.raises(WrongPin):
            open_desk(house, ana.id, pin)
    assert open_desk(house, ana.id, fresh).person == ana


@pytest.mark.parametrize("new", ["1234", "0" * 12])
def test_one_changes_ones_own(house: House, ana: Person, pin: str, new: str) -> None:
    change_pin(house, ana, pin, new)
    assert open_desk(house, ana.id, new).person == ana
    assert actions_on_disk(house)[-2:] == ["change_pin", "open_desk"]


@pytest.mark.parametrize("new", ["", "123", "1" * 13, "12a4", "١٢٣٤", "12 34", "1234\n"])
def test_other_things_are_no_pin(house: House, ana: Person, pin: str, new: str) -> None:
    with pytest.raises(BadInput, match="4 to 12 digits"):
        change_pin(house, ana, pin, new)
    assert open_desk(house, ana.id, pin).person == ana


def test_wrong_old_ones_are_counted_too(house: House, ana: Person, pin: str) -> None:
    for _ in range(5):
        with pytest.raises(WrongPin, match="Nothing was changed"):
            change_pin(house, ana, WRONG, "1234")
    for act in (lambda: change_pin(house, ana, pin, "1234"), lambda: open_desk(house, ana.id, pin)):
        with pytest.raises(PinWait):
            act()


def test_the_wait_doubles_and_is_told_plainly(house: House, clock: SetClock, ana: Person, pin: str) -> None:
    fail(house, ana.id, 4)
    for seconds, words in ((60, "1 minute,"), (120, "2 minutes,"), (240, "4"), (480, "8"), (900, "15"), (900, "15")):
        fail(house, ana.id)
        with pytest.raises(PinWait, match=f"Please wait {words}") as wait:
            open_desk(house, ana.id, pin)
        assert wait.value.seconds == seconds
        clock.forward(seconds=seconds - 1)
        with pytest.raises(PinWait, match="Please wait 1 second, then"):
            open_desk(house, ana.id, pin)
        clock.forward(seconds=1)
    assert open_desk(house, ana.id, pin).person == ana
    fail(house, ana.id, 4)
    assert open_desk(house, ana.id, pin).person == ana


def test_seconds_are_told_beside_minutes(house: House, clock: SetClock, ana: Person) -> None:
    fail(house, ana.id, 5)
    clock.forward(seconds=60)
    fail(house, ana.id)
    clock.forward(seconds=30)
    with pytest.raises(PinWait, match="wait 1 minute and 30 seconds, then"):
        open_desk(house, ana.id, WRONG)


def test_tries_outlive_a_restart_and_hold_for_every_kiosk(
    house: House, clock: SetClock, ana: Person, pin: str
) -> None:
    fail(house, ana.id, 5)
    other = House(open_store(house.store.path), clock, "another kiosk")
    with pytest.raises(PinWait):
        open_desk(other, ana.id, pin)
    other.close()


def test_a_wrong_try_is_on_the_disk_when_it_is_told(house: House, ana: Person, pin: str) -> None:
    fail(house, ana.id)
    assert on_disk(house.store.path, "SELECT who, wrong FROM pin_tries") == [(EVERYBODY, 1), (ana.id, 1)]
    assert actions_on_disk(house)[-1] == "wrong_pin"
    open_desk(house, ana.id, pin)
    assert on_disk(house.store.path, "SELECT who, wrong FROM pin_tries") == [(EVERYBODY, 1)]


def test_a_clock_put_back_does_not_lock_the_desk_for_long(
    house: House, clock: SetClock, ana: Person, pin: str
) -> None:
    fail(house, ana.id, 5)
    clock.forward(days=-300)
    assert open_desk(house, ana.id, pin).person == ana


def test_of_tries_at_the_same_moment_none_is_answered_once_the_wait_has_begun(
    house: House, ana: Person, pin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pins._matches

    def meanwhile(kept: object, typed: str) -> bool:
        monkeypatch.setattr(pins, "_matches", real)
        fail(house, ana.id, 5)
        return real(kept, typed)  # type: ignore[arg-type]

    monkeypatch.setattr(pins, "_matches", meanwhile)
    with pytest.raises(PinWait):
        open_desk(house, ana.id, pin)
    assert "open_desk" not in actions_on_disk(house)


def guess(house: House, clock: SetClock, tries: int, names: list[int], stop: timedelta) -> tuple[int, timedelta]:
    """Guess as fast as it goes, at whichever of the names has the shortest wait; how many tries, and how long."""
    start, tried, waits = clock.moment, 0, dict.fromkeys(names, clock.moment)
    while tried < tries and clock.moment - start < stop:
        who = min(waits, key=lambda name: waits[name])
        clock.moment = max(clock.moment, waits[who])
        try:
            open_desk(house, who, WRONG)
        except PinWait as wait:
            waits[who] = clock.moment + timedelta(seconds=wait.seconds)
        except WrongPin:
            tried += 1
    return tried, clock.moment - start


def test_ten_thousand_tries_take_over_a_day(house: House, clock: SetClock, ana: Person, pin: str) -> None:
    tried, _ = guess(house, clock, 10_000, [ana.id], timedelta(days=1))
    assert tried < 110
    assert sum(wait_after(wrong) for wrong in range(1, 10_000)) > timedelta(days=100).total_seconds()


def test_nor_are_they_faster_from_name_to_name(house: House, clock: SetClock) -> None:
    names = [add(house, f"Ana {number}", kind=Kind.STAFF).id for number in range(60)]
    tried, took = guess(house, clock, 10_000, [*names, 4711], timedelta(hours=2))
    assert tried <= FREE_OF_ALL + took.total_seconds() / PACE + 1
    assert tried > 100


def test_nor_by_pausing_before_the_pace_begins(house: House, clock: SetClock) -> None:
    names = [add(house, f"Ana {number}", kind=Kind.STAFF).id for number in range(60)]
    start = clock.moment
    for round_ in range(3):
        for who in names[20 * round_ : 20 * round_ + FREE_OF_ALL - 1]:
            fail(house, who)
        clock.forward(seconds=CALM)
    assert 10_000 / (FREE_OF_ALL - 1) * (clock.moment - start) / 3 > timedelta(days=3)
    fail(house, names[0])
    assert on_disk(house.store.path, f"SELECT wrong FROM pin_tries WHERE who = {EVERYBODY}") == [(1,)]


def test_whoever_knows_a_pin_of_their_own_does_not_shorten_the_wait_for_all(
    house: House, clock: SetClock, ana: Person, pin: str
) -> None:
    names = [add(house, f"Sam {number}", kind=Kind.STAFF).id for number in range(FREE_OF_ALL)]
    for who in names:
        open_desk(house, ana.id, pin)
        fail(house, who)
    with pytest.raises(PinWait, match="1 minute"):
        open_desk(house, ana.id, pin)
    clock.forward(seconds=PACE)
    open_desk(house, ana.id, pin)
    fail(house, names[0])
    with pytest.raises(PinWait):
        open_desk(house, ana.id, pin)


@pytest.mark.parametrize("back", [1, 3600, 300 * 24 * 3600])
def test_a_clock_put_back_once_is_worth_one_try(house: House, clock: SetClock, ana: Person, back: int) -> None:
    fail(house, ana.id, 5)
    clock.forward(seconds=-back)
    fail(house, ana.id)
    with pytest.raises(PinWait) as wait:
        open_desk(house, ana.id, WRONG)
    assert wait.value.seconds == 120


def test_a_name_that_nobody_has_is_locked_as_any_other_and_locks_no_other(house: House, ana: Person) -> None:
    for who in (4711, "CH" + "C" * 27, ana.id):
        fail(house, who, 5)
        with pytest.raises(PinWait, match="1 minute"):
            open_desk(house, who, WRONG)
    fail(house, 4712)


def test_of_many_kiosks_at_once_no_more_tries_are_answered_than_of_one(
    house: House, clock: SetClock, ana: Person
) -> None:
    def tries(station: int) -> list[type[Exception]]:
        other, heard = House(open_store(house.store.path), clock, f"kiosk {station}"), list[type[Exception]]()
        with closing(other):
            for _ in range(4):
                try:
                    open_desk(other, ana.id, WRONG)
                except (WrongPin, PinWait) as refused:
                    heard.append(type(refused))
        return heard

    with ThreadPoolExecutor(5) as kiosks:
        heard = [each for answers in kiosks.map(tries, range(5)) for each in answers]
    assert (heard.count(WrongPin), heard.count(PinWait)) == (5, 15)


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int, int]]:
    """The costs n, r and p of each hash that is computed."""
    heard: list[tuple[int, int, int]] = []
    real = hashlib.scrypt

    def listening(password: bytes, *, salt: bytes, n: int, r: int, p: int, maxmem: int, dklen: int) -> bytes:
        heard.append((n, r, p))
        return real(password, salt=salt, n=n, r=r, p=p, maxmem=maxmem, dklen=dklen)

    monkeypatch.setattr("hashlib.scrypt", listening)
    return heard


def test_as_much_is_computed_for_every_name(
    house: House, ana: Person, pin: str, computed: list[tuple[int, int, int]]
) -> None:
    rosa, card = add_with_card(house)
    without = add(house, "Sam", kind=Kind.STAFF)
    for who in (ana.id, without.id, rosa.id, card, 4711, "CH" + "C" * 27, "no card"):
        computed.clear()
        fail(house, who)
        assert computed == [(2, 1, 1)], who


def test_as_much_is_computed_while_one_has_to_wait(
    house: House, ana: Person, pin: str, computed: list[tuple[int, int, int]]
) -> None:
    for who in (ana.id, 4711):
        fail(house, who, 5)
        computed.clear()
        for typed in (WRONG, pin):
            with pytest.raises(PinWait):
                open_desk(house, who, typed)
        assert computed == [(2, 1, 1)] * 2, who


def test_a_pin_is_kept_at_its_full_cost(
    house: House, ana: Person, full_cost: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pins, "COST", full_cost)
    pin = give_pin(house, COMMAND_LINE, ana)
    ((n, r, p, salt, hash_),) = on_disk(house.store.path, "SELECT n, r, p, salt, hash FROM pins")
    assert (n, r, p) == (2**14, 8, 1)
    assert isinstance(salt, bytes)
    assert hash_ == hashlib.scrypt(pin.encode(), salt=salt, n=2**14, r=8, p=1, dklen=32)
    monkeypatch.setattr(pins, "COST", (2**4, 1, 1))
    assert open_desk(house, ana.id, pin).person == ana


@pytest.mark.parametrize("who", ["nobody", "member", "paused", "ended"])
def test_the_right_pin_opens_nothing_for_whoever_looks_after_nothing(house: House, ana: Person, who: str) -> None:
    person = add(house) if who == "member" else ana
    pin = give_pin(house, COMMAND_LINE, person)
    if who == "nobody":
        fail(house, 4711)
        return
    if who == "paused":
        pause_person(house, COMMAND_LINE, ana.id, "see Sam")
    if who == "ended":
        end_person(house, COMMAND_LINE, ana.id)
    with pytest.raises(NotAllowed, match="The desk is for those"):
        open_desk(house, person.id, pin)
    assert "open_desk" not in actions_on_disk(house)


def test_no_pin_and_no_hash_stands_in_the_log(house: House, ana: Person, pin: str) -> None:
    fail(house, ana.id)
    change_pin(house, ana, pin, "864209")
    open_desk(house, ana.id, "864209")
    entries = audit.entries_between(house, house.today(), house.today())
    assert [entry.action for entry in entries][-4:] == ["give_pin", "wrong_pin", "change_pin", "open_desk"]
    assert {(entry.was, entry.became) for entry in entries[-4:]} == {(None, None)}
    assert pin not in str(entries[-4:])


def test_a_role_gives_all_its_tasks_to_anybody(house: House) -> None:
    rosa = add(house)
    pin = give_pin(house, COMMAND_LINE, rosa)
    give_role(house, COMMAND_LINE, rosa, Role.STAFF)
    assert open_desk(house, rosa.id, pin).held == STAFF_HOLD
    give_role(house, COMMAND_LINE, rosa, Role.COORDINATOR)
    assert open_desk(house, rosa.id, pin).held == COORDINATOR_HOLDS == frozenset(Permission)
