"""Opening the pages of the kiosk. Each is imported when it is first opened, for a start needs two of them only."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.app import App

from clubhouse.attendance import Answer
from clubhouse.board import MyDay
from clubhouse.days import Part
from clubhouse.door import News
from clubhouse.helping import SignUp
from clubhouse.people import Person
from clubhouse.pins import Opened
from clubhouse.program import Event
from clubhouse.tasks import Needed
from screens.page import Page

if TYPE_CHECKING:
    from screens.hours_items import Writes
    from screens.hours_time import Begun


class Doors(App[None], inherit_bindings=False):
    """The part of the kiosk that knows which pages there are."""

    def action_no_card(self) -> None:
        """Sign in by name."""
        from screens.no_card import NoCard

        if not isinstance(self.screen, NoCard):
            self.rest()
            self._open(NoCard())

    def action_visitor(self) -> None:
        """Sign a guest in or out; no letters of a name lie open below."""
        from screens.visitor import VisitorPage

        self.rest()
        self._open(VisitorPage())

    def action_look(self) -> None:
        """Language and contrast."""
        from screens.look import Look

        self._open(Look())

    def action_help(self) -> None:
        """What every key on this page does."""
        from screens.help import Help, key_lines

        if isinstance(self.screen, Page):
            self._open(Help(key_lines(self.screen)))

    def action_staff(self) -> None:
        """The staff desk: say who you are."""
        from screens.staff_door import StaffDoor

        self._open(StaffDoor())

    def open_pin(self, person_id: int, shown: str) -> None:
        """Ask whoever wants to open the desk for their PIN."""
        from screens.staff_pin import StaffPin

        self._open(StaffPin(person_id, shown))

    def open_desk(self, opened: Opened) -> None:
        """The staff desk; nobody's page is open below it."""
        from screens.desk.front import Desk

        self.rest()
        self._open(Desk(opened.person, opened.held))

    def open_meeting(self, actor: Person) -> None:
        """Run the unit meeting; nobody's page is open below it."""
        from screens.meeting import Meeting

        self.rest()
        self._open(Meeting(actor))

    def action_close(self) -> None:
        """Ask whether the kiosk shall be closed."""
        from screens.closing import Closing

        self._open(Closing())

    def open_my_card(self, code: str) -> None:
        """Show the card that was scanned."""
        from screens.my_card import MyCard

        self._open(MyCard(code))

    def open_more(self, person: Person, code: str) -> None:
        """Show what is the person's own, and the house meeting; `code` is that of the card that was scanned."""
        from screens.more import MorePage

        self._open(MorePage(person, code))

    def open_leaving(self, answer: Answer) -> None:
        """Ask when the person left on a day without a sign-out."""
        from screens.leaving import Leaving

        self._open(Leaving(answer))

    def open_board(self, person: Person, my_day: MyDay, part: Part) -> None:
        """Ask where the person would like to help."""
        from screens.board import BoardPage

        self._open(BoardPage(person, my_day, part))

    def open_unit(self, person: Person, part: Part, sign_up: SignUp) -> None:
        """Show the unit that the person has joined."""
        from screens.unit import UnitPage

        self._open(UnitPage(person, part, sign_up))

    def open_task(self, person: Person, part: Part, needed: Needed) -> None:
        """Show the task that the person has taken."""
        from screens.task import TaskPage

        self._open(TaskPage(person, part, needed))

    def open_program(self, person: Person, news: Sequence[News], day: date | None = None) -> None:
        """Show classes and events, with the news on top; those of one day only where it is given."""
        from screens.program import ProgramPage

        self.push_screen(ProgramPage(person, news, day))

    def open_event(self, person: Person, occurrence_id: int) -> None:
        """Show one class or event."""
        from screens.event import EventPage

        self._open(EventPage(person, occurrence_id))

    def open_month(self, person: Person, day: date) -> None:
        """Show the month of that day."""
        from screens.month import MonthPage

        self._open(MonthPage(person, day))

    def open_take_along(self, event: Event) -> None:
        """Show the picture of an event for a phone."""
        from screens.take_along import TakeAlong

        self._open(TakeAlong(event))

    def open_hours(self, person: Person, day: date | None = None) -> None:
        """Show the person's job hours, of the week of `day` or of this week."""
        from screens.hours import HoursPage

        self._open(HoursPage(person, day))

    def open_hours_day(self, person: Person, day: date) -> None:
        """Show the person's job hours of one day."""
        from screens.hours_day import HoursDayPage

        self._open(HoursDayPage(person, day))

    def open_hours_time(self, day: date, about: str, begun: "Begun", write: "Writes") -> None:
        """Ask from when to when somebody worked."""
        from screens.hours_time import HoursTimePage

        self._open(HoursTimePage(day, about, begun, write))

    def open_covering(self, person: Person) -> None:
        """Ask the person whether they would cover."""
        from screens.covering import CoveringPage

        self._open(CoveringPage(person))

    def rest(self) -> None:
        """Close every page."""
        raise NotImplementedError

    def _open(self, page: Page) -> None:
        if type(self.screen) is not type(page):
            self.push_screen(page)
