"""The next sheet of cards: put on, taken off, written once, and never a card that was replaced."""

import sqlite3
from pathlib import Path

import pytest

from clubhouse import cards, people
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadFile, NotFound, Overtaken
from clubhouse.house import House
from clubhouse.next_sheet import print_sheet, put_on_sheet, see_sheet, take_off_sheet
from clubhouse.people import Kind
from clubhouse.permissions import NotAllowed
from clubhouse.print_folder import folder_beside
from tests.houses import ACTOR, actions_on_disk, add, add_with_card, on_disk


def printed(house: House) -> Path:
    """The sheet, written beside the house's file."""
    return print_sheet(house, ACTOR, folder_beside(house), paper="letter", names=True)


def test_several_are_put_on_it_and_written_in_that_order(house: House) -> None:
    rosa, _ = add_with_card(house, "Rosa", "Alvarez")
    tom = add(house, "Tom", "Tull")
    put_on_sheet(house, ACTOR, tom.id)
    put_on_sheet(house, ACTOR, rosa.id)
    assert [(each.name, each.person.code) for each in see_sheet(house, ACTOR)] == [
        ("Tom Tull", tom.code), ("Rosa Alvarez", rosa.code),
    ]  # fmt: skip
    path = printed(house)
    page = path.read_text(encoding="utf-8")
    assert page.count('<div class="card">') == 2
    assert page.index("Tom T.") < page.index("Rosa A.")
    assert (path.parent, path.name) == (house.store.path.parent / "to-print", "cards-2026-11-23.html")
    assert [each.stat().st_mode & 0o077 for each in (path, path.parent)] == [0, 0]
    assert see_sheet(house, ACTOR) == []
    assert actions_on_disk(house)[-3:] == ["view", "print_card", "print_card"]
    with pytest.raises(NotFound, match="Put one on it with K"):
        printed(house)


def test_whoever_has_none_gets_a_first_card_and_a_lost_one_is_replaced(house: House) -> None:
    tom, (rosa, lost) = add(house, "Tom"), add_with_card(house)
    put_on_sheet(house, ACTOR, tom.id)
    put_on_sheet(house, ACTOR, rosa.id, anew=True)
    assert cards.card_of(house, tom).id in {each.card_id for each in see_sheet(house, ACTOR)}
    assert cards.card_of(house, rosa).code != lost
    with pytest.raises(Overtaken, match="already"):
        put_on_sheet(house, ACTOR, tom.id)


def test_a_card_that_was_replaced_since_is_not_printed(house: House) -> None:
    rosa, _ = add_with_card(house)
    put_on_sheet(house, ACTOR, rosa.id)
    cards.replace_card(house, ACTOR, rosa)
    assert see_sheet(house, ACTOR) == []
    put_on_sheet(house, ACTOR, rosa.id)
    assert len(see_sheet(house, ACTOR)) == 1


def test_one_is_taken_off_once_and_stays_on_file(house: House) -> None:
    rosa, _ = add_with_card(house)
    on = put_on_sheet(house, ACTOR, rosa.id)
    take_off_sheet(house, ACTOR, on.card_id)
    with pytest.raises(Overtaken, match="no longer"):
        take_off_sheet(house, ACTOR, on.card_id)
    put_on_sheet(house, ACTOR, rosa.id)
    assert on_disk(house.store.path, "SELECT ended_how FROM card_prints ORDER BY id") == [("taken-off",), (None,)]


def test_without_a_file_everybody_stays_on_it(house: House) -> None:
    rosa, _ = add_with_card(house)
    put_on_sheet(house, ACTOR, rosa.id)
    before = actions_on_disk(house)
    with pytest.raises(BadFile, match="There is no folder"):
        print_sheet(house, ACTOR, house.store.path.parent / "other", paper="a4", names=False)
    assert actions_on_disk(house) == before
    assert len(see_sheet(house, ACTOR)) == 1


def test_a_member_without_that_task_puts_nobody_on_it(house: House) -> None:
    rosa, _ = add_with_card(house)
    before = actions_on_disk(house)
    for act in (lambda: put_on_sheet(house, rosa.code, rosa.id), lambda: see_sheet(house, rosa.code)):
        with pytest.raises(NotAllowed):
            act()
    assert actions_on_disk(house) == before


def test_the_log_never_holds_the_code_of_a_card(house: House) -> None:
    rosa, code = add_with_card(house)
    put_on_sheet(house, ACTOR, rosa.id)
    printed(house)
    assert code not in str(on_disk(house.store.path, "SELECT * FROM audit"))


def test_a_card_waits_once_whoever_writes(house: House) -> None:
    rosa, _ = add_with_card(house)
    on = put_on_sheet(house, ACTOR, rosa.id)
    with pytest.raises(sqlite3.IntegrityError):
        house.store.connection.execute("INSERT INTO card_prints (card_id, at) VALUES (?, 'x')", (on.card_id,))


def test_of_an_entry_that_was_merged_the_kept_one_is_named(house: House) -> None:
    from clubhouse.merging import merge_people

    kept, (old, _) = add(house, "Rosa", "Alvarez"), add_with_card(house, "Rosie", "Alvarez")
    put_on_sheet(house, ACTOR, old.id)
    merge_people(house, COMMAND_LINE, kept.id, old.id)
    assert [each.name for each in see_sheet(house, ACTOR)] == ["Rosa Alvarez"]


def test_a_card_for_staff_who_were_ended_is_on_no_sheet(house: House) -> None:
    ana, _ = add_with_card(house, "Ana", kind=Kind.STAFF)
    put_on_sheet(house, ACTOR, ana.id)
    people.end_person(house, COMMAND_LINE, ana.id)
    assert see_sheet(house, ACTOR) == []
