"""What the demonstration house knows of a few of its people: wishes, a first week, contacts, goals, guests."""

from datetime import timedelta
from itertools import cycle

from clubhouse import goals, house_meeting, orientation, photos, reach_out, record, visitors, wishes
from clubhouse.demo.cast import Cast, Habit, Role
from clubhouse.goals import Area, SupportKind
from clubhouse.house import House
from clubhouse.people import Kind, Person
from clubhouse.reach_out import CameOfIt, Way
from clubhouse.visitors import Purpose
from clubhouse.wishes import NewEmergencyContact, Wishes

_WAYS = (Way.CALL, Way.TEXT, Way.CARD, Way.CALL, Way.VISIT)
_LANGUAGES = ("English", "Spanish, English", "English", "Polish, English", "English, sign language")
_GOALS = (
    (Area.WORK, "A morning job with plants"),
    (Area.EDUCATION, "Finish the GED, maths first"),
    (Area.FRIENDS_AND_FAMILY, "Cook for my sister once a month"),
)
_SUPPORTS = (
    (SupportKind.HOUSING, "Read the new lease together"),
    (SupportKind.BENEFITS, "Filled in the form for the bus pass"),
    (SupportKind.TRANSPORT, "Practised the way to the library"),
)
_AGENDA = (
    "A trip to the lake in June",
    "Where to put the second coffee machine",
    "Music at lunch: when, and how loud",
)
_DECIDED = ("New chairs for the dining room", "Six, blue, with arms. Clerical orders them.")


def add_people_rows(house: House, cast: Cast) -> None:
    """A few of each, as of the house's clock, by the operations that a house would use."""
    staff = next(each.person.code for each in cast.habits if each.person.kind is Kind.STAFF)
    members = [each for each in cast.habits if each.person.kind is Kind.MEMBER and each.first_day <= house.today()]
    regulars = [each.person for each in members if each.role is Role.REGULAR]
    away = [each.person for each in members if each.role is Role.AWAY]
    _note_wishes(house, staff, [*regulars[:9], *away[:6]])
    _get_in_touch(house, staff, away)
    _welcome(house, staff, [each for each in members if each.role is Role.NEW], regulars)
    _keep_records(house, staff, regulars[:3])
    _bring_up(house, staff, regulars)
    _receive_guests(house, staff)


def _note_wishes(house: House, staff: str, people: list[Person]) -> None:
    for number, (person, way, languages) in enumerate(zip(people, cycle(_WAYS), cycle(_LANGUAGES), strict=False)):
        said = Wishes(
            way, f"555 {1100 + number:04}", f"{12 + number} Elm Street", languages, 10 if number == 4 else None
        )
        wishes.set_wishes(house, staff, person.id, said)
        photos.set_consent(house, person.code, person.id, "newsletter", number % 3 != 0)
    for person in people[:4]:
        contact = NewEmergencyContact(f"Alex {person.last_name}", "family", "555 0190")
        wishes.add_emergency(house, person.code, person.id, contact)


def _get_in_touch(house: House, staff: str, away: list[Person]) -> None:
    today = house.today()
    came_of_it = (CameOfIt.TALKED, CameOfIt.MESSAGE_LEFT, CameOfIt.WILL_COME, CameOfIt.SENT)
    for number, (person, what) in enumerate(zip(away, came_of_it, strict=False)):
        way = Way.CARD if what is CameOfIt.SENT else Way.CALL
        again = today + timedelta(days=7) if number == 1 else None
        reach_out.log_contact(house, staff, person.id, way, what, "", again, today - timedelta(days=number))
    reach_out.log_contact(house, staff, away[-1].id, Way.CALL, CameOfIt.PLEASE_DONT)


def _welcome(house: House, staff: str, newcomers: list[Habit], regulars: list[Person]) -> None:
    steps = house.settings().orientation_steps
    for number, (newcomer, buddy) in enumerate(zip(newcomers[-3:], regulars, strict=False), 1):
        orientation.begin_orientation(house, staff, newcomer.person.id, buddy.id)
        for step in steps[:number]:
            orientation.tick_step(house, buddy.code, newcomer.person.id, step)


def _keep_records(house: House, staff: str, people: list[Person]) -> None:
    last_month = f"{house.today().replace(day=1) - timedelta(days=1):%Y-%m}"
    for person, (area, words), (kind, line) in zip(people, _GOALS, _SUPPORTS, strict=True):
        goals.add_goal(house, person.code, person.id, area, words)
        goals.add_support(house, staff, person.id, kind, line)
        record.write_own_words(house, person.code, person.id, last_month, "A good month. More mornings next time.")
    record.sign_month(house, people[0].code, people[0].id, last_month)
    record.sign_month(house, people[1].code, people[1].id, last_month, signs=False)


def _bring_up(house: House, staff: str, people: list[Person]) -> None:
    what, decision = _DECIDED
    item = house_meeting.add_item(house, people[0].id, what)
    house_meeting.note_decision(house, staff, item.item_id, decision)
    for person, words in zip(people[1:], _AGENDA, strict=False):
        house_meeting.add_item(house, person.id, words)


def _receive_guests(house: House, staff: str) -> None:
    now = house.now()
    for name, purpose, line, hours in (
        ("Tom Tull", Purpose.TOUR, "with a friend", 7),
        ("Dr. Ida Brandt", Purpose.MEETING, "from the county, to see the director", 5),
        ("Harbor Bakery", Purpose.DELIVERY, "", 3),
    ):
        came = now - timedelta(hours=hours)
        visitors.add_visitor(house, staff, name, purpose, came, came + timedelta(hours=1), line)
