"""A month of somebody's record as a page to print: from the kiosk, where the house allows it, and from the desk."""

from pathlib import Path

from clubhouse import audit
from clubhouse.errors import BadFile
from clubhouse.house import House
from clubhouse.own import get_person
from clubhouse.print_folder import NoFolder, kiosk_folder, write_page
from clubhouse.record_key import RecordKey
from clubhouse.record_page import record_page


def print_record(
    house: House, actor: str, person_id: int, month: str, folder: Path, *, key: RecordKey | None = None
) -> Path:
    """Write the month as a page of its own into `folder`; returns where it is.

    Raises as `record_page` does, and `BadFile`; without the file no row is written.
    """
    with house.store.transaction():
        page = record_page(house, actor, person_id, month, key=key)
        audit.record(house, actor, "print_record", f"person {person_id}", None, {"month": month})
        return write_page(house, folder, f"record-{get_person(house, person_id).code}-{month}", page)


def print_own_record(house: House, person_id: int, month: str, *, key: RecordKey | None = None) -> Path:
    """The same from the kiosk, into the folder that the house has named. Raises `NoFolder` where that cannot be."""
    person = get_person(house, person_id)
    try:
        return print_record(house, person.code, person_id, month, kiosk_folder(house), key=key)
    except BadFile:  # whoever stands there cannot mend it
        raise NoFolder from None
