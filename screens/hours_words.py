"""Job hours in words, shared by the pages that show them. In whose place somebody covers is never told."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from clubhouse.employment.coverage import ToCover
from clubhouse.employment.my_hours import Entry, MyDay, MyHours
from clubhouse.employment.pay import money
from clubhouse.employment.places import WorkPlace
from clubhouse.employment.stretches import Usual
from clubhouse.employment.work_days import What, WorkState
from screens.events_words import capital
from screens.hours_items import HoursSeen, Item, items_of
from screens.words import _, date_words, month_words, time_words


def length_words(minutes: int) -> str:
    """*4 h 15 min*, *4 h*, *45 min*."""
    hours, left = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=left)
    return (
        _("{hours} h {minutes} min").format(hours=hours, minutes=left) if left else _("{hours} h").format(hours=hours)
    )


def between_words(starts: datetime, ends: datetime, clock_hours: int) -> str:
    """*9:00 to 13:00*."""
    return _("{start} to {end}").format(start=time_words(starts, clock_hours), end=time_words(ends, clock_hours))


def usual_words(usual: Sequence[Usual], clock_hours: int) -> str:
    """*9:00 to 12:00, 13:00 to 15:00*; empty where there is none."""
    return ", ".join(between_words(each.starts, each.ends, clock_hours) for each in usual)


def entry_words(entry: Entry, clock_hours: int, now: datetime) -> str:
    """*worked 9:00 to 13:00, 4 h*, *covered 4 h, confirmed*; `now` has the house's zone."""
    work, when = entry.work, length_words(entry.work.minutes)
    if work.starts_at is not None:
        # The end through real time, for in a night of the year the clocks change.
        start = work.starts_at.astimezone(now.tzinfo)
        end = (work.starts_at + timedelta(minutes=work.minutes)).astimezone(now.tzinfo)
        when = _("{time}, {length}").format(time=between_words(start, end, clock_hours), length=when)
    words = _("covered {when}") if work.what is What.COVERED else _("worked {when}")
    words = words.format(when=when)
    return _("{hours}, confirmed").format(hours=words) if work.state is WorkState.CONFIRMED else words


def item_words(item: Item, my_day: MyDay, clock_hours: int, now: datetime) -> str:
    """What stands of it, in a few words."""
    request = item.offered.request if item.offered else None
    usual = usual_words(item.usual, clock_hours)
    parts = [entry_words(entry, clock_hours, now) for entry in item.entries]
    if item.closed:
        parts.append(_("the employer is closed"))
    elif request:
        parts.append(_("you can't go, somebody covers") if item.is_covered else _("you can't go, staff know"))
    elif item.covering and not item.entries:
        parts.append(_("you cover, {time}").format(time=usual) if usual else _("you cover"))
    elif not item.entries and my_day.writable:
        parts.append(_("nothing written yet, usually {time}").format(time=usual) if usual else _("nothing written"))
    elif not item.entries:
        parts.append(usual or _("nothing written"))
    return "; ".join(parts)


def day_lines(seen: HoursSeen, my_day: MyDay, clock_hours: int, now: datetime) -> tuple[str, ...]:
    """At most two lines for one day of the week."""
    items = items_of(seen, my_day.day)
    telling = [item for item in items if not item.is_quiet] or items
    words = [item_words(item, my_day, clock_hours, now) for item in telling]
    if len(items) > 1:
        words = [
            _("{job}: {state}").format(job=each.place.job, state=w) for each, w in zip(telling, words, strict=True)
        ]
    first, rest = capital(words[0]), " · ".join(words[1:])
    return (first, rest) if rest else (first,)


def place_words(place: WorkPlace) -> str:
    """*Baker's assistant, Harbor Bakery*."""
    return _("{job}, {employer}").format(job=place.job, employer=place.employer)


def week_words(hours: MyHours, today: date) -> str:
    """*This week*, or *Monday 16 November to Sunday 22 November*."""
    first, last = hours.days[0].day, hours.days[-1].day
    if first <= today <= last:
        return _("My job hours this week")
    return _("My job hours, {first} to {last}").format(first=date_words(first), last=date_words(last))


def total_words(hours: MyHours, day: date) -> str:
    """The totals of the week and of the month, and the gross pay where the house shows it."""
    week = _("Week: {hours}").format(hours=_sum_words(hours.week_worked, hours.week_covered))
    month = _("{month}: {hours}").format(
        month=month_words(day), hours=_sum_words(hours.month_worked, hours.month_covered)
    )
    return " · ".join(part for part in (week, month, _pay_words(hours)) if part)


def _sum_words(worked: int, covered: int) -> str:
    words = length_words(worked)
    return (
        _("{worked} and covered {covered}").format(worked=words, covered=length_words(covered)) if covered else words
    )


def _pay_words(hours: MyHours) -> str:
    pay = hours.month_pay
    if pay is None or not pay.minutes:
        return ""
    words = (
        _("gross pay {amount}") if pay.cents is not None else _("gross pay {amount}, and days without a wage on file")
    )
    return words.format(amount=money(pay.known_cents))


def cover_words(cover: ToCover, clock_hours: int) -> str:
    """*Tuesday 24 November, 9:00 to 13:00*."""
    usual = usual_words(cover.usual, clock_hours)
    day = date_words(cover.request.day)
    return _("{day}, {time}").format(day=day, time=usual) if usual else day


def usual_choice_words(usual: Usual, clock_hours: int) -> str:
    """*As usual, 9:00 to 13:00*."""
    return _("As usual, {time}").format(time=between_words(usual.starts, usual.ends, clock_hours))
