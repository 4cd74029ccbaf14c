"""One placement on one day: who is asked to cover, who covers, and the hours that are written of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from clubhouse.employment import confirming, coverage, work_days
from clubhouse.employment.coverage_days import CoverDay, Work, coverage_of
from clubhouse.employment.work_days import What, WorkState
from clubhouse.helping import person_on_file
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.listing import DeskKey
from screens.desk.rows import Row
from screens.desk.work_day_forms import Arrange, Offer, WriteHours
from screens.desk.work_hours_forms import CorrectHours, RemoveHours
from screens.desk.work_room import WorkList, plainly
from screens.desk.work_words import STANDS, WHATS, hours_words, job_words, mark_words, usual_words, who_words
from screens.words import N_, _, date_words

T = TypeVar("T")


@dataclass(frozen=True)
class DaySeen:
    """What is known of the placement on that day."""

    each: CoverDay | None
    """None when it is no work day any more."""
    asked: tuple[Person, ...]
    """Who is asked to cover and has not answered."""
    people: dict[int, Person]
    """Who worked, by number."""


class WorkDay(WorkList):
    """The placement of a day."""

    name_of_room = N_("Placement")
    commands = (
        DeskKey("L", N_("Look for coverage"), N_("Whoever holds it can't go, or nobody holds it"), "look_for"),
        DeskKey("O", N_("Offer it"), N_("Ask staff and members whether they would cover"), "offer"),
        DeskKey("A", N_("Write down who covers"), N_("Staff outright; members when they have said yes"), "arrange"),
        DeskKey("D", N_("Ask no longer"), N_("On the line of somebody who is asked"), "withdraw"),
        DeskKey("G", N_("Nobody is needed"), N_("Who covers can't after all, or nobody is looked for"), "settle"),
        DeskKey("E", N_("Employer closed"), N_("Nobody works that day"), "closed"),
        DeskKey("W", N_("Write hours"), N_("For whoever worked or covered"), "write"),
        DeskKey("K", N_("Confirm"), N_("On a line of hours; once more takes it back"), "confirm"),
        DeskKey("R", N_("Take away"), N_("On a line of hours or of a closed employer, with a reason"), "remove"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission], each: CoverDay) -> None:
        """`each` was taken from the list of the day."""
        super().__init__(actor, held)
        self.each = each
        self._asked_people: dict[int | str, Person] = {}
        self._works: dict[int | str, Work] = {}

    def title_words(self) -> str:
        """*Counter clerk · Monday 23 November · Ana R.*"""
        who = super().title_words().partition(" · ")[2]
        return f"{self.each.placement.job} · {date_words(self.each.day)} · {who}"

    def look(self, again: bool) -> DaySeen:
        """Look at the day again, and who is asked."""
        house, was = self.kiosk.house, self.each
        term_id = was.term.id if was.term else None
        found = [
            each
            for each in coverage_of(house, self.actor.code, was.day, again=again)
            if each.placement.id == was.placement.id and (each.term.id if each.term else None) == term_id
        ]
        each = found[0] if found else None
        asked = coverage.offered_to(house, self.actor.code, each.request.id) if each and each.request else []
        worked = {work.person_id for work in each.work if work.person_id is not None} if each else set()
        people = {person_id: person_on_file(house, person_id) for person_id in worked}
        return DaySeen(each, tuple(person_on_file(house, person_id) for person_id in asked), people)

    def rows_of(self, seen: object) -> Sequence[Row]:
        """What it is, who is asked, what is written."""
        assert isinstance(seen, DaySeen)
        # Gone from the list, it stands as it was, without hours and a request.
        self.each = each = seen.each or replace(self.each, request=None, work=(), covered_by=())
        self._asked_people = {f"asked {person.id}": person for person in seen.asked}
        self._works = {f"work {work.id}": work for work in each.work}
        self.show_keys()
        usual = usual_words(each.usual) or _("no usual times that day")
        rows = [
            Row("what", (_("Placement"), job_words(each.employer, each.placement.job))),
            Row("where", (_("Where, when"), ", ".join(part for part in (each.placement.place, usual) if part))),
            Row("holder", (_("Holds it"), full_name(each.holder) if each.holder else _("nobody"))),
            Row("stand", (_("That day"), f"{_(STANDS[each.stand])}: {who_words(each)}".removesuffix(": "))),
        ]
        rows += [Row(key, (_("Asked"), full_name(person))) for key, person in self._asked_people.items()]
        return rows + [self._work_row(key, work, seen.people) for key, work in self._works.items()]

    def _work_row(self, key: int | str, work: Work, people: dict[int, Person]) -> Row:
        starts = self.kiosk.house.local(work.starts_at) if work.starts_at else None
        who = full_name(people[work.person_id]) if work.person_id is not None else ""
        words = [part for part in (who, _(WHATS[work.what]), hours_words(work, starts)) if part]
        return Row(key, (_("Written"), f"{', '.join(words)} ({mark_words(work)})"))

    def keys_to_show(self) -> Sequence[DeskKey]:
        """Those that there is something to do for; the others say what is missing."""
        shown = {"E", "W"} | ({"O", "A", "G"} if self.each.request else {"L"})
        shown |= {"D"} if self._asked_people else set()
        shown |= {"K", "R"} if self._works else set()
        return [each for each in self.commands if each.key in shown]

    def open_row(self, row: Row) -> None:
        """Hours are corrected."""
        work = self._works.get(row.id)
        if work and work.what is not What.CLOSED:
            self.enter_page(CorrectHours(self.actor, self.permissions, work))

    # -- keys ----------------------------------------------------------------------------------------------------

    def action_look_for(self) -> None:
        """Somebody is looked for from now on."""
        house, actor, each = self.kiosk.house, self.actor.code, self.each
        if each.holder:
            act = plainly(coverage.cannot_go, house, actor, each.holder.id, each.placement.id, each.day)
            self.do(
                act,
                _("Somebody is looked for."),
                _("{who} can't go?").format(who=full_name(each.holder)),
            )
        else:
            ask = plainly(coverage.ask_for_coverage, house, actor, each.placement.id, each.day)
            self.do(ask, _("Somebody is looked for."))

    def action_offer(self) -> None:
        """Ask some people."""
        if self._has_request():
            self.enter_page(Offer(self.actor, self.permissions, self.each))

    def action_arrange(self) -> None:
        """Write down who covers."""
        if self._has_request():
            self.enter_page(Arrange(self.actor, self.permissions, self.each))

    def _has_request(self) -> bool:
        if self.each.request is None:
            self.say(_("Nobody is looked for yet. Press L first."))
        return self.each.request is not None

    def action_withdraw(self) -> None:
        """Somebody is asked no longer."""
        person = self._marked_of(self._asked_people)
        if person is None or self.each.request is None:
            self.say(_("Mark the line of somebody who is asked."))
            return
        act = plainly(coverage.withdraw_offer, self.kiosk.house, self.actor.code, self.each.request.id, person.id)
        self.do(act, _("{who} is asked no longer.").format(who=full_name(person)))

    def action_settle(self) -> None:
        """Who had said yes can't after all; or nobody is looked for any more."""
        request, house, actor = self.each.request, self.kiosk.house, self.actor.code
        if request is None:
            self.say(_("Nobody is looked for."))
        elif request.taken_by is not None:
            act = plainly(coverage.release_coverage, house, actor, request.id)
            question = _("{who} can't cover after all? Somebody is then looked for again.")
            who = ", ".join(full_name(person) for person in self.each.covered_by)
            self.do(act, _("Somebody is looked for again."), question.format(who=who))
        else:
            end = plainly(coverage.go_after_all, house, actor, request.id)
            self.do(end, _("Nobody is looked for any more."), _("Look for nobody any more?"))

    def action_closed(self) -> None:
        """The employer is closed."""
        act = plainly(work_days.log_closed, self.kiosk.house, self.actor.code, self.each.placement.id, self.each.day)
        question = _("{employer} is closed that day?").format(employer=self.each.employer)
        self.do(act, _("Noted: the employer is closed."), question)

    def action_write(self) -> None:
        """Write hours down for somebody."""
        self.enter_page(WriteHours(self.actor, self.permissions, self.each))

    def _marked_of(self, lines: dict[int | str, T]) -> T | None:
        """That of the marked line, or the only one that there is."""
        found = lines.get(self.rows.marked.id) if self.rows.marked else None
        return found or (next(iter(lines.values())) if len(lines) == 1 else None)

    def _marked_work(self) -> Work | None:
        work = self._marked_of(self._works)
        if work is None:
            self.say(_("Mark a line of hours."))
        return work

    def action_confirm(self) -> None:
        """These hours are right; or are to be looked at again."""
        if work := self._marked_work():
            logged = work.state is WorkState.LOGGED
            does = confirming.confirm_hours if logged else confirming.unconfirm_hours
            act = plainly(does, self.kiosk.house, self.actor.code, [work.id])
            self.do(act, _("Confirmed.") if logged else _("Not confirmed any more."))

    def action_remove(self) -> None:
        """Take a line away, with a reason."""
        if work := self._marked_work():
            self.enter_page(RemoveHours(self.actor, self.permissions, work))
