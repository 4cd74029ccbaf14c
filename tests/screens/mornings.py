"""Work-ordered days for the pages of the board: units, tasks, and people who have chosen where to help."""

from dataclasses import dataclass

from clubhouse import helping, tasks, units
from clubhouse.attendance import sign_in_by_name
from clubhouse.days import Part, list_parts
from clubhouse.house import House
from clubhouse.people import Kind, Person, ShownAs
from clubhouse.tasks import NewTask, Task
from clubhouse.units import NewUnit, Unit
from tests.houses import add, add_with_card, on_disk

UNIT_NAMES = (
    "Culinary", "Clerical", "Membership", "Hospitality", "Employment & Education",
    "Reach Out", "Wellness", "Horticulture", "Media", "Thrift Shop",
)  # fmt: skip
FIRST_NAMES = ("Amina", "Bogdan", "Chen", "Dolores", "Emeka", "Fatima", "Gus", "Hana", "Ines", "Jamal")


@dataclass(frozen=True)
class Day:
    """A house on a Monday morning: two units, three tasks, Ana who is staff."""

    house: House
    morning: Part
    afternoon: Part
    culinary: Unit
    clerical: Unit
    lunch: Task
    """In Culinary, in the morning; two hands, with a how-to."""
    dishes: Task
    """In Culinary, in the morning."""
    phones: Task
    """In Clerical, in the morning."""
    ana: Person
    anas_card: str

    def seats(self, unit: Unit, count: int | None) -> None:
        """So many can help there, morning and afternoon."""
        for part in (self.morning, self.afternoon):
            units.set_seats(self.house, ACTOR_ON_FILE, unit.id, part, count)

    def joins(self, person: Person, unit: Unit, task: Task | None = None, part: Part | None = None) -> None:
        """Somebody has chosen, on another kiosk or earlier."""
        helping.join_unit(self.house, person.id, unit.id, (part or self.morning).id, task.id if task else None)


ACTOR_ON_FILE = "command line"
"""May do everything, whoever is on file."""


def make_day(house: House) -> Day:
    """Put such a day on file."""
    with house.store.transaction():
        ana, card = add_with_card(house, "Ana", "Ortiz", Kind.STAFF)
        morning, afternoon = list_parts(house)
        culinary, clerical = make_unit(house, "Culinary", "Cooks the lunch"), make_unit(house, "Clerical")
        how_to = "Wash your hands.\nThe menu hangs beside the stove."
        lunch = make_task(house, culinary, morning, "Lunch prep", hands=2, how_to=how_to, skills="knife")
        dishes = make_task(house, culinary, morning, "Dishes")
        phones = make_task(house, clerical, morning, "Phones")
    return Day(house, morning, afternoon, culinary, clerical, lunch, dishes, phones, ana, card)


def make_unit(house: House, name: str, about: str = "") -> Unit:
    """Another unit."""
    return units.add_unit(house, ACTOR_ON_FILE, NewUnit(name, "", "blue", about))


def make_task(
    house: House, unit: Unit, part: Part, title: str, hands: int | None = None, how_to: str = "", skills: str = ""
) -> Task:
    """Another task, once, today."""
    new = NewTask(unit.id, part.id, title, how_to, skills, hands, house.today(), "")
    return tasks.add_task(house, ACTOR_ON_FILE, new)


def make_full_day(house: House, people: int = 120, tasks_a_unit: int = 8) -> list[Person]:
    """Ten units of 80 tasks, and 120 people who are all here and have chosen where to help this morning."""
    with house.store.transaction():
        morning = list_parts(house)[0]
        made = [make_unit(house, name) for name in UNIT_NAMES]
        wanted = [
            [make_task(house, unit, morning, f"{unit.name} task {place}") for place in range(1, tasks_a_unit + 1)]
            for unit in made
        ]
        present = [_present(house, place) for place in range(people)]
        for place, person in enumerate(present):
            unit = place % len(made)
            task = wanted[unit][place // len(made) % tasks_a_unit] if place % 3 else None
            helping.join_unit(house, person.id, made[unit].id, morning.id, task.id if task else None)
    return present


def _present(house: House, place: int) -> Person:
    hidden = ShownAs.HIDDEN if place % 20 == 19 else ShownAs.FIRST_NAME
    last = chr(ord("A") + place // len(FIRST_NAMES)) + "berg"
    person = add(house, FIRST_NAMES[place % len(FIRST_NAMES)], last, shown_as=hidden)
    sign_in_by_name(house, person.id)
    return person


def sign_ups(house: House) -> list[tuple[object, ...]]:
    """Who stands where, as another program reads it: first name, part, state, unit, task."""
    return on_disk(
        house.store.path,
        """SELECT first_name, day_parts.name, state, units.name, tasks.title FROM sign_ups
           JOIN people ON people.id = sign_ups.person_id JOIN day_parts ON day_parts.id = sign_ups.part_id
           LEFT JOIN units ON units.id = sign_ups.unit_id LEFT JOIN tasks ON tasks.id = task_id
           WHERE ended_at IS NULL ORDER BY sign_ups.id""",
    )
