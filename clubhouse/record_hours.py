"""The paid work in somebody's record: of their own, and for whoever looks after employment; for nobody else."""

from clubhouse.employment import hours_out, privacy
from clubhouse.employment.hours_out import MonthLine
from clubhouse.house import House


def hours_in_record(house: House, actor: str, person_id: int, month: str) -> tuple[MonthLine, ...]:
    """The job hours of that month; none at all for who neither is the person nor looks after employment."""
    with house.store.transaction():
        if not privacy.is_own(house, actor, person_id) and not privacy.keeps(house, actor):
            return ()
        return tuple(hours_out.month_hours(house, actor, month, month, person_id))
