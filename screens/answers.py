"""What the kiosk says to each outcome: words, a symbol, and a tone; never colour or sound alone."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from clubhouse.attendance import Answer, Outcome
from screens.events_words import door_words
from screens.parts import invitation_words
from screens.words import N_, _, date_words, day_words, greeting, time_words, with_name


class Tone(StrEnum):
    """How an answer looks and sounds; also the name of its CSS class."""

    GLAD = "glad"
    """All is done. One ring of the bell."""
    CALM = "calm"
    """Something to know. Silent."""
    ASKING = "asking"
    """Something to do before it works. Two rings."""


@dataclass(frozen=True)
class Saying:
    """What stands on the screen for one outcome."""

    symbol: str
    ascii_symbol: str
    """For terminals without the symbol."""
    tone: Tone
    headline: str
    """May hold {hello}, {time}, {since}."""
    detail: str


def _saying(symbol: str, ascii_symbol: str, tone: Tone, headline: str, detail: str) -> Saying:
    return Saying(symbol, ascii_symbol, tone, headline, detail)


_KNOWN = N_("We have your card already; nothing was changed.")

SAYINGS: dict[Outcome, Saying] = {
    Outcome.FIRST_VISIT: _saying(
        "★", "*", Tone.GLAD, N_("{hello} You are signed in, {time}."), N_("Your first time here. Good to have you.")
    ),
    Outcome.WELCOME: _saying("✓", "OK", Tone.GLAD, N_("{hello} You are signed in, {time}."), N_("Have a good day.")),
    Outcome.WELCOME_BACK: _saying(
        "♥", "<3", Tone.GLAD, N_("{hello} You are signed in, {time}."), N_("How good to see you again.")
    ),
    Outcome.AGAIN: _saying(
        "↻", "+", Tone.GLAD, N_("{hello} You are signed in again, {time}."), N_("Good that you are here again today.")
    ),
    Outcome.ALREADY_HERE: _saying(
        "●", "o", Tone.CALM, N_("{hello} You are here already, since {since}."), N_("Are you leaving? Then press 9.")
    ),
    Outcome.REPEATED: _saying("=", "=", Tone.CALM, "", _KNOWN),
    Outcome.REPLACED: _saying(
        "⇄", "<>", Tone.ASKING, N_("This card was replaced."), N_("Please ask at reception. Nobody was signed in.")
    ),
    Outcome.PAUSED: _saying(
        "☞", "->", Tone.ASKING, N_("{hello} Please see a staff member."), N_("They know what to do. Thank you.")
    ),
    Outcome.UNKNOWN: _saying(
        "?", "?", Tone.ASKING, N_("We do not know this card."), N_("Please ask at reception. Nobody was signed in.")
    ),
    Outcome.NOT_OURS: _saying(
        "✗", "X", Tone.ASKING, N_("That is not a card of this house."), N_("Please hold up your Clubhouse card.")
    ),
    Outcome.UNCLEAR: _saying(
        "≈", "~", Tone.ASKING, N_("That was hard to read. Please scan again."), N_("Hold the card flat and still.")
    ),
    Outcome.STAFF_IN: _saying(
        "▶", ">", Tone.GLAD, N_("{hello} You are in, {time}."), N_("Scan again when you leave.")
    ),
    Outcome.STAFF_OUT: _saying("◀", "<", Tone.CALM, N_("{hello} You are out, {time}."), N_("Thank you for today.")),
    Outcome.BUSY: _saying(
        "…", "...", Tone.ASKING, N_("One moment, please."), N_("The computer is busy. You need not scan again.")
    ),
    Outcome.FAILED: _saying(
        "!", "!", Tone.ASKING, N_("The computer cannot write now."),
        N_("Please sign in on the paper sheet at reception. This screen keeps trying."),
    ),
    Outcome.SIGNED_OUT: _saying(
        "○", "-", Tone.CALM, N_("{hello} You are signed out, {time}."), N_("See you next time.")
    ),
    Outcome.IN_UNDONE: _saying("↶", "u", Tone.CALM, N_("Your sign-in is undone."), N_("You are not signed in.")),
    Outcome.OUT_UNDONE: _saying(
        "↷", "U", Tone.CALM, N_("Your sign-out is undone."), N_("You are signed in as before, since {since}.")
    ),
}  # fmt: skip


def _greeting(answer: Answer) -> str:
    return greeting(answer.at, answer.name)


_HELLO: dict[Outcome, Callable[[Answer], str]] = {
    Outcome.FIRST_VISIT: lambda answer: with_name(_("Welcome"), answer.name),
    Outcome.WELCOME_BACK: lambda answer: with_name(_("Welcome back"), answer.name),
    Outcome.AGAIN: lambda answer: with_name(_("Hello again"), answer.name),
    Outcome.ALREADY_HERE: lambda answer: with_name(_("Hello"), answer.name),
    Outcome.PAUSED: lambda answer: with_name(_("Hello"), answer.name),
    Outcome.SIGNED_OUT: lambda answer: with_name(_("Goodbye"), answer.name),
    Outcome.STAFF_OUT: lambda answer: with_name(_("Goodbye"), answer.name),
}


@dataclass(frozen=True)
class Said:
    """An answer in words, ready to be shown."""

    saying: Saying
    headline: str
    detail: str


def said(answer: Answer, clock_hours: int) -> Said:
    """The words for `answer`. A guessed sign-out is told in the detail, kindly."""
    shown, own = SAYINGS[answer.shows], SAYINGS[answer.outcome]
    hello = _HELLO.get(answer.shows, _greeting)(answer)
    since = time_words(answer.visit.in_at.astimezone(answer.at.tzinfo), clock_hours) if answer.visit else ""
    words = {"hello": hello, "time": _time_of(answer, clock_hours), "since": since}
    to_answer, plain = asked_words(answer) or guess_words(answer, clock_hours), _(own.detail).format(**words)
    lines = [plain, to_answer] if to_answer and own is not shown else [to_answer or plain]
    detail = "\n".join(line for line in (*lines, work_words(answer), door_words(answer, clock_hours)) if line)
    return Said(own if own is shown else _with_symbol(own, shown), _(shown.headline).format(**words), detail)


def asked_words(answer: Answer) -> str:
    """Who would like the person's help; empty when nobody has asked."""
    invitation = answer.my_day.invitation if answer.my_day else None
    return invitation_words(invitation) if invitation else ""


