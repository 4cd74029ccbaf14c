"""What the wall says of the day: the part that is on, or what today is and what comes."""

from dataclasses import dataclass
from datetime import date, timedelta

from textual.message import Message

from clubhouse.board import Board, see_board
from clubhouse.days import DayKind, DayPlan, plan_of
from clubhouse.house import House
from clubhouse.house_meeting import Agenda, see_agenda
from clubhouse.settings import Settings
from screens.parts import this_part
from screens.words import N_, _, date_words, day_words, plural, time_words, weekday_words

_LOOK_AHEAD = 14
"""So many days on, the wall looks for the next unit meeting."""


@dataclass
class Looked(Message):
    """What the wall shows of the house."""

    settings: Settings
    board: Board
    coming: tuple[DayPlan, ...]
    """The days after the board's, the next first, up to one with unit meetings."""
    agenda: Agenda
    """Of the next house meeting."""


def look(house: House) -> Looked:
    """All of it in one view of the file."""
    with house.store.snapshot():
        board = see_board(house)
        return Looked(house.settings(), board, _coming(house, board.plan.day), see_agenda(house))


def _coming(house: House, day: date) -> tuple[DayPlan, ...]:
    found = []
    for ahead in range(1, min(_LOOK_AHEAD, (date.max - day).days) + 1):
        found.append(plan_of(house, day + timedelta(days=ahead)))
        if found[-1].parts:
            break
    return tuple(found)


def part_words(looked: Looked) -> str:
    """Which part it is and its times; empty when none is on."""
    part = looked.board.part
    if part is None:
        return ""
    meeting, starts, ends = (
        time_words(each, looked.settings.clock_hours) for each in (part.meeting, part.starts, part.ends)
    )
    this = this_part(part)
    words = _("{part}: unit meeting {meeting}, work {starts} to {ends}")
    return words.format(part=this[:1].upper() + this[1:], meeting=meeting, starts=starts, ends=ends)


_TODAY = {
    DayKind.WORK_ORDERED: N_("No unit meetings today."),
    DayKind.SOCIAL: N_("Today is a day for the social programme."),
    DayKind.CLOSED: N_("The house is closed today."),
}


def saying(looked: Looked) -> list[str]:
    """What the wall says when there is no board to show: what today is, and what comes."""
    plan = looked.board.plan
    if looked.board.part is not None:
        today = _("No unit is on the board yet.")
    elif plan.parts:
        today = _("That was today. Thank you, everybody.")
    else:
        today = _with_note(_(_TODAY[plan.kind]), plan)
    return [today, *_coming_words(looked), *_agenda_words(looked)]


MOST_ITEMS = 3
"""So much of the agenda is said where there is no board."""


def _agenda_words(looked: Looked) -> list[str]:
    items = looked.agenda.items
    if not items:
        return []
    head = _("House meeting on {day}:").format(day=date_words(looked.agenda.day))
    more = len(items) - MOST_ITEMS
    rest = [plural("and {count} more", "and {count} more", more)] if more > 0 else []
    return ["\n".join([head, *(item.words for item in items[:MOST_ITEMS]), *rest])]


def _with_note(words: str, plan: DayPlan) -> str:
    return f"{words} ({plan.note})" if plan.note else words


def _coming_words(looked: Looked) -> list[str]:
    if not looked.coming or looked.board.part is not None:
        return []
    tomorrow, last, clock = looked.coming[0], looked.coming[-1], looked.settings.clock_hours
    weekday = weekday_words(tomorrow.day)
    if tomorrow.parts:
        meeting = time_words(tomorrow.parts[0].meeting, clock)
        words = _("Tomorrow, {weekday}: unit meeting at {time}.").format(weekday=weekday, time=meeting)
        return [_with_note(words, tomorrow)]
    said = [_with_note(_(_TOMORROW[tomorrow.kind]).format(weekday=weekday), tomorrow)]
    if last.parts:
        when = {"day": day_words(last.day), "time": time_words(last.parts[0].meeting, clock)}
        said.append(_("The next unit meeting is on {day}, at {time}.").format(**when))
    return said


_TOMORROW = {
    DayKind.WORK_ORDERED: N_("Tomorrow, {weekday}: no unit meetings."),
    DayKind.SOCIAL: N_("Tomorrow, {weekday}: the social programme."),
    DayKind.CLOSED: N_("Tomorrow, {weekday}, the house is closed."),
}
