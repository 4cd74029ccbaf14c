"""My record: a month in plain data and on paper, one's own words and goals, and who signed."""

from datetime import date, timedelta
from html.parser import HTMLParser

import pytest

from clubhouse.attendance import sign_out
from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadInput, Overtaken
from clubhouse.goals import (
    Area,
    SupportKind,
    add_goal,
    add_support,
    change_goal,
    end_goal,
    see_goals,
    see_supports,
    undo_support,
)
from clubhouse.helping import join_unit
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission, give_permission
from clubhouse.record import Record, days_of, my_record, sign_month, take_back_signature, write_own_words
from clubhouse.record_page import record_page
from clubhouse.tasks import tick_task
from clubhouse.units import Unit
from clubhouse.visits import add_visit, close_days
from tests.boards import AFTERNOON, MORNING, add_task
from tests.employment import add_placement, hold, log
from tests.houses import SetClock, add, local, on_disk
from tests.test_docs import FORBIDDEN

NOVEMBER = "2026-11"


def mine(house: House, person: Person, month: str = NOVEMBER) -> Record:
    """The month as the person sees it."""
    return my_record(house, person.code, person.id, month)


def test_a_month_holds_its_visits_and_no_others(house: House, rosa: Person) -> None:
    for day in ("2026-10-31", "2026-11-02", "2026-11-20"):
        add_visit(house, COMMAND_LINE, rosa, local(f"{day} 09:00"), local(f"{day} 12:00"), "paper")
    add_visit(house, COMMAND_LINE, add(house, "Ann"), local("2026-11-02 09:00"), local("2026-11-02 12:00"), "paper")
    record = mine(house, rosa)
    assert [(f"{stay.came:%d %H:%M}", stay.left and f"{stay.left:%H:%M}") for stay in record.stays] == [
        ("02 09:00", "12:00"),
        ("20 09:00", "12:00"),
        ("23 08:47", None),
    ]
    assert (record.days, record.first, record.last) == (3, date(2026, 11, 1), date(2026, 11, 30))


def test_where_one_helped_stays_after_one_has_left_the_house(
    house: House, clock: SetClock, rosa: Person, culinary: Unit, clerical: Unit
) -> None:
    task = add_task(house, culinary)
    join_unit(house, rosa.id, clerical.id, MORNING)
    clock.set("2026-11-23 09:35")
    join_unit(house, rosa.id, culinary.id, MORNING, task.id)  # five minutes in, so clerical does not count
    tick_task(house, rosa.code, task.id, rosa)
    join_unit(house, rosa.id, clerical.id, AFTERNOON)
    clock.set("2026-11-23 11:30")
    sign_out(house, rosa.id)
    record = mine(house, rosa)
    assert [(each.part, each.unit, each.task) for each in record.helps] == [("morning", "Culinary", "Dishes")]
    assert ([each.title for each in record.done], record.units) == (["Dishes"], (("Culinary", 1),))


def test_a_guessed_end_is_told_as_a_guess(house: House, clock: SetClock, rosa: Person) -> None:
    clock.forward(days=1)
    close_days(house)
    assert [stay.estimated for stay in mine(house, rosa).stays] == [True]
    assert "16:00 (a guess)" in record_page(house, rosa.code, rosa.id, NOVEMBER)


def test_own_words_take_the_place_of_each_other_and_the_old_stay_on_file(house: House, rosa: Person) -> None:
    for words in ("First", "Second\n  line \x1b[2J", ""):
        write_own_words(house, rosa.code, rosa.id, NOVEMBER, words)
    assert mine(house, rosa).own_words == ""
    kept = on_disk(house.store.path, "SELECT words, ended_at IS NULL FROM own_words")
    assert [words for words, _ in kept] == ["First", "Second\nline [2J"]
    assert not any(stands for _, stands in kept)
    with pytest.raises(BadInput, match="too long"):
        write_own_words(house, rosa.code, rosa.id, NOVEMBER, "x" * 4001)


def test_goals_change_whenever_one_likes_and_stay_on_file(house: House, clock: SetClock, rosa: Person) -> None:
    goal = add_goal(house, rosa.code, rosa.id, Area.WORK, "A job with plants")
    clock.forward(days=30)
    changed = change_goal(house, rosa.code, rosa.id, goal.id, "A job outdoors")
    assert changed.area is Area.WORK
    with pytest.raises(Overtaken):
        change_goal(house, rosa.code, rosa.id, goal.id, "Too late")
    assert [each.words for each in mine(house, rosa).goals] == ["A job with plants"]
    assert {each.words for each in mine(house, rosa, "2026-12").goals} == {"A job with plants", "A job outdoors"}
    end_goal(house, rosa.code, rosa.id, changed.id)
    assert see_goals(house, rosa.code, rosa.id) == []
    assert len(see_goals(house, rosa.code, rosa.id, old=True)) == 2
    with pytest.raises(BadInput, match="missing"):
        add_goal(house, rosa.code, rosa.id, Area.OTHER, " ")


def test_the_log_says_that_and_not_what_was_written(house: House, rosa: Person) -> None:
    write_own_words(house, rosa.code, rosa.id, NOVEMBER, "secret")
    goal = add_goal(house, rosa.code, rosa.id, Area.HEALTH, "secret")
    end_goal(house, rosa.code, rosa.id, change_goal(house, rosa.code, rosa.id, goal.id, "secret").id)
    add_support(house, rosa.code, rosa.id, SupportKind.HEALTH_CARE, "secret")
    said = on_disk(house.store.path, "SELECT action, was, became FROM audit WHERE id > 2")
    assert {"write_own_words", "add_goal", "change_goal", "end_goal", "add_support"} <= {each for each, _, _ in said}
    assert "secret" not in str(said)