def _with_symbol(own: Saying, shown: Saying) -> Saying:
    return Saying(own.symbol, own.ascii_symbol, own.tone, shown.headline, own.detail)


def _time_of(answer: Answer, clock_hours: int) -> str:
    moment = answer.at
    if answer.visit:
        moment = (answer.visit.out_at or answer.visit.in_at).astimezone(answer.at.tzinfo)
    return time_words(moment, clock_hours)


def guess_words(answer: Answer, clock_hours: int) -> str:
    """What the house guessed for the last visit; empty when it had not to."""
    guessed = answer.guessed
    if guessed is None or guessed.out_at is None or not answer.is_here:
        return ""
    return _("On {day} there was no sign-out, so we wrote {guess}. Press 8 if it was another time.").format(
        day=day_words(guessed.day), guess=time_words(guessed.out_at.astimezone(answer.at.tzinfo), clock_hours)
    )


def work_words(answer: Answer) -> str:
    """That somebody asks for help at work, and when; others may see it, so no more is told."""
    if answer.work is None or answer.work.asked_for is None:
        return ""
    asked = answer.my_day is not None and answer.my_day.invitation is not None
    words = (
        _("Somebody would like your help on {day}.")
        if asked
        else _("Somebody would like your help on {day}: press 3.")
    )
    return words.format(day=date_words(answer.work.asked_for))
