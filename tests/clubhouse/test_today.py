"""Today at the desk: who is in, who is asked, what wants a look; others signed in and out; a sheet typed in."""

from datetime import date, datetime, time, timedelta

import pytest

from clubhouse.attendance import scan, sign_in_by_name
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadInput, NotFound, Overtaken, Refused
from clubhouse.helping import join_unit
from clubhouse.house import House
from clubhouse.invitations import invite
from clubhouse.people import Kind, Person, end_person, pause_person
from clubhouse.today import paper_line, see_today, sign_in_for, sign_out_for, take_visit_out
from clubhouse.units import Unit
from clubhouse.visitors import Purpose, sign_in_visitor
from clubhouse.visits import add_visit, close_days, visits_of
from db.soundness import problems
from tests.boards import AFTERNOON, MORNING, places_on_disk
from tests.houses import SetClock, add, add_with_card, local, on_disk, visits_on_disk


def test_who_is_in_stands_with_name_time_and_unit(
    house: House, clock: SetClock, rosa: Person, culinary: Unit
) -> None:
    join_unit(house, rosa.id, culinary.id, MORNING)
    clock.set("2026-11-23 09:40")
    sam, code = add_with_card(house, "Sam", "Lee", Kind.STAFF)
    scan(house, code)
    seen = see_today(house, sam.code)
    assert [(each.name, f"{each.since:%H:%M}", each.unit, each.kind) for each in seen.here] == [
        ("Rosa Alvarez", "08:47", "Culinary", Kind.MEMBER),
        ("Sam Lee", "09:40", "", Kind.STAFF),
    ]
    assert (seen.count(Kind.MEMBER), seen.count(Kind.VOLUNTEER), seen.at) == (1, 0, house.now())


def test_invitations_and_visitors_stand_there_until_they_are_over(
    house: House, clock: SetClock, rosa: Person, culinary: Unit
) -> None:
    invite(house, COMMAND_LINE, rosa.id, culinary.id, AFTERNOON)
    sign_in_visitor(house, "Tom Tull", Purpose.TOUR)
    seen = see_today(house, COMMAND_LINE)
    assert [(each.name, each.part, each.unit) for each in seen.asked] == [("Rosa Alvarez", "afternoon", "Culinary")]
    assert [each.name for each in seen.visitors] == ["Tom Tull"]
    clock.set("2026-11-23 16:30")
    assert see_today(house, COMMAND_LINE).asked == ()


def test_guesses_of_two_weeks_want_a_look(house: House, clock: SetClock) -> None:
    person, code = add_with_card(house)
    scan(house, code, clock.moment - timedelta(days=3))
    scan(house, add_with_card(house, "Old")[1], clock.moment - timedelta(days=15))
    close_days(house)
    (guess,) = see_today(house, COMMAND_LINE).guesses
    assert (guess.person_id, f"{guess.came:%d %H:%M}", f"{guess.left:%d %H:%M}") == (
        person.id,
        "20 08:47",
        "20 16:00",
    )


def test_two_visits_that_share_time_want_a_look_and_two_that_touch_do_not(house: House) -> None:
    rosa, ann = add(house), add(house, "Ann")
    for start, end in (("09:00", "10:00"), ("10:00", "12:00"), ("12:00", "12:00")):
        add_visit(house, COMMAND_LINE, rosa, local(f"2026-11-20 {start}"), local(f"2026-11-20 {end}"), "paper")
        add_visit(house, COMMAND_LINE, ann, local(f"2026-11-20 {start}"), local(f"2026-11-20 {end}"), "paper")
    assert see_today(house, COMMAND_LINE).overlaps == ()
    house.store.connection.execute("UPDATE visits SET out_at = '2026-11-20T15:30:00Z' WHERE id = 1")
    (overlap,) = see_today(house, COMMAND_LINE).overlaps
    assert (overlap.person_id, overlap.visit_ids) == (rosa.id, (1, 3))
    assert [[f"{each:%H:%M}" for each in pair if each] for pair in overlap.times] == [
        ["09:00", "10:30"],
        ["10:00", "12:00"],
    ]


def test_somebody_is_signed_in_now_or_at_an_earlier_time_of_today(house: House) -> None:
    rosa, ann = add(house), add(house, "Ann")
    sign_in_for(house, COMMAND_LINE, rosa.id)
    sign_in_for(house, COMMAND_LINE, ann.id, local("2026-11-23 08:15"))
    assert visits_on_disk(house) == [("2026-11-23T13:15:00Z", None, None), ("2026-11-23T13:47:00Z", None, None)]
    with pytest.raises(BadInput, match=r"signed in already|at that time already"):
        sign_in_for(house, COMMAND_LINE, rosa.id)
    for moment, words in (("2026-11-23 09:00", "not come yet"), ("2026-11-20 09:00", "needs a time of leaving")):
        with pytest.raises(BadInput, match=words):
            sign_in_for(house, COMMAND_LINE, add(house, "Eve").id, local(moment))


