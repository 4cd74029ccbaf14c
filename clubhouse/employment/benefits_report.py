"""The benefits report: one member's job hours and gross pay of one month, on a page to print and sign.

Every row of the month stands on it; the sums under it are those of the rows, and cents are divided out once for each
line. The page is complete in itself: no script, and nothing fetched from elsewhere.
"""

from dataclasses import dataclass
from html import escape

from clubhouse import names as people_names
from clubhouse.employment.hours_out import HoursRow, MonthLine, hours_between, month_hours, total
from clubhouse.employment.months import days_of, is_reported
from clubhouse.employment.pay import ROUNDING, Pay, h_mm, money
from clubhouse.employment.places import WorkPlace
from clubhouse.employment.privacy import note_look_at
from clubhouse.helping import person_on_file
from clubhouse.house import House
from db.people import Person
from db.work_days import What, WorkState

_STYLE = """
@page { size: auto; margin: 15mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 10.5pt/1.35 sans-serif; color: #000; background: #fff; }
body { max-width: 180mm; margin: 0 auto; }
h1 { font-size: 1.5em; }
h2 { font-size: 1.15em; margin: 1.2em 0 0.4em; }
p { margin: 0.3em 0; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border-bottom: 0.5pt solid #999; padding: 0.2em 0.5em 0.2em 0; text-align: left; vertical-align: top; }
td.number, th.number { text-align: right; white-space: nowrap; padding-right: 0; }
tr.total td { font-weight: bold; border-bottom: 1pt solid #000; }
.sign { display: flex; gap: 8mm; margin-top: 14mm; break-inside: avoid; }
.sign div { flex: 3; border-top: 0.75pt solid #000; padding-top: 1mm; }
.sign div.date { flex: 1; }
"""

_SAYS = {What.WORKED: "worked", What.COVERED: "covered", What.CLOSED: "employer closed"}


@dataclass(frozen=True)
class BenefitsReport:
    """What stands on the page, for whoever shows it elsewhere."""

    person: Person
    month: str
    rows: tuple[HoursRow, ...]
    lines: tuple[MonthLine, ...]
    """The sums, worked and covered apart."""
    total: Pay
    unconfirmed: int
    reported: bool
    """Whether the month had been reported for the whole house."""


def benefits_report(house: House, actor: str, person_id: int, month: str, *, again: bool = False) -> BenefitsReport:
    """One member's month, for themselves and for keepers of employment. Raises `NotAllowed`, `BadInput`."""
    first, last = days_of(month)
    with house.store.snapshot():
        person = person_on_file(house, person_id)
    note_look_at(house, actor, person_id, f"benefits report {month}", again)
    with house.store.snapshot():
        rows = hours_between(house, actor, first, last, person_id, again=True)
        lines = month_hours(house, actor, month, month, person_id, again=True)
        reported = is_reported(house, None, first)
    unconfirmed = sum(line.unconfirmed for line in lines)
    return BenefitsReport(person, month, tuple(rows), tuple(lines), total(lines), unconfirmed, reported)


def benefits_page(house: House, actor: str, person_id: int, month: str) -> str:
    """The report as one HTML page with lines to sign. Raises as `benefits_report` does."""
    report = benefits_report(house, actor, person_id, month)
    settings = house.settings()
    first, last = days_of(month)
    title = f"Hours and gross pay, {month}"
    name = people_names.full_name(report.person)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1 dir="auto">{escape(settings.name)}</h1>\n<p><b>{escape(title)}</b></p>\n'
        f'<p dir="auto">{escape(name)}, {escape(report.person.code)}</p>\n'
        f"<p>From {first} to {last}. Printed on {house.today()}.</p>\n"
        f"{_notes(report)}{_sums(report)}{_days(house, report)}{_SIGN}</body>\n</html>\n"
    )


_SIGN = (
    '<div class="sign"><div>Member</div><div class="date">Date</div></div>\n'
    '<div class="sign"><div>Staff</div><div class="date">Date</div></div>\n'
    "<p>□ The member chose not to sign.</p>\n"
)


def _notes(report: BenefitsReport) -> str:
    notes = []
    if report.unconfirmed:
        notes.append(f"Entries that staff have not confirmed yet: {report.unconfirmed}.")
    if any(row.work.correction for row in report.rows):
        notes.append("Entries marked as correction were written after the month had been reported.")
    if report.total.unpriced_minutes:
        hours = h_mm(report.total.unpriced_minutes)
        notes.append(f"No wage is on file for {hours} of the hours; the total of pay is without them.")
    return "".join(f"<p>{note}</p>\n" for note in notes)


def _sums(report: BenefitsReport) -> str:
    heads = _row("th", ("Employer and job", "Kind", "", "Minutes", "Hours", "Gross pay"))
    lines = "".join(_sum_row(line) for line in report.lines)
    whole = report.total
    cells = ("Total", "", "", str(whole.minutes), whole.h_mm, money(whole.known_cents))
    rule = (
        "<p>Gross pay is the sum of minutes times the hourly wage of each day, divided by 60 once a line and rounded"
        f" {ROUNDING} to the cent; the total is divided from the whole sum.</p>\n"
    )
    return f"<h2>Sums</h2>\n<table>\n<thead>{heads}</thead>\n{lines}{_row('td', cells, 'total')}</table>\n{rule}"


def _sum_row(line: MonthLine) -> str:
    return _row("td", (_where(line.place), line.place.kind, _SAYS[line.what], *_pay_cells(line.pay)))


def _pay_cells(pay: Pay) -> tuple[str, str, str]:
    return str(pay.minutes), pay.h_mm, money(pay.cents)


def _days(house: House, report: BenefitsReport) -> str:
    heads = _row("th", ("Day", "Employer and job", "", "Start", "Minutes", "Hours"))
    rows = "".join(_day_row(house, row) for row in report.rows)
    return f"<h2>Days</h2>\n<table>\n<thead>{heads}</thead>\n{rows}</table>\n"


def _day_row(house: House, row: HoursRow) -> str:
    work = row.work
    starts = f"{house.local(work.starts_at):%H:%M}" if work.starts_at else ""
    marks = [_SAYS[work.what]]
    marks += ["not confirmed"] if work.state is WorkState.LOGGED else []
    marks += ["correction"] if work.correction else []
    cells = (f"{work.day:%a} {work.day}", _where(row.place), ", ".join(marks), starts, str(work.minutes))
    return _row("td", (*cells, h_mm(work.minutes)))


def _where(place: WorkPlace) -> str:
    return f"{place.employer}: {place.job}"


def _row(tag: str, cells: tuple[str, ...], kind: str = "") -> str:
    # The first three are words, the others numbers.
    made = (
        f'<{tag} dir="auto">{escape(cell)}</{tag}>' if place < 3 else f'<{tag} class="number">{escape(cell)}</{tag}>'
        for place, cell in enumerate(cells)
    )
    return f"<tr{f' class={kind!r}' if kind else ''}>{''.join(made)}</tr>\n"
