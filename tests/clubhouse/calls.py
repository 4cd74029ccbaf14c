"""One sample call of each operation that can be refused to somebody, in the scene of the whole house."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from clubhouse.house import House
from clubhouse.people import Person
from tests.clubhouse.scene import Scene


@dataclass(frozen=True)
class Call:
    """An operation with arguments that are right."""

    act: Callable[..., object]
    """Takes the house, the scene, and the code of whoever does it."""
    person: Callable[[Scene], Person] = lambda scene: scene.people.mia
    """Whose own it is, where it is anybody's."""


def in_part(part: str, act: Callable[[House, Any, str], object]) -> Callable[..., object]:
    """`act`, which takes that part of the scene alone."""
    return lambda house, scene, actor: act(house, getattr(scene, part), actor)
