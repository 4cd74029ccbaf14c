"""What can be done once somebody has said that it is so.

Each of these is raised before anything is written; the same operation with `sure=True` does it, because what
happened is recorded as it happened.
"""

from datetime import date

from clubhouse.errors import Refused
from db.terms import Term
from db.work_days import Work


class NotSure(Refused):
    """It would be unusual; ask, and then do it with `sure=True`."""


class AlreadyHeld(NotSure):
    """Somebody holds that placement in that time, and it is none of group TE."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        """`terms` are those of the others."""
        self.terms = terms
        since = ", ".join(f"from {term.first_day} to {term.last_day or 'now'}" for term in terms)
        super().__init__(f"Somebody else holds this placement, {since}. Say so if both hold it at the same time.")


class HoursOverlap(NotSure):
    """There are hours at that time already, or for the same day without times."""

    def __init__(self, others: tuple[Work, ...]) -> None:
        """`others` are the rows that are there."""
        self.others = others
        super().__init__(
            f"There are other job hours at that time, on {others[0].day}. Say so if both are right, or change those."
        )


class MonthReported(NotSure):
    """A month that has been reported would come out differently."""

    def __init__(self, month: str) -> None:
        """`month` is the first such month."""
        self.month = month
        super().__init__(f"{month} has been reported. Say so if it is to be corrected; it is marked as a correction.")


class NotComplete(NotSure):
    """A month is about to be reported in which something is missing."""

    def __init__(self, month: str, unconfirmed: int, unexplained: tuple[date, ...]) -> None:
        """How many rows are not confirmed, and the days on which nobody knows who worked, one for each placement."""
        self.month, self.unconfirmed, self.unexplained = month, unconfirmed, unexplained
        super().__init__(
            f"In {month}, entries that are not confirmed: {unconfirmed}; work days without hours or not covered:"
            f" {len(unexplained)}. Look at them first, or say that it is to be reported as it is."
        )
