"""What is typed about a class or event: a new one, a change, its seats, who leads it, who comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from clubhouse import door, occurrences, planning, registering, series
from clubhouse.errors import BadInput
from clubhouse.people import Person
from clubhouse.permissions import Permission
from clubhouse.planning import Following, Foreseen, PlannedEvent, foresee
from clubhouse.registering import Registered
from clubhouse.series import NewSeries, Series
from clubhouse.spoken import day_said, days_said, seats_said
from screens.desk.event_fields import (
    NEW,
    days_fields,
    leader_fields,
    leads_typed,
    occurrence_typed,
    refuse_together,
    seats_field,
    series_fields,
    series_typed,
    when_fields,
    words_fields,
)
from screens.desk.event_words import foreseen_words, one_words
from screens.desk.fields import YES, Field, person_field, yes_no_field
from screens.desk.form import Form
from screens.desk.question import Question, Reply
from screens.events_words import place_words
from screens.words import N_, _, plural


@dataclass(frozen=True)
class Plan:
    """What was typed, and what it would come to."""

    carry_out: "partial[Series]"
    foreseen: Foreseen
    leaders: tuple[str, ...]
    more: str
    """Said besides, of what is on file already."""


class NewEvent(Form):
    """A class or event that is planned; what was typed is read back with the next dates before it is kept."""

    name_of_room = N_("New class or event")
    yes_words = N_("Yes, plan it so")
    planned_words = N_("It is planned.")
    _was: NewSeries = NEW
    """What stood in the form at first."""

    def fields(self) -> Sequence[Field]:
        """All that can be said of a series, and the days on which it differs from its rule."""
        today = self.kiosk.local_now().date()
        *asked, lead, too, also = series_fields(NEW, self.kiosk.settings.event_kinds, (), today)
        place = next(number for number, each in enumerate(asked) if each.name == "every") + 1
        return [*asked[:place], *days_fields(today), *asked[place:], lead, too, also]

    def check_together(self, name: str, typed: Mapping[str, str]) -> None:
        """The length fits to the time, and the rule to the day."""
        refuse_together(name, typed, self._was.rule, self.kiosk.local_now().date())

    def save(self, typed: Mapping[str, str]) -> object:
        """See what it would come to."""
        house, today = self.kiosk.house, self.kiosk.local_now().date()
        off, also = days_said(typed["not_on"], today), days_said(typed["also_on"], today)
        new, leads = series_typed(typed, NEW, today), leads_typed(typed)
        carry_out = partial(series.add_series, house, self.actor.code, new, leads, off, also)
        return Plan(carry_out, foresee(house, carry_out), self.leader_names, "")

    @property
    def leader_names(self) -> tuple[str, ...]:
        """The names of those taken to lead, as they stand in the form."""
        return tuple(each.shown for each in self._filled if each.field.name.startswith("lead ") and each.value)

    def saved(self, result: object) -> None:
        """Read it back, and ask."""
        assert isinstance(result, Plan)
        words = foreseen_words(result.foreseen, result.leaders, self.kiosk.settings.clock_hours)
        words = "\n".join(part for part in (words, result.more) if part)
        reply = Reply(_(self.yes_words), result.carry_out, _(self.planned_words))
        self.enter_page(Question(self.actor, self.permissions, words, [reply], closes=2))


class ChangeFollowing(NewEvent):
    """The same form, filled in, for this occurrence and all that follow."""

    name_of_room = N_("This and all that follow")
    yes_words = N_("Yes, change it so")
    planned_words = N_("It is changed.")

    def __init__(self, actor: Person, held: frozenset[Permission], seen: PlannedEvent) -> None:
        """From the event that was `seen`."""
        super().__init__(actor, held)
        self._seen = seen
        self._was = series.as_new(seen.series, seen.event.occurrence)

    def fields(self) -> Sequence[Field]:
        """All that can be said of a series, as it is now."""
        today = self.kiosk.local_now().date()
        return series_fields(self._was, self.kiosk.settings.event_kinds, self._seen.leaders, today)

    def save(self, typed: Mapping[str, str]) -> object:
        """See what it would come to."""
        house, today = self.kiosk.house, self.kiosk.local_now().date()
        new, number = series_typed(typed, self._was, today), self._seen.event.occurrence.id
        carry_out = partial(series.change_following, house, self.actor.code, number, new, leads_typed(typed))
        following = planning.see_following(house, self.actor.code, number)
        more = _more_words(following, self._was, new)
        return Plan(carry_out, foresee(house, carry_out), self.leader_names, more)


class ChangeAll(ChangeFollowing):
    """The same for what comes once."""

    name_of_room = N_("Change")


def _more_words(following: Following, was: NewSeries, new: NewSeries) -> str:
    lines = []
    if following.people:
        lines.append(
            plural(
                "{count} person is on the list, and is told of another day, time, place or title.",
                "{count} people are on the list, and are told of another day, time, place or title.",
                following.people,
            )
        )
    if new.seats is not None and (was.seats is None or new.seats < was.seats):
        lines.append(_("Where there are fewer seats, the last to come wait again."))
    return "\n".join(lines)


class EventForm(Form):
    """A form about one event."""

    def __init__(self, actor: Person, held: frozenset[Permission], seen: PlannedEvent) -> None:
        """About the event that was `seen`."""
        super().__init__(actor, held)
        self.seen = seen
        self.number = seen.event.occurrence.id


class ChangeOne(EventForm):
    """Another day, time, place or word for this one alone."""

    name_of_room = N_("Only this one")
    done_words = N_("It is changed. Who is registered is told at the next scan.")

    def fields(self) -> Sequence[Field]:
        """What may differ from the series."""
        on, today = self.seen.event.occurrence, self.kiosk.local_now().date()
        title, *words = words_fields(on)
        return [title, *when_fields(on.day, on.starts, on.minutes, today), *words]

    def check_together(self, name: str, typed: Mapping[str, str]) -> None:
        """The length fits to the time."""
        if name == "minutes":
            refuse_together(name, typed, "", self.kiosk.local_now().date())

    def save(self, typed: Mapping[str, str]) -> object:
        """Change it; what is not asked for stays as it is now."""
        house = self.kiosk.house
        was = occurrences.as_new(occurrences.get_occurrence(house, self.number))
        said = occurrence_typed(typed, was, self.kiosk.local_now().date())
        return occurrences.change_occurrence(house, self.actor.code, self.number, replace(was, **said))


class Seats(EventForm):
    """More or fewer seats; whoever would wait again is told of before."""

    name_of_room = N_("Seats")
    done_words = N_("The seats are changed.")

    def fields(self) -> Sequence[Field]:
        """The number."""
        return [seats_field(self.seen.event.occurrence.seats)]

    def save(self, typed: Mapping[str, str]) -> object:
        """Set them, or give the question when somebody would lose a seat."""
        house, seats = self.kiosk.house, seats_said(typed["seats"])
        put = partial(occurrences.set_seats, house, self.actor.code, self.number, seats)
        now = planning.see_planned(house, self.actor.code, self.number).event
        back = planning.waiting_again(now, seats)
        if not back:
            return put()
        words = plural(
            "With so many seats {count} person who has one waits again, and is told at the next scan.",
            "With so many seats {count} people who have one wait again, and are told at their next scan.",
            back,
        )
        return words, Reply(_("Yes, so many seats"), put, _(self.done_words))

    def saved(self, result: object) -> None:
        """Say so, or ask."""
        if isinstance(result, tuple):
            words, reply = result
            self.enter_page(Question(self.actor, self.permissions, words, [reply], closes=2))
        else:
            super().saved(result)


class Leads(EventForm):
    """Who leads all of the series."""

    name_of_room = N_("Who leads")
    done_words = N_("Who leads it is changed, for every day of it.")

    def fields(self) -> Sequence[Field]:
        """As it is now, and room for more."""
        return leader_fields(self.seen.leaders)

    def save(self, typed: Mapping[str, str]) -> object:
        """Set them."""
        series.set_leads(self.kiosk.house, self.actor.code, self.seen.series.id, leads_typed(typed))
        return None


class MoreDay(EventForm):
    """A day besides those of its rule."""

    name_of_room = N_("One more day")
    done_words = N_("It is held on that day too.")

    def fields(self) -> Sequence[Field]:
        """The day."""
        today = self.kiosk.local_now().date()
        check = partial(day_said, today=today)
        return [Field("day", N_("Day"), N_("friday, 4 december or 2026-12-04."), check=check)]

    def save(self, typed: Mapping[str, str]) -> object:
        """Plan it."""
        day = day_said(typed["day"], self.kiosk.local_now().date())
        return series.add_day(self.kiosk.house, self.actor.code, self.seen.series.id, day)


class AddSomebody(EventForm):
    """Somebody comes: on the list, or there once it has begun; the form stays open for the next name."""

    name_of_room = N_("Add somebody")
    leave_words = N_("Back to the list")

    def fields(self) -> Sequence[Field]:
        """Who, and where it is asked whether they need a ride."""
        hint = N_("The first letters of the name, then its number. Esc when all are there.")
        who = replace(person_field("who", N_("Who"), hint), check=_somebody)
        if self.seen.event.occurrence.rides and not self.seen.has_begun:
            return [who, yes_no_field("ride", N_("Needs a ride"))]
        return [who]

    def save(self, typed: Mapping[str, str]) -> object:
        """Register them, or note that they are there."""
        house, person_id = self.kiosk.house, int(typed["who"])
        if self.seen.has_begun:
            door.mark_there(house, self.actor.code, person_id, self.number)
            return None
        ride = typed.get("ride") == YES
        return registering.register_for(house, self.actor.code, person_id, self.number, ride=ride)

    def saved(self, result: object) -> None:
        """Say so, and go on with the next."""
        words = self._words(result)
        self.begin_anew()
        self.say(words)

    def _words(self, result: object) -> str:
        name = self._filled[0].shown
        if not isinstance(result, Registered):
            return _("{name} is noted as there.").format(name=name)
        words = _("{name} has a seat.").format(name=name)
        if not result.event.has_seat:
            words = _("It is full: {name} waits, {place}.").format(name=name, place=place_words(result.event.turn))
        clock = self.kiosk.settings.clock_hours
        others = "; ".join(one_words(each.occurrence, clock) for each in result.overlaps)
        return f"{words} {_('At that time also: {others}.').format(others=others)}" if others else words


def _somebody(value: str) -> None:
    if not value:
        raise BadInput(_("Type the first letters of a name, then press its number."))
