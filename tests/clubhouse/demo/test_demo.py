"""The demonstration house: believable, sound, the same each time, and with a card for every kind of answer."""

import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from clubhouse import clock, demo
from clubhouse.attendance import Outcome, count_here, scan
from clubhouse.audit import COMMAND_LINE
from clubhouse.board import my_day, see_board
from clubhouse.cards import list_cards
from clubhouse.codes import read_code
from clubhouse.demo import building
from clubhouse.demo.work import UNITS
from clubhouse.employment.coverage_days import Stand, coverage_between, coverage_of
from clubhouse.employment.outlook import look_ahead
from clubhouse.errors import BadInput, Refused
from clubhouse.helping import join_unit, leave_unit, visit_only
from clubhouse.house import House
from clubhouse.house_meeting import see_agenda
from clubhouse.names import shown_name
from clubhouse.people import Kind, ShownAs, list_people
from clubhouse.reach_out import see_reach_out
from clubhouse.tasks import list_tasks, tick_task
from clubhouse.today import see_today
from clubhouse.visits import Visit, visits_between
from db.soundness import problems
from tests.clubhouse.demo.conftest import NOW, built
from tests.forms import long
from tests.houses import ZONE, SetClock, local, make_house, on_disk

TODAY = date(2026, 11, 23)
LONG_AGO = date(2020, 1, 1)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that the house keeps, by table."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            if not name.startswith(("_", "sqlite_"))
        ]
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables}


def visits_by_person(house: House) -> dict[int, list[Visit]]:
    """Everybody's visits in order, for those who have any."""
    found = defaultdict(list)
    for visit, _ in visits_between(house, LONG_AGO, TODAY):
        found[visit.person_id].append(visit)
    return found


def members_by_day(house: House) -> dict[date, int]:
    """How many members came on each day before today."""
    found = defaultdict(set)
    for visit, person in visits_between(house, LONG_AGO, TODAY - timedelta(days=1)):
        if person.kind is Kind.MEMBER:
            found[visit.day].add(person.id)
    return {day: len(people) for day, people in found.items()}


def test_the_same_morning_gives_the_same_rows(tmp_path: Path, demo_file: Path) -> None:
    built(tmp_path / "again.db", NOW).close()
    assert rows(tmp_path / "again.db") == rows(demo_file)


def test_the_house_is_sound(show: House) -> None:
    assert problems(show.store) == []
    assert show.settings().name == "Harbor House"
    assert show.settings().zone.key == "America/New_York"


def test_everybody_has_a_code_and_a_readable_card(show: House) -> None:
    people = list_people(show)
    assert Counter(person.kind for person in people) == {Kind.MEMBER: 120, Kind.STAFF: 8, Kind.VOLUNTEER: 2}
    assert len({(person.first_name, person.last_name) for person in people}) == 130
    assert {"S0001", "V0001", "M0001", "M0120"} <= {person.code for person in people}
    cards = [card for card, _ in list_cards(show)]
    assert all(read_code(card.code) == card.code for card in cards)
    assert {card.person_id for card in cards if card.replaced_at is None} == {person.id for person in people}


def test_names_are_shown_as_each_member_chooses(show: House) -> None:
    members = [person for person in list_people(show) if person.kind is Kind.MEMBER]
    assert {person.shown_as for person in members} == set(ShownAs)
    assert sum(person.shown_as is ShownAs.HIDDEN for person in members) < 15
    assert all(person.nickname for person in members if person.shown_as is ShownAs.NICKNAME)
    assert not all(shown_name(person).isascii() for person in members)


def test_about_forty_members_come_on_a_work_day_and_some_on_saturdays(show: House) -> None:
    days = members_by_day(show)
    work_days = [count for day, count in days.items() if day.weekday() < 5]
    saturdays = [count for day, count in days.items() if day.weekday() == 5]
    assert 36 <= sum(work_days) / len(work_days) <= 46
    assert len(work_days) >= 5 * 4 * 5
    assert 10 <= len(saturdays) <= 16
    assert all(5 <= count <= 30 for count in saturdays)
    assert not any(day.weekday() == 6 for day in days)


def test_most_arrive_before_the_morning_meeting(show: House) -> None:
    arrivals = [show.local(each.in_at).time() for visits in visits_by_person(show).values() for each in visits]
    before = sum(time(8, 10) <= each <= time(9, 0) for each in arrivals)
    assert before > len(arrivals) / 2
    assert sum(each > time(12, 30) for each in arrivals) > len(arrivals) / 10


