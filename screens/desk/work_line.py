"""Next in line: whoever has said that they would like to work, in the order in which they said so."""

from collections.abc import Mapping, Sequence

from clubhouse.employment import next_in_line
from clubhouse.employment.next_in_line import InLine
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.fields import Field, person_field
from screens.desk.listing import DeskKey
from screens.desk.rows import Row
from screens.desk.work_room import WorkForm, WorkList, plainly
from screens.desk.work_typed import somebody
from screens.desk.work_words import place_words
from screens.words import N_, _, date_words


class WorkLine(WorkList):
    """The line for every placement."""

    name_of_room = N_("Would like to work")
    heads = (N_("Who"), N_("For"), N_("Since"))
    commands = (
        DeskKey("I", N_("I'd like to work"), N_("Somebody says so, for any placement"), "add"),
        DeskKey("D", N_("Out of the line"), N_("The marked one"), "out"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """Nobody yet."""
        super().__init__(actor, held)
        self._wishes: dict[int | str, InLine] = {}

    def look(self, again: bool) -> list[InLine]:
        """The line."""
        return next_in_line.see_line(self.kiosk.house, self.actor.code, again=again)

    def rows_of(self, seen: object) -> Sequence[Row]:
        """One line each, the first to say so on top."""
        assert isinstance(seen, list)
        self._wishes = {each.wish.id: each for each in seen}
        none = Row("none", (_("Nobody stands in the line."),), dim=True)
        return [
            Row(key, (full_name(each.person), wanted_words(each), self._since(each)))
            for key, each in self._wishes.items()
        ] or [none]

    def _since(self, each: InLine) -> str:
        return date_words(self.kiosk.house.local(each.wish.at).date())

    def action_add(self) -> None:
        """Somebody would like to work."""
        self.enter_page(LikeToWork(self.actor, self.permissions, None))

    def action_out(self) -> None:
        """The marked one stands in the line no more."""
        each = self._wishes.get(self.rows.marked.id) if self.rows.marked else None
        if each:
            out_of_line(self, each)


class LikeToWork(WorkForm):
    """Somebody says: I'd like to work."""

    name_of_room = N_("I'd like to work")
    done_words = N_("They stand in the line.")

    def __init__(self, actor: Person, held: frozenset[Permission], placement_id: int | None) -> None:
        """For that placement; None for any."""
        super().__init__(actor, held)
        self.placement_id = placement_id

    def fields(self) -> Sequence[Field]:
        """Who."""
        return (person_field("who", N_("Who"), N_("The first letters of a name, then its number.")),)

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Put them into the line."""
        who = somebody(typed["who"])
        next_in_line.like_to_work(self.kiosk.house, self.actor.code, who, self.placement_id)


def wanted_words(each: InLine) -> str:
    """What somebody stands in the line for."""
    return place_words(each.place) if each.place else _("any placement")


def out_of_line(room: WorkList, each: InLine) -> None:
    """Ask, and take somebody out of the line."""
    act = plainly(next_in_line.leave_line, room.kiosk.house, room.actor.code, each.person.id, each.wish.placement_id)
    room.do(act, _("Done."), _("{who} would not like to work there now?").format(who=full_name(each.person)))
