"""The figures of the house at the desk, each beside the days before and the year before, with its formula."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.message import Message

from clubhouse.figures_report import FiguresReport, Line, figures_report
from screens.desk.listing import DeskKey
from screens.desk.report_days import DaysRoom, days_words
from screens.desk.rows import Row
from screens.words import N_, _


@dataclass
class Reckoned(Message):
    """The house has reckoned."""

    report: FiguresReport


class FiguresRoom(DaysRoom):
    """The figures; nobody's name stands in them."""

    name_of_room = N_("Figures")
    commands = (*DaysRoom.commands, DeskKey("G", N_("Charts"), N_("The same days to look at"), "charts"))
    heads: ClassVar[tuple[str, ...]] = (N_("Figure"), N_("These days"), N_("Before"), N_("Year before"))
    _report: FiguresReport | None = None

    def look(self) -> None:
        """Ask for them."""
        self.ask(partial(figures_report, self.kiosk.house, self.period), Reckoned, group="look")

    def on_reckoned(self, reckoned: Reckoned) -> None:
        """Show them."""
        report = reckoned.report
        if report.period != self.period:
            return  # turned meanwhile
        self._report = report
        words = _("{days}, beside {before} and {year_before}").format(
            days=days_words(report.period),
            before=days_words(report.before),
            year_before=days_words(report.year_before),
        )
        self.say_above(words)
        self.show_rows([_row(place, line) for place, line in enumerate(report.lines)])

    def action_charts(self) -> None:
        """Charts of these days."""
        from screens.desk.report_charts import ChartsRoom

        self.enter_page(ChartsRoom(self.actor, self.permissions, self.period))

    def line_words(self, row: Row | None) -> str:
        """How the marked one is counted."""
        if self._report is None or row is None:
            return ""
        figure = self._report.lines[int(row.id)].now
        return _("{name}: {formula}: {division}").format(
            name=_(figure.name), formula=_(figure.formula), division=figure.division
        )


def _row(place: int, line: Line) -> Row:
    values = (each.value or "-" for each in (line.now, line.before, line.year_before))
    return Row(place, (_(line.now.name), *values))
