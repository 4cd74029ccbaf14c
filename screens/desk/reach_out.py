"""Reach-out: members who were not here for a while, by unit; whoever comes back leaves the list by coming."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import reach_out
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.reach_out import A_PAGE, ReachOutList, ToReach
from screens.asking import Refusal
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.reach_out_member import LogContact, MemberToReach
from screens.desk.reach_out_words import last_words, next_words, wish_words
from screens.desk.rows import Row, Rows
from screens.marking import stands
from screens.words import N_, _, plural

EARLIER, LATER = "earlier", "later"


@dataclass
class ListSeen(Message):
    """The house has shown the list."""

    seen: ReachOutList
    after: int | None
    long_ago: bool
    page: int


class ReachOutRoom(ListRoom):
    """Each list is noted as seen when it is first opened here, and not again while it lies open."""

    name_of_room = N_("Reach-out")
    heads: ClassVar[tuple[str, ...]] = (N_("Name"), N_("Days"), N_("Wish"), N_("Next"), N_("Last contact"))
    commands = (
        DeskKey("L", N_("Log a contact"), N_("With the marked member: five times Enter for a call"), "log"),
        DeskKey("D", N_("Days"), N_("After how many days away one stands here; turns"), "days"),
        DeskKey(
            "A", N_("Away for long"), N_("Those not here for longer than the house counts; and back"), "long_ago"
        ),
    )

    DEFAULT_CSS = """
    ReachOutRoom #which { height: auto; padding: 0 1; background: $calm-ground; color: $calm; }
    """

    def __init__(self, actor: Person, held: frozenset[Permission]) -> None:
        """From the first of the house's numbers of days."""
        super().__init__(actor, held)
        self._after: int | None = None
        self._long_ago = False
        self._noted: set[tuple[int | None, bool]] = set()
        self._bands: tuple[int, ...] = ()
        self._members: dict[int | str, ToReach] = {}
        self._page = 0
        self._opening: tuple[int | None, bool, int] | None = None

    def furnish(self) -> ComposeResult:
        """Which list it is, the list."""
        yield Static(id="which", markup=False)
        yield from super().furnish()

    # -- showing -------------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Ask the house; the first time for each list that leaves a row."""
        after, long_ago, page = which = (self._after, self._long_ago, self._page)
        if self._opening == which:
            return  # the answer that is on its way is as new
        first = (after, long_ago) not in self._noted
        self._opening = which if first else None
        self._noted.add((after, long_ago))
        look = reach_out.see_reach_out if first else reach_out.look_again
        seen = partial(look, self.kiosk.house, self.actor.code, after, long_ago=long_ago, page=page)
        self.ask(seen, lambda answer: ListSeen(answer, after, long_ago, page), group="open" if first else "look")

    def on_refusal(self, refusal: Refusal) -> None:
        """Where it could not be opened, the next look tries again; `Room` says why."""
        self._opening = None
        if not self._members:
            self._noted.clear()

    def on_list_seen(self, seen: ListSeen) -> None:
        """Show it by unit, unless another list was asked for since."""
        self._opening = None
        if (seen.after, seen.long_ago, seen.page) != (self._after, self._long_ago, self._page):
            return
        if not stands(self, "Rows", "#which"):
            return
        self._bands, began = seen.seen.bands, bool(self._members)
        self._members = {each.person_id: each for each in seen.seen.members}
        rows = self._other_pages(seen.seen)
        marked = len(rows) + 1
        for unit, members in seen.seen.units:
            rows.append(Row(f"unit {unit}", (_("{unit}:").format(unit=unit or _("no unit")),), dim=True))
            rows += [_row(each, seen.seen.day) for each in members]
        rows += self._next_page(seen.seen)
        self.show_rows(rows, None if began or not self._members else rows[marked].id)
        self._say_which(seen.seen)

    def _other_pages(self, seen: ReachOutList) -> list[Row]:
        self._page = seen.skip // A_PAGE  # the last page may be gone by now
        words = _("Enter here shows those before: 1 to {count}").format(count=seen.skip)
        return [Row(EARLIER, (words,))] if seen.skip else []

    def _next_page(self, seen: ReachOutList) -> list[Row]:
        shown = seen.skip + len(seen.members)
        words = _("Enter here shows the next of {count}, from {next} on").format(count=seen.count, next=shown + 1)
        return [Row(LATER, (words,))] if shown < seen.count else []

    def _say_which(self, seen: ReachOutList) -> None:
        """Above the list, so that what was done can be said in its own line."""
        count, active = seen.count, self.kiosk.settings.active_days
        if self._long_ago:
            words = plural("{count} member, last here", "{count} members, last here", count)
            words += _(" more than {days} days ago.").format(days=active)
        else:
            words = plural("{count} member, not here for", "{count} members, not here for", count)
            words += _(" {days} days or more, or as they wish.").format(days=seen.after)
        self.query_one("#which", Static).update(Content(words))

    # -- the keys ------------------------------------------------------------------------------------------------

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Open that member."""
        member = self._members.get(taken.row.id)
        if taken.row.id in (EARLIER, LATER):
            self._turn_page(self._page + (1 if taken.row.id == LATER else -1))
        elif member:
            self.say("")
            self.enter_page(MemberToReach(self.actor, self.permissions, member))

    def action_log(self) -> None:
        """Log a contact with the marked member."""
        member = self._members.get(self.rows.marked.id) if self.rows.marked else None
        if member:
            self.say("")
            self.enter_page(LogContact(self.actor, self.permissions, member))

    def action_days(self) -> None:
        """The next of the house's numbers of days; after the last the first."""
        self.say("")
        if self._bands:
            now = self._bands[0] if self._after is None else self._after
            self._after = next((band for band in self._bands if band > now), self._bands[0])
            self._long_ago = False
            self._turn_page(0)

    def action_long_ago(self) -> None:
        """Those who were here last long ago, or the others again."""
        self.say("")
        self._long_ago = not self._long_ago
        self._turn_page(0)

    def _turn_page(self, page: int) -> None:
        """Another page; its first member is marked."""
        self._page, self._members = max(0, page), {}
        self.follow()


def _row(member: ToReach, today: date) -> Row:
    words = (next_words(member.next_on, today), last_words(member.last, today))
    return Row(member.person_id, (member.name, str(member.days), wish_words(member), *words))
