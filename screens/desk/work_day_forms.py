"""Forms about one placement on one day: whom to ask, who covers, and hours for somebody."""

from collections.abc import Mapping, Sequence

from clubhouse.employment import coverage, work_days
from clubhouse.employment.coverage_days import CoverDay
from clubhouse.errors import BadInput
from clubhouse.helping import person_on_file
from clubhouse.names import full_name
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission
from screens.desk.fields import YES, Field, choice_field, person_field, yes_no_field
from screens.desk.work_room import WorkForm
from screens.desk.work_typed import somebody, stretch_fields, stretch_of
from screens.desk.work_words import clock
from screens.words import N_, _

MOST_ASKED = 4
"""So many are asked at a time; the form can be opened again."""
_LETTERS = N_("The first letters of a name, then its number.")


class DayForm(WorkForm):
    """A form about one placement on one day."""

    def __init__(self, actor: Person, held: frozenset[Permission], each: CoverDay) -> None:
        """`each` is that day."""
        super().__init__(actor, held)
        self.each = each

    @property
    def request_id(self) -> int:
        """Of the coverage that is looked for."""
        assert self.each.request is not None
        return self.each.request.id


class Offer(DayForm):
    """Ask some of the house whether they would cover."""

    name_of_room = N_("Offer coverage")
    done_words = N_("They are asked.")

    def fields(self) -> Sequence[Field]:
        """As many names as one likes."""
        hint = N_("The first letters of a name, then its number; staff or members. More may stay empty.")
        return [person_field(f"who{place}", N_("Ask"), hint) for place in range(MOST_ASKED)]

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Ask each of them."""
        wanted = [int(value) for value in typed.values() if value]
        if not wanted:
            raise BadInput(_LETTERS)
        for person_id in wanted:
            coverage.offer_coverage(self.kiosk.house, self.actor.code, self.request_id, person_id)


class Arrange(DayForm):
    """Write down who covers."""

    name_of_room = N_("Who covers")
    done_words = N_("It is written down who covers.")

    def fields(self) -> Sequence[Field]:
        """Who, and whether a member has said yes."""
        hint = N_("A member decides: offer it first, or ask. Staff can be put down outright.")
        return (person_field("who", N_("Who covers"), _LETTERS), yes_no_field("yes", N_("Has said yes"), hint=hint))

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Staff outright; a member only after a yes."""
        person = person_on_file(self.kiosk.house, somebody(typed["who"]))
        if person.kind is not Kind.STAFF and typed["yes"] != YES:
            raise BadInput(N_("A member says yes first. Offer it to them, or ask them and say so here."))
        coverage.arrange_coverage(self.kiosk.house, self.actor.code, self.request_id, person.id)


class WriteHours(DayForm):
    """Hours of whoever worked or covered that day."""

    name_of_room = N_("Write hours")
    done_words = N_("The hours are written down.")

    def fields(self) -> Sequence[Field]:
        """Who, and when; the usual times stand there already."""
        holder, usual = self.each.holder, self.each.usual
        covering = self.each.covered_by[0] if self.each.covered_by else None
        times = (clock(usual[0].starts), clock(usual[0].ends)) if usual else ("", "")
        whats = [("worked", _("{who} worked").format(who=full_name(holder)))] if holder else []
        whats.append(("covered", N_("somebody covered")))
        shown = full_name(covering) if covering else ""
        return (
            choice_field("what", N_("What"), whats, "covered" if covering else ""),
            person_field("who", N_("Who covered"), _LETTERS, covering.id if covering else None, shown),
            *stretch_fields(*times),
        )

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Write them down, as worked or as covered."""
        house, actor, each = self.kiosk.house, self.actor.code, self.each
        holder_id, place, day = each.holder.id if each.holder else None, each.placement.id, each.day
        stretch = stretch_of(house, day, typed["starts"], typed["ends"], typed["length"])
        if typed["what"] == "worked" and holder_id is not None:
            work_days.log_hours(house, actor, holder_id, place, day, stretch, sure=sure)
        else:
            who = somebody(typed["who"])
            work_days.log_coverage(house, actor, who, place, day, holder_id, stretch, sure=sure)
