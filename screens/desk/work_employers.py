"""Employers: with whom the house has placements, whom to call there, and which it has none with any more."""

from collections.abc import Mapping, Sequence

from clubhouse.employment import employers
from clubhouse.employment.employers import Employer, NewEmployer
from clubhouse.employment.placements import list_placements
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.fields import Field
from screens.desk.listing import DeskKey
from screens.desk.rows import Row
from screens.desk.work_room import WorkForm, WorkList, plainly
from screens.words import N_, _, plural


class WorkEmployers(WorkList):
    """Every employer; the closed stand below."""

    name_of_room = N_("Employers")
    heads = (N_("Employer"), N_("Placements"), N_("Contact"))
    enter_words = N_("Change it")
    commands = (
        DeskKey("N", N_("New employer"), N_("Before there is a placement"), "add"),
        DeskKey("Z", N_("Close, or open again"), N_("The house has nothing there any more, or again"), "close"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """None yet."""
        super().__init__(actor, held)
        self._employers: dict[int | str, Employer] = {}

    def look(self, again: bool) -> list[tuple[Employer, int]]:
        """Every employer, and how many placements the house holds there."""
        house = self.kiosk.house
        with house.store.snapshot():
            held = [each.placement.employer_id for each in list_placements(house)]
            found = employers.see_employers(house, self.actor.code)
        return [(each, held.count(each.id)) for each in found]

    def rows_of(self, seen: object) -> Sequence[Row]:
        """One line each."""
        assert isinstance(seen, list)
        self._employers = {each.id: each for each, _count in seen}
        lines = sorted(seen, key=lambda line: line[0].closed_on is not None)
        none = Row("none", (_("No employer is on file. Press N for a new one."),), dim=True)
        return [_row(each, count) for each, count in lines] or [none]

    def open_row(self, row: Row) -> None:
        """Another name or contact."""
        if row.id in self._employers:
            self.enter_page(EmployerForm(self.actor, self.permissions, self._employers[row.id]))

    def action_add(self) -> None:
        """Another employer."""
        self.enter_page(EmployerForm(self.actor, self.permissions, None))

    def action_close(self) -> None:
        """The house has nothing there any more, or again."""
        each = self._employers.get(self.rows.marked.id) if self.rows.marked else None
        if each is None:
            return
        house, actor = self.kiosk.house, self.actor.code
        if each.closed_on is None:
            act = plainly(employers.close_employer, house, actor, each.id)
            question = _("The house has no placement at {employer} from today on?")
            self.do(act, _("The employer is closed."), question.format(employer=each.name))
        else:
            again = plainly(employers.reopen_employer, house, actor, each.id)
            question = _("The house has placements at {employer} again?")
            self.do(again, _("The employer is open again."), question.format(employer=each.name))


def _row(each: Employer, count: int) -> Row:
    closed = _("closed since {day}").format(day=each.closed_on)
    words = plural("{count} placement", "{count} placements", count) if each.closed_on is None else closed
    return Row(each.id, (each.name, words, each.contact), dim=each.closed_on is not None)


class EmployerForm(WorkForm):
    """An employer, new or changed."""

    name_of_room = N_("Employer")
    done_words = N_("The employer is saved.")

    def __init__(self, actor: Person, held: frozenset[Permission], each: Employer | None) -> None:
        """`each` is changed; None for a new one."""
        super().__init__(actor, held)
        self.each = each

    def fields(self) -> Sequence[Field]:
        """Name and contact."""
        name, contact = (self.each.name, self.each.contact) if self.each else ("", "")
        return (
            Field("name", N_("Employer"), N_("Who pays."), name),
            Field("contact", N_("Contact"), N_("Whom to call there."), contact),
        )

    def write(self, typed: Mapping[str, str], sure: bool) -> None:
        """Save it."""
        house, actor, new = self.kiosk.house, self.actor.code, NewEmployer(typed["name"], typed["contact"])
        if self.each:
            employers.change_employer(house, actor, self.each.id, new)
        else:
            employers.add_employer(house, actor, new)
