"""Entries of one person that were made one, and making them two again."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.message import Message

from clubhouse import merging
from clubhouse.names import full_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.desk.listing import ListRoom
from screens.desk.question import Question, Reply
from screens.desk.rows import Row, Rows
from screens.words import N_, _


@dataclass
class MergedSeen(Message):
    """The house has listed them."""

    merged: list[tuple[Person, Person]]


class MergedEntries(ListRoom):
    """Each merge that holds, the latest first."""

    name_of_room = N_("Entries made one")
    heads: ClassVar[tuple[str, ...]] = (N_("The entry that stays"), N_("The one joined to it"))
    enter_words = N_("Make two again")

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """What is shown is asked of the house."""
        super().__init__(actor, held)
        self._merged: dict[int | str, tuple[Person, Person]] = {}

    def follow(self) -> None:
        """Ask the house."""
        self.ask(partial(merging.list_merged, self.kiosk.house, self.actor.code), MergedSeen, group="look")

    def on_merged_seen(self, seen: MergedSeen) -> None:
        """Show them."""
        self._merged = {old.id: (kept, old) for kept, old in reversed(seen.merged)}
        rows = [Row(id_, (_named(kept), _named(old))) for id_, (kept, old) in self._merged.items()]
        self.show_rows(rows or [Row("none", (_("No two entries were made one."), ""), dim=True)])

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Ask, and make them two."""
        if taken.row.id not in self._merged:
            return
        kept, old = self._merged[taken.row.id]
        words = _(
            "Make {kept} and {old} two entries again? Each has again what it had. What was noted since they were made"
            " one stays with {kept}."
        ).format(kept=_named(kept), old=_named(old))
        does = partial(merging.unmerge_people, self.kiosk.house, self.actor.code, old.id)
        reply = Reply(_("Yes, make two"), does, _("They are two entries again."))
        self.enter_page(Question(self.actor, self.permissions, words, [reply]))


def _named(person: Person) -> str:
    return f"{full_name(person)} ({person.code})"