def test_visits_of_a_person_never_overlap_and_none_is_yet_to_come(show: House) -> None:
    by_person = visits_by_person(show)
    for visits in by_person.values():
        for one, next_one in pairwise(visits):
            assert one.out_at is not None
            assert one.out_at < next_one.in_at
    moments = [moment for visits in by_person.values() for each in visits for moment in (each.in_at, each.out_at)]
    assert max(moment for moment in moments if moment) <= show.now()
    assert any(len(visits) > len({each.day for each in visits}) for visits in by_person.values())


def test_nobody_comes_before_they_joined(show: House) -> None:
    by_person = visits_by_person(show)
    joined = {person.id: person.since for person in list_people(show)}
    assert all(joined[person_id] <= visits[0].day for person_id, visits in by_person.items())
    assert sum(TODAY - since < timedelta(days=45) for since in joined.values()) >= 8


def test_some_forgot_to_sign_out_and_only_today_is_open(show: House) -> None:
    visits = [each for visits in visits_by_person(show).values() for each in visits]
    assert 0.01 < sum(each.estimated for each in visits) / len(visits) < 0.04
    assert {each.day for each in visits if each.out_at is None} == {TODAY}
    closed = on_disk(show.store.path, "SELECT count(*) FROM audit WHERE action = 'close_day' AND actor = 'house'")
    assert closed == [(sum(each.estimated for each in visits),)]


def test_some_were_last_seen_one_to_seven_months_ago(show: House) -> None:
    away = [(TODAY - visits[-1].day).days for visits in visits_by_person(show).values()]
    assert sum(30 <= days <= 200 for days in away) >= 14
    assert max(away) > 150


def test_the_morning_is_part_way_through(show: House) -> None:
    assert 15 <= count_here(show) <= 50


def test_the_log_is_in_the_order_of_time_and_from_the_start(show: House) -> None:
    at = [moment for (moment,) in on_disk(show.store.path, "SELECT at FROM audit ORDER BY id")]
    assert at == sorted(at, key=str)
    actions = Counter(action for (action,) in on_disk(show.store.path, "SELECT action FROM audit"))
    assert actions["add_person"] == 130
    assert actions["issue_card"] == 130
    assert actions["replace_card"] == actions["pause_person"] == 1


def test_the_house_knows_a_few_things_of_a_few_people(show: House) -> None:
    tables = ("contact_wishes", "emergency_contacts", "photo_consents", "orientations", "contacts", "own_words")
    for table in (*tables, "goals", "supports", "signatures", "agenda_items", "visitors"):
        ((count,),) = on_disk(show.store.path, f"SELECT count(*) FROM {table}")
        assert 2 <= int(str(count)) <= 20, table
    listed = see_reach_out(show, COMMAND_LINE, 30)
    assert len(listed.members) >= 5
    assert any(each.last for each in listed.members)
    assert see_agenda(show).items != ()
    assert see_today(show, COMMAND_LINE).guesses != ()


def test_the_log_says_what_an_operation_would_say(show: House) -> None:
    member = next(code for code in demo.deck(show).members)
    visit = scan(show, member).visit
    assert visit is not None
    keys = "(SELECT group_concat(key) FROM json_each(became))"
    shapes = on_disk(show.store.path, f"SELECT DISTINCT {keys} FROM audit WHERE action = 'sign_in'")
    assert len(shapes) == 1


def test_the_members_of_the_deck_sign_in_one_after_the_other(show: House) -> None:
    deck, here = demo.deck(show), count_here(show)
    answers = [scan(show, code) for code in deck.members]
    assert len(deck.members) > 50
    assert {answer.outcome for answer in answers} == {Outcome.WELCOME}
    assert count_here(show) == here + len(deck.members)


def test_first_come_those_whose_time_is_still_to_come(show: House) -> None:
    by_person, holder = visits_by_person(show), {card.code: person.id for card, person in list_cards(show)}
    last = [by_person[holder[code]][-1] for code in demo.deck(show).members]
    assert all(TODAY - each.day <= timedelta(days=7) for each in last[:5])
    times = [show.local(each.in_at).time() for each in last[:5]]
    assert times == sorted(times)
    assert times[0] >= time(9, 5)


def test_staff_come_first_who_are_not_here_yet(show: House) -> None:
    answers = [scan(show, code).outcome for code in demo.deck(show).staff]
    assert sorted(answers) == answers
    assert set(answers) <= {Outcome.STAFF_IN, Outcome.STAFF_OUT}
    assert len(answers) == 8


