"""Looking ahead: what staff may want to talk about soon, and the employment figures. It is no mark on anybody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clubhouse.employment.guideline import EmploymentFigures, Guideline, employment_figures
from clubhouse.employment.outlook import EndingTerm, Outlook, Unsettled, UnusualWeek, look_ahead
from clubhouse.employment.pay import h_mm
from clubhouse.employment.places import WorkPlace
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.rows import Row
from screens.desk.work_room import WorkList
from screens.desk.work_words import STANDS, place_words
from screens.words import N_, _, date_words, month_words, plural


@dataclass(frozen=True)
class AheadSeen:
    """What is ahead, and the figures of this month."""

    outlook: Outlook
    figures: EmploymentFigures


class WorkAhead(WorkList):
    """What to talk about soon; Enter opens the placement."""

    name_of_room = N_("Looking ahead")

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """Nothing yet."""
        super().__init__(actor, held)
        self._places: dict[int | str, int] = {}

    def look(self, again: bool) -> AheadSeen:
        """What is ahead."""
        house = self.kiosk.house
        today = house.today()
        outlook = look_ahead(house, self.actor.code, again=again)
        return AheadSeen(outlook, employment_figures(house, today.replace(day=1), today))

    def rows_of(self, seen: object) -> Sequence[Row]:
        """A heading for each kind, and a line for each."""
        assert isinstance(seen, AheadSeen)
        self._places = {}
        outlook, figures = seen.outlook, seen.figures
        usual, guideline = _range(outlook.usual_minutes), _range(outlook.guideline_minutes)
        outside = _("Weeks outside {hours} h")
        weeks, days = outlook.weeks, outlook.unsettled
        return [
            *self._section("later", _("Somebody is looked for"), [_unsettled(each) for each in outlook.looked_for]),
            *self._section("ending", _("Terms that end soon"), [_ending(each) for each in outlook.ending]),
            *self._section("unheld", _("Nobody holds it"), [_unheld(each) for each in outlook.unheld]),
            *self._section(
                "usual", outside.format(hours=usual), [_week(each) for each in weeks if each.outside_usual]
            ),
            *self._section(
                "guideline",
                _("{head} (guideline)").format(head=outside.format(hours=guideline)),
                [_week(each) for each in weeks if each.outside_guideline],
            ),
            *self._section("days", _("Days to be settled"), [_unsettled(each) for each in days]),
            *self._section("figures", _figures_head(figures), [(None, line) for line in _figures(figures)]),
        ]

    def _section(self, name: str, head: str, lines: Sequence[tuple[int | None, str]]) -> Iterator[Row]:
        yield Row(name, (head,), dim=True)
        for place, (placement_id, words) in enumerate(lines):
            key = f"{name} {place}"
            if placement_id is not None:
                self._places[key] = placement_id
            yield Row(key, (f"- {words}",))
        if not lines:
            yield Row(f"{name} none", (f"- {_('none')}",))

    def open_row(self, row: Row) -> None:
        """The placement of the line."""
        if row.id in self._places:
            from screens.desk.work_place import WorkPlacePage

            self.enter_page(WorkPlacePage(self.actor, self.permissions, self._places[row.id]))
        else:
            self.say(row.cells[0])  # in full, where the line was cut


def _ending(each: EndingTerm) -> tuple[int | None, str]:
    days = (
        plural("in {count} day", "in {count} days", each.days_left)
        if each.days_left >= 0
        else _("was planned, and goes on")
    )
    words = _("{day} ({days}): {who}, {place}")
    who, place = full_name(each.person), place_words(each.place)
    return each.place.placement_id, words.format(day=each.term.planned_last_day, days=days, who=who, place=place)


def _unheld(each: WorkPlace) -> tuple[int | None, str]:
    return each.placement_id, place_words(each)


def _unsettled(each: Unsettled) -> tuple[int | None, str]:
    who = full_name(each.person) if each.person else _("nobody holds it")
    words = _("{day}: {stand}, {place}, {who}")
    return each.place.placement_id, words.format(
        day=date_words(each.day), stand=_(STANDS[each.stand]), place=place_words(each.place), who=who
    )


def _range(minutes: tuple[int, int]) -> str:
    return f"{minutes[0] // 60}-{minutes[1] // 60}"


def _week(each: UnusualWeek) -> tuple[int | None, str]:
    words = _("{day}: {hours} h, {who}, {place}")
    who, place = full_name(each.person), place_words(each.place)
    return each.place.placement_id, words.format(day=each.monday, hours=h_mm(each.minutes), who=who, place=place)


def _figures_head(figures: EmploymentFigures) -> str:
    return _("Employment figures, {month}").format(month=month_words(figures.first))


def _figures(each: EmploymentFigures) -> list[str]:
    people = _("{te} in TE, {se} in SE, {ie} in IE; {all} members at work")
    attendance = each.attendance
    ada = f"{attendance.hundredths // 100}.{attendance.hundredths % 100:02}" if attendance.days else "?"
    hours = _range(each.guideline_minutes)
    te_jobs = _("TE jobs at {hours} h: {count} of {all}")
    return [
        people.format(te=each.in_te, se=each.in_se, ie=each.in_ie, all=each.at_work),
        _("{ada} ADA-WOD (average daily attendance)").format(ada=ada),
        _guideline(_("at work, of ADA-WOD"), each.work_guideline),
        _guideline(_("in TE, of ADA-WOD"), each.te_guideline),
        _guideline(_("of TE jobs at {hours} h").format(hours=hours), each.jobs_guideline),
        te_jobs.format(hours=_range(each.usual_minutes), count=each.te_jobs_usual, all=each.te_jobs),
    ]


def _guideline(name: str, rule: Guideline) -> str:
    share = rule.hundredths
    words = f"{share // 100}.{share % 100:02} %" if share is not None else "?"
    return _("{share} {name} (guideline: {percent} %)").format(share=words, name=name, percent=rule.percent)
