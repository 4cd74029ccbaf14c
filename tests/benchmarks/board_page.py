"""From the key to the painted board page, in a real terminal, on a house of 10 units, 80 tasks and 120 people here.

Beside it, turn about: an empty page of the same app. Run by hand: `python -m tests.benchmarks.board_page`.
"""

from pathlib import Path
from statistics import median

import click

from tests.benchmarks import empty_page
from tests.benchmarks.busy_board import HERE, TASKS, UNITS, busy_house
from tests.benchmarks.options import folder_option
from tests.benchmarks.table import goal, head, p99, row
from tests.benchmarks.terminal import Terminal

HOME, BOARD, UNIT = r"Where I'll help this morning", r"To do: Task \d+", r"You help in Unit \d"
F11, ESCAPE = b"\x1b[23~", b"\x1b"
MOST_SECONDS = 0.150


@click.command()
@folder_option
@click.option("--runs", default=60, show_default=True, help="How many of each.")
def main(folder: Path, runs: int) -> None:
    """Measure what the board page takes beside an empty page."""
    folder.mkdir(parents=True, exist_ok=True)
    house, _, cards = busy_house(folder / "board-page.db")
    house.close()
    empty, board, unit = [], [], []
    with Terminal("-m", empty_page.__name__, folder / "board-page.db") as terminal:
        terminal.wait_for("Scan your card")
        terminal.rest(1)
        terminal.write(cards[0].encode() + b"\r")
        terminal.wait_for(HOME)
        for _ in range(runs):
            empty.append(_seconds(terminal, F11, empty_page.WORD))
            _seconds(terminal, ESCAPE, HOME)
            board.append(_seconds(terminal, b"1", BOARD))
            unit.append(_seconds(terminal, b"1", UNIT))
            _seconds(terminal, b"u", BOARD)
            _seconds(terminal, b"0", HOME)
    print(f"{UNITS} units, {TASKS} tasks, {HERE} people here\n")
    print(head("key written -> page painted"), row("floor: empty page", empty), sep="\n")
    print(row("board page", board), row("join, and the unit's page", unit), "", sep="\n")
    for name, figure in (("median", median), ("p99", p99)):
        more = figure(board) - figure(empty)
        words = f"board page: {name} {more * 1000:.0f} ms on top of the empty page, goal at most 150"
        print(goal(words, more <= MOST_SECONDS))


def _seconds(terminal: Terminal, key: bytes, words: str) -> float:
    terminal.rest(0.7)  # one thing after the other, with what follows a change behind it
    terminal.forget()
    written = terminal.write(key)
    return terminal.wait_for(words) - written


if __name__ == "__main__":
    main()
