"""Finding people at the desk, whom to call, photo consent, orientation, and the house meeting."""

from datetime import date

import pytest

from clubhouse.audit import COMMAND_LINE
from clubhouse.errors import BadInput, NotFound, Overtaken
from clubhouse.finding import MOST_FOUND, find_people
from clubhouse.house import House
from clubhouse.house_meeting import (
    add_item,
    add_item_of_house,
    list_decisions,
    next_meeting,
    note_decision,
    reopen_item,
    see_agenda,
    withdraw_item,
)
from clubhouse.orientation import (
    begin_orientation,
    end_orientation,
    list_orientations,
    see_orientation,
    set_buddy,
    tick_step,
    untick_step,
)
from clubhouse.people import Person, ShownAs, end_person
from clubhouse.photos import Consent, see_consents, set_consent
from clubhouse.settings import set_setting
from clubhouse.wishes import NewEmergencyContact, add_emergency, end_emergency, see_emergency
from tests.houses import SetClock, add, on_disk


def found(house: House, typed: str) -> list[str]:
    """The names found, in order."""
    return [each.name for each in find_people(house, COMMAND_LINE, typed).found]


class TestFinding:
    """By any letters, or by code; the hidden and the ended too."""

    def test_by_first_name_nickname_last_name_and_code(self, house: House, rosa: Person) -> None:
        add(house, "José", "García", nickname="Pepe", shown_as=ShownAs.HIDDEN)
        for typed in ("jos", "GARC", "pep", "m0002", "M0002"):
            assert found(house, typed) == ["José García"], typed
        assert (found(house, ""), found(house, "x")) == ([], [])
        (here,) = find_people(house, COMMAND_LINE, "ros").found
        assert (here.here, here.last_day, here.person.id) == (True, house.today(), rosa.id)

    def test_those_on_no_list_stand_last(self, house: House) -> None:
        one, _ = add(house, "Rosa", "A"), add(house, "Rosa", "B")
        end_person(house, COMMAND_LINE, one.id)
        assert found(house, "rosa") == ["Rosa B", "Rosa A"]
        assert found(house, "M0001") == ["Rosa A"]

    def test_more_than_can_be_shown_are_told(self, house: House) -> None:
        for number in range(MOST_FOUND + 1):
            add(house, "Rosa", f"N{number}")
        answer = find_people(house, COMMAND_LINE, "rosa")
        assert (len(answer.found), answer.more) == (MOST_FOUND, True)
        assert not find_people(house, COMMAND_LINE, "n1").more


class TestEmergency:
    """Whom the house calls."""

    def test_they_are_listed_until_they_end_and_stay_on_file(self, house: House, rosa: Person) -> None:
        sue = add_emergency(house, rosa.code, rosa.id, NewEmergencyContact(" Sue  Ray ", "sister", "555"))
        assert see_emergency(house, rosa.code, rosa.id) == [sue]
        end_emergency(house, rosa.code, rosa.id, sue.id)
        assert see_emergency(house, rosa.code, rosa.id) == []
        assert on_disk(house.store.path, "SELECT name, ended_on FROM emergency_contacts") == [
            ("Sue Ray", "2026-11-23")
        ]
        with pytest.raises(Overtaken):
            end_emergency(house, rosa.code, rosa.id, sue.id)

    def test_that_of_somebody_else_is_not_ended(self, house: House, rosa: Person) -> None:
        other = add(house, "Ann")
        sue = add_emergency(house, COMMAND_LINE, other.id, NewEmergencyContact("Sue", "", "555"))
        with pytest.raises(Overtaken):
            end_emergency(house, rosa.code, rosa.id, sue.id)

    @pytest.mark.parametrize(("name", "phone"), [("", "555"), ("Sue", ""), ("x" * 81, "555")])
    def test_a_name_and_a_number_are_needed(self, house: House, rosa: Person, name: str, phone: str) -> None:
        with pytest.raises(BadInput):
            add_emergency(house, rosa.code, rosa.id, NewEmergencyContact(name, "", phone))

    def test_each_view_by_somebody_else_leaves_a_row(self, house: House, rosa: Person) -> None:
        for _ in range(2):
            see_emergency(house, COMMAND_LINE, rosa.id)
        assert (
            on_disk(house.store.path, "SELECT actor, subject FROM audit WHERE action = 'view'")
            == [(COMMAND_LINE, f"emergency contacts of person {rosa.id}")] * 2
        )


class TestPhotos:
    """What was never asked is no consent."""

    def test_each_purpose_has_an_answer_that_can_change(self, house: House, rosa: Person) -> None:
        set_consent(house, rosa.code, rosa.id, "newsletter", True)
        set_consent(house, rosa.code, rosa.id, "website", True)
        set_consent(house, rosa.code, rosa.id, "website", False)
        answers = (Consent("newsletter", True), Consent("house wall", None), Consent("website", False))
        assert see_consents(house, rosa.code, rosa.id) == answers
        assert on_disk(house.store.path, "SELECT count(*), count(ended_at) FROM photo_consents") == [(3, 1)]

    def test_an_answer_for_a_purpose_that_is_gone_stays(self, house: House, rosa: Person) -> None:
        set_consent(house, rosa.code, rosa.id, "website", True)
        set_setting(house, COMMAND_LINE, "photo-purposes", "newsletter")
        assert see_consents(house, rosa.code, rosa.id)[-1] == Consent("website", True)
        set_consent(house, rosa.code, rosa.id, "website", False)
        with pytest.raises(BadInput, match="takes no pictures for 'wall'"):
            set_consent(house, rosa.code, rosa.id, "wall", True)


