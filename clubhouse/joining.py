"""Somebody new at the desk: from a guest on a tour to a person on file who gets to know the house."""

from dataclasses import dataclass

from clubhouse.house import House
from clubhouse.orientation import begin_orientation
from clubhouse.people import NewPerson, Person, add_person
from clubhouse.visitors import joins


@dataclass(frozen=True)
class Newcomer:
    """Who is put on file, and what goes with it."""

    person: NewPerson
    """Without a code, which is then given."""
    visitor_id: int | None = None
    """The guest who they were until now."""
    orientation: bool = False
    """Whether they get to know the house step by step."""
    buddy_id: int | None = None
    """Who goes along; None for nobody yet."""


def join_house(house: House, actor: str, newcomer: Newcomer) -> Person:
    """Put somebody on file, as the guest they were, and begin the orientation. Raises `BadInput`, `NotAllowed`."""
    with house.store.transaction():
        person = add_person(house, actor, newcomer.person)
        if newcomer.visitor_id is not None:
            joins(house, actor, newcomer.visitor_id, person.id)
        if newcomer.orientation:
            begin_orientation(house, actor, person.id, newcomer.buddy_id)
        return person
