"""Setting up the work of the demonstration house, by the operations that a house would use."""

from datetime import date, timedelta
from random import Random

import db.cards
from clubhouse import days, tasks, units
from clubhouse.audit import COMMAND_LINE
from clubhouse.demo.cast import Cast
from clubhouse.demo.deck import PIN, deck
from clubhouse.demo.helping import Floor
from clubhouse.demo.work import SEATS, UNITS, WORK, Work
from clubhouse.house import House
from clubhouse.invitations import invite
from clubhouse.people import Kind, list_people
from clubhouse.permissions import Role, give_role
from clubhouse.pins import hashed, put_pin
from clubhouse.recurrence_words import rule_from_words
from clubhouse.tasks import NewTask, Task
from clubhouse.units import Unit

_INVITED = (("Culinary", "Lunch"), ("Reach Out", ""))
"""Where the first members of the deck are asked to help, and with what."""


def set_up(house: House, cast: Cast, rng: Random) -> Floor:
    """Units with their seats and leaders, needs lists and home units, as of the house's clock."""
    parts = tuple(days.list_parts(house))
    teams = {unit.name: units.add_unit(house, COMMAND_LINE, unit) for unit in UNITS}
    seats = {(name, part): count for name, counts in SEATS.items() for part, count in zip(parts, counts, strict=True)}
    for (name, part), count in seats.items():
        units.set_seats(house, COMMAND_LINE, teams[name].id, part, count)
    _assign_leads(house, cast, list(teams.values()), parts)
    _give_pins(house, cast)
    homes = dict(_choose_homes(house, cast, rng, list(teams.values())))
    known = tuple(_add(house, each, teams, parts) for each in WORK if each.comes_again)
    return Floor(
        parts,
        tuple(team.id for team in teams.values()),
        {(teams[name].id, part.id): count for (name, part), count in seats.items()},
        homes,
        known,
        house.settings().zone,
    )


def add_what_comes_once(house: House, today: date) -> None:
    """The tasks for this day alone, and one that was not done yesterday."""
    parts, teams = tuple(days.list_parts(house)), {unit.name: unit for unit in units.list_units(house)}
    for each in WORK:
        if not each.comes_again:
            first = today - timedelta(days=each.when == "yesterday")
            _add(house, each, teams, parts, first)


def _add(
    house: House, work: Work, teams: dict[str, Unit], parts: tuple[days.Part, ...], first: date | None = None
) -> Task:
    part = next(part for part in parts if part.name == work.part)
    rule = rule_from_words(work.when) if work.comes_again else ""
    day = first or house.today()
    new = NewTask(teams[work.unit].id, part.id, work.title, work.how_to, work.skills, work.hands, day, rule)
    return tasks.add_task(house, COMMAND_LINE, new)


def _give_pins(house: House, cast: Cast) -> None:
    """All staff have the same PIN, and one hash of it: nobody has to wait for more."""
    pin = hashed(PIN, salt=b"the same each day")
    staff = [each.person for each in cast.habits if each.person.kind is Kind.STAFF]
    for person in staff:
        put_pin(house, COMMAND_LINE, person, pin)
    give_role(house, COMMAND_LINE, staff[0], Role.COORDINATOR)


def _assign_leads(house: House, cast: Cast, teams: list[Unit], parts: tuple[days.Part, ...]) -> None:
    """Each unit has its own colleague, except on Fridays; in the afternoon others have their turn."""
    staff = [each.person for each in cast.habits if each.person.kind is Kind.STAFF]
    for weekday in range(1, 6):
        for turn, part in enumerate(parts):
            for place, team in enumerate(teams):
                person = staff[(place + 3 * turn + (weekday == 5)) % len(staff)]
                units.assign_lead(house, COMMAND_LINE, team.id, part, person, weekday=weekday, day=None)


def _choose_homes(house: House, cast: Cast, rng: Random, teams: list[Unit]) -> list[tuple[int, int]]:
    """Most of those who have come for long call a unit theirs."""
    found, today = [], house.today()
    for each in cast.habits:
        chance, team = rng.random(), rng.choice(teams)
        if each.person.kind is Kind.MEMBER and each.first_day <= today and chance < 0.75:
            units.set_home_unit(house, COMMAND_LINE, each.person, team.id)
            found.append((each.person.id, team.id))
    return found


def send_invitations(house: House) -> None:
    """Two members who are about to come are asked for their help, where a part of the day is left."""
    now = house.now()
    part = days.offered_part(days.plan_of(house, now.date()), now)
    if part is None:
        return
    staff = next(person for person in list_people(house) if person.kind is Kind.STAFF)
    titles = {each.title: each.id for each in tasks.list_tasks(house) if each.part_id == part.id}
    for code, (unit, title) in zip(deck(house).members, _INVITED, strict=False):
        card = db.cards.by_code(house.store, code)
        assert card is not None
        team = units.unit_named(house, unit)
        invite(house, staff.code, card.person_id, team.id, part.id, titles.get(title))
