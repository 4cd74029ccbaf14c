"""One person at the desk: in or out, now or at a past time, and their visits of the last days, to be set right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual.message import Message

from clubhouse import today, visits
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.typed_times import typed_time
from clubhouse.visits import Visit
from screens.desk import today_words
from screens.desk.fields import Field
from screens.desk.form import Form
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.rows import Rows
from screens.words import N_, _, time_words

DAYS = 14
"""So many days before today are shown."""


@dataclass
class SeenVisits(Message):
    """The house has told of the person's visits."""

    visits: list[Visit]


@dataclass
class SignedHere(Message):
    """Somebody was signed in, or out."""

    visit: Visit


@dataclass
class GuessConfirmed(Message):
    """It is no guess any more."""


class PersonRoom(ListRoom):
    """The visits, the latest first; the first look is noted in the audit log."""

    heads: ClassVar[tuple[str, ...]] = (N_("Day"), N_("Visit"), N_("How long"))
    commands = (
        DeskKey("1", N_("In or out now"), N_("Signs the person in, or out if they are in"), "now"),
        DeskKey("2", N_("In or out at a past time"), N_("The same at a time that you type"), "past"),
        DeskKey("3", N_("Take out"), N_("Takes the marked visit out; it asks why"), "take_out"),
        DeskKey("4", N_("The guess is right"), N_("The marked visit ended when the house guessed"), "right"),
    )

    def __init__(
        self,
        actor: Person,
        held: frozenset[Permission],
        person_id: int,
        name: str,
        visit_id: int | None = None,
        days: int = DAYS,
    ) -> None:
        """`name` is the person's whole name; `visit_id` is marked at first, and may lie more `days` back."""
        super().__init__(actor, held)
        self.of_id, self.name_of, self._days = person_id, name, max(days, DAYS)
        self._marked = visit_id
        self._looked = False
        self.visits: list[Visit] = []

    def title_words(self) -> str:
        """Whose visits these are."""
        return _("Today · {name}").format(name=self.name_of)

    def follow(self) -> None:
        """Look at the visits anew."""
        look = partial(
            visits.visits_of, self.kiosk.house, self.actor.code, self.of_id, self._days, again=self._looked
        )
        self._looked = True
        self.ask(look, SeenVisits, group="look")

    def on_seen_visits(self, message: SeenVisits) -> None:
        """Show them."""
        self.visits = message.visits
        clock = self.kiosk.settings.clock_hours
        self.show_rows([today_words.visit_row(each, clock) for each in self.visits], self._marked)
        self._marked = None
        self.show_keys()

    def keys_to_show(self) -> Sequence[DeskKey]:
        """The last one only where there is a guess."""
        return self.commands if any(each.estimated for each in self.visits) else self.commands[:-1]

    @property
    def open_visit(self) -> Visit | None:
        """The visit that goes on; None for whoever is not in."""
        return next((each for each in self.visits if each.out_at is None), None)

    def action_now(self) -> None:
        """Sign them in or out now."""
        sign = today.sign_out_for if self.open_visit else today.sign_in_for
        self.ask(partial(sign, self.kiosk.house, self.actor.code, self.of_id), SignedHere, group="answer")

    def on_signed_here(self, message: SignedHere) -> None:
        """Say so, and show it."""
        self._asked = False
        self.say(signed_words(message.visit, self))
        self.follow()

    def action_past(self) -> None:
        """Ask for the time."""
        self.enter_page(PastTime(self))

    def action_take_out(self) -> None:
        """Ask why the marked visit never was."""
        if self._chosen:
            self.enter_page(TakeOut(self, self._chosen))

    def action_right(self) -> None:
        """The marked visit ended when the house guessed."""
        if self._chosen:
            confirm = partial(visits.confirm_guess, self.kiosk.house, self.actor.code, self._chosen.id)
            self.ask(confirm, lambda _visit: GuessConfirmed(), group="answer")

    def on_guess_confirmed(self, _confirmed: GuessConfirmed) -> None:
        """Say so, and show it."""
        self._asked = False
        self.say(_("Noted: the guess is right."))
        self.follow()

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Set that visit right."""
        if self._chosen:
            self.enter_page(SetRight(self, self._chosen))

    @property
    def _chosen(self) -> Visit | None:
        marked = self.rows.marked
        return next((each for each in self.visits if marked and each.id == marked.id), None)


def signed_words(visit: Visit, room: PersonRoom) -> str:
    """*Rosa Alvarez is in, since 8:47.*"""
    clock, zone = room.kiosk.settings.clock_hours, room.kiosk.settings.zone
    at = visit.out_at or visit.in_at
    words = _("{name} is signed out, {time}.") if visit.out_at else _("{name} is in, since {time}.")
    return words.format(name=room.name_of, time=time_words(at.astimezone(zone), clock))


class OfPerson(Form):
    """A form about one person, opened from their page."""

    def __init__(self, room: PersonRoom) -> None:
        """`room` is the person's page."""
        super().__init__(room.actor, room.permissions)
        self.of_id, self.name_of = room.of_id, room.name_of
        self.was_in = room.open_visit is not None

    def title_words(self) -> str:
        """What is asked, and about whom."""
        return _("{room} · {name}").format(room=_(self.name_of_room), name=self.name_of)

    def moment(self, visit_day: datetime, typed: str, after: datetime | None = None) -> datetime:
        """The time typed, on that day. Raises `BadInput`."""
        at = typed_time(typed, self.kiosk.settings.clock_hours, after.time() if after else None)
        return visit_day.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0, fold=0)


