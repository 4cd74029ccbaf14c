"""The first rows of an export on the screen, before one key writes the file; then where it is and what is unsure."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import ClassVar

from rich.cells import cell_len
from textual.message import Message
from textual.worker import get_current_worker

from clubhouse.errors import BadFile
from clubhouse.exports.apart import export_beside
from clubhouse.exports.cells import Column
from clubhouse.exports.cells import Row as Cells
from clubhouse.exports.exporting import Exported
from clubhouse.exports.forms import Form
from clubhouse.exports.places import make_folder, usual_folder
from clubhouse.exports.request import Request
from clubhouse.people import Person
from clubhouse.permissions import Permission
from screens.asking import Refusal
from screens.desk.listing import DeskKey
from screens.desk.report_days import LinedRoom, days_words
from screens.desk.room import Room
from screens.desk.rows import GAP, Row
from screens.words import N_, _, plural


@dataclass(frozen=True)
class Prepared:
    """What would be written, and how it begins."""

    request: Request
    form: Form
    bom: bool
    target: Path
    wanted: tuple[Column, ...]
    """The columns of a preset; empty for all."""
    columns: tuple[Column, ...]
    rows: Sequence[Cells]


@dataclass
class Counted(Message):
    """So many rows are written."""

    rows: int


@dataclass
class Written(Message):
    """The file is there."""

    done: Exported


class PreviewRoom(LinedRoom):
    """The first rows; `W` writes. While it writes, Esc stops it; afterwards Esc goes back to the list."""

    name_of_room = N_("The first rows")
    DEFAULT_CSS = """
    PreviewRoom #line { max-height: 12; }
    """
    commands: ClassVar[Sequence[DeskKey]] = (
        DeskKey("W", N_("Write the file"), N_("Writes all rows, where the page says"), "write"),
    )

    def __init__(self, actor: Person, held: frozenset[Permission], prepared: Prepared) -> None:
        """Of what is `prepared`."""
        super().__init__(actor, held)
        self._prepared = prepared
        self._told = ""
        self._done: Exported | None = None
        self._stop = Event()
        self.heads = in_room(prepared, self.kiosk.size.width)  # type: ignore[misc]

    def follow(self) -> None:
        """The rows are here already."""
        request, rows = self._prepared.request, self._prepared.rows
        days = days_words((request.first, request.last))
        if request.corrections_since:
            days = _("corrections since {day}").format(day=request.corrections_since)
        count = plural("the first row", "the first {count} rows", len(rows)) if rows else _("no rows")
        self.say_above(_("{what}, {days}: {rows}").format(what=request.what, days=days, rows=count))
        beside = len(self.heads)
        self.show_rows([Row(place, tuple(str(cell) for cell in row[:beside])) for place, row in enumerate(rows)])

    def line_words(self, row: Row | None) -> str:
        """Where the file will be, or what became of it; else the marked row, whole."""
        if self._told:
            return self._told
        where = _("W writes {file} into {folder}").format(
            file=self._prepared.target.name, folder=self._prepared.target.parent
        )
        if row is None:
            return where
        cells = zip(self._prepared.columns, self._prepared.rows[int(row.id)], strict=True)
        return "\n".join((where, "  ".join(f"{column.header}: {cell}" for column, cell in cells if cell != "")))

    # -- writing -------------------------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Write it, once."""
        if self._asked or self._done:
            return
        self._stop.clear()
        self.say("")
        self._tell(_("It is being written. Esc stops it."))
        self.ask(self._write, Written, group="answer")

    def _write(self) -> Exported:
        prepared, house, worker = self._prepared, self.kiosk.house, get_current_worker()

        def told(rows: int) -> None:
            if self._stop.is_set() or worker.is_cancelled:
                raise BadFile(_("It was stopped, and no file is left."))
            self.post_message(Counted(rows))

        try:
            make_folder(prepared.target.parent, usual_folder(house.store.path))
            return export_beside(
                house,
                self.actor.code,
                prepared.request,
                prepared.form,
                prepared.target,
                columns=prepared.wanted,
                bom=prepared.bom,
                told=told,
            )
        except OSError as error:
            why = os.strerror(error.errno) if error.errno else str(error)
            raise BadFile(
                _("The file cannot be written there: {why}. Choose another folder.").format(why=why)
            ) from None

    def on_counted(self, counted: Counted) -> None:
        """Say how far it is."""
        if self._asked:
            words = plural("{count:,} row is written.", "{count:,} rows are written.", counted.rows)
            self._tell(_("{words} Esc stops it.").format(words=words))

    def on_written(self, written: Written) -> None:
        """Say where it is, and what in it may still change."""
        self._asked, self._done = False, written.done
        self._tell(written_words(written.done, self._prepared.form))

    def on_refusal(self, _refusal: Refusal) -> None:
        """Why not stands above, `Room` says it; it can be tried again."""
        self._tell("")

    def _tell(self, words: str) -> None:
        self._told = words
        self.say_line()

    def action_leave(self) -> None:
        """Stop what is being written; else back, past the form when the file is there."""
        if self._asked:
            self._stop.set()
            return
        super().action_leave()
        if self._done and isinstance(self.app.screen, Room):
            self.app.screen.action_leave()


def in_room(prepared: Prepared, width: int) -> tuple[str, ...]:
    """The heads of as many columns as stand whole beside each other; the others stand with the marked row alone."""
    room, heads = width - 3, list[str]()
    for place, column in enumerate(prepared.columns):
        widest = max(cell_len(words) for words in (column.header, *(str(row[place]) for row in prepared.rows)))
        room -= widest + GAP
        if room < -GAP and heads:
            break
        heads.append(column.header)
    return tuple(heads)


def written_words(done: Exported, form: Form) -> str:
    """Where the file is, how many rows it has, how many visits of its days may still change, and that it is noted."""
    lines = [_("The file is written: {path}").format(path=done.path)]
    if form is not Form.ICS:  # of which no rows are counted
        lines.append(plural("It has {count:,} row.", "It has {count:,} rows.", done.rows))
    if done.unsure.estimated or done.unsure.open:
        lines.append(
            _("Of the visits of these days {estimated} end with a guess, and {open} are still open.").format(
                estimated=done.unsure.estimated, open=done.unsure.open
            )
        )
    lines.append(_("The audit log has a note of it."))
    return "\n".join(lines)
