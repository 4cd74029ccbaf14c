"""One person's page at the desk: what the house knows in plain words, a line each, and the key that changes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import known, next_sheet, people, units, wishes
from clubhouse.house import House
from clubhouse.known import Known
from clubhouse.people import Kind, Person
from clubhouse.permissions import Permission
from clubhouse.units import Unit
from clubhouse.wishes import Wishes
from screens.asking import Refusal
from screens.desk.listing import DeskKey, ListRoom
from screens.desk.people_card import FirstCard, NewCard, NewPin
from screens.desk.people_forms import ContactWishes, EditPerson, HomeUnit, SafetyPause
from screens.desk.people_lists import Emergency, LooksAfter, Orientation, Photos
from screens.desk.people_merge import FindOther
from screens.desk.people_words import (
    about_words,
    consent_words,
    kind_words,
    orientation_words,
    since_words,
    task_words,
    wishes_words,
)
from screens.desk.question import Question, Reply
from screens.desk.room import Room
from screens.desk.rows import Row, Rows
from screens.marking import stands
from screens.words import N_, _


@dataclass(frozen=True)
class PersonKey:
    """A line of the page with its key."""

    key: DeskKey
    permission: Permission
    """Who may."""
    of_staff: Permission | None = None
    """Who may where the person is staff, if that is another."""


_GREETER, _REACH_OUT, _SETTINGS = Permission.GREETER, Permission.REACH_OUT, Permission.SETTINGS
KEYS = (
    PersonKey(DeskKey("E", N_("Edit"), N_("Names, code, kind, since when"), "edit"), _GREETER, _SETTINGS),
    PersonKey(DeskKey("U", N_("Home unit"), N_("The unit the person calls theirs"), "unit"), _GREETER),
    PersonKey(DeskKey("K", N_("Card"), N_("A card on the screen now, or to print; it asks"), "card"), _GREETER),
    PersonKey(DeskKey("P", N_("Photos"), N_("For what they agree to be pictured"), "photos"), _GREETER),
    PersonKey(DeskKey("O", N_("Orientation"), N_("Steps and buddy"), "orientation"), _GREETER),
    PersonKey(DeskKey("W", N_("Wishes"), N_("How they wish to be reached; languages"), "wishes"), _REACH_OUT),
    PersonKey(
        DeskKey("D", N_("Record"), N_("Read, sign and print a month; supports"), "record"),
        _REACH_OUT,
    ),
    PersonKey(DeskKey("Y", N_("Emergency"), N_("Whom to call; each look is noted"), "emergency"), _REACH_OUT),
    PersonKey(DeskKey("S", N_("Safety pause"), N_("Sets it, or lifts it"), "pause"), _REACH_OUT, _SETTINGS),
    PersonKey(
        DeskKey("L", N_("On the lists"), N_("Off the lists, or back; it asks"), "lists"), _REACH_OUT, _SETTINGS
    ),
    PersonKey(DeskKey("R", N_("Looks after"), N_("What they may do at the desk"), "tasks"), _SETTINGS),
    PersonKey(DeskKey("N", N_("New PIN"), N_("A PIN for the desk; it asks"), "pin"), _SETTINGS),
    PersonKey(DeskKey("M", N_("Make one"), N_("Joins another entry of the same person"), "merge"), _REACH_OUT),
)


@dataclass
class PersonSeen(Message):
    """The house has looked the person up."""

    known: Known


@dataclass
class WishesSeen(Message):
    """The house has said how the person wishes to be reached; that is in the log now."""

    wishes: Wishes


@dataclass
class UnitsSeen(Message):
    """The house has listed its units, to choose from."""

    units: list[Unit]


class PersonPage(ListRoom):
    """Only what whoever is at the desk may do stands there. Wishes are looked at when the page opens, and after they
    were changed here; an emergency contact only on a page of its own."""

    name_of_room = N_("Person")
    DEFAULT_CSS = """
    PersonPage #about { height: auto; max-height: 6; padding: 0 1; background: $calm-ground; color: $calm; }
    """

    def __init__(self, actor: Person, held: frozenset[Permission], person_id: int, told: str = "") -> None:
        """`told` is said first."""
        super().__init__(actor, held)
        self._about_id, self._told = person_id, told
        self._known: Known | None = None
        self._wishes: Wishes | None = None
        self._look_due = True
        self._wishes_due, self._wishes_left = _REACH_OUT in held, False

    @property
    def commands(self) -> Sequence[DeskKey]:  # type: ignore[override]
        """The keys of the lines that stand there."""
        return [each.key for each in self._offered()]

    def _offered(self) -> list[PersonKey]:
        if self._known is None:
            return []
        is_staff, own = self._known.person.kind is Kind.STAFF, self._known.permissions
        return [
            each
            for each in KEYS
            if ((is_staff and each.of_staff) or each.permission) in self.permissions
            # What somebody looks after goes along, so that only settings join two such entries.
            and not (each.key.action == "merge" and own and _SETTINGS not in self.permissions)
        ]

    def furnish(self) -> ComposeResult:
        """Who it is, the lines."""
        yield Static(id="about", markup=False)
        yield from super().furnish()

    def keys_to_show(self) -> Sequence[DeskKey]:
        """None: each line has its key before it."""
        return ()

    # -- showing -------------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Ask the house, which notes the first look; the wishes only where a look is due."""
        house, actor = self.kiosk.house, self.actor.code
        look = partial(known.see_person, house, actor, self._about_id, again=not self._look_due)
        self._look_due = False
        self.ask(look, PersonSeen, group="look")
        if self._wishes_due:
            self._wishes_due = False
            self.ask(partial(wishes.see_wishes, house, actor, self._about_id), WishesSeen, group="wishes")

    def on_screen_resume(self) -> None:
        """Back from the form: what was said there is looked at anew."""
        self._wishes_due = self._wishes_due or self._wishes_left
        self._wishes_left = False
        super().on_screen_resume()

    def on_refusal(self, refusal: Refusal) -> None:
        """A look that the house could not note is to be noted still; Textual calls this beside the room's own."""
        self._look_due = True

    def on_person_seen(self, seen: PersonSeen) -> None:
        """Show it."""
        self._known = seen.known
        if self._told:
            self.say(self._told)
            self._told = ""
        self._show()

    def on_wishes_seen(self, seen: WishesSeen) -> None:
        """Show them in their line."""
        self._wishes = seen.wishes
        self._show()

    def _show(self) -> None:
        seen = self._known
        if seen is None or not stands(self, "#about", "Rows"):
            return
        self.query_one("#about", Static).update(Content(about_words(seen, self.kiosk.local_now().date())))
        said = self._said(seen)
        keys = [each.key for each in self._offered()]
        self.show_rows([Row(key.action, (key.key, _(key.words), said[key.action])) for key in keys])

    def _said(self, seen: Known) -> dict[str, str]:
        person = seen.person
        return {
            "edit": kind_words(person.kind),
            "unit": seen.unit or _("none"),
            "card": since_words(seen.card_since) or _("none yet"),
            "photos": consent_words(seen.consents),
            "orientation": orientation_words(seen),
            "wishes": wishes_words(self._wishes) if self._wishes else "",
            "record": _("read a month, sign it, print it; each look is noted"),
            "emergency": _("shown when opened; each look is noted"),
            "pause": since_words(seen.paused_since) or _("no"),
            "lists": _("no") if person.ended_on else _("yes"),
            "tasks": task_words(person, seen.permissions),
            "pin": _("for the desk"),
            "merge": _("with another entry of the same person"),
        }

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """The same as the key of that line."""
        getattr(self, f"action_{taken.row.id}")()

    # -- the keys ------------------------------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Change names, code, kind, since when."""
        if self._known:
            self._open(EditPerson(self.actor, self.permissions, self._known.person))

    def action_unit(self) -> None:
        """Choose a home unit."""
        self.ask(partial(units.list_units, self.kiosk.house), UnitsSeen, group="units")

    def on_units_seen(self, seen: UnitsSeen) -> None:
        """Open the form."""
        if self._known:
            self._open(HomeUnit(self.actor, self.permissions, self._known.person, seen.units))

    def action_card(self) -> None:
        """Ask, and make a card."""
        if self._known is None:
            return
        person, name = self._known.person, self._known.name
        put = partial(next_sheet.put_on_sheet, self.kiosk.house, self.actor.code, person.id)
        done = _("The card is on the next sheet, which is written under People, Cards to print.")
        if self._known.card_since:
            words = _("A card for {name}? A new one takes the place of the one in use, which then signs nobody in.")
            replies = [
                Reply(_("A new one on the screen now, to be photographed"), opens=self._card_page(NewCard, person)),
                Reply(_("A new one on the next sheet, to be printed"), partial(put, anew=True), done),
                Reply(_("The one in use on the next sheet, to be printed"), put, done),
            ]
        else:
            words = _("A card for {name}?")
            replies = [
                Reply(_("On the screen now, to be photographed"), opens=self._card_page(FirstCard, person)),
                Reply(_("On the next sheet, to be printed"), put, done),
            ]
        self._question(words.format(name=name), *replies)

    def _card_page(self, page: type[NewCard], person: Person) -> Callable[[], Room]:
        return partial(page, self.actor, self.permissions, person)

    def action_photos(self) -> None:
        """Consent by purpose."""
        self._open(Photos(self.actor, self.permissions, self._about_id))

    def action_orientation(self) -> None:
        """Steps and buddy."""
        self._open(Orientation(self.actor, self.permissions, self._about_id))

    def action_wishes(self) -> None:
        """How they wish to be reached."""
        if self._known and self._wishes is not None:
            self._wishes_left = True
            self._open(ContactWishes(self.actor, self.permissions, self._known.person, self._wishes))

    def action_record(self) -> None:
        """A month of theirs."""
        from screens.desk.record import StaffRecord

        self._open(StaffRecord(self.actor, self.permissions, self._about_id))

    def action_emergency(self) -> None:
        """Whom to call."""
        if self._known:
            self._open(Emergency(self.actor, self.permissions, self._known.person))

    def action_pause(self) -> None:
        """Set a safety pause, or ask and lift it."""
        if self._known is None:
            return
        if self._known.person.paused_at is None:
            self._open(SafetyPause(self.actor, self.permissions, self._known.person))
            return
        words = _("Lift the safety pause of {name}?").format(name=self._known.name)
        self._question(words, self._reply(_("Yes, lift it"), people.resume_person, _("There is no safety pause.")))

    def action_lists(self) -> None:
        """Ask; off the lists, or back."""
        if self._known is None:
            return
        if self._known.person.ended_on:
            words = _("Put {name} on the lists again?").format(name=self._known.name)
            reply = self._reply(_("Yes, on the lists"), people.bring_back, _("Back on the lists."))
        else:
            words = _("Take {name} off the lists? Membership stays: whoever comes is on them again.")
            words = words.format(name=self._known.name)
            reply = self._reply(_("Yes, off the lists"), people.end_person, _("On no list any more."))
        self._question(words, reply)

    def action_tasks(self) -> None:
        """What they look after."""
        self._open(LooksAfter(self.actor, self.permissions, self._about_id))

    def action_pin(self) -> None:
        """Ask, and make a PIN."""
        if self._known:
            words = _("A new PIN for {name}? It is shown this once; the old one is worth nothing then.")
            page = partial(NewPin, self.actor, self.permissions, self._known.person)
            self._question(words.format(name=self._known.name), Reply(_("Yes, show it now"), opens=page))

    def action_merge(self) -> None:
        """Find the other entry."""
        if self._known:
            self._open(FindOther(self.actor, self.permissions, self._known.person))

    def _reply(self, words: str, operation: Callable[[House, str, int], object], done: str) -> Reply:
        return Reply(words, partial(operation, self.kiosk.house, self.actor.code, self._about_id), done)

    def _question(self, words: str, *replies: Reply) -> None:
        self._open(Question(self.actor, self.permissions, words, replies))

    def _open(self, page: Room) -> None:
        self.say("")
        self.enter_page(page)
