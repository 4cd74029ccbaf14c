"""Exports at the desk: what there is to choose from, what is asked of one, and from there to its first rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from clubhouse.exports import presets
from clubhouse.exports.attendance import Per, Rounding
from clubhouse.exports.cells import Column
from clubhouse.exports.exporting import preview
from clubhouse.exports.forms import Form as FileForm
from clubhouse.exports.places import file_stem, folder_typed, free_file, usual_folder
from clubhouse.exports.request import Request
from clubhouse.exports.sheets import SHEETS, Sheet
from clubhouse.people import Person
from clubhouse.periods import Period, period_typed
from clubhouse.permissions import Permission
from screens.desk.fields import YES, Field, choice_field, yes_no_field
from screens.desk.form import Form
from screens.desk.report_days import LAST_MONTH, LinedRoom, days_field
from screens.desk.report_preview import Prepared, PreviewRoom
from screens.desk.rows import Row, Rows
from screens.words import N_, _

BOM = "csv for Excel"
"""The choice of a CSV file whose letters Excel reads rightly."""
_FORMS = (
    (FileForm.CSV.value, N_("CSV, for any program")),
    (BOM, N_("CSV, for Excel")),
    (FileForm.XLSX.value, N_("Excel workbook")),
    (FileForm.HTML.value, N_("page to print")),
    (FileForm.JSON.value, N_("JSON, for programs")),
    (FileForm.SQLITE.value, N_("SQLite, for programs")),
)
_CALENDAR = (FileForm.ICS.value, N_("calendar"))


@dataclass(frozen=True)
class Wanted:
    """One line of the list: an export, or a preset of one."""

    name: str
    """Of the file, and in the list."""
    sheet: Sheet
    about: str
    form: str
    """The format at first."""
    names: bool = False
    """Whether names are asked for at first."""
    rounding: str = Rounding.NEAREST
    per: str = Per.DAY
    columns: tuple[Column, ...] = ()
    """Those of the preset."""


def all_wanted(held: frozenset[Permission]) -> list[Wanted]:
    """What somebody with these permissions can export: the presets first, then everything there is."""
    found = [
        *(_of_preset(presets.preset(name)) for name in presets.shipped()),
        *(_of_sheet(sheet) for sheet in SHEETS.values()),
    ]
    return [each for each in found if each.sheet.needs is None or each.sheet.needs in held]


def _of_sheet(sheet: Sheet) -> Wanted:
    return Wanted(sheet.what, sheet, sheet.rule if sheet.on_paper else sheet.about,
                  FileForm.HTML if sheet.on_paper else FileForm.CSV)  # fmt: skip


def _of_preset(each: presets.Preset) -> Wanted:
    form = each.form or FileForm.CSV
    return Wanted(
        each.name, SHEETS[each.what], each.about, form, each.names, each.rounding, each.per, each.columns
    )  # fmt: skip


class ExportsRoom(LinedRoom):
    """What can be exported; Enter asks for the days and the rest."""

    name_of_room = N_("Exports")
    enter_words = N_("Choose")
    heads: ClassVar[tuple[str, ...]] = (N_("What"), N_("What it holds"))

    def follow(self) -> None:
        """Always the same for the same person."""
        self.say_above(_("What shall be exported?"))
        self.show_rows([Row(each.name, (each.name, _(each.about))) for each in all_wanted(self.permissions)])

    def line_words(self, row: Row | None) -> str:
        """Its whole sentence."""
        return row.cells[1] if row else ""

    def on_rows_taken(self, taken: Rows.Taken) -> None:
        """Ask what else there is to know."""
        self.say("")
        wanted = next(each for each in all_wanted(self.permissions) if each.name == taken.row.id)
        self.enter_page(ExportForm(self.actor, self.permissions, wanted))


class ExportForm(Form):
    """Which days, which format, names or not, and where the file goes; then its first rows are shown."""

    name_of_room = N_("Export")
    save_words = N_("Show the first rows")
    save_about = N_("Enter shows the first rows; nothing is written yet.")
    leave_words = N_("Back, nothing is written")

    def __init__(self, actor: Person, held: frozenset[Permission], wanted: Wanted) -> None:
        """For what is `wanted`."""
        super().__init__(actor, held)
        self._wanted = wanted

    def title_words(self) -> str:
        """*Export: visits*."""
        return _("Export: {what}").format(what=self._wanted.name)

    def fields(self) -> Sequence[Field]:
        """Four."""
        forms = (*_FORMS, _CALENDAR) if self._wanted.sheet.what == "events" else _FORMS
        where = N_("A folder that is there, or the one beside the house's file. The file gets its own name.")
        return (
            days_field(self._days, LAST_MONTH),
            choice_field("form", N_("Format"), forms, self._wanted.form),
            yes_no_field(
                "names", N_("Names"), value=self._wanted.names, hint=N_("Codes alone, unless names are needed.")
            ),
            Field("folder", N_("Folder"), where, str(usual_folder(self.kiosk.house.store.path)), folder_typed),
        )

    def _days(self, text: str) -> Period:
        return period_typed(text, self.kiosk.local_now().date())

    def save(self, typed: Mapping[str, str]) -> Prepared:
        """Look at the first rows; nothing is written."""
        wanted, days, house = self._wanted, self._days(typed["days"]), self.kiosk.house
        request = Request(
            wanted.sheet.what, *days, names=typed["names"] == YES, rounding=wanted.rounding, per=wanted.per
        )
        form = FileForm.CSV if typed["form"] == BOM else FileForm(typed["form"])
        columns, rows = preview(house, self.actor.code, request, wanted.columns)
        target = free_file(folder_typed(typed["folder"]), file_stem(wanted.name, days), form)
        return Prepared(request, form, typed["form"] == BOM, target, wanted.columns, columns, rows)

    def saved(self, result: object) -> None:
        """Show them."""
        assert isinstance(result, Prepared)
        self.enter_page(PreviewRoom(self.actor, self.permissions, result))
