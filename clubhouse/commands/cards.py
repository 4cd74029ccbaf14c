"""Cards on the command line. Their codes open the door: only what is asked to show them does."""

from pathlib import Path

import click

from clubhouse import cards, people, views
from clubhouse.audit import COMMAND_LINE
from clubhouse.cards import Card
from clubhouse.commands.lists import columns
from clubhouse.commands.output import write_out
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN
from clubhouse.errors import NotFound
from clubhouse.house import House
from clubhouse.people import Person

_OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this new file."
)


@click.group("cards")
def cards_group() -> None:
    """Cards: issue, replace, print."""


@cards_group.command()
@click.argument("codes", nargs=-1, type=PLAIN, metavar="[CODE]...")
@click.option("--all", "everyone", is_flag=True, help="Everyone on the lists who has none.")
@click.pass_obj
def issue(place: Place, codes: tuple[str, ...], everyone: bool) -> None:
    """Issue first cards.

    To each person with a CODE, and where one cannot have one, to none of them.
    """
    if bool(codes) == everyone:
        raise click.UsageError("Name the people by their codes, or say --all.")
    with place.house() as house, house.store.transaction():
        if everyone:
            count = len(cards.issue_missing_cards(house, COMMAND_LINE))
        else:
            wanted = [people.person_by_code(house, code) for code in codes]
            count = len([cards.issue_card(house, COMMAND_LINE, person) for person in wanted])
    click.echo(f"{count} issued. Print them with: clubhouse cards sheet -o cards.html", err=True)


@cards_group.command()
@click.argument("code", type=PLAIN)
@click.pass_obj
def replace(place: Place, code: str) -> None:
    """Issue a new card for a lost one.

    The lost one signs nobody in from now on.
    """
    with place.house() as house:
        person = people.person_by_code(house, code)
        cards.replace_card(house, COMMAND_LINE, person)
    click.echo(f"{person.code} has a new card. Print it with: clubhouse cards sheet {person.code}", err=True)


@cards_group.command("list")
@click.option("--codes", is_flag=True, help="Also the codes on the cards, each of which opens the door.")
@click.pass_obj
def list_(place: Place, codes: bool) -> None:
    """List every card ever issued."""
    with place.house() as house:
        if codes:
            views.note_view(house, COMMAND_LINE, "card codes", names=False)
        rows = [
            (*_row(house, card, person), *([card.code] if codes else [])) for card, person in cards.list_cards(house)
        ]
    columns(("PERSON", "ISSUED", "REPLACED", *(["CARD"] if codes else [])), rows)


def _row(house: House, card: Card, person: Person) -> tuple[str, str, str]:
    replaced = f"{house.local(card.replaced_at):%Y-%m-%d %H:%M}" if card.replaced_at else ""
    return person.code, f"{house.local(card.issued_at):%Y-%m-%d %H:%M}", replaced


@cards_group.command()
@click.argument("code", type=PLAIN)
@click.pass_obj
def show(place: Place, code: str) -> None:
    """Show a card, to be photographed."""
    from clubhouse.qr import terminal

    click.echo(terminal(_card_shown(place, code).code), color=True)


@cards_group.command()
@click.argument("code", type=PLAIN)
@_OUTPUT
@click.pass_obj
def svg(place: Place, code: str, output: Path | None) -> None:
    """Draw a card as one SVG picture."""
    from clubhouse.qr import svg as drawn

    write_out(drawn(_card_shown(place, code).code) + "\n", output)


@cards_group.command()
@click.argument("codes", nargs=-1, type=PLAIN, metavar="[CODE]...")
@click.option("--paper", type=click.Choice(["letter", "a4"]), default="letter", show_default=True, help="The paper.")
@click.option("--names", is_flag=True, help="Print the name, as the person has it shown, under each picture.")
@_OUTPUT
@click.pass_obj
def sheet(place: Place, codes: tuple[str, ...], paper: str, names: bool, output: Path | None) -> None:
    """Make a page that prints cards, ten to a sheet.

    One HTML page, of the people with a CODE or else of everyone who has a card.
    """
    from clubhouse.sheet import card_sheet

    with place.house() as house:
        views.note_view(house, COMMAND_LINE, "card sheet", names=names)
        page = card_sheet(house, _cards_wanted(house, codes), paper="a4" if paper == "a4" else "letter", names=names)
    write_out(page, output)


def _card_shown(place: Place, code: str) -> Card:
    with place.house() as house:
        person = people.person_by_code(house, code)
        card = cards.card_of(house, person)
        views.note_view(house, COMMAND_LINE, f"card {card.id}", names=False)
    return card


def _cards_wanted(house: House, codes: tuple[str, ...]) -> list[tuple[Card, Person]]:
    with house.store.snapshot():
        if codes:
            wanted = [people.person_by_code(house, code) for code in codes]
            return [(cards.card_of(house, person), person) for person in wanted]
        found = [
            (card, person)
            for card, person in cards.list_cards(house)
            if card.replaced_at is None and person.ended_on is None
        ]
    if not found:
        raise NotFound("Nobody has a card yet. Issue them with: clubhouse cards issue --all")
    return sorted(found, key=lambda pair: pair[1].code)
