"""My goals: what a member would like, in their own words; changed and put aside whenever they like."""

from dataclasses import dataclass
from functools import partial

from textual.content import Content
from textual.message import Message

from clubhouse import goals
from clubhouse.goals import Area, Goal
from clubhouse.people import Person
from clubhouse.record_key import RecordKey
from screens.own_page import BACK, Done, OwnPage, StepPage
from screens.record_words import AREAS
from screens.typing_page import TypingPage
from screens.widgets.choices import Choice
from screens.words import N_, _

MOST_GOALS = 3
"""So many have room at once."""
OTHERS = Choice("4", N_("My other goals"), "others", N_("Shows those that have no room on this page"))
ADD = Choice("5", N_("Add a goal"), "add", N_("First what it is about, then your own words"))
CHANGE = Choice("1", N_("Change the words"), "change", N_("What stood before stays in the months gone by"))
END = Choice("2", N_("I have reached it, or put it aside"), "end", N_("Nobody asks which"))
AGAIN = Choice("U", N_("Undo: it is still my goal"), "again", N_("Puts it back"))


@dataclass
class GoalsSeen(Message):
    """The house has shown the goals that stand."""

    goals: list[Goal]


@dataclass
class Restored(Message):
    """A goal that was put aside stands again."""

    goal: Goal


class GoalsPage(OwnPage):
    """Each goal is a choice, which opens it."""

    DEFAULT_CSS = "GoalsPage VerticalScroll { height: auto; max-height: 5; }"

    def __init__(self, person: Person, key: RecordKey | None) -> None:
        """From the first."""
        super().__init__(person, key)
        self._goals: list[Goal] = []
        self._first = 0

    def follow(self) -> None:
        """Ask the house."""
        self.ask(
            partial(goals.see_goals, self.kiosk.house, self.person.code, self.person.id, key=self.key),
            GoalsSeen,
            group="look",
        )

    def on_goals_seen(self, seen: GoalsSeen) -> None:
        """Show them."""
        self._goals = seen.goals
        self._first = self._first if self._first < len(self._goals) else 0
        shown = self._goals[self._first : self._first + MOST_GOALS]
        choices = [
            Choice(str(place), _(AREAS[goal.area]), f"goal {goal.id}", "", (goal.words,))
            for place, goal in enumerate(shown, 1)
        ]
        others = [OTHERS] if len(self._goals) > MOST_GOALS else []
        words = _("They are yours: change them, or put them aside, whenever you like.")
        self.show_page(_("My goals"), Content(words), [*choices, *others, ADD, BACK])

    def chosen(self, action: str, number: str = "") -> None:
        """Open one, or add one."""
        if action == "goal":
            self.enter(GoalPage(self.person, self.key, next(goal for goal in self._goals if goal.id == int(number))))
        elif action == "others":
            self._first = self._first + MOST_GOALS if self._first + MOST_GOALS < len(self._goals) else 0
            self.follow()
        else:
            self.enter(AreaPage(self.person, self.key))


class AreaPage(StepPage):
    """What a new goal is about."""

    def follow(self) -> None:
        """There is nothing to ask."""
        areas = [Choice(str(place), words, f"area {area}") for place, (area, words) in enumerate(AREAS.items(), 1)]
        self.show_page(_("What is the new goal about?"), Content(""), [*areas, BACK])

    def chosen(self, action: str, number: str = "") -> None:
        """Now the words."""
        area, house, person = Area(number), self.kiosk.house, self.person
        keep = partial(goals.add_goal, house, person.code, person.id, area, key=self.key)
        question = _("{area}: what would you like?").format(area=_(AREAS[area]))
        self.enter(TypingPage(question, keep, _("Your goal is kept.")))


class GoalPage(OwnPage):
    """One goal."""

    def __init__(self, person: Person, key: RecordKey | None, goal: Goal) -> None:
        """`goal` stands."""
        super().__init__(person, key)
        self._goal = goal
        self._stands = True

    def follow(self) -> None:
        """What is offered changes here only."""
        offered = [CHANGE, END] if self._stands else [AGAIN]
        self.show_page(_(AREAS[self._goal.area]), Content(self._goal.words), [*offered, BACK], marked=BACK.key)

    def chosen(self, action: str, number: str = "") -> None:
        """Change it, put it aside, or back again."""
        house, person, goal = self.kiosk.house, self.person, self._goal
        if action == "change":
            question = _("{area}: what would you like?").format(area=_(AREAS[goal.area]))
            self.enter(TypingPage(question, self._change, _("Your goal is changed."), goal.words))
        elif action == "end":
            self._stands = False
            end = partial(goals.end_goal, house, person.code, person.id, goal.id, key=self.key)
            self.ask(end, lambda made: Done(_("It stands no longer among your goals.")), group="answer")
        else:
            add = partial(goals.add_goal, house, person.code, person.id, goal.area, goal.words, key=self.key)
            self.ask(add, Restored, group="answer")

    def _change(self, words: str) -> None:
        # Runs in a thread; the page is looked at again only when it is done.
        house, person = self.kiosk.house, self.person
        self._goal = goals.change_goal(house, person.code, person.id, self._goal.id, words, key=self.key)

    def on_restored(self, restored: Restored) -> None:
        """It is another row now."""
        self._goal, self._stands = restored.goal, True
        self.post_message(Done(_("It is your goal again.")))