class TestOrientation:
    """Getting to know the house, step by step."""

    def test_steps_are_ticked_with_their_day_and_a_buddy_goes_along(self, house: House, clock: SetClock) -> None:
        nora, bo = add(house, "Nora"), add(house, "Bo")
        begin_orientation(house, COMMAND_LINE, nora.id)
        assert set_buddy(house, COMMAND_LINE, nora.id, bo.id).buddy == "Bo Alvarez"
        clock.forward(days=1)
        for _ in range(2):
            checklist = tick_step(house, bo.code, nora.id, "a unit meeting")
        assert [(each.step, each.done_on) for each in checklist.steps if each.done_on] == [
            ("a unit meeting", date(2026, 11, 24))
        ]
        assert [(each.name, each.done, len(each.steps)) for each in list_orientations(house, COMMAND_LINE)] == [
            ("Nora Alvarez", 1, 5)
        ]
        assert untick_step(house, bo.code, nora.id, "a unit meeting").done == 0
        with pytest.raises(Overtaken):
            untick_step(house, bo.code, nora.id, "a unit meeting")

    def test_it_ends_whatever_steps_were_taken_and_can_begin_anew(self, house: House) -> None:
        nora = add(house, "Nora")
        assert see_orientation(house, COMMAND_LINE, nora.id) is None
        begin_orientation(house, COMMAND_LINE, nora.id)
        with pytest.raises(Overtaken, match="goes on already"):
            begin_orientation(house, COMMAND_LINE, nora.id)
        end_orientation(house, nora.code, nora.id)
        assert list_orientations(house, COMMAND_LINE) == []
        with pytest.raises(NotFound):
            tick_step(house, COMMAND_LINE, nora.id, "a unit meeting")
        begin_orientation(house, COMMAND_LINE, nora.id)
        assert len(list_orientations(house, COMMAND_LINE)) == 1

    def test_a_step_or_buddy_that_cannot_be_is_refused(self, house: House) -> None:
        nora = add(house, "Nora")
        with pytest.raises(BadInput, match="somebody else"):
            begin_orientation(house, COMMAND_LINE, nora.id, nora.id)
        begin_orientation(house, COMMAND_LINE, nora.id)
        with pytest.raises(BadInput, match="There is no step"):
            tick_step(house, COMMAND_LINE, nora.id, "fly")

    def test_a_done_step_stays_when_the_house_has_it_no_longer(self, house: House) -> None:
        nora = add(house, "Nora")
        begin_orientation(house, COMMAND_LINE, nora.id)
        tick_step(house, COMMAND_LINE, nora.id, "a unit meeting")
        set_setting(house, COMMAND_LINE, "orientation-steps", "tour")
        checklist = see_orientation(house, COMMAND_LINE, nora.id)
        assert checklist is not None
        assert [each.step for each in checklist.steps] == ["tour", "a unit meeting"]


class TestHouseMeeting:
    """An agenda by anyone."""

    def test_anybody_brings_something_up_and_takes_it_back(self, house: House, rosa: Person) -> None:
        hidden = add(house, "Hid", shown_as=ShownAs.HIDDEN)
        item = add_item(house, rosa.id, "  A trip\nto the lake ")
        add_item(house, hidden.id, "Chairs")
        add_item_of_house(house, COMMAND_LINE, "The roof")
        seen = see_agenda(house, rosa.id).items
        assert [(each.words, each.by, each.mine) for each in seen] == [
            ("A trip to the lake", "Rosa A.", True),
            ("Chairs", "", False),
            ("The roof", "", False),
        ]
        with pytest.raises(Overtaken):
            withdraw_item(house, hidden.id, item.item_id)
        withdraw_item(house, rosa.id, item.item_id)
        assert [each.words for each in see_agenda(house).items] == ["Chairs", "The roof"]

    def test_what_was_decided_leaves_the_agenda_and_can_come_back(self, house: House, rosa: Person) -> None:
        item = add_item(house, rosa.id, "A trip").item_id
        note_decision(house, COMMAND_LINE, item, "In June")
        note_decision(house, COMMAND_LINE, item, "In July")
        assert see_agenda(house).items == ()
        assert [each.decision for each in list_decisions(house, house.today(), house.today())] == ["In July"]
        with pytest.raises(Overtaken):
            withdraw_item(house, rosa.id, item)
        assert reopen_item(house, COMMAND_LINE, item).decision == ""
        assert len(see_agenda(house).items) == 1
        with pytest.raises(NotFound, match="nothing on the agenda"):
            note_decision(house, COMMAND_LINE, 99, "x")

    @pytest.mark.parametrize(
        ("day", "meets"), [("monday", "2026-11-23"), ("wednesday", "2026-11-25"), ("sunday", "2026-11-29")]
    )
    def test_the_next_meeting_is_on_the_day_of_the_setting(self, house: House, day: str, meets: str) -> None:
        set_setting(house, COMMAND_LINE, "meeting-day", day)
        assert (str(next_meeting(house)), see_agenda(house).day) == (meets, next_meeting(house))

    @pytest.mark.parametrize("words", ["", " ", "x" * 121])
    def test_something_is_said_in_a_line(self, house: House, rosa: Person, words: str) -> None:
        with pytest.raises(BadInput):
            add_item(house, rosa.id, words)
