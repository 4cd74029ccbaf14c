"""How long a try at a PIN takes, side by side: nothing may tell a right name from a wrong one.

Run by hand: `python -m tests.benchmarks.pins`.
"""

import time
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from clubhouse import pins, record_pin
from clubhouse.errors import Refused
from clubhouse.people import Kind
from tests.benchmarks.table import head, row
from tests.houses import SetClock, add, add_with_card, make_house

WRONG = "0000000"


@click.command()
@click.option("--runs", default=40, show_default=True, help="How many of each.")
def main(runs: int) -> None:
    """Try wrong PINs at every kind of name, in turn, so that whatever else the machine does falls on all alike."""
    with TemporaryDirectory() as folder:
        clock = SetClock()
        house = make_house(Path(folder, "house.db"), clock)
        with closing(house):
            ana, sam, lou = (add(house, name, kind=Kind.STAFF) for name in ("Ana", "Sam", "Lou"))
            mia, card = add_with_card(house, "Mia")
            for person in (ana, lou, mia):
                record_pin.choose_pin(house, person, "2468")
            names: dict[str, int | str] = {
                "a PIN that is wrong": ana.id,
                "a name without a PIN": sam.id,
                "a member with a PIN": mia.id,
                "a card": card,
                "a name of nobody": 4711,
                "a card of nobody": "CH" + "C" * 27,
                "a name that has to wait": lou.id,
            }
            taken: dict[str, list[float]] = {name: [] for name in names}
            for _ in range(runs):
                for name, who in names.items():
                    clock.moment += timedelta(days=1)
                    for _ in range(pins.FREE_TRIES + 8 if "wait" in name else 0):
                        with suppress(Refused):
                            pins.open_desk(house, who, WRONG)
                    began = time.perf_counter()
                    with suppress(Refused):
                        pins.open_desk(house, who, WRONG)
                    taken[name].append(time.perf_counter() - began)
        print(head("a try at a PIN"))
        for name, each in taken.items():
            print(row(name, each))


if __name__ == "__main__":
    main()
