"""Reports as files to print: each in a file of its own, for its owner's eyes only (`print_folder`)."""

from pathlib import Path

from clubhouse.employment.benefits_report import benefits_page
from clubhouse.helping import person_on_file
from clubhouse.house import House
from clubhouse.print_folder import folder_beside, write_page


def write_benefits_report(house: House, actor: str, person_id: int, month: str) -> Path:
    """The benefits report of one member and month in a new file; returns where it is.

    Raises as `benefits_page` does, and `BadFile` when it cannot be written.
    """
    page = benefits_page(house, actor, person_id, month)
    name = f"benefits-{person_on_file(house, person_id).code}-{month}"
    return write_page(house, folder_beside(house), name, page)
