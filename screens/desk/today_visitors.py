"""Visitors at the desk: one who comes, or came earlier today, and one who leaves, was a slip, or is on file now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual.message import Message

from clubhouse import visitors
from clubhouse.errors import BadInput
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.typed_times import typed_time
from clubhouse.visitors import Purpose, Visitor
from screens.desk.fields import Field, choice_field, person_field
from screens.desk.form import Form
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.rows import Row
from screens.purposes import PURPOSES
from screens.words import N_, _, time_words


def _maybe_time(typed: str) -> object:
    return typed_time(typed) if typed.strip() else None


class NewVisitor(Form):
    """Name, purpose and a line; without times the visitor comes in now."""

    name_of_room = N_("A visitor")
    done_words = N_("The visitor is written down.")

    def fields(self) -> Sequence[Field]:
        """What is asked of a guest."""
        return (
            Field("name", N_("Name"), N_("As they say it.")),
            choice_field("purpose", N_("Comes for"), [(each.value, words) for each, words in PURPOSES.items()]),
            Field("line", N_("A line"), N_("Where they are from, or whom they see; may stay empty.")),
            Field("in", N_("In"), N_("Empty: now. Otherwise type it like 847 or 8:47."), check=_maybe_time),
            Field("out", N_("Out"), N_("Empty: still in."), check=_maybe_time),
        )

    def save(self, typed: Mapping[str, str]) -> object:
        """Write them down."""
        house, purpose = self.kiosk.house, Purpose(typed["purpose"])
        if not typed["in"].strip():
            if typed["out"].strip():
                raise BadInput(_("Type the time of coming, too."))
            return visitors.sign_in_visitor(house, typed["name"], purpose, typed["line"], self.actor.code)
        came = self._moment(typed["in"])
        left = self._moment(typed["out"], came) if typed["out"].strip() else None
        return visitors.add_visitor(house, self.actor.code, typed["name"], purpose, came, left, typed["line"])

    def _moment(self, typed: str, after: datetime | None = None) -> datetime:
        at = typed_time(typed, self.kiosk.settings.clock_hours, after.time() if after else None)
        return datetime.combine(self.kiosk.house.today(), at, self.kiosk.settings.zone)


@dataclass
class VisitorDone(Message):
    """The house has done it."""

    words: str


class VisitorRoom(ListRoom):
    """What is known of one visitor."""

    heads: ClassVar[tuple[str, ...]] = ()
    commands = (
        DeskKey("1", N_("Sign out now"), N_("The visitor leaves"), "leaves"),
        DeskKey("2", N_("Take back: a slip"), N_("The visitor was never here"), "slip"),
        DeskKey("3", N_("Is on file now"), N_("The visitor joined; says who they are"), "joins"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission], visitor: Visitor) -> None:
        """`visitor` is as the house's clock shows it."""
        super().__init__(actor, held)
        self.visitor = visitor

    def title_words(self) -> str:
        """Who it is."""
        return _("Visitor · {name}").format(name=self.visitor.name)

    def follow(self) -> None:
        """Show what is known."""
        each = self.visitor
        since = time_words(each.in_at, self.kiosk.settings.clock_hours)
        rows = [
            Row("since", (_("In since"), since)),
            Row("purpose", (_("Comes for"), _(PURPOSES[each.purpose]))),
        ]
        self.show_rows([*rows, *([Row("line", (_("Says"), each.line))] if each.line else [])])

    def action_leaves(self) -> None:
        """They leave."""
        words = _("{name} is signed out.").format(name=self.visitor.name)
        leave = partial(visitors.sign_out_visitor, self.kiosk.house, self.visitor.id, self.actor.code)
        self.ask(leave, lambda visitor: VisitorDone(words), group="answer")

    def action_slip(self) -> None:
        """They were never here."""
        words = _("{name} was taken back.").format(name=self.visitor.name)
        undo = partial(visitors.undo_visitor, self.kiosk.house, self.visitor.id, self.actor.code)
        self.ask(undo, lambda nothing: VisitorDone(words), group="answer")

    def on_visitor_done(self, message: VisitorDone) -> None:
        """Back to the day."""
        self.leave_saying(message.words)

    def action_joins(self) -> None:
        """Ask who they are on file."""
        self.enter_page(Joins(self))


class Joins(Form):
    """Who the visitor is on file."""

    name_of_room = N_("Who is it?")
    done_words = N_("The visit is joined to the person.")

    def __init__(self, room: VisitorRoom) -> None:
        """`room` is the visitor's page."""
        super().__init__(room.actor, room.permissions)
        self._visitor = room.visitor

    def fields(self) -> Sequence[Field]:
        """The person."""
        return (person_field("who", N_("Person"), N_("Letters of the name, then the number.")),)

    def save(self, typed: Mapping[str, str]) -> object:
        """Join them."""
        if not typed["who"]:
            raise BadInput(_("Type the first letters of a name, then its number."))
        return visitors.joins(self.kiosk.house, self.actor.code, self._visitor.id, int(typed["who"]))
