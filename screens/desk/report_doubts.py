"""What would make a report wrong, at the desk: each doubt with how to set it right."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.message import Message

from clubhouse.periods import Period
from clubhouse.quality import Finding, check_quality
from screens.desk.report_days import DaysRoom, days_words
from screens.desk.rows import Row
from screens.words import N_, _, plural


@dataclass
class Doubted(Message):
    """The house has looked."""

    period: Period
    findings: list[Finding]


class DoubtsRoom(DaysRoom):
    """The list of doubts, by codes and numbers."""

    name_of_room = N_("What would make a report wrong")
    heads: ClassVar[tuple[str, ...]] = (N_("Day"), N_("Why"), N_("What"))
    _findings: Sequence[Finding] | None = None

    def look(self) -> None:
        """Ask for them."""
        self._findings = None
        period = self.period
        check = partial(check_quality, self.kiosk.house, self.actor.code, period)
        self.ask(check, lambda found: Doubted(period, found), group="look")

    def on_doubted(self, doubted: Doubted) -> None:
        """Show them."""
        if doubted.period != self.period:
            return  # turned meanwhile
        self._findings = doubted.findings
        count = plural("{count} thing to look at", "{count} things to look at", len(doubted.findings))
        self.say_above(_("{days}: {words}").format(days=days_words(self.period), words=count))
        self.show_rows([_row(place, each) for place, each in enumerate(doubted.findings)])

    def line_words(self, row: Row | None) -> str:
        """How the marked one is set right."""
        if self._findings is None:
            return ""  # not yet known
        if row is None:
            return _("Nothing is in doubt in these days.")
        finding = self._findings[int(row.id)]
        return _("To set it right, type in a terminal:\n{command}").format(command=finding.mend)


def _row(place: int, finding: Finding) -> Row:
    return Row(place, (str(finding.day or ""), _(finding.doubt), finding.what))