def test_supports_are_written_by_either_and_seen_by_the_member(house: House, rosa: Person) -> None:
    sam = add(house, "Sam", kind=Kind.STAFF)
    first = add_support(house, sam.code, rosa.id, SupportKind.HOUSING, "Read the lease", date(2026, 11, 20))
    add_support(house, rosa.code, rosa.id, SupportKind.TRANSPORT, "Bus pass")
    assert [(each.kind, each.by_id) for each in mine(house, rosa).supports] == [
        (SupportKind.HOUSING, sam.id),
        (SupportKind.TRANSPORT, rosa.id),
    ]
    undo_support(house, sam.code, rosa.id, first.id)
    with pytest.raises(Overtaken):
        undo_support(house, sam.code, rosa.id, first.id)
    assert len(see_supports(house, rosa.code, rosa.id, date.min, date.max)) == 1
    with pytest.raises(BadInput, match="not come yet"):
        add_support(house, sam.code, rosa.id, SupportKind.HOUSING, "x", house.today() + timedelta(days=1))


def test_each_side_signs_for_itself_and_choosing_not_to_is_an_answer(house: House, rosa: Person) -> None:
    cora = add(house, "Cora", kind=Kind.STAFF)
    give_permission(house, COMMAND_LINE, cora, Permission.REPORTS)
    assert (mine(house, rosa).own, mine(house, rosa).staff) == (None, None)
    sign_month(house, rosa.code, rosa.id, NOVEMBER, signs=False)
    sign_month(house, cora.code, rosa.id, NOVEMBER)
    record = mine(house, rosa)
    assert record.own is not None
    assert record.staff is not None
    assert (record.own.signed, record.own.by, record.staff.signed, record.staff.by) == (
        False,
        "Rosa Alvarez",
        True,
        "Cora Alvarez",
    )
    sign_month(house, rosa.code, rosa.id, NOVEMBER)
    assert mine(house, rosa).own is not None
    take_back_signature(house, rosa.code, rosa.id, NOVEMBER)
    assert (mine(house, rosa).own, mine(house, rosa).staff) == (None, record.staff)


@pytest.mark.parametrize("month", ["2026-13", "2026-1", "november", "", "2026-11-01", "0000-01"])
def test_a_month_that_is_none_is_refused(month: str) -> None:
    with pytest.raises(BadInput, match="no month"):
        days_of(month)


def test_a_month_to_come_is_not_signed(house: House, rosa: Person) -> None:
    with pytest.raises(BadInput, match="not come yet"):
        sign_month(house, rosa.code, rosa.id, "2026-12")


@pytest.mark.parametrize(
    ("permissions", "seen"),
    [((), False), ((Permission.REPORTS,), False), ((Permission.EMPLOYMENT,), True)],
    ids=["staff", "reports", "employment"],
)
def test_job_hours_stand_in_it_only_for_whoever_looks_after_employment(
    house: House, rosa: Person, permissions: tuple[Permission, ...], seen: bool
) -> None:
    placement = add_placement(house, job="Baker")
    hold(house, placement, rosa)
    log(house, placement, rosa, date(2026, 11, 2), 150)
    ana = add(house, "Ana", kind=Kind.STAFF)
    for each in permissions:
        give_permission(house, COMMAND_LINE, ana, each)
    assert [each.pay.minutes for each in my_record(house, ana.code, rosa.id, NOVEMBER).hours] == [150] * seen
    assert ("Baker" in record_page(house, ana.code, rosa.id, NOVEMBER)) is seen
    assert '<td dir="auto">2 h 30 min</td>' in record_page(house, rosa.code, rosa.id, NOVEMBER)


class Tags(HTMLParser):
    """What stands in a page."""

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_the_page_is_complete_in_itself_and_what_was_typed_is_text(house: House, culinary: Unit) -> None:
    rosa = add(house, "<script>alert(1)</script>", "& Co")
    add_visit(house, COMMAND_LINE, rosa, local("2026-11-02 09:00"), local("2026-11-02 12:00"), "paper")
    write_own_words(house, rosa.code, rosa.id, NOVEMBER, "<img src=x>\nTwo lines")
    add_goal(house, rosa.code, rosa.id, Area.FRIENDS_AND_FAMILY, "<b>Cook</b>")
    add_support(house, rosa.code, rosa.id, SupportKind.HEALTH_CARE, "A lift to the dentist")
    sign_month(house, rosa.code, rosa.id, NOVEMBER)
    page = record_page(house, rosa.code, rosa.id, NOVEMBER)
    tags = Tags()
    tags.feed(page)
    assert not tags.tags & {"script", "img", "link", "iframe", "b", "a"}
    assert tags.attributes <= {"lang", "charset", "dir", "class"}
    for words in (
        "&lt;b&gt;Cook&lt;/b&gt;",
        "friends and family",
        "health care",
        "Here on 1 day.",
        "Member:",
        "Staff, day",
    ):
        assert words in page
    assert FORBIDDEN.findall(page) == []


def test_an_empty_month_says_nothing_of_what_was_not(house: House, rosa: Person) -> None:
    page = record_page(house, rosa.code, rosa.id, "2026-01")
    assert "No visits in this month." in page
    assert "Where I helped" not in page
    assert "%" not in page.partition("</style>")[2]
