"""A PIN before My record: chosen, changed, removed, taken away by staff; wrong tries make everybody wait."""

from datetime import timedelta

import pytest

from clubhouse import goals, keeping, pins
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadInput, Overtaken, Refused
from clubhouse.goals import SupportKind
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import NotAllowed, Permission, give_permission
from clubhouse.pins import FREE_TRIES, PinWait, WrongPin
from clubhouse.record_pin import choose_pin, has_pin, open_record, remove_pin, take_pin_away
from db.soundness import problems
from tests.houses import SetClock, actions_on_disk, add

PIN = "13579"


@pytest.fixture
def mia(house: House) -> Person:
    """A member with a PIN of her own."""
    person = add(house, "Mia", "Malone")
    choose_pin(house, person, PIN)
    return person


def fail(house: House, person: Person, times: int = FREE_TRIES) -> None:
    """Try wrong ones."""
    for _ in range(times):
        with pytest.raises(WrongPin, match="ask staff"):
            open_record(house, person, "0000")


def test_nobody_has_one_before_choosing_it(house: House) -> None:
    assert not has_pin(house, add(house, "Ned").id)


def test_a_house_in_which_a_member_chose_one_is_sound(house: House, mia: Person) -> None:
    assert keeping.check(house) == []


def test_the_pin_opens_and_another_does_not(house: House, mia: Person) -> None:
    assert has_pin(house, mia.id)
    open_record(house, mia, PIN)
    fail(house, mia, 1)


@pytest.mark.parametrize("new", ["123", "1234567890123", "12a4", ""])
def test_a_pin_that_is_none_is_not_taken(house: House, new: str) -> None:
    ned = add(house, "Ned")
    with pytest.raises(BadInput, match="4 to 12"):
        choose_pin(house, ned, new)
    assert not has_pin(house, ned.id)


def test_a_second_one_is_a_change_and_needs_the_first(house: House, mia: Person) -> None:
    with pytest.raises(Overtaken):
        choose_pin(house, mia, "2468")
    pins.change_pin(house, mia, PIN, "2468")
    open_record(house, mia, "2468")
    with pytest.raises(WrongPin):
        open_record(house, mia, PIN)


def test_a_pin_of_ones_own_is_sound(house: House, mia: Person) -> None:
    assert has_pin(house, mia.id)
    assert problems(house.store) == []


def test_removing_needs_the_pin(house: House, mia: Person) -> None:
    with pytest.raises(WrongPin):
        remove_pin(house, mia, "0000")
    assert has_pin(house, mia.id)
    remove_pin(house, mia, PIN)
    assert not has_pin(house, mia.id)
    assert actions_on_disk(house)[-1] == "remove_pin"


def test_the_waits_hold_here_and_at_the_desk(house: House, mia: Person, clock: SetClock) -> None:
    fail(house, mia)
    for held in (lambda: open_record(house, mia, PIN), lambda: remove_pin(house, mia, PIN),
                 lambda: pins.open_desk(house, mia.id, PIN)):  # fmt: skip
        with pytest.raises(PinWait, match="1 minute"):
            held()
    clock.moment += timedelta(seconds=61)
    open_record(house, mia, PIN)


def test_as_much_is_computed_with_a_pin_without_one_and_while_one_waits(
    house: House, mia: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[str] = []
    real = pins._scrypt

    def listening(pin: str, salt: bytes, n: int, r: int, p: int) -> bytes:
        computed.append(pin)
        return real(pin, salt, n, r, p)

    monkeypatch.setattr(pins, "_scrypt", listening)
    ned = add(house, "Ned")
    for person in (mia, ned):
        for expected in (*[WrongPin] * FREE_TRIES, PinWait):
            computed.clear()
            with pytest.raises(expected):
                open_record(house, person, "0000")
            assert computed == ["0000"]


def test_ten_thousand_guesses_take_over_a_day(house: House, mia: Person, clock: SetClock) -> None:
    start, tries = clock.moment, 0
    while clock.moment - start < timedelta(days=1):
        try:
            open_record(house, mia, "0000")
        except PinWait as wait:
            clock.forward(seconds=wait.seconds)
        except WrongPin:
            tries += 1
    assert tries < 110


def test_staff_take_a_forgotten_one_away(house: House, mia: Person) -> None:
    fail(house, mia)
    take_pin_away(house, COMMAND_LINE, mia.id)
    assert not has_pin(house, mia.id)
    choose_pin(house, mia, "2468")
    open_record(house, mia, "2468")
    with pytest.raises(Overtaken, match="no PIN"):
        take_pin_away(house, COMMAND_LINE, add(house, "Ned").id)


def test_a_greeter_does_not_take_one_away(house: House, mia: Person) -> None:
    vic = add(house, "Vic", kind=Kind.VOLUNTEER)
    give_permission(house, COMMAND_LINE, vic, Permission.GREETER)
    with pytest.raises(NotAllowed):
        take_pin_away(house, vic.code, mia.id)
    assert has_pin(house, mia.id)


def test_who_may_open_the_desk_has_one_pin_for_both(house: House) -> None:
    ana = add(house, "Ana", kind=Kind.STAFF)
    given = pins.give_pin(house, COMMAND_LINE, ana)
    open_record(house, ana, given)
    with pytest.raises(Refused, match="staff desk"):
        remove_pin(house, ana, given)
    assert has_pin(house, ana.id)


def test_who_wrote_what_the_house_helped_with(house: House, mia: Person) -> None:
    ana = add(house, "Ana", "Ortiz", Kind.STAFF)
    goals.add_support(house, ana.code, mia.id, SupportKind.HOUSING, "Read the lease")
    key = open_record(house, mia, PIN)
    goals.add_support(house, mia.code, mia.id, SupportKind.TRANSPORT, "A bus pass", key=key)
    goals.add_support(house, COMMAND_LINE, mia.id, SupportKind.BENEFITS, "A form")
    seen = goals.supports_written(house, mia.code, mia.id, key=key)
    assert [(each.support.line, each.by, each.own) for each in seen] == [
        ("A form", "", False), ("A bus pass", "Mia Malone", True), ("Read the lease", "Ana Ortiz", False),
    ]  # fmt: skip
