"""The forms of one person's page: names, home unit, wishes, an emergency contact, a buddy, a safety pause."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from clubhouse import orientation, people, units, wishes
from clubhouse.errors import BadInput
from clubhouse.known import Known
from clubhouse.names import clean
from clubhouse.people import Kind, NewPerson, Person, ShownAs
from clubhouse.permissions import Permission
from clubhouse.units import Unit
from clubhouse.wishes import NewEmergencyContact, Way, Wishes
from screens.desk.fields import Field, choice_field, person_field
from screens.desk.form import Form
from screens.desk.people_words import KINDS, SHOWN, WAYS
from screens.words import N_, _

NOBODY = "-"
"""The value of a choice that chooses nothing."""


def day_typed(text: str) -> date:
    """The day, from the year-month-day that was typed. Raises `BadInput`."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadInput(_("Type the day as year-month-day: 2026-04-03 is the 3rd of April 2026.")) from None


def name_typed(text: str) -> str:
    """A first name. Raises `BadInput`."""
    people.refuse_bad_name(text.strip())
    return text


def kinds_for(held: frozenset[Permission]) -> tuple[tuple[str, str], ...]:
    """The kinds that somebody with these permissions may give."""
    return tuple((kind, words) for kind, words in KINDS if kind is not Kind.STAFF or Permission.SETTINGS in held)


def name_fields(person: NewPerson, held: frozenset[Permission]) -> tuple[Field, ...]:
    """What is asked of everybody."""
    return (
        Field("first_name", N_("First name"), value=person.first_name, check=name_typed),
        Field("last_name", N_("Last name"), value=person.last_name),
        Field("nickname", N_("Nickname"), N_("What they like to be called; may stay empty."), person.nickname),
        choice_field(
            "shown_as", N_("Name on screens"), SHOWN, person.shown_as, N_("Ask them. Left and right choose.")
        ),
        choice_field("kind", N_("Joins as"), kinds_for(held), person.kind),
        Field("since", N_("Since"), N_("Year-month-day."), person.since.isoformat(), day_typed),
    )


def person_typed(person: NewPerson, typed: Mapping[str, str]) -> NewPerson:
    """`person` as the fields say."""
    return replace(
        person,
        first_name=typed["first_name"],
        last_name=typed["last_name"],
        nickname=typed["nickname"],
        shown_as=ShownAs(typed["shown_as"]),
        kind=Kind(typed["kind"]),
        since=day_typed(typed["since"]),
    )


class EditPerson(Form):
    """Names, code, kind and since when."""

    name_of_room = N_("Edit")

    def __init__(self, actor: Person, held: frozenset[Permission], person: Person) -> None:
        """All stands there as it is."""
        super().__init__(actor, held)
        self._person = person

    def fields(self) -> Sequence[Field]:
        """The same as of somebody new, and the code."""
        code = Field("code", N_("Code"), N_("The house's own number; of nobody else."), self._person.code)
        return (*name_fields(self._person, self.permissions), code)

    def save(self, typed: Mapping[str, str]) -> Person:
        """Change it."""
        to = replace(person_typed(as_new(self._person), typed), code=typed["code"].strip())
        return people.change_person(self.kiosk.house, self.actor.code, self._person.id, to)


def as_new(person: Person) -> NewPerson:
    """What of somebody on file can be typed."""
    return NewPerson(
        person.code,
        person.kind,
        person.first_name,
        person.last_name,
        person.nickname,
        person.shown_as,
        person.since,
    )


class HomeUnit(Form):
    """The unit that somebody calls theirs."""

    name_of_room = N_("Home unit")

    def __init__(self, actor: Person, held: frozenset[Permission], person: Person, known: Sequence[Unit]) -> None:
        """`known` are the units of the house."""
        super().__init__(actor, held)
        self._person, self._units = person, known

    def fields(self) -> Sequence[Field]:
        """One of them, or none."""
        choices = [(str(unit.id), unit.name) for unit in self._units]
        now = str(self._person.home_unit_id or NOBODY)
        hint = N_("Left and right choose. It binds nobody to anything.")
        return (choice_field("unit", N_("Home unit"), [*choices, (NOBODY, N_("none"))], now, hint),)

    def save(self, typed: Mapping[str, str]) -> Person:
        """Note it."""
        unit = None if typed["unit"] == NOBODY else int(typed["unit"])
        return units.set_home_unit(self.kiosk.house, self.actor.code, self._person, unit)


