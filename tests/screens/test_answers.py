"""Every outcome has words, a symbol and a tone of its own; guesses are told kindly and hidden names stay hidden."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from clubhouse.attendance import TROUBLE, Answer, Outcome
from clubhouse.people import Kind, Person, ShownAs
from db.visits import InHow, OutHow, Visit
from screens.answers import SAYINGS, Tone, guess_words, said
from tests.houses import MONDAY_MORNING, local

PERSON = Person(
    "M0001", Kind.MEMBER, "Rosa", "Alvarez", "Rosie", ShownAs.FIRST_NAME, date(2026, 1, 1), 1, None, None, ""
)
VISIT = Visit(7, 1, MONDAY_MORNING.date(), MONDAY_MORNING, InHow.SCAN, None, None)
GUESSED = Visit(
    6, 1, date(2026, 11, 20), local("2026-11-20 09:00"), InHow.SCAN, local("2026-11-20 16:00"), OutHow.ESTIMATE
)
NOBODY = {Outcome.REPLACED, Outcome.UNKNOWN, Outcome.NOT_OURS, Outcome.UNCLEAR, *TROUBLE}
LEFT = {Outcome.SIGNED_OUT, Outcome.STAFF_OUT}


def answer(outcome: Outcome, shown_as: ShownAs = ShownAs.FIRST_NAME) -> Answer:
    """An answer with that outcome, as the house gives it at 8:47 on Monday."""
    if outcome in NOBODY:
        return Answer(outcome, MONDAY_MORNING)
    person = replace(PERSON, shown_as=shown_as)
    if outcome in (Outcome.PAUSED, Outcome.IN_UNDONE):
        return Answer(outcome, MONDAY_MORNING, person)
    visit = replace(VISIT, out_at=MONDAY_MORNING + timedelta(hours=3)) if outcome in LEFT else VISIT
    same = Outcome.WELCOME if outcome is Outcome.REPEATED else None
    return Answer(outcome, MONDAY_MORNING, person, visit, same_as=same)


def test_every_outcome_has_a_saying() -> None:
    assert set(SAYINGS) == set(Outcome)


@pytest.mark.parametrize("what", ["symbol", "ascii_symbol"])
def test_symbols_differ(what: str) -> None:
    symbols = [getattr(saying, what) for saying in SAYINGS.values()]
    assert len(set(symbols)) == len(symbols)
    assert all(symbols)


def test_ascii_symbols_are_ascii() -> None:
    assert all(saying.ascii_symbol.isascii() and saying.ascii_symbol.isprintable() for saying in SAYINGS.values())


def test_words_differ() -> None:
    words = [(each.headline, each.detail) for each in (said(answer(outcome), 24) for outcome in Outcome)]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("clock_hours", [12, 24])
@pytest.mark.parametrize("shown_as", ShownAs)
def test_every_headline_formats(outcome: Outcome, clock_hours: int, shown_as: ShownAs) -> None:
    told = said(answer(outcome, shown_as), clock_hours)
    assert told.headline.endswith(".")
    assert told.detail.endswith(".")
    assert "{" not in told.headline + told.detail
    assert "  " not in told.headline + told.detail


def test_who_has_something_to_do_is_asked_and_all_else_is_not() -> None:
    asking = {outcome for outcome, saying in SAYINGS.items() if saying.tone is Tone.ASKING}
    assert asking == NOBODY | {Outcome.PAUSED}
    glad = {outcome for outcome, saying in SAYINGS.items() if saying.tone is Tone.GLAD}
    assert glad == {
        Outcome.FIRST_VISIT, Outcome.WELCOME, Outcome.WELCOME_BACK, Outcome.AGAIN, Outcome.STAFF_IN,
    }  # fmt: skip


@pytest.mark.parametrize("outcome", sorted(TROUBLE))
def test_in_trouble_nobody_is_told_that_they_are_signed_in(outcome: Outcome) -> None:
    told = said(answer(outcome), 24)
    assert "signed in" not in (told.headline + told.detail).lower()


def test_a_repeated_scan_shows_the_first_answer_with_its_own_symbol() -> None:
    first, again = said(answer(Outcome.WELCOME), 24), said(answer(Outcome.REPEATED), 24)
    assert again.headline == first.headline
    assert again.detail != first.detail
    assert again.saying.symbol == SAYINGS[Outcome.REPEATED].symbol


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.FIRST_VISIT, "Welcome, Rosa. You are signed in, 8:47."),
        (Outcome.WELCOME, "Good morning, Rosa. You are signed in, 8:47."),
        (Outcome.WELCOME_BACK, "Welcome back, Rosa. You are signed in, 8:47."),
        (Outcome.SIGNED_OUT, "Goodbye, Rosa. You are signed out, 11:47."),
        (Outcome.ALREADY_HERE, "Hello, Rosa. You are here already, since 8:47."),
        (Outcome.PAUSED, "Hello, Rosa. Please see a staff member."),
    ],
)
def test_the_headline(outcome: Outcome, words: str) -> None:
    assert said(answer(outcome), 24).headline == words


@pytest.mark.parametrize(
    ("time", "words"),
    [("00:05", "Good morning"), ("11:59", "Good morning"), ("12:00", "Good afternoon"), ("17:00", "Good evening")],
)
def test_the_greeting_fits_the_time(time: str, words: str) -> None:
    at = local(f"2026-11-23 {time}")
    assert said(replace(answer(Outcome.WELCOME), at=at), 24).headline.startswith(f"{words}, Rosa.")


@pytest.mark.parametrize("outcome", Outcome)
def test_a_hidden_name_stays_hidden(outcome: Outcome) -> None:
    told = said(answer(outcome, ShownAs.HIDDEN), 24)
    for name in ("Rosa", "Rosie", "Alvarez"):
        assert name not in told.headline + told.detail


@pytest.mark.parametrize(
    ("shown_as", "name"), [(ShownAs.NICKNAME, "Rosie"), (ShownAs.INITIALS, "R. A."), (ShownAs.FIRST_NAME, "Rosa")]
)
def test_the_name_is_the_one_chosen(shown_as: ShownAs, name: str) -> None:
    headline = said(answer(Outcome.WELCOME, shown_as), 24).headline
    assert headline.startswith(f"Good morning, {name}.")
    assert "Alvarez" not in headline


def test_a_guessed_sign_out_is_told_without_blame() -> None:
    told = said(replace(answer(Outcome.WELCOME), before=GUESSED), 24)
    assert told.detail == (
        "On Friday, 20 November there was no sign-out, so we wrote 16:00. Press 8 if it was another time."
    )
    assert "forg" not in told.detail.lower()
    assert said(replace(answer(Outcome.WELCOME), before=GUESSED), 12).detail.count("4:00 pm") == 1


def test_no_guess_is_told_where_there_was_none_or_nobody_is_here() -> None:
    kept = replace(GUESSED, out_how=OutHow.KEY)
    assert guess_words(replace(answer(Outcome.WELCOME), before=kept), 24) == ""
    assert guess_words(answer(Outcome.WELCOME), 24) == ""
    assert guess_words(replace(answer(Outcome.SIGNED_OUT), before=GUESSED), 24) == ""