def test_the_unusual_cards_have_an_answer_of_their_own_each(show: House) -> None:
    assert [scan(show, text).outcome for text in demo.deck(show).unusual] == [
        Outcome.FIRST_VISIT,
        Outcome.WELCOME_BACK,
        Outcome.REPLACED,
        Outcome.PAUSED,
        Outcome.UNKNOWN,
        Outcome.UNCLEAR,
        Outcome.NOT_OURS,
    ]


def test_when_all_have_come_the_deck_still_has_cards(show: House) -> None:
    for code in demo.deck(show).members + demo.deck(show).unusual:
        scan(show, code)
    again = demo.deck(show)
    answers = Counter(scan(show, code).outcome for code in again.members)
    assert set(answers) <= {Outcome.ALREADY_HERE, Outcome.AGAIN, Outcome.REPEATED, Outcome.WELCOME_BACK}
    assert answers[Outcome.REPEATED] > 50
    assert len(again.unusual) == 6


def test_a_house_with_nobody_has_no_cards_but_those_of_nobody(tmp_path: Path) -> None:
    house = make_house(tmp_path / "empty.db")
    deck = demo.deck(house)
    assert (deck.members, deck.staff) == ((), ())
    assert [scan(house, text).outcome for text in deck.unusual] == [Outcome.UNKNOWN, Outcome.NOT_OURS]
    house.close()


@pytest.mark.parametrize(
    ("system", "opens"),
    [
        ("2026-11-23 14:20", "2026-11-23 09:05"),
        ("2026-11-27 23:59", "2026-11-27 09:05"),
        ("2026-11-28 00:01", "2026-11-27 09:05"),
        ("2026-11-29 08:00", "2026-11-27 09:05"),
    ],
)
def test_the_show_opens_at_five_past_nine_on_the_last_work_day(
    monkeypatch: pytest.MonkeyPatch, system: str, opens: str
) -> None:
    set_clock = SetClock(local(system))
    for module in (clock, building):
        monkeypatch.setattr(module, "system_clock", set_clock)
    moment = building.opening_clock(ZONE)()
    assert timedelta(0) <= moment - local(opens) < timedelta(minutes=1)


@pytest.mark.parametrize(
    ("now", "least", "most", "asked"),
    [
        long("2026-11-23T07:00", 0, 0, 2),
        ("2026-11-22T10:00", 0, 0, 0),  # a day without unit meetings invites nobody
        ("2026-11-23T23:59", 0, 6, 0),
    ],
)
def test_a_moment_that_is_set_counts(tmp_path: Path, now: str, least: int, most: int, asked: int) -> None:
    house = built(tmp_path / "demo.db", now)
    assert timedelta(0) <= house.now() - local(now) < timedelta(minutes=1)
    assert least <= count_here(house) <= most
    assert on_disk(house.store.path, "SELECT count(*) FROM sign_ups WHERE state = 'invited'") == [(asked,)]
    assert problems(house.store) == []
    house.close()


@pytest.mark.parametrize("now", ["0001-01-02T09:00", "0019-05-05T09:00", "9999-12-31T12:00", "yesterday"])
def test_a_moment_that_cannot_be_shown_is_refused(tmp_path: Path, now: str) -> None:
    with pytest.raises(BadInput, match="CLUBHOUSE_NOW"):
        built(tmp_path / "demo.db", now)
    assert not (tmp_path / "demo.db").exists()


def test_a_house_that_is_there_is_never_touched(show: House) -> None:
    before = rows(show.store.path)
    with pytest.raises(Refused, match="already holds a house"):
        built(show.store.path, NOW)
    assert rows(show.store.path) == before


def test_a_demonstration_that_fails_half_way_closes_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> list[Visit]:
        raise RuntimeError("no visits today")

    monkeypatch.setattr(building, "make_visits", fail)
    with pytest.raises(RuntimeError, match="no visits"):
        built(tmp_path / "demo.db", NOW)
    assert rows(tmp_path / "demo.db")["people"] == []


def test_moments_of_the_log_are_moments(show: House) -> None:
    (first,) = on_disk(show.store.path, "SELECT min(at) FROM audit")[0]
    assert datetime.fromisoformat(str(first)).tzinfo is not None
    assert datetime.fromisoformat(str(first)).date() < TODAY - timedelta(days=150)


