"""docs/permissions.md as a test reads it, and the people by whom every operation is tried."""

import re
from dataclasses import dataclass
from pathlib import Path

from clubhouse.audit import COMMAND_LINE
from clubhouse.house import House
from clubhouse.people import Kind, Person, end_person, pause_person
from clubhouse.permissions import HELD_BY, STAFF_HOLD, Permission, give_permission, take_permission
from tests.houses import add

GUIDE = Path(__file__).parents[2] / "docs" / "permissions.md"
ANYBODY, OWN, ANY_TASK, INSIDE = "anybody", "own", "any task", "inside"
_ROW = re.compile(
    r"\| (?P<what>.+?) \| (?:(?P<who>[^|]+?) \| (?P<log>[^|]*)\| )?`(?P<name>[a-z_.]+)`(?P<of>[^|]*) \|"
)


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    who: str
    """As it stands there; `INSIDE` for what no page reaches."""
    actions: frozenset[str]
    """The rows that may be left in the log; empty for what leaves none."""

    @property
    def ways(self) -> list[frozenset[Permission]]:
        """Each set of permissions that is enough."""
        ways = [each for each in self.who.split(", ") if each not in (ANYBODY, OWN, ANY_TASK, INSIDE)]
        return [frozenset(map(Permission, each.split(" + "))) for each in ways]

    @property
    def own(self) -> bool:
        """Whether the person themselves may."""
        return OWN in self.who.split(", ")

    def lets(self, held: frozenset[Permission]) -> bool:
        """Whether somebody who holds these, and whose own it is not, may do it."""
        return self.who == ANYBODY or any(way <= held for way in self.ways)


def read_rows() -> dict[str, Row]:
    """The lines of the guide by operation, and by what is special about it where they say so."""
    rows: dict[str, Row] = {}
    for line in GUIDE.read_text(encoding="utf-8").splitlines():
        if line.startswith("|") and "`" in line:
            found = _ROW.fullmatch(line)
            assert found, line
            key = found["name"] + found["of"]
            assert key not in rows, f"{key} stands there twice"
            actions = frozenset(re.findall(r"`([a-z_]+)`", found["log"] or ""))
            rows[key] = Row(found["what"], found["who"] or INSIDE, actions)
    return rows


ROWS = read_rows()


def row_of(call: str) -> Row:
    """The line for a sample call: its own, or else that of the operation."""
    name = call.partition(" ")[0]
    return next(ROWS[key] for key in (call, call.removesuffix(" with names"), name) if key in ROWS)


@dataclass(frozen=True)
class Actor:
    """Somebody who tries."""

    label: str
    code: str
    held: frozenset[Permission]
    person: Person | None = None


def _sets() -> dict[str, frozenset[Permission]]:
    alone = {f"{each} alone": frozenset({each}) for each in Permission}
    roles = {f"the role {role}": held for role, held in HELD_BY.items()}
    pairs = {"reports and employment": frozenset({Permission.REPORTS, Permission.EMPLOYMENT})}
    every_but = {f"all but {each}": frozenset(Permission) - {each} for each in Permission}
    return {"nothing": frozenset(), **alone, **roles, **pairs, **every_but, "all": frozenset(Permission)}


def everybody(house: House) -> list[Actor]:
    """Members and staff with every set of permissions, and those who may nothing whatever they were given."""
    actors = []
    with house.store.transaction():
        for label, given in _sets().items():
            for kind in (Kind.MEMBER, Kind.STAFF):
                person = _asked(house, kind, given)
                held = given | STAFF_HOLD if kind is Kind.STAFF else given
                actors.append(Actor(f"{kind} who holds {label}", person.code, held, person))
        actors += _powerless(house)
    return actors


def _powerless(house: House) -> list[Actor]:
    every = frozenset(Permission)
    ended, paused = _asked(house, Kind.STAFF, every), _asked(house, Kind.STAFF, every)
    gone, taken = _asked(house, Kind.MEMBER, every), _asked(house, Kind.MEMBER, every)
    for person in (ended, gone):
        end_person(house, COMMAND_LINE, person.id)
    pause_person(house, COMMAND_LINE, paused.id, "see Ana")
    for each in every:
        take_permission(house, COMMAND_LINE, taken, each)
    people = {
        "staff who has left": ended,
        "a coordinator who is paused": paused,
        "a member off the lists": gone,
        "a member from whom all was taken": taken,
        "a volunteer": add(house, "Vera", kind=Kind.VOLUNTEER),
    }
    codes = {"nobody on file": "M9999", "the house itself": "house", "no code": ""}
    known = [Actor(label, person.code, frozenset(), person) for label, person in people.items()]
    return known + [Actor(label, code, frozenset()) for label, code in codes.items()]


def _asked(house: House, kind: Kind, given: frozenset[Permission]) -> Person:
    person = add(house, "Otto", kind=kind)
    for permission in sorted(given):
        give_permission(house, COMMAND_LINE, person, permission)
    return person
