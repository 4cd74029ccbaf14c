"""The way to the staff desk: say who you are, by card or by the first letters of your name; the PIN comes next."""

from functools import partial

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from clubhouse import permissions
from clubhouse.names import shown_name
from screens.asking import Refusal
from screens.naming import NamePage
from screens.own_card import Recognised
from screens.widgets.choices import Choices
from screens.widgets.keys import KeyRow
from screens.words import _


class StaffDoor(NamePage):
    """A card whose person looks after something asks for the PIN; any other scan is answered as ever."""

    DEFAULT_CSS = """
    StaffDoor #words { padding: 1 3 0 3; text-style: bold; }
    StaffDoor.-short #words { padding: 0 3; }
    """

    def __init__(self) -> None:
        """Nothing scanned yet."""
        super().__init__()
        self._scans: list[str] = []

    def compose(self) -> ComposeResult:
        """The two ways, the letters, the names found."""
        words = _("Staff desk: hold up your card, or type the first letters of your name.")
        yield Static(words, id="words", markup=False)
        yield Static(id="typed", markup=False)
        yield Static(id="hint", markup=False)
        yield Choices()
        yield KeyRow()

    @property
    def rests(self) -> bool:
        """In a terminal of the staff desk, here."""
        return self.kiosk.at_desk and not self.typed

    def action_leave(self) -> None:
        """Back; where the desk rests here, only what was typed goes."""
        if not self.kiosk.at_desk:
            super().action_leave()
        elif not self._asked:
            self.kiosk.forget_keys()
            self.forget_letters()

    def takes_scan(self, scanned: str) -> bool:
        """Ask who that is before anybody is signed in or out; what is scanned meanwhile waits for that."""
        self.forget_letters()  # a scanner types
        self._scans.append(scanned)
        if len(self._scans) == 1:
            who = partial(permissions.holder, self.kiosk.house, scanned)
            self.ask(who, lambda person: Recognised(scanned, person), group="answer")
        return True

    def on_recognised(self, recognised: Recognised) -> None:
        """Ask for the PIN, or let the scans be answered."""
        scans, self._scans, self._asked = self._scans, [], False
        if recognised.person:
            self.kiosk.open_pin(recognised.person.id, shown_name(recognised.person))
            scans = [scanned for scanned in scans if scanned != recognised.scanned]
        for scanned in scans:
            self.kiosk.answer_scan(scanned)

    def chosen(self, person_id: int, shown: str) -> None:
        """Whoever that is, the PIN is asked for: nobody learns here who has one."""
        self.forget_letters()
        self.kiosk.open_pin(person_id, shown)

    def on_refusal(self, refusal: Refusal) -> None:
        """Say why nothing opens."""
        scans, self._scans = self._scans[1:], []
        for scanned in scans:
            self.kiosk.answer_scan(scanned)
        if self.app.is_running and self.query("#hint"):
            self.query_one("#hint", Static).update(Content(refusal.sentence))