def test_who_comes_back_is_on_the_lists_again_and_a_safety_pause_holds(house: House) -> None:
    rosa, pat = add(house), add(house, "Pat")
    end_person(house, COMMAND_LINE, rosa.id)
    pause_person(house, COMMAND_LINE, pat.id, "see Sam")
    sign_in_for(house, COMMAND_LINE, rosa.id)
    assert on_disk(house.store.path, "SELECT ended_on FROM people WHERE id = 1") == [(None,)]
    with pytest.raises(Refused, match="asked to see staff first") as refused:
        sign_in_for(house, COMMAND_LINE, pat.id)
    assert "see Sam" not in str(refused.value)
    with pytest.raises(NotFound):
        sign_in_for(house, COMMAND_LINE, 99)


def test_somebody_is_signed_out_and_gives_their_seat_away(
    house: House, clock: SetClock, rosa: Person, culinary: Unit
) -> None:
    join_unit(house, rosa.id, culinary.id, AFTERNOON)
    clock.set("2026-11-23 12:30")
    done = sign_out_for(house, COMMAND_LINE, rosa.id, local("2026-11-23 12:10"))
    assert (done.out_at and f"{done.out_at:%H:%M}", places_on_disk(house)) == ("17:10", [])
    with pytest.raises(Overtaken, match="signed out already"):
        sign_out_for(house, COMMAND_LINE, rosa.id)


def test_nobody_leaves_before_they_came_or_at_a_time_to_come(house: House, rosa: Person) -> None:
    for moment in ("2026-11-23 08:30", "2026-11-23 09:00"):
        with pytest.raises(BadInput):
            sign_out_for(house, COMMAND_LINE, rosa.id, local(moment))
    assert sign_out_for(house, COMMAND_LINE, rosa.id).out_at == house.clock()


def test_a_sheet_of_paper_is_typed_in_line_by_line_and_a_line_typed_twice_is_told(house: House) -> None:
    people = [add(house, name) for name in ("Rosa", "Ann", "Lou")]
    day = date(2026, 11, 20)
    for person in people:
        paper_line(house, COMMAND_LINE, person.id, day, time(9), time(15))
    with pytest.raises(BadInput, match=r"at that time already: number 1, 2026-11-20 09:00 to 15:00"):
        paper_line(house, COMMAND_LINE, people[0].id, day, time(14), time(16))
    with pytest.raises(BadInput, match="needs a time of leaving"):
        paper_line(house, COMMAND_LINE, people[0].id, day, time(16), None)
    paper_line(house, COMMAND_LINE, people[0].id, house.today(), time(8), None)
    assert on_disk(house.store.path, "SELECT count(*), sum(in_how = 'paper') FROM visits") == [(4, 4)]
    assert on_disk(house.store.path, "SELECT DISTINCT reason FROM audit WHERE action = 'add_visit'") == [
        ("paper sheet",)
    ]
    assert problems(house.store) == []


def test_a_sheet_of_another_day_is_typed_in_while_its_people_are_here(house: House, rosa: Person) -> None:
    visit = paper_line(house, COMMAND_LINE, rosa.id, date(2026, 11, 20), time(9), time(15))
    assert [each[0] for each in visits_on_disk(house)] == ["2026-11-20T14:00:00Z", "2026-11-23T13:47:00Z"]
    assert on_disk(house.store.path, f"SELECT action FROM audit WHERE subject = 'visit {visit.id}'") == [
        ("add_visit",)
    ]


def test_a_visit_over_midnight_of_the_clocks_change_keeps_its_minutes(house: House, clock: SetClock) -> None:
    clock.moment = datetime(2026, 11, 2, 12, tzinfo=clock.moment.tzinfo)
    rosa = add(house)
    visit = paper_line(house, COMMAND_LINE, rosa.id, date(2026, 11, 1), time(0, 30), time(3))
    assert visit.out_at is not None
    assert visit.out_at - visit.in_at == timedelta(hours=3, minutes=30)


def test_a_page_that_a_person_opened_goes_on_after_staff_signed_them_out(house: House, rosa: Person) -> None:
    sign_out_for(house, COMMAND_LINE, rosa.id)
    assert sign_in_by_name(house, rosa.id).is_here


def test_a_line_typed_twice_is_taken_out_and_counts_nowhere(house: House, culinary: Unit) -> None:
    mia = add(house, "Mia")
    visit = paper_line(house, COMMAND_LINE, mia.id, house.today(), time(8), None)
    join_unit(house, mia.id, culinary.id, AFTERNOON)
    with pytest.raises(BadInput, match="needs a reason"):
        take_visit_out(house, COMMAND_LINE, visit.id, " ")
    take_visit_out(house, COMMAND_LINE, visit.id, "twice on the sheet")
    assert (visits_on_disk(house), places_on_disk(house)) == ([], [])
    assert see_today(house, COMMAND_LINE).here == ()
    with pytest.raises(NotFound, match="taken out already"):
        take_visit_out(house, COMMAND_LINE, visit.id, "once more")


def test_the_visits_of_somebody_are_seen_and_the_look_is_noted_once(house: House) -> None:
    mia = add(house, "Mia")
    for day in (6, 9, 20):
        paper_line(house, COMMAND_LINE, mia.id, date(2026, 11, day), time(8), time(9))
    seen = visits_of(house, COMMAND_LINE, mia.id, 14)
    assert [f"{each.in_at:%d %H:%M}" for each in seen] == ["20 08:00", "09 08:00"]
    assert visits_of(house, COMMAND_LINE, mia.id, 14, again=True) == seen
    assert on_disk(house.store.path, "SELECT subject FROM audit WHERE action = 'view'") == [
        (f"visits of person {mia.id}",)
    ]
