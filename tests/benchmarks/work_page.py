"""From the key to the painted page of paid work, in a real terminal, with 200 placements and ten years behind them.

The desk's page of today, the day after, the list of placements and the hours of a month, and at the kiosk one's own
job hours. Beside them, turn about: an empty page of the same app. By hand: `python -m tests.benchmarks.work_page`.
"""

from pathlib import Path
from statistics import median

import click

from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import issue_card
from clubhouse.helping import person_on_file
from clubhouse.people import Kind, add_person, new_person
from clubhouse.permissions import Permission, give_permission
from clubhouse.pins import hashed, put_pin
from tests.benchmarks import empty_page
from tests.benchmarks.employment import PLACEMENTS, working_house
from tests.benchmarks.options import folder_option
from tests.benchmarks.table import goal, head, p99, row
from tests.benchmarks.terminal import Terminal

PIN = "2468"
WELCOME, DOOR, ASKS_PIN, DESK, HOME = "Scan your card", "Staff desk", "PIN", "Lock the desk", "My job hours"
# The line that stands on top of each list, or in the answer: painted last, when the house has said what there is.
TODAY, TOMORROW = r"09:00-13:00.*Employer 0: Job 0 ", "Tuesday,? 24 November"
PLACES, MONTH, MINE = r"Employer 0: Job 0 .*weekdays", r"Alvarez  +.*Employer", "Another day or week"
F9, F11, ESCAPE = b"\x1b[20~", b"\x1b[23~", b"\x1b"
MOST_SECONDS = 0.150


@click.command()
@folder_option
@click.option("--runs", default=40, show_default=True, help="How many of each.")
def main(folder: Path, runs: int) -> None:
    """Measure what the pages of paid work take beside an empty page."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "work-page.db"
    staff, member = _cards(path)
    empty, today, tomorrow, places, month, mine = [], [], [], [], [], []
    with Terminal("-m", empty_page.__name__, path) as terminal:
        terminal.wait_for(WELCOME)
        terminal.rest(1)
        terminal.write(member.encode() + b"\r")
        terminal.wait_for(HOME)
        for _ in range(runs):
            mine.append(_seconds(terminal, b"3", MINE))
            _seconds(terminal, ESCAPE, HOME)
        _seconds(terminal, ESCAPE, WELCOME)
        _open_desk(terminal, staff)
        for _ in range(runs):
            empty.append(_seconds(terminal, F11, empty_page.WORD))
            _seconds(terminal, ESCAPE, DESK)
            today.append(_seconds(terminal, b"5", TODAY))
            tomorrow.append(_seconds(terminal, b"n", TOMORROW))
            places.append(_seconds(terminal, b"p", PLACES))
            _seconds(terminal, ESCAPE, TOMORROW)
            month.append(_seconds(terminal, b"m", MONTH))
            _seconds(terminal, ESCAPE, TOMORROW)
            _seconds(terminal, ESCAPE, DESK)
    print(f"{PLACEMENTS} placements\n")
    print(head("key written -> page painted"), row("floor: empty page", empty), sep="\n")
    pages = {
        "today's placements": today,
        "the day after": tomorrow,
        "the list of placements": places,
        "the hours of a month": month,
        "one's own job hours": mine,
    }
    print(*(row(name, seconds) for name, seconds in pages.items()), "", sep="\n")
    for name, figure in (("median", median), ("p99", p99)):
        more = figure(today) - figure(empty)
        words = f"today's placements: {name} {more * 1000:.0f} ms on top of the empty page, goal at most 150"
        print(goal(words, more <= MOST_SECONDS))


def _cards(path: Path) -> tuple[str, str]:
    """The cards of somebody who looks after employment, with `PIN`, and of somebody who holds a placement."""
    house = working_house(path)
    try:
        keeper = add_person(house, COMMAND_LINE, new_person(house, Kind.STAFF, "Kim", "Reed"))
        give_permission(house, COMMAND_LINE, keeper, Permission.EMPLOYMENT)
        put_pin(house, COMMAND_LINE, keeper, hashed(PIN))
        ((holder,),) = house.store.connection.execute("SELECT max(person_id) FROM terms WHERE last_day IS NULL")
        people = keeper, person_on_file(house, holder)
        staff, member = (issue_card(house, COMMAND_LINE, each).code for each in people)
        return staff, member
    finally:
        house.close()


def _open_desk(terminal: Terminal, card: str) -> None:
    _seconds(terminal, F9, DOOR)
    terminal.rest(1)
    _seconds(terminal, card.encode() + b"\r", ASKS_PIN)
    terminal.rest(1)
    _seconds(terminal, PIN.encode() + b"\r", DESK)


def _seconds(terminal: Terminal, key: bytes, words: str) -> float:
    terminal.rest(0.5)  # one thing after the other, and no key within a breath of the page's opening
    terminal.forget()
    written = terminal.write(key)
    return terminal.wait_for(words) - written


if __name__ == "__main__":
    main()