class TestBoard:
    """Who helps where, this morning and in the weeks before."""

    def test_six_units_have_people_leaders_and_work(self, show: House) -> None:
        board = see_board(show)
        assert [each.unit.name for each in board.units] == [unit.name for unit in UNITS]
        assert all(each.leaders and each.helpers and each.needed for each in board.units)
        assert len({each.unit.colour for each in board.units}) == 6
        assert any(each.free for each in board.units)

    def test_about_half_of_the_people_here_have_chosen_and_everybody_on_the_board_is_here(self, show: House) -> None:
        here = {visit.person_id for visit, _ in visits_between(show, TODAY, TODAY) if visit.out_at is None}
        on_board = {helper.person_id for each in see_board(show).units for helper in each.helpers}
        assert on_board <= here
        assert len(here) / 3 < len(on_board) < len(here) * 2 / 3

    def test_thirty_tasks_have_a_how_to_and_words_for_their_skills(self, show: House) -> None:
        known = list_tasks(show)
        assert len(known) >= 30
        assert all("\n" in task.how_to and task.skills for task in known)
        assert {bool(task.rule) for task in known} == {True, False}

    def test_two_who_are_about_to_come_are_invited(self, show: House) -> None:
        asked = [my_day(show, person).invitation for person in list_people(show)]
        assert sorted((each.unit.name, each.task) for each in asked if each) == [
            ("Culinary", "Lunch"),
            ("Reach Out", ""),
        ]
        answers = [scan(show, code) for code in demo.deck(show).members[:2]]
        assert all(answer.my_day and answer.my_day.invitation for answer in answers)

    def test_nobody_helped_who_was_not_here(self, show: House) -> None:
        alone = on_disk(
            show.store.path,
            "SELECT count(*) FROM sign_ups WHERE state <> 'invited' AND NOT EXISTS (SELECT * FROM visits"
            " WHERE visits.person_id = sign_ups.person_id AND visits.day = sign_ups.day AND in_at <= at"
            " AND (out_at IS NULL OR out_at >= at) AND coalesce(ended_at, at) <= coalesce(out_at, at, ended_at))",
        )
        assert alone == [(0,)]
        ((many,),) = on_disk(show.store.path, "SELECT count(*) FROM sign_ups")
        assert int(str(many)) > 1000

    def test_what_was_done_was_done_by_somebody_who_helped_there(self, show: House) -> None:
        ticks = on_disk(show.store.path, "SELECT count(*) FROM task_ticks")
        theirs = on_disk(
            show.store.path,
            "SELECT count(*) FROM task_ticks JOIN tasks ON tasks.id = task_id WHERE EXISTS (SELECT * FROM sign_ups"
            " WHERE sign_ups.person_id = task_ticks.person_id AND sign_ups.day = task_ticks.day"
            " AND sign_ups.unit_id = tasks.unit_id AND sign_ups.part_id = tasks.part_id)",
        )
        assert ticks == theirs
        assert ticks != [(0,)]

    @pytest.mark.parametrize("action", ["join_unit", "visit_only", "leave_unit", "tick_task"])
    def test_the_log_says_what_an_operation_would_say(self, show: House, action: str) -> None:
        ((last,),) = on_disk(show.store.path, "SELECT max(id) FROM audit")
        person, board = list_people(show)[20], see_board(show)
        assert board.part is not None
        unit = next(each for each in board.units if each.free != 0)
        visit_only(show, person.id)
        join_unit(show, person.id, unit.unit.id, board.part.id)
        leave_unit(show, person.id, board.part.id)
        tick_task(show, person.code, next(each.task.id for each in unit.needed if not each.done), person)
        keys = "(SELECT group_concat(key) FROM json_each(coalesce(became, was)))"
        shape = f"SELECT DISTINCT {keys}, was IS NULL, became IS NULL FROM audit WHERE action = '{action}'"
        made_up, real = (on_disk(show.store.path, f"{shape} AND id {side} {last}") for side in ("<=", ">"))
        assert set(made_up) <= set(real) | {(keys, 1, 0) for keys, _, _ in real}
        assert made_up


def test_paid_work_has_hours_behind_it_and_one_placement_is_not_yet_covered_today(show: House) -> None:
    today = coverage_of(show, COMMAND_LINE)
    assert Counter(each.stand for each in today) == {Stand.NOT_COVERED: 2, Stand.WORKING: 2}
    assert [each.request is not None for each in today if each.stand is Stand.NOT_COVERED and each.term] == [True]
    before = coverage_between(show, COMMAND_LINE, date(2026, 11, 2), date(2026, 11, 20))
    assert {each.stand for each in before if each.term} == {Stand.WORKING, Stand.COVERED}
    assert {row.state for each in before for row in each.work} == {"logged", "confirmed"}
    ahead = look_ahead(show, COMMAND_LINE)
    assert (len(ahead.ending), len(ahead.unheld)) == (1, 1)
