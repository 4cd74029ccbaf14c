"""From the key to the painted programme and month, in a real terminal, where 300 things are on and 3,000 people come.

Beside them, turn about: an empty page of the same app. Run by hand: `python -m tests.benchmarks.program_page`.
"""

from pathlib import Path
from statistics import median

import click

from tests.benchmarks import empty_page
from tests.benchmarks.full_month import A_DAY, DAYS, EACH, full_month
from tests.benchmarks.options import folder_option
from tests.benchmarks.table import goal, head, p99, row
from tests.benchmarks.terminal import Terminal

HOME, WEEK, LIST, MONTH = r"Classes and events", r"This month", r"The month as a calendar", r"\+9"
F11, ESCAPE = b"\x1b[23~", b"\x1b"
MOST_SECONDS = 0.150


@click.command()
@folder_option
@click.option("--runs", default=60, show_default=True, help="How many of each.")
def main(folder: Path, runs: int) -> None:
    """Measure what the programme and the month take beside an empty page."""
    folder.mkdir(parents=True, exist_ok=True)
    house, card = full_month(folder / "program-page.db")
    house.close()
    empty, week, month_list, month = [], [], [], []
    with Terminal("-m", empty_page.__name__, folder / "program-page.db") as terminal:
        terminal.wait_for("Scan your card")
        terminal.rest(1)
        terminal.write(card.encode() + b"\r")
        terminal.wait_for(HOME)
        for _ in range(runs):
            empty.append(_seconds(terminal, F11, empty_page.WORD))
            _seconds(terminal, ESCAPE, HOME)
            week.append(_seconds(terminal, b"2", WEEK))
            month_list.append(_seconds(terminal, b"8", LIST))
            month.append(_seconds(terminal, b"9", MONTH))
            _seconds(terminal, ESCAPE, LIST)
            _seconds(terminal, ESCAPE, HOME)
    print(f"{A_DAY * DAYS} occurrences, {A_DAY * DAYS * EACH} registrations\n")
    print(head("key written -> page painted"), row("floor: empty page", empty), sep="\n")
    print(row("this week", week), row("this month", month_list), row("the month as a calendar", month), "", sep="\n")
    for page, seconds in (("this week", week), ("the month as a calendar", month)):
        for name, figure in (("median", median), ("p99", p99)):
            more = figure(seconds) - figure(empty)
            words = f"{page}: {name} {more * 1000:.0f} ms on top of the empty page, goal at most 150"
            print(goal(words, more <= MOST_SECONDS))


def _seconds(terminal: Terminal, key: bytes, words: str) -> float:
    terminal.rest(0.7)  # one thing after the other, and no key within a breath of the page's opening
    terminal.forget()
    written = terminal.write(key)
    return terminal.wait_for(words) - written


if __name__ == "__main__":
    main()
