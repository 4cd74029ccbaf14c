"""Orientation and photo consent; commands of the group `people`."""

import click

from clubhouse import orientation, people, photos
from clubhouse.audit import COMMAND_LINE
from clubhouse.commands.lists import columns
from clubhouse.commands.place import Place
from clubhouse.commands.typed import PLAIN
from clubhouse.errors import NotFound


@click.command("orientation")
@click.argument("code", required=False, type=PLAIN)
@click.option("--begin", is_flag=True, help="They get to know the house from today.")
@click.option("--buddy", type=PLAIN, metavar="CODE", help="Who goes along.")
@click.option("--done", type=PLAIN, metavar="STEP", help="A step of the checklist is done.")
@click.option("--end", "ends", is_flag=True, help="They know the house.")
@click.pass_obj
def orientation_(
    place: Place, code: str | None, begin: bool, buddy: str | None, done: str | None, ends: bool
) -> None:
    """Show or keep somebody's way into the house.

    Without CODE lists all that go on.
    """
    with place.house() as house, house.store.transaction():
        if code is None:
            found = orientation.list_orientations(house, COMMAND_LINE)
            columns(
                ("SINCE", "DONE", "BUDDY", "NAME"),
                [(str(x.orientation.since), f"{x.done} of {len(x.steps)}", x.buddy, x.name) for x in found],
            )
            return
        person = people.person_by_code(house, code)
        along = people.person_by_code(house, buddy).id if buddy is not None else None
        if begin:
            orientation.begin_orientation(house, COMMAND_LINE, person.id, along)
        elif buddy is not None:
            orientation.set_buddy(house, COMMAND_LINE, person.id, along)
        if done is not None:
            orientation.tick_step(house, COMMAND_LINE, person.id, done)
        if ends:
            orientation.end_orientation(house, COMMAND_LINE, person.id)
        checklist = orientation.see_orientation(house, COMMAND_LINE, person.id)
    if checklist is None:
        raise NotFound(
            f"{person.code} has no checklist. Begin one with: clubhouse people orientation {person.code} --begin"
        )
    columns(("STEP", "DONE"), [(each.step, str(each.done_on or "")) for each in checklist.steps])


@click.command("photos")
@click.argument("code", type=PLAIN)
@click.argument("purpose", required=False, type=PLAIN)
@click.argument("answer", required=False, type=click.Choice(["yes", "no"]), metavar="[yes|no]")
@click.pass_obj
def photos_(place: Place, code: str, purpose: str | None, answer: str | None) -> None:
    """Show or set for what somebody agrees to be pictured."""
    if (purpose is None) != (answer is None):
        raise click.UsageError("Name the purpose, and yes or no.")
    with place.house() as house:
        person = people.person_by_code(house, code)
        if purpose is not None:
            photos.set_consent(house, COMMAND_LINE, person.id, purpose, answer == "yes")
            click.echo(f"{person.code} says {answer} for: {purpose}.", err=True)
            return
        words = {True: "yes", False: "no", None: "not asked"}
        found = photos.see_consents(house, COMMAND_LINE, person.id)
    columns(("PURPOSE", "ANSWER"), [(each.purpose, words[each.agrees]) for each in found])
