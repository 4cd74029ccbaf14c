"""Finding a name by its first letters: what the page for whoever has no card and the staff door have in common."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from clubhouse import people
from clubhouse.people import LEAST_LETTERS, LONGEST_NAME, Found, Search
from screens.marking import stands
from screens.page import Page
from screens.scanning import Letters
from screens.widgets.choices import Choice, Choices
from screens.words import N_, _


@dataclass
class Looked(Message):
    """The house has looked for the letters."""

    search: Search


NOTHING_LOOKED_UP = Search([], False, True)


class NamePage(Page):
    """Type the first letters, then take one's own name from at most five.

    The letters go to the page and the marked choice stays marked, so there is no field to move into or out of. The
    page has the widgets `#typed`, `#hint` and `Choices`.
    """

    letters = Letters.TYPED
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "rub_out", N_("Rub out"), tooltip=N_("Take the last letter away"), show=False),
    ]
    DEFAULT_CSS = """
    NamePage #typed { margin: 1 2; padding: 0 2; border: heavy $primary; color: $primary; height: 3; }
    NamePage #hint { padding: 0 3; height: 1; color: $quiet; }
    NamePage Choices { padding: 0 2; }
    NamePage.ascii #typed { border: ascii $primary; }
    NamePage.-short #typed { margin: 0; border: none; height: 1; }
    NamePage.-tall #typed { margin: 0 2; }
    """

    def __init__(self) -> None:
        """Nothing typed yet."""
        super().__init__()
        self.typed = ""

    def on_mount(self) -> None:
        """Ready for the first letter."""
        self._type("")

    def takes_key(self, event: events.Key) -> bool:
        """Letters are typed at once, so that no key, and no end of a scan, overtakes them; a digit takes a name."""
        character = event.character or ""
        if not stands(self, "#typed"):
            return False
        if event.key == "backspace":
            self.action_rub_out()
        elif character and character.isprintable() and not character.isdigit():
            self._type((self.typed + character)[:LONGEST_NAME])
        else:
            return False
        return True

    def action_rub_out(self) -> None:
        """Take the last letter away."""
        self._type(self.typed[:-1])

    def forget_letters(self) -> None:
        """Nothing is typed, and nothing looked for, as at first."""
        self.workers.cancel_group(self, "look")
        self._show_typed("")
        self.query_one(Choices).show([])
        self.query_one("#hint", Static).update(Content(_hint(NOTHING_LOOKED_UP)))

    def _show_typed(self, typed: str) -> None:
        self.typed = typed
        self.query_one("#typed", Static).update(
            Content.assemble(_("First letters of your name: "), (f"{typed}_", "bold"))
        )

    def _type(self, typed: str) -> None:
        self._show_typed(typed)
        self.ask(partial(people.search_name, self.kiosk.house, typed), Looked, group="look")

    def on_looked(self, looked: Looked) -> None:
        """Show who was found; those who look the same cannot be taken."""
        if not self.app.is_running:
            return  # the kiosk is closing
        apart = [found for found in looked.search.found if not found.alike]
        choices = [Choice(str(place), _shown(found), str(found.person_id)) for place, found in enumerate(apart, 1)]
        # Where one's own name is not among those that can be taken, Enter must not take somebody else's.
        self.query_one(Choices).show(choices, mark=len(apart) == len(looked.search.found))
        self.query_one("#hint", Static).update(Content(_hint(looked.search)))

    def action_leave(self) -> None:
        """Back, unless the house is just asked about somebody: the answer comes first. The letters begin no scan."""
        if not self._asked:
            self.kiosk.forget_keys()
            super().action_leave()

    def on_choices_taken(self, taken: Choices.Taken) -> None:
        """Go on with whoever that is."""
        self.kiosk.forget_keys()
        self.chosen(int(taken.choice.action), taken.choice.words)

    def chosen(self, person_id: int, shown: str) -> None:
        """Somebody was taken, `shown` as they wish."""
        raise NotImplementedError


def _shown(found: Found) -> str:
    return found.shown or _("(name not shown)")


def _hint(search: Search) -> str:
    if search.too_short:
        return _("Type {count} letters or more.").format(count=LEAST_LETTERS)
    if any(found.alike for found in search.found):
        return _("Some look the same. Type more of your last name.")
    if not search.found:
        return _("No such name. Try your last name, or ask at reception.")
    if search.more:
        return _("There are more. Type another letter.")
    return _("Press the number of your name.")
