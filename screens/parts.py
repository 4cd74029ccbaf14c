"""The parts of the day and the units in words, shared by the pages of the board."""

from clubhouse.board import Board, Helper, Invitation, MyDay, MyPart, UnitOnBoard
from clubhouse.days import Part
from screens.words import N_, _, plural

_NAMED = (N_("morning"), N_("afternoon"), N_("evening"))
"""The usual names of parts, so that they are translated."""


def this_part(part: Part) -> str:
    """*this morning*."""
    return _("this {part}").format(part=_(part.name))


def part_after(my_day: MyDay, part: Part) -> Part | None:
    """The part that comes next, or after the last the first that is not over; None when there is no other."""
    open_now = [mine.part for mine in my_day.parts]
    places = [place for place, each in enumerate(open_now) if each.id == part.id]
    return open_now[(places[0] + 1) % len(open_now)] if places and len(open_now) > 1 else None


def mine_words(mine: MyPart | None) -> str:
    """What a person has chosen: *This morning: Culinary*; empty for nothing yet."""
    if mine is None or (mine.unit is None and not mine.visiting):
        return ""
    where = mine.unit.name if mine.unit else _("just visiting")
    return _("{part}: {where}").format(part=_capital(this_part(mine.part)), where=where)


def question(part: Part) -> str:
    """*Where would you like to help this morning?*"""
    return _("Where would you like to help {part}?").format(part=this_part(part))


def invitation_words(invitation: Invitation) -> str:
    """*Ana would like your help with lunch, this morning in Culinary.*"""
    by = invitation.by or _("Somebody")
    where = {"part": this_part(invitation.part), "unit": invitation.unit.name}
    if invitation.task:
        words = _("{by} would like your help {part} with: {task} ({unit}).")
        return words.format(by=by, task=invitation.task, **where)
    return _("{by} would like your help {part} in {unit}.").format(by=by, **where)


def seats_words(unit: UnitOnBoard) -> str:
    """How many can still join; empty where there is no limit."""
    if unit.free is None:
        return ""
    return plural("{count} seat free", "{count} seats free", unit.free) if unit.free else _("no seat free")


def units_words(seen: Board) -> str:
    """*This morning: Culinary (Ana R.), Clerical*, each unit unbroken; empty when there are none now."""
    if seen.part is None or not seen.units:
        return ""
    units = ", ".join(unbroken(_led(each)) for each in seen.units)
    return _("{part}: {where}").format(part=_capital(this_part(seen.part)), where=units)


def _led(each: UnitOnBoard) -> str:
    leaders = ", ".join(name for name in each.leaders if name)
    return _("{unit} ({leaders})").format(unit=each.unit.name, leaders=leaders) if leaders else each.unit.name


def unbroken(words: str) -> str:
    """The words, never broken over two lines."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def there_words(unit: UnitOnBoard) -> str:
    """Who leads and who helps, each as they wish to be shown."""
    leads = [_("{name} leads").format(name=name) for name in unit.leaders if name]
    return ", ".join([*leads, *names(unit.helpers)]) or _("Nobody yet: be the first.")


def names(helpers: tuple[Helper, ...]) -> list[str]:
    """The names shown, and how many more wish to stay unnamed."""
    shown = [helper.shown for helper in helpers if helper.shown]
    unnamed = len(helpers) - len(shown)
    if not unnamed:
        return shown
    return [*shown, plural("{count} more", "{count} more", unnamed)] if shown else [_people(unnamed)]


def _people(count: int) -> str:
    return plural("{count} person", "{count} people", count)


def needs_words(unit: UnitOnBoard) -> str:
    """The tasks that still want hands."""
    wanting = [each.task.title for each in unit.needed if not each.done]
    return _("To do: {tasks}").format(tasks=", ".join(wanting)) if wanting else _("Nothing on the list yet.")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