def days_typed(text: str) -> int | None:
    """A number of days, None for none. Raises `BadInput`."""
    tidy = text.strip()
    if tidy and not (tidy.isascii() and tidy.isdigit()):
        raise BadInput(_("Type a number of days, or nothing."))
    return int(tidy) if tidy else None


class ContactWishes(Form):
    """How somebody wishes to be reached."""

    name_of_room = N_("Contact wishes")

    def __init__(self, actor: Person, held: frozenset[Permission], person: Person, said: Wishes) -> None:
        """`said` stands there."""
        super().__init__(actor, held)
        self._person, self._said = person, said

    def fields(self) -> Sequence[Field]:
        """The way first; the rest may stay empty."""
        said, after = self._said, self._said.after_days
        ways = [(NOBODY, N_("nothing said")), *WAYS]
        hint = N_("Left and right choose. Whoever says please don't is on no reach-out list.")
        return (
            choice_field("way", N_("Would like"), ways, str(said.way or NOBODY), hint),
            Field("phone", N_("Phone"), N_("For a call or a text."), said.phone),
            Field("address", N_("Address"), N_("For a card or a visit."), said.address),
            Field("languages", N_("Languages"), N_("With commas between them."), said.languages),
            Field("after", N_("After days"), N_("So many days away; empty: as the house does."), str(after or ""),
                  days_typed),
        )  # fmt: skip

    def save(self, typed: Mapping[str, str]) -> Wishes:
        """Note them."""
        said = Wishes(
            None if typed["way"] == NOBODY else Way(typed["way"]),
            typed["phone"],
            typed["address"],
            typed["languages"],
            days_typed(typed["after"]),
        )
        return wishes.set_wishes(self.kiosk.house, self.actor.code, self._person.id, said)


class AddEmergency(Form):
    """One more to call in an emergency."""

    name_of_room = N_("Emergency contact")

    def __init__(self, actor: Person, held: frozenset[Permission], person: Person) -> None:
        """Nothing stands there."""
        super().__init__(actor, held)
        self._person = person

    def fields(self) -> Sequence[Field]:
        """Whom to call."""
        return (
            Field("name", N_("Name")),
            Field("relation", N_("Who that is"), N_("Such as sister, or friend; may stay empty.")),
            Field("phone", N_("Phone")),
        )

    def save(self, typed: Mapping[str, str]) -> object:
        """Add them."""
        contact = NewEmergencyContact(typed["name"], typed["relation"], typed["phone"])
        return wishes.add_emergency(self.kiosk.house, self.actor.code, self._person.id, contact)


class Buddy(Form):
    """Who goes along; the orientation begins where none goes on."""

    name_of_room = N_("Buddy")

    def __init__(self, actor: Person, held: frozenset[Permission], known: Known) -> None:
        """Who goes along by now stands there."""
        super().__init__(actor, held)
        self._known = known

    @property
    def _goes_on(self) -> bool:
        return self._known.checklist is not None and self._known.checklist.orientation.ended_on is None

    def fields(self) -> Sequence[Field]:
        """Somebody, or nobody."""
        now = self._known.checklist if self._goes_on else None
        hint = N_("Type letters of the name; empty for nobody yet.")
        buddy = (now.orientation.buddy_id, now.buddy) if now else (None, "")
        return (person_field("buddy", N_("Buddy"), hint, *buddy),)

    def save(self, typed: Mapping[str, str]) -> object:
        """Note it."""
        does = orientation.set_buddy if self._goes_on else orientation.begin_orientation
        buddy = int(typed["buddy"]) if typed["buddy"] else None
        return does(self.kiosk.house, self.actor.code, self._known.person.id, buddy)


def reason_typed(text: str) -> str:
    """Why. Raises `BadInput`."""
    if not clean(text):
        raise BadInput(_("Write why; it is never shown at the kiosk."))
    return text


class SafetyPause(Form):
    """Asks somebody to see staff before signing in; the reason stands on no screen afterwards."""

    name_of_room = N_("Safety pause")
    done_words = N_("The safety pause holds from now on. S lifts it.")

    def __init__(self, actor: Person, held: frozenset[Permission], person: Person) -> None:
        """The reason is yet to be typed."""
        super().__init__(actor, held)
        self._person = person

    def fields(self) -> Sequence[Field]:
        """The reason."""
        hint = N_("Never shown at the kiosk nor on any page; it stands in the audit log.")
        return (Field("reason", N_("Why"), hint, check=reason_typed),)

    def save(self, typed: Mapping[str, str]) -> object:
        """Set it."""
        return people.pause_person(self.kiosk.house, self.actor.code, self._person.id, typed["reason"])
