"""Classes and events in words, shared by the pages that show them; each title is shown as it was given."""

from collections.abc import Sequence
from datetime import date, timedelta

from clubhouse.attendance import Answer
from clubhouse.door import AtTheDoor, News, NewsKind
from clubhouse.program import Event, Occurrence, Program
from screens.parts import unbroken
from screens.words import N_, _, date_words, plural, time_words

_ENDINGS = {1: N_("{count}st"), 2: N_("{count}nd"), 3: N_("{count}rd")}


def place_words(count: int) -> str:
    """*1st*, *2nd*, *3rd*, *4th*, *11th*, *22nd*."""
    form = _("{count}th") if count % 100 in (11, 12, 13) else _(_ENDINGS.get(count % 10, N_("{count}th")))
    return form.format(count=count)


def near_words(day: date, today: date) -> str:
    """*Today*, *Tomorrow*, or *Friday 27 November*."""
    near = {today: N_("Today"), today + timedelta(days=1): N_("Tomorrow")}
    return _(near[day]) if day in near else date_words(day)


def when_words(occurrence: Occurrence, clock_hours: int) -> str:
    """*Friday 27 November, 18:30*; of something that lasts the whole day, the day."""
    if occurrence.starts is None:
        return date_words(occurrence.day)
    time = time_words(occurrence.starts, clock_hours)
    return _("{day}, {time}").format(day=date_words(occurrence.day), time=time)


def time_of(event: Event, clock_hours: int) -> str:
    """*18:30*, or *all day*."""
    return time_words(event.starts_at, clock_hours) if event.occurrence.starts else _("all day")


def from_to_words(event: Event, clock_hours: int) -> str:
    """*Friday 27 November, 18:30 to 20:00*, or the days from first to last."""
    day, last = event.occurrence.day, (event.ends_at - timedelta(minutes=1)).date()
    if event.occurrence.starts is None:
        first = date_words(day)
        return first if last == day else _("{first} to {last}").format(first=first, last=date_words(last))
    end = time_words(event.ends_at, clock_hours)
    if (last - day).days > 1:
        end = _("{day}, {time}").format(day=date_words(event.ends_at.date()), time=end)
    return _("{start} to {end}").format(start=when_words(event.occurrence, clock_hours), end=end)


def seats_words(event: Event) -> str:
    """*3 seats free*, *full*, *full, 2 wait*; where there is no limit, that there is none."""
    if event.free is None:
        return _("seats for everybody")
    if event.free:
        return plural("{count} seat free", "{count} seats free", event.free)
    return plural("full, {count} waits", "full, {count} wait", event.waiting) if event.waiting else _("full")


def mine_words(event: Event) -> str:
    """*You are registered*, *you are 2nd on the waiting list*; empty for somebody who is not."""
    if event.mine is None:
        return ""
    return _("you are registered") if event.has_seat else waiting_words(event.turn)


def waiting_words(turn: int) -> str:
    """*you are 2nd on the waiting list*."""
    return _("you are {place} on the waiting list").format(place=place_words(turn))


def leaders_words(event: Event) -> str:
    """*Ana O., Wei C.*, as they wish to be shown; empty where nobody is."""
    if not event.leaders:
        return ""
    words = _("{names} leads") if len(event.leaders) == 1 else _("{names} lead")
    return words.format(names=", ".join(event.leaders))


def state_words(event: Event) -> str:
    """One line: the person's own place or the seats, who leads, and where."""
    own = capital(mine_words(event) or seats_words(event))
    return " · ".join(part for part in (own, leaders_words(event), event.occurrence.place) if part)


def news_words(news: News, clock_hours: int) -> str:
    """What has happened, in one sentence."""
    sentences = {
        NewsKind.SEAT: N_("You have a seat now: {title}, {when}."),
        NewsKind.WAITING: N_("There are fewer seats for {title}: {turn}."),
        NewsKind.CHANGED: N_("{title} has changed: now {when}{place}."),
        NewsKind.CANCELLED: N_("{title} is cancelled on {when}."),
        NewsKind.HELD: N_("{title} is held after all: {when}."),
    }
    occurrence = news.occurrence
    return _(sentences[news.kind]).format(
        title=occurrence.title,
        when=when_words(occurrence, clock_hours),
        turn=waiting_words(news.turn),
        place=f", {occurrence.place}" if occurrence.place else "",
    )


def short_news_words(news: News) -> str:
    """What has happened, where title and time stand beside it."""
    words = {
        NewsKind.SEAT: N_("News: you have a seat now."),
        NewsKind.WAITING: N_("News: there are fewer seats."),
        NewsKind.CHANGED: N_("News: the day, time, place or title has changed."),
        NewsKind.CANCELLED: N_("News: this is cancelled."),
        NewsKind.HELD: N_("News: this is held after all."),
    }
    return _(words[news.kind])


def today_words(seen: Program, clock_hours: int) -> str:
    """*Today: Bowling, 18:30 (3 seats free)*, each unbroken and by its neutral title; empty where none has a seat."""
    open_now = [each for each in seen.events if each.free != 0 and not each.is_over(seen.now)]
    if not open_now:
        return ""
    return _("Today: {events}").format(events="; ".join(_neutral(each, clock_hours) for each in open_now))


def _neutral(event: Event, clock_hours: int) -> str:
    when, title = time_of(event, clock_hours), event.occurrence.shown_outside
    words = _("{title}, {when}").format(title=title, when=when)
    return unbroken(_("{event} ({seats})").format(event=words, seats=seats_words(event)) if event.free else words)


def door_words(answer: Answer, clock_hours: int) -> str:
    """What somebody who comes in is told of classes and events; empty when there is nothing."""
    if answer.door is None:
        return ""
    asked = answer.my_day is not None and answer.my_day.invitation is not None
    lines = (here_words(answer.door), _first_news(answer.door.news, clock_hours, may_press=not asked))
    return "\n".join(line for line in lines if line)


def here_words(door: AtTheDoor) -> str:
    """*You are on the list for Bowling: good that you are here.*"""
    there = [event for event in door.now if event.there]
    listed = ", ".join(event.occurrence.title for event in there if event.has_seat)
    others = ", ".join(event.occurrence.title for event in there if not event.has_seat)
    lines = [
        _("You are on the list for {titles}: good that you are here.").format(titles=listed) if listed else "",
        _("You are here for {titles}: welcome.").format(titles=others) if others else "",
    ]
    return "\n".join(line for line in lines if line)


def _first_news(news: Sequence[News], clock_hours: int, *, may_press: bool) -> str:
    if not news:
        return ""
    first, others = news_words(news[0], clock_hours), len(news) - 1
    if not others:
        return first
    more = plural("And {count} more: press 2.", "And {count} more: press 2.", others)
    more = more if may_press else plural("And {count} more.", "And {count} more.", others)
    return f"{first} {more}"


def capital(words: str) -> str:
    """With a capital letter."""
    return words[:1].upper() + words[1:]
