"""Who looked at private data: every list and export of it leaves a row in the audit log."""

from clubhouse import audit
from clubhouse.house import House


def note_view(house: House, actor: str, what: str, *, names: bool) -> None:
    """Note that `actor` is about to see `what`, and whether with names."""
    with house.store.transaction():
        audit.record(house, actor, "view", what, None, {"names": names})
