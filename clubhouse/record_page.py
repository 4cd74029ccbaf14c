"""A month of somebody's own record on paper, with lines to sign.

The page is complete in itself: no script, and nothing fetched from elsewhere. It says what the person did here and
nothing of what they did not.
"""

from collections.abc import Iterable
from datetime import datetime
from html import escape

from clubhouse.employment.hours_out import MonthLine
from clubhouse.house import House
from clubhouse.names import full_name
from clubhouse.record import Record, Signed, Stay, my_record
from clubhouse.record_key import RecordKey
from db.work_days import What

_STYLE = """
@page { size: auto; margin: 15mm; }
* { box-sizing: border-box; }
html { font: 12pt/1.4 sans-serif; color: #000; background: #fff; }
body { max-width: 180mm; margin: 0 auto; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 0.2em; }
h2 { font-size: 1.1em; margin: 1.2em 0 0.3em; border-top: 1pt solid #000; padding-top: 0.3em; break-after: avoid; }
p { margin: 0.2em 0; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.1em 0.8em 0.1em 0; overflow-wrap: anywhere; }
th { font-weight: normal; border-bottom: 0.5pt solid #000; }
tr { break-inside: avoid; }
.sign { display: flex; gap: 2em; margin-top: 2.5em; break-inside: avoid; }
.sign p { flex: 1; border-top: 0.5pt solid #000; padding-top: 0.2em; }
"""
_AREAS = {"friends-and-family": "friends and family", "health-care": "health care"}


def record_page(house: House, actor: str, person_id: int, month: str, *, key: RecordKey | None = None) -> str:
    """One HTML page with the person's month. Raises as `my_record` does.

    Their job hours stand there for themselves and for whoever looks after employment.
    """
    with house.store.transaction():
        record = my_record(house, actor, person_id, month, key=key)
        settings = house.settings()
    clock = "%H:%M" if settings.clock_hours == 24 else "%I:%M %p"
    title = f"{full_name(record.person)}: {record.first:%B %Y}"
    parts = [
        _visits(record, clock),
        _helping(record),
        _events(record),
        _work(record.hours),
        _supports(record),
        _goals(record),
    ]
    words = f'<h2>In my own words</h2>\n<p class="words" dir="auto">{escape(record.own_words)}</p>\n'
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>My record</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1 dir="auto">{escape(title)}</h1>\n<p dir="auto">{escape(settings.name)}</p>\n'
        f"{''.join(parts)}{words if record.own_words else ''}{_signatures(record)}</body>\n</html>\n"
    )


def _visits(record: Record, clock: str) -> str:
    if not record.stays:
        return "<h2>Visits</h2>\n<p>No visits in this month.</p>\n"
    days = f"<p>Here on {record.days} {'day' if record.days == 1 else 'days'}.</p>\n"
    return _section("Visits", ("Day", "In", "Out"), (_stay(each, clock) for each in record.stays), days)


def _stay(stay: Stay, clock: str) -> tuple[str, ...]:
    out = "still here" if stay.left is None else _time(stay.left, clock) + (" (a guess)" if stay.estimated else "")
    return f"{stay.day:%A} {stay.day}", _time(stay.came, clock), out


def _time(moment: datetime, clock: str) -> str:
    return moment.strftime(clock).lstrip("0") if "%p" in clock else moment.strftime(clock)


def _helping(record: Record) -> str:
    where = _section(
        "Where I helped",
        ("Day", "Part", "Unit", "Task"),
        ((str(each.day), each.part, each.unit, each.task) for each in record.helps),
    )
    return where + _section("Tasks I said are done", ("Day", "Task"), ((str(x.day), x.title) for x in record.done))


def _events(record: Record) -> str:
    rows = ((str(each.day), each.title, each.kind) for each in record.joined)
    return _section("Classes and events", ("Day", "What", "Kind"), rows)


def _work(hours: Iterable[MonthLine]) -> str:
    rows = (
        (
            each.place.job,
            "covered" if each.what is What.COVERED else "",
            f"{each.pay.minutes // 60} h {each.pay.minutes % 60:02} min",
        )
        for each in hours
    )
    return _section("Paid work", ("Job", "", "Hours"), rows)


def _supports(record: Record) -> str:
    rows = ((str(each.day), _AREAS.get(each.kind, each.kind), each.line) for each in record.supports)
    return _section("What the house helped with", ("Day", "About", "What"), rows)


def _goals(record: Record) -> str:
    rows = ((_AREAS.get(each.area, each.area), each.words, str(each.since)) for each in record.goals)
    return _section("My goals", ("About", "What I would like", "Since"), rows)


def _section(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], before: str = "") -> str:
    lines = ["<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in row) + "</tr>\n" for row in rows]
    if not lines:
        return ""
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    return f"<h2>{escape(title)}</h2>\n{before}<table>\n<tr>{head}</tr>\n{''.join(lines)}</table>\n"


def _signatures(record: Record) -> str:
    own, staff = _answer(record.own, "Member"), _answer(record.staff, "Staff")
    return f'<div class="sign">\n<p dir="auto">{escape(own)}</p>\n<p dir="auto">{escape(staff)}</p>\n</div>\n'


def _answer(signed: Signed | None, who: str) -> str:
    if signed is None:
        return f"{who}, day"
    by = f" {signed.by}" if signed.by else ""
    return f"{who}:{by} {'signed' if signed.signed else 'chose not to sign'}, {signed.at:%Y-%m-%d}"
