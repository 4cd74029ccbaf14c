"""Two entries of one person, side by side, and made one: it says what stays, and asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.message import Message

from clubhouse import known, merging
from clubhouse.house import House
from clubhouse.known import Known
from clubhouse.names import shown_name
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.asking import Refusal
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.people_finding import FindPeople
from screens.desk.people_words import consent_words, day_said, full_date, kind_words, orientation_words, since_words
from screens.desk.question import Question, Reply
from screens.desk.rows import Row, Rows
from screens.words import N_, _


@dataclass
class BothSeen(Message):
    """The house has looked both up."""

    kept: Known
    old: Known


def see_both(house: House, actor: str, kept_id: int, old_id: int, again: bool) -> tuple[Known, Known]:
    """Both entries. Raises what `see_person` does."""
    return (
        known.see_person(house, actor, kept_id, again=again),
        known.see_person(house, actor, old_id, again=again),
    )


class FindOther(FindPeople):
    """Looks for the other entry of the same person."""

    name_of_room = N_("Find the other entry")

    def __init__(self, actor: Person, held: frozenset[Permission], person: Person) -> None:
        """`person` is the one whose page was open."""
        super().__init__(actor, held)
        self._person = person

    def chosen(self, person: Person) -> None:
        """Show both side by side."""
        if person.id == self._person.id:
            self.say(_("That is the entry whose page was open. Find the other one."))
        else:
            self.enter_page(SideBySide(self.actor, self.permissions, self._person.id, person.id))


class SideBySide(ListRoom):
    """What the house knows of each; a key turns which of them stays."""

    name_of_room = N_("One person, two entries")
    heads: ClassVar[tuple[str, ...]] = ("", N_("This entry stays"), N_("This one is joined to it"))
    enter_words = N_("Make them one")
    commands = (DeskKey("T", N_("Turn round"), N_("The other entry stays"), "turn"),)

    def __init__(
        self,
        actor: Person,
        held: frozenset[Permission],
        kept_id: int,
        old_id: int,
        *,
        from_list: bool = False,
    ) -> None:
        """The page of the first was open, unless both came `from_list`."""
        super().__init__(actor, held)
        self._ids, self._began_with, self._from_list = (kept_id, old_id), kept_id, from_list
        self._both: BothSeen | None = None
        self._look_due = True

    def follow(self) -> None:
        """Ask the house for both."""
        look = partial(see_both, self.kiosk.house, self.actor.code, *self._ids, not self._look_due)
        self._look_due = False
        self.ask(look, lambda both: BothSeen(*both), group="look")

    def on_refusal(self, refusal: Refusal) -> None:
        """A look that the house could not note is to be noted still; Textual calls this beside the room's own."""
        self._look_due = True

    def on_both_seen(self, seen: BothSeen) -> None:
        """Show them."""
        if (seen.kept.person.id, seen.old.person.id) == self._ids:
            self._both = seen
            self.show_rows(self._rows(seen))

    def _rows(self, seen: BothSeen) -> Sequence[Row]:
        today = self.kiosk.local_now().date()
        lines = {
            _("Name"): [each.name for each in (seen.kept, seen.old)],
            _("Code"): [each.person.code for each in (seen.kept, seen.old)],
            _("On screens"): [shown_name(each.person) or "-" for each in (seen.kept, seen.old)],
            _("Is"): [kind_words(each.person.kind) for each in (seen.kept, seen.old)],
            _("Since"): [full_date(each.person.since) for each in (seen.kept, seen.old)],
            _("Last here"): [
                day_said(each.last_day, today) if each.last_day else "-" for each in (seen.kept, seen.old)
            ],
            _("Home unit"): [each.unit or "-" for each in (seen.kept, seen.old)],
            _("Card"): [since_words(each.card_since) or "-" for each in (seen.kept, seen.old)],
            _("Photos"): [consent_words(each.consents) for each in (seen.kept, seen.old)],
            _("Orientation"): [orientation_words(each) for each in (seen.kept, seen.old)],
            _("Safety pause"): [_("yes") if each.person.paused_at else _("no") for each in (seen.kept, seen.old)],
            _("On the lists"): [_("no") if each.person.ended_on else _("yes") for each in (seen.kept, seen.old)],
        }
        return [Row(words, (words, *both)) for words, both in lines.items()]

    def action_turn(self) -> None:
        """The other one stays."""
        self._ids, self._both = (self._ids[1], self._ids[0]), None
        self.follow()

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Ask, and make them one; the page of an entry that is none any more closes too."""
        if self._both is None:
            return
        kept, old = self._both.kept, self._both.old
        words = _(
            "Make {old} ({old_code}) and {kept} ({kept_code}) one?\n\n"
            "{kept_code} stays, with its names. All visits, helping, wishes and notes of {old_code} go to it. Both"
            " cards open the door for it. Of what only one can have, that of {kept_code} counts.\n\n"
            "It can be made two again: People, Entries made one."
        ).format(old=old.name, old_code=old.person.code, kept=kept.name, kept_code=kept.person.code)
        does = partial(merging.merge_people, self.kiosk.house, self.actor.code, kept.person.id, old.person.id)
        done = _("{old} is one with {kept} now.").format(old=old.person.code, kept=kept.person.code)
        pages = 2 if self._from_list else 3 if kept.person.id == self._began_with else 4
        self.enter_page(
            Question(self.actor, self.permissions, words, [Reply(_("Yes, make them one"), does, done)], closes=pages)
        )