class PastTime(OfPerson):
    """In or out at a time of today that is past."""

    name_of_room = N_("At what time?")

    def fields(self) -> Sequence[Field]:
        """The time."""
        words = N_("Out at") if self.was_in else N_("In at")
        return (Field("time", words, N_("Type it like 847 or 8:47."), check=typed_time),)

    def save(self, typed: Mapping[str, str]) -> object:
        """Sign them in or out."""
        house = self.kiosk.house
        at = self.moment(house.now(), typed["time"])
        sign = today.sign_out_for if self.was_in else today.sign_in_for
        return sign(house, self.actor.code, self.of_id, at)


class SetRight(OfPerson):
    """The times of one visit; the old ones and the reason stay in the audit log."""

    name_of_room = N_("Set a visit right")
    done_words = N_("The visit is set right. The old times stay in the audit log.")

    def __init__(self, room: PersonRoom, visit: Visit) -> None:
        """`visit` is as the house's clock shows it."""
        super().__init__(room)
        self._visit = visit

    def fields(self) -> Sequence[Field]:
        """In, out, why."""
        came, left = self._visit.in_at, self._visit.out_at
        return (
            Field("in", N_("In"), N_("Type it like 847 or 8:47."), f"{came:%H:%M}", check=typed_time),
            Field("out", N_("Out"), N_("Empty: still in, which can only be today."), f"{left:%H:%M}" if left else ""),
            Field("reason", N_("Why"), N_("Such as: paper sheet, or: told me at lunch.")),
        )

    def save(self, typed: Mapping[str, str]) -> object:
        """Correct it; a time that stayed as it was keeps its seconds."""
        was = self._visit
        came = was.in_at if typed["in"] == f"{was.in_at:%H:%M}" else self.moment(was.in_at, typed["in"])
        left = None
        if typed["out"].strip():
            same = was.out_at and typed["out"] == f"{was.out_at:%H:%M}"
            left = was.out_at if same else self.moment(was.in_at, typed["out"], came)
        return visits.correct_visit(self.kiosk.house, self.actor.code, was.id, came, left, typed["reason"])


class TakeOut(OfPerson):
    """A visit that never was, such as a line typed twice."""

    name_of_room = N_("Take a visit out")
    done_words = N_("The visit is taken out. It stays in the audit log.")

    def __init__(self, room: PersonRoom, visit: Visit) -> None:
        """`visit` is as the house's clock shows it."""
        super().__init__(room)
        self._visit = visit

    def fields(self) -> Sequence[Field]:
        """Why."""
        return (Field("reason", N_("Why"), N_("Such as: twice on the sheet.")),)

    def save(self, typed: Mapping[str, str]) -> object:
        """Take it out."""
        return today.take_visit_out(self.kiosk.house, self.actor.code, self._visit.id, typed["reason"])
