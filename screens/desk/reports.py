"""The first page of reports: figures, charts, exports, what would make a report wrong, and locked months."""

from screens.desk.listing import ListRoom
from screens.desk.room import Room
from screens.desk.rows import Row, Rows
from screens.words import N_, _


class ReportsRoom(ListRoom):
    """Five ways on."""

    name_of_room = N_("Reports")

    def follow(self) -> None:
        """They are always the same."""
        self.show_rows(
            [
                Row("figures", (_("Figures"), _("With formulas"))),
                Row("charts", (_("Charts"), _("To look at"))),
                Row("exports", (_("Exports"), _("Files to send"))),
                Row("doubts", (_("What would make a report wrong"), _("To mend"))),
                Row("months", (_("Lock a month"), _("When reported"))),
            ]
        )

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Go there."""
        self.say("")
        self.enter(_room(str(taken.row.id)))


def _room(name: str) -> type[Room]:
    if name == "figures":
        from screens.desk.report_figures import FiguresRoom

        return FiguresRoom
    if name == "charts":
        from screens.desk.report_charts import ChartsRoom

        return ChartsRoom
    if name == "months":
        from screens.desk.report_months import MonthsRoom

        return MonthsRoom
    if name == "exports":
        from screens.desk.report_exports import ExportsRoom

        return ExportsRoom
    from screens.desk.report_doubts import DoubtsRoom

    return DoubtsRoom
