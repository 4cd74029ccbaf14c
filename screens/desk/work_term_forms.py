"""Forms about terms: begin one, plan its end, end it, or take back one that never was."""

from collections.abc import Mapping, Sequence

from clubhouse.employment import terms
from clubhouse.employment.placement_pages import Held
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.fields import Field, person_field
from screens.desk.work_room import WorkForm
from screens.desk.work_typed import day_of, maybe_day, somebody
from screens.words import N_

_DAY = N_("Such as 2026-11-23.")


class BeginTerm(WorkForm):
    """Somebody holds the placement from a day on."""

    name_of_room = N_("Begin a term")
    done_words = N_("The term is written down.")

    def __init__(
        self,
        actor: Person,
        held: frozenset[Permission],
        placement_id: int,
        person: Person | None,
        months: int,
    ) -> None:
        """`person` stands there at first; a term is planned for so many `months`."""
        super().__init__(actor, held)
        self.placement_id, self.person, self.months = placement_id, person, months

    def fields(self) -> Sequence[Field]:
        """Who, from when, until when as planned."""
        today, person = self.kiosk.house.today(), self.person
        planned = terms.months_on(today, self.months)
        who = N_("A member: the first letters of the name, then its number.")
        until = N_("Planned; nothing ends by itself. Empty for the usual time from the first day.")
        return (
            person_field("who", N_("Who"), who, person.id if person else None, full_name(person) if person else ""),
            Field("first", N_("First day"), _DAY, str(today), day_of),
            Field("last", N_("Planned until"), until, str(planned), maybe_day),
        )

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Begin it; what was planned for today moves with another first day."""
        first, last = day_of(typed["first"]), maybe_day(typed["last"])
        today = self.kiosk.house.today()
        if last == terms.months_on(today, self.months) and first != today:
            last = None
        house, actor = self.kiosk.house, self.actor.code
        terms.begin_term(house, actor, self.placement_id, somebody(typed["who"]), first, last, sure=sure)


class TermForm(WorkForm):
    """A form about one term."""

    def __init__(self, actor: Person, held: frozenset[Permission], each: Held) -> None:
        """`each` is the term, with its person."""
        super().__init__(actor, held)
        self.each = each

    @property
    def term_id(self) -> int:
        """Of the term."""
        return self.each.term.id


class PlanTerm(TermForm):
    """Another day on which the term is planned to end."""

    name_of_room = N_("Plan the end")
    done_words = N_("It is written down. Nothing ends by itself.")

    def fields(self) -> Sequence[Field]:
        """The day."""
        return (Field("last", N_("Planned until"), _DAY, str(self.each.term.planned_last_day), day_of),)

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Plan it."""
        terms.change_term(self.kiosk.house, self.actor.code, self.term_id, day_of(typed["last"]))


class EndTerm(TermForm):
    """The term ends, or has ended."""

    name_of_room = N_("End the term")
    done_words = N_("The last day of the term is written down.")

    def fields(self) -> Sequence[Field]:
        """The last day; a word on it for the log."""
        last = self.each.term.last_day or self.kiosk.house.today()
        return (
            Field("last", N_("Last day"), N_("That day is part of the term. Such as 2026-11-23."), str(last), day_of),
            Field("reason", N_("A word on it"), N_("May stay empty; it stands in the audit log alone.")),
        )

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """End it."""
        house, actor, last = self.kiosk.house, self.actor.code, day_of(typed["last"])
        terms.end_term(house, actor, self.term_id, last, typed["reason"], sure=sure)


class TakeBackTerm(TermForm):
    """The term was never held."""

    name_of_room = N_("Take the term back")
    done_words = N_("The term is taken back; it was never held.")

    def fields(self) -> Sequence[Field]:
        """Why."""
        return (Field("reason", N_("Reason"), N_("Such as: wrong placement. Enter takes the term back.")),)

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Take it back."""
        terms.take_back_term(self.kiosk.house, self.actor.code, self.term_id, typed["reason"])
