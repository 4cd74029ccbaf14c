"""Exports at the desk: what there is to choose from, what is asked of one, and from there to its first rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clubhouse.errors import BadInput
from clubhouse.exports import presets
from clubhouse.exports.attendance import Per, Rounding
from clubhouse.exports.cells import Column, Holds
from clubhouse.exports.cells import Row as Cells
from clubhouse.exports.exporting import EVERYTHING, preview
from clubhouse.exports.forms import Form as FileForm
from clubhouse.exports.places import file_stem, folder_typed, free_file, usual_folder
from clubhouse.exports.request import FIRST_EVER, Request
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
    sheet: Sheet | None
    """None for all exports in one file."""
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
        Wanted(EVERYTHING, None, N_("All of these in one file, for Datasette and other programs."), FileForm.SQLITE),
    ]
    return [each for each in found if _needs(each) <= held]


def _needs(wanted: Wanted) -> set[Permission]:
    sheets = [wanted.sheet] if wanted.sheet else SHEETS.values()
    return {sheet.needs for sheet in sheets if sheet.needs}


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
        """Which days, which format, names or not, where to; and what only some exports ask."""
        where = N_("A folder that is there, or the one beside the house's file. The file gets its own name.")
        sheet = self._wanted.sheet
        return (
            days_field(self._days, LAST_MONTH),
            choice_field("form", N_("Format"), self._forms(), self._wanted.form),
            yes_no_field(
                "names", N_("Names"), value=self._wanted.names, hint=N_("Codes alone, unless names are needed.")
            ),
            *([_rounding_field(self._wanted.rounding)] if sheet and sheet.what == "quarter-hours" else []),
            *([_since_field()] if sheet and sheet.corrections else []),
            Field("folder", N_("Folder"), where, str(usual_folder(self.kiosk.house.store.path)), folder_typed),
        )

    def _forms(self) -> Sequence[tuple[str, str]]:
        if self._wanted.sheet is None:
            return _FORMS[-1:]
        return (*_FORMS, _CALENDAR) if self._wanted.sheet.what == "events" else _FORMS

    def _days(self, text: str) -> Period:
        return period_typed(text, self.kiosk.local_now().date())

    def save(self, typed: Mapping[str, str]) -> Prepared:
        """Look at the first rows; nothing is written."""
        wanted, since = self._wanted, since_typed(typed.get("since", ""))
        request = self._request(typed, since)
        form = FileForm.CSV if typed["form"] == BOM else FileForm(typed["form"])
        stem = file_stem(wanted.name, (request.first, request.last), since)
        target = free_file(folder_typed(typed["folder"]), stem, form)
        columns, rows = self._preview(request)
        return Prepared(request, form, typed["form"] == BOM, target, wanted.columns, columns, rows)

    def _request(self, typed: Mapping[str, str], since: date | None) -> Request:
        wanted, days = self._wanted, self._days(typed["days"])
        if since and typed["days"] == LAST_MONTH:
            days = (FIRST_EVER, self.kiosk.local_now().date())
        return Request(
            wanted.sheet.what if wanted.sheet else EVERYTHING,
            *days,
            names=typed["names"] == YES,
            rounding=typed.get("rounding", wanted.rounding),
            per=wanted.per,
            corrections_since=since,
        )

    def _preview(self, request: Request) -> tuple[tuple[Column, ...], Sequence[Cells]]:
        if self._wanted.sheet:
            return preview(self.kiosk.house, self.actor.code, request, self._wanted.columns)
        return _ALL_OF_THEM, [(each.what, _(each.about)) for each in SHEETS.values() if not each.on_paper]

    def saved(self, result: object) -> None:
        """Show them."""
        assert isinstance(result, Prepared)
        self.enter_page(PreviewRoom(self.actor, self.permissions, result))


_ALL_OF_THEM = (
    Column("what", N_("What"), Holds.WORD, "The name of the table."),
    Column("about", N_("What it holds"), Holds.TEXT, "In one sentence."),
)


def _rounding_field(value: str) -> Field:
    rules = (
        (Rounding.DOWN.value, N_("down: only whole quarter hours")),
        (Rounding.NEAREST.value, N_("nearest: 8 minutes make one")),
        (Rounding.UP.value, N_("up: one that has begun counts")),
    )
    return choice_field("rounding", N_("Rounding"), rules, value)


def _since_field() -> Field:
    hint = N_("Empty: everything. A day such as 2026-11-05: only what was changed since, with what it was.")
    return Field("since", N_("Corrections since"), hint, "", since_typed)


def since_typed(text: str) -> date | None:
    """The day that was typed; None for an empty field. Raises `BadInput`."""
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise BadInput(_("Write the day like 2026-11-05, or leave it empty.")) from None
