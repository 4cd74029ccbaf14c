"""The placements of the house on one list: employer, job, times, and who holds each."""

from collections.abc import Sequence

from clubhouse.employment.placement_pages import PlacementLine, see_placements
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.listing import DeskKey
from screens.desk.rows import Row
from screens.desk.work_room import WorkList
from screens.desk.work_typed import times_as_typed
from screens.desk.work_words import job_words, names_of
from screens.words import N_, _


class WorkPlaces(WorkList):
    """Every placement; letters narrow the list."""

    name_of_room = N_("Placements")
    narrows = True
    heads = (N_("Placement"), N_("Times"), N_("Holds it"))
    commands = (
        DeskKey("1", N_("New placement"), N_("At an employer, new or known"), "add"),
        DeskKey("2", N_("Closed ones too"), N_("Those that the house held before; again for without"), "closed"),
        DeskKey("3", N_("Who would like to work"), N_("Next in line, for any placement"), "line"),
        DeskKey("4", N_("Employers"), N_("Whom to call there; close one, or open it again"), "employers"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """Without those that are closed."""
        super().__init__(actor, held)
        self._closed = False
        self._known: set[int | str] = set()

    def look(self, again: bool) -> list[PlacementLine]:
        """Every placement."""
        return see_placements(self.kiosk.house, self.actor.code, closed=self._closed, again=again)

    def rows_of(self, seen: object) -> Sequence[Row]:
        """One line each."""
        assert isinstance(seen, list)
        self._known = {line.placement.id for line in seen}
        none = Row("none", (_("No placement is on file. Press 1 for a new one."),), dim=True)
        today = self.kiosk.house.today()
        lines = sorted(seen, key=lambda line: (line.employer, line.placement.job))
        return [_row(line, closed=not line.placement.open_on(today)) for line in lines] or [none]

    def open_row(self, row: Row) -> None:
        """One placement."""
        if row.id in self._known:
            from screens.desk.work_place import WorkPlacePage

            self.enter_page(WorkPlacePage(self.actor, self.permissions, int(row.id)))

    def action_add(self) -> None:
        """A new placement."""
        from screens.desk.work_place_form import PlacementForm

        self.enter_page(PlacementForm(self.actor, self.permissions, None))

    def action_closed(self) -> None:
        """With those that are closed, or without."""
        self._closed = not self._closed
        self.look_anew()

    def action_line(self) -> None:
        """Who would like to work."""
        from screens.desk.work_line import WorkLine

        self.enter(WorkLine)

    def action_employers(self) -> None:
        """The employers."""
        from screens.desk.work_employers import WorkEmployers

        self.enter(WorkEmployers)


def _row(line: PlacementLine, *, closed: bool) -> Row:
    holders = names_of(held.person for held in line.holders) or _("nobody")
    place = job_words(line.employer, line.placement.job)
    return Row(line.placement.id, (place, times_as_typed(line.times), _("closed") if closed else holders), dim=closed)
