"""Two entries of one person: all they hold goes along, nothing is forgotten, and all of it goes back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import time, timedelta
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhouse import goals, helping, merging, orientation, photos, reach_out, record, tasks, today, wishes
from clubhouse.attendance import Outcome, scan, sign_out
from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import card_of, issue_card, replace_card
from clubhouse.errors import BadInput, NotFound, Overtaken, Refused
from clubhouse.finding import find_people
from clubhouse.goals import Area, SupportKind
from clubhouse.house import House
from clubhouse.house_meeting import add_item
from clubhouse.invitations import invite
from clubhouse.merging import list_merged, merge_people, unmerge_people
from clubhouse.people import Kind, Person, end_person, list_people, pause_person, person_by_code, search_name
from clubhouse.permissions import NotAllowed, Permission, give_permission
from clubhouse.reach_out import CameOfIt, Way
from clubhouse.registering import register
from clubhouse.series import NewSeries, add_series
from clubhouse.units import set_home_unit
from clubhouse.visitors import Purpose, joins, sign_in_visitor
from clubhouse.visits import add_visit
from clubhouse.wishes import NewEmergencyContact, Wishes
from db.merging import MOVED, STAY
from db.opening import open_store
from db.soundness import problems
from tests.boards import AFTERNOON, MORNING, add_task, add_unit
from tests.houses import MONDAY_MORNING, SetClock, add, add_with_card, local, make_house, on_disk

OWN = {"audit", "merges", "merge_moves", "sqlite_sequence", "_sqlite_migrations"}
"""Tables that tell of a merge itself."""


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but those that tell of a merge."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for name in tables
            if name not in OWN
        }


@pytest.fixture
def pair(house: House) -> tuple[Person, Person]:
    """Two entries of one person, each with a card."""
    return add_with_card(house, "Rosa")[0], add_with_card(house, "Rosie")[0]


def test_every_column_that_names_a_person_is_known_to_a_merge(house: House) -> None:
    named = on_disk(
        house.store.path,
        'SELECT m.name, f."from" FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f'
        " WHERE m.type = 'table' AND f.\"table\" = 'people'",
    )
    assert set(named) == {*MOVED, *STAY}


@pytest.mark.parametrize(("table", "column"), MOVED)
def test_a_row_that_goes_along_has_a_number(house: House, table: str, column: str) -> None:
    keys = on_disk(house.store.path, f"SELECT name FROM pragma_table_info('{table}') WHERE pk")
    assert keys == [("person_id",) if table == "pins" else ("id",)]
    assert (column,) in on_disk(house.store.path, f"SELECT name FROM pragma_table_info('{table}')")


def test_what_the_old_entry_holds_goes_to_the_kept_one(house: House, pair: tuple[Person, Person]) -> None:
    kept, old = pair
    add_visit(house, COMMAND_LINE, old, local("2026-11-20 09:00"), local("2026-11-20 12:00"), "paper")
    wishes.set_wishes(house, COMMAND_LINE, old.id, Wishes(Way.CARD, address="Elm 1"))
    merge_people(house, COMMAND_LINE, kept.id, old.id)
    assert on_disk(house.store.path, "SELECT person_id FROM visits") == [(kept.id,)]
    assert wishes.see_wishes(house, COMMAND_LINE, kept.id).address == "Elm 1"
    assert [person.code for person in list_people(house)] == [kept.code]
    assert search_name(house, "rosie").found == []
    assert find_people(house, COMMAND_LINE, "rosie").found == ()
    assert [each.person.code for each in find_people(house, COMMAND_LINE, old.code).found] == [kept.code]
    assert person_by_code(house, old.code).id == kept.id
    assert [(one.id, two.id) for one, two in list_merged(house, COMMAND_LINE)] == [(kept.id, old.id)]
    assert problems(house.store) == []


def test_both_cards_open_the_door_for_the_kept_one_until_they_are_replaced(house: House) -> None:
    (kept, hers), (old, other) = add_with_card(house, "Rosa"), add_with_card(house, "Rosie")
    merge_people(house, COMMAND_LINE, kept.id, old.id)
    first = scan(house, other)
    assert (first.outcome, first.person and first.person.id) == (Outcome.FIRST_VISIT, kept.id)
    assert scan(house, hers, MONDAY_MORNING + timedelta(minutes=5)).outcome is Outcome.ALREADY_HERE
    replace_card(house, COMMAND_LINE, kept)
    assert [scan(house, card).outcome for card in (hers, other)] == [Outcome.REPLACED, Outcome.REPLACED]
    unmerge_people(house, COMMAND_LINE, old.id)
    assert scan(house, other).outcome is Outcome.REPLACED


def test_a_card_goes_along_when_the_kept_one_has_none(house: House) -> None:
    kept, (old, code) = add(house, "Rosa"), add_with_card(house, "Rosie")
    assert merge_people(house, COMMAND_LINE, kept.id, old.id).left == 0
    assert card_of(house, kept).code == code


def test_a_safety_pause_and_what_is_not_said_go_along(house: House, pair: tuple[Person, Person]) -> None:
    kept, old = pair
    unit = add_unit(house)
    set_home_unit(house, COMMAND_LINE, old, unit.id)
    pause_person(house, COMMAND_LINE, old.id, "see Sam")
    end_person(house, COMMAND_LINE, kept.id)
    now = merge_people(house, COMMAND_LINE, kept.id, old.id).kept
    assert (now.home_unit_id, now.pause_reason, now.ended_on) == (unit.id, "see Sam", None)


def test_two_who_are_in_are_not_made_one(house: House, pair: tuple[Person, Person]) -> None:
    for person in pair:
        today.sign_in_for(house, COMMAND_LINE, person.id)
    before = content(house.store.path)
    with pytest.raises(Refused, match="Sign one of them out first"):
        merge_people(house, COMMAND_LINE, pair[0].id, pair[1].id)
    assert content(house.store.path) == before


def test_one_entry_alone_is_not_merged_and_an_old_one_has_nothing_to_change(
    house: House, pair: tuple[Person, Person]
) -> None:
    kept, old = pair
    with pytest.raises(BadInput, match="one entry already"):
        merge_people(house, COMMAND_LINE, kept.id, kept.id)
    with pytest.raises(NotFound, match="one by itself"):
        unmerge_people(house, COMMAND_LINE, old.id)
    merge_people(house, COMMAND_LINE, kept.id, old.id)
    for again in ((kept.id, old.id), (old.id, kept.id)):
        with pytest.raises(NotFound, match="one with another"):
            merge_people(house, COMMAND_LINE, *again)
    with pytest.raises(NotFound, match="one with another"):
        wishes.set_wishes(house, COMMAND_LINE, old.id, Wishes())


def test_the_last_merge_is_taken_back_first(house: House, pair: tuple[Person, Person]) -> None:
    one, two = pair
    three = add(house, "Rosalind")
    merge_people(house, COMMAND_LINE, two.id, one.id)
    merge_people(house, COMMAND_LINE, three.id, two.id)
    assert person_by_code(house, one.code).id == three.id
    with pytest.raises(Overtaken, match=f"Unmerge {two.code} first"):
        unmerge_people(house, COMMAND_LINE, one.id)
    unmerge_people(house, COMMAND_LINE, two.id)
    unmerge_people(house, COMMAND_LINE, one.id)


def test_what_is_noted_meanwhile_stays_with_the_kept_one(house: House, pair: tuple[Person, Person]) -> None:
    kept, old = pair
    pause_person(house, COMMAND_LINE, old.id, "see Sam")
    merge_people(house, COMMAND_LINE, kept.id, old.id)
    pause_person(house, COMMAND_LINE, kept.id, "see Ana")
    wishes.set_wishes(house, COMMAND_LINE, kept.id, Wishes(Way.VISIT))
    now, other = unmerge_people(house, COMMAND_LINE, old.id)
    assert (now.pause_reason, other.pause_reason) == ("see Ana", "see Sam")
    assert wishes.see_wishes(house, COMMAND_LINE, kept.id).way is Way.VISIT


def test_a_page_that_was_open_goes_on_for_the_kept_one(house: House, pair: tuple[Person, Person]) -> None:
    kept, old = pair
    unit = add_unit(house)
    today.sign_in_for(house, COMMAND_LINE, old.id)
    merge_people(house, COMMAND_LINE, kept.id, old.id)
    assert helping.join_unit(house, old.id, unit.id, MORNING).person_id == kept.id


def test_nobody_gives_themselves_what_others_look_after(house: House, pair: tuple[Person, Person]) -> None:
    kept, old = pair
    sam = add(house, "Sam", kind=Kind.STAFF)
    give_permission(house, COMMAND_LINE, old, Permission.BOARD)
    for one in (kept.id, sam.id):
        with pytest.raises(NotAllowed):
            merge_people(house, sam.code, one, old.id)
    give_permission(house, COMMAND_LINE, sam, Permission.SETTINGS)
    merge_people(house, sam.code, kept.id, old.id)


def test_only_a_merge_moves_a_sign_up(house: House, pair: tuple[Person, Person]) -> None:
    kept, old = pair
    unit = add_unit(house)
    today.sign_in_for(house, COMMAND_LINE, old.id)
    helping.join_unit(house, old.id, unit.id, MORNING)
    merge_people(house, COMMAND_LINE, kept.id, old.id)
    stranger = add(house, "Stan")
    for change in (f"person_id = {stranger.id}", "day = '2026-11-24'", "part_id = 2"):
        with pytest.raises(sqlite3.IntegrityError, match="never moved"):
            house.store.connection.execute(f"UPDATE sign_ups SET {change}")


WHO, OTHER = st.integers(0, 3), st.integers(0, 3)
DID = st.integers(0, 24)


def do(house: House, people: list[Person], who: int, other: int, what: int) -> None:
    """One of the things that people do or are asked."""
    one, two = people[who], people[other]
    came = house.now() - timedelta(days=1 + other, hours=who)
    acts: tuple[Callable[[], object], ...] = (
        lambda: today.sign_in_for(house, COMMAND_LINE, one.id),
        lambda: sign_out(house, one.id),
        lambda: add_visit(house, COMMAND_LINE, one, came, came + timedelta(hours=2), "paper"),
        lambda: helping.join_unit(house, one.id, 1 + other % 2, MORNING),
        lambda: helping.visit_only(house, one.id),
        lambda: invite(house, COMMAND_LINE, one.id, 1 + other % 2, AFTERNOON),
        lambda: tasks.tick_task(house, one.code, 1 + other % 2, one),
        lambda: replace_card(house, COMMAND_LINE, one),
        lambda: issue_card(house, COMMAND_LINE, one),
        lambda: give_permission(house, COMMAND_LINE, one, list(Permission)[other]),
        lambda: register(house, one.id, 1),
        lambda: wishes.set_wishes(house, COMMAND_LINE, one.id, Wishes(Way.CARD, after_days=1 + other)),
        lambda: wishes.add_emergency(house, COMMAND_LINE, one.id, NewEmergencyContact("Sue", "", "1")),
        lambda: photos.set_consent(house, COMMAND_LINE, one.id, ("newsletter", "website")[other % 2], bool(who % 2)),
        lambda: orientation.begin_orientation(house, COMMAND_LINE, one.id, two.id),
        lambda: orientation.tick_step(house, one.code, one.id, "a unit meeting"),
        lambda: reach_out.log_contact(house, two.code, one.id, Way.CALL, CameOfIt.TALKED),
        lambda: record.write_own_words(house, one.code, one.id, "2026-11", f"{other}"),
        lambda: record.sign_month(house, one.code, one.id, "2026-11"),
        lambda: goals.add_goal(house, one.code, one.id, Area.WORK, "A job"),
        lambda: goals.add_support(house, two.code, one.id, SupportKind.HOUSING, "A lease"),
        lambda: add_item(house, one.id, "Chairs"),
        lambda: joins(house, COMMAND_LINE, sign_in_visitor(house, "Vee", Purpose.TOUR).id, one.id),
        lambda: pause_person(house, COMMAND_LINE, one.id, f"{other}"),
        lambda: end_person(house, COMMAND_LINE, one.id),
    )
    with suppress(Refused):
        acts[what]()


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house with four entries, two units and a class; to be copied."""
    path = tmp_path_factory.mktemp("four") / "house.db"
    house = make_house(path)
    for name in ("Rosa", "Rosie", "Rosalind", "Rose"):
        add_with_card(house, name)
    for name in ("Culinary", "Clerical"):
        add_task(house, add_unit(house, name))
    series = NewSeries(
        kind="class", title="Typing", public_title="", place="", notes="", first_day=house.today(), starts=time(14),
        minutes=60, rule="", seats=2, closes_minutes=0, rides=False,
    )  # fmt: skip
    add_series(house, COMMAND_LINE, series, ())
    house.close()
    return path


@given(
    done=st.lists(st.tuples(WHO, OTHER, DID), max_size=30),
    merges=st.lists(st.tuples(WHO, OTHER), min_size=1, max_size=4),
)
def test_merging_and_unmerging_gives_the_same_content_back(
    four: Path, done: list[tuple[int, int, int]], merges: list[tuple[int, int]]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(copy(four, folder))
        clock = SetClock()
        house = House(open_store(path), clock)
        with closing(house):
            people = list_people(house)
            for each in done:
                do(house, people, *each)
            states, olds = [], []
            for kept, old in merges:
                before = content(path)
                with suppress(Refused):
                    merging.merge_people(house, COMMAND_LINE, people[kept].id, people[old].id)
                    states.append(before)
                    olds.append(people[old].id)
                    assert content(path) != before
            clock.forward(days=1)
            for before, old_id in zip(reversed(states), reversed(olds), strict=True):
                merging.unmerge_people(house, COMMAND_LINE, old_id)
                assert content(path) == before
            assert problems(house.store) == []
