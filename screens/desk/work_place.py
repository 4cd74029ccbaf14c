"""One placement: what it is, what it pays, who holds it and has held it, and who would like to."""

from collections.abc import Sequence
from datetime import date

from clubhouse.employment import placements
from clubhouse.employment.next_in_line import InLine
from clubhouse.employment.pay import h_mm, money
from clubhouse.employment.placement_pages import Held, PlacementPage, see_placement
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.listing import DeskKey
from screens.desk.rows import Row
from screens.desk.work_line import LikeToWork, out_of_line, wanted_words
from screens.desk.work_place_changes import ClosePlacement, OtherTimes, OtherWage, PlaceForm, WriteThere
from screens.desk.work_room import WorkList, plainly
from screens.desk.work_term_forms import BeginTerm, EndTerm, PlanTerm, TakeBackTerm
from screens.desk.work_typed import times_as_typed
from screens.words import N_, _


class WorkPlacePage(WorkList):
    """The placement with that number."""

    name_of_room = N_("Placement")
    commands = (
        DeskKey("E", N_("Change it"), N_("Employer, place, times, wage, contact"), "change"),
        DeskKey("T", N_("Other times"), N_("From a day on; those of before stay for the days before"), "times"),
        DeskKey("P", N_("Another wage"), N_("From a day on; that of before stays for the days before"), "wage"),
        DeskKey("B", N_("Begin a term"), N_("For whoever is marked in the line, or somebody else"), "begin"),
        DeskKey("X", N_("End the term"), N_("Of the marked term; Enter plans another day"), "end"),
        DeskKey("R", N_("Take back"), N_("The marked term was never held"), "take_back"),
        DeskKey("I", N_("I'd like to work"), N_("Somebody says so, for this placement"), "add_to_line"),
        DeskKey("D", N_("Out of the line"), N_("Whoever is marked"), "out"),
        DeskKey("W", N_("Write hours"), N_("Of any day, also one without usual times"), "write"),
        DeskKey("Z", N_("Close, or open again"), N_("The house holds it no longer, or again"), "close"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission], placement_id: int) -> None:
        """`placement_id` is shown."""
        super().__init__(actor, held)
        self.placement_id = placement_id
        self._page: PlacementPage | None = None
        self._terms: dict[int | str, Held] = {}
        self._line: dict[int | str, InLine] = {}

    def title_words(self) -> str:
        """*Placement · Harbor Bakery · Ana R.*"""
        room, _dot, who = super().title_words().partition(" · ")
        return f"{room} · {self._page.line.employer} · {who}" if self._page else f"{room} · {who}"

    def look(self, again: bool) -> PlacementPage:
        """The placement."""
        return see_placement(self.kiosk.house, self.actor.code, self.placement_id, again=again)

    def rows_of(self, seen: object) -> Sequence[Row]:
        """What it is, its terms, the line."""
        assert isinstance(seen, PlacementPage)
        self._page = seen
        self._terms = {f"term {each.term.id}": each for each in reversed(seen.terms)}
        self._line = {f"wish {each.wish.id}": each for each in seen.line_for_it}
        terms = [Row(key, self._term_cells(each), dim=self._is_over(each)) for key, each in self._terms.items()]
        line = [
            Row(key, (_("Next in line"), f"{full_name(each.person)}, {wanted_words(each)}"))
            for key, each in self._line.items()
        ]
        facts = [Row(f"fact {place}", cells) for place, cells in enumerate(_facts(seen, self.kiosk.house.today()))]
        return [*facts, *terms, *line]

    def _is_over(self, each: Held) -> bool:
        last = each.term.last_day
        return last is not None and last < self.kiosk.house.today()

    def _term_cells(self, each: Held) -> tuple[str, str]:
        term, name = each.term, full_name(each.person)
        if term.last_day is not None:
            words = _("{who}, {first} to {last}")
            return _("Held it"), words.format(who=name, first=term.first_day, last=term.last_day)
        words = _("{who}, since {first}, planned until {last}")
        if term.first_day > self.kiosk.house.today():
            words = _("{who}, from {first}, planned until {last}")
        return _("Holds it"), words.format(who=name, first=term.first_day, last=term.planned_last_day)

    # -- keys ----------------------------------------------------------------------------------------------------

    def open_row(self, row: Row) -> None:
        """Another planned end for a term; a term for somebody in the line; otherwise change the placement."""
        if row.id in self._terms:
            self.enter_page(PlanTerm(self.actor, self.permissions, self._terms[row.id]))
        elif row.id in self._line:
            self.action_begin()
        else:
            self.action_change()

    def action_change(self) -> None:
        """Say something else of it."""
        if self._page:
            from screens.desk.work_place_form import PlacementForm

            self.enter_page(PlacementForm(self.actor, self.permissions, self._page))

    def _open_form(self, form: type[PlaceForm]) -> None:
        if self._page:
            self.enter_page(form(self.actor, self.permissions, self._page))

    def action_times(self) -> None:
        """Other usual times from a day on."""
        self._open_form(OtherTimes)

    def action_wage(self) -> None:
        """Another wage from a day on."""
        self._open_form(OtherWage)

    def action_write(self) -> None:
        """Hours of any day."""
        self._open_form(WriteThere)

    def action_begin(self) -> None:
        """A term, of whoever is marked in the line."""
        each = self._line.get(self.rows.marked.id) if self.rows.marked else None
        months = self.kiosk.settings.term_months
        person = each.person if each else None
        self.enter_page(BeginTerm(self.actor, self.permissions, self.placement_id, person, months))

    @property
    def _marked_term(self) -> Held | None:
        each = self._terms.get(self.rows.marked.id) if self.rows.marked else None
        if each is None:
            self.say(_("Mark the line of a term first."))
        return each

    def action_end(self) -> None:
        """The marked term ends."""
        if each := self._marked_term:
            self.enter_page(EndTerm(self.actor, self.permissions, each))

    def action_take_back(self) -> None:
        """The marked term was written down by mistake."""
        if each := self._marked_term:
            self.enter_page(TakeBackTerm(self.actor, self.permissions, each))

    def action_add_to_line(self) -> None:
        """Somebody would like this placement."""
        self.enter_page(LikeToWork(self.actor, self.permissions, self.placement_id))

    def action_out(self) -> None:
        """Whoever is marked stands in the line no more."""
        each = self._line.get(self.rows.marked.id) if self.rows.marked else None
        if each:
            out_of_line(self, each)
        else:
            self.say(_("Mark somebody in the line first."))

    def action_close(self) -> None:
        """The house holds it no longer from a day on, or again."""
        if self._page is None:
            return
        house, actor = self.kiosk.house, self.actor.code
        if self._page.line.placement.closed_on is None:
            self._open_form(ClosePlacement)
        else:
            again = plainly(placements.reopen_placement, house, actor, self.placement_id)
            self.do(again, _("The placement is open again."), _("The house holds this placement again?"))


def _facts(page: PlacementPage, today: date) -> list[tuple[str, str]]:
    placement, line = page.line.placement, page.line
    wages = [_("{wage} since {day}").format(wage=money(each.cents), day=each.since) for each in page.wages]
    kind = _("group TE") if placement.is_group else _("TE")
    hours = _("{hours} a week").format(hours=h_mm(placement.weekly_minutes))
    later = [each for each in page.times if each.since > today]
    closed = _("closed since {day}").format(day=placement.closed_on) if placement.closed_on else ""
    return [
        (_("Job"), f"{placement.job} ({kind})"),
        (_("Place"), placement.place),
        (_("Times"), ", ".join(part for part in (times_as_typed(line.times), hours) if part)),
        *(
            (_("From {day}").format(day=each.since), times_as_typed(each.times) or _("no usual times"))
            for each in later
        ),
        (_("Wage"), "; ".join(reversed(wages)) or _("not known")),
        (_("Contact"), page.contact),
        (_("Looked after by"), full_name(line.looked_after_by) if line.looked_after_by else ""),
        (_("Open"), closed or _("since {day}").format(day=placement.opened_on)),
    ]
