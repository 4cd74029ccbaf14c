"""The code on a card: made from chance alone, so that it says nothing about anybody.

`CH`, 24 letters of the ModHex alphabet (96 random bits) and three check letters: 29 letters, which are the
same keys on nearly every keyboard layout and exactly fill a QR code of version 2 at level Q.
"""

import re
import secrets
from enum import Enum

ALPHABET = "CBDEFGHIJKLNRTUV"
"""ModHex, as YubiKeys type it: the letter's place is its value."""
PREFIX = "CH"
LENGTH = 29

_BODY = 24
_FORM = re.compile(f"{PREFIX}[{ALPHABET}]{{27}}")
# ISO/IEC 15424 symbology identifier (`]Q1`) and ECI designator (`\000026`), which some scanners send first.
_SCANNER_PREFIX = re.compile(r"(?:\][A-Za-z][0-9A-Za-z])?(?:\\0000[0-9]{2})?")
_PREFIX_BEGUN = re.compile(r"\][A-Z]?|(?:\][A-Z][0-9A-Z])?\\0{0,4}[0-9]?")
_POLYNOMIAL = 0x80F  # CRC-12 (ITU-T G.704 family): every change within 12 bits in a row is seen


class Unreadable(Enum):
    """Why a scan carries no code."""

    NOT_OURS = "not ours"
    """Not the form of a card."""
    UNCLEAR = "unclear"
    """The form of a card, but the check letters do not fit."""


def make_code() -> str:
    """A new code of 96 random bits."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(_BODY))
    return complete(body)


def complete(body: str) -> str:
    """The code round 24 letters: prefix before, check letters after."""
    return PREFIX + body + check_letters(body)


def check_letters(body: str) -> str:
    """Three letters that change when any one, two or three neighbouring letters of `body` change."""
    register = 0
    for letter in body:
        register ^= ALPHABET.index(letter) << 8
        for _ in range(4):
            register = (register << 1) ^ (0x1000 | _POLYNOMIAL if register & 0x800 else 0)
    return "".join(ALPHABET[register >> shift & 0xF] for shift in (8, 4, 0))


def read_code(scanned: str) -> str | Unreadable:
    """The code that a scanner sent, in capitals, without what scanners put before and after it."""
    if not scanned.isascii():  # `upper` would turn some other letters into ours
        return Unreadable.NOT_OURS
    text = scanned.rstrip("\r\n\t")
    text = text[_prefix_length(text) :].upper()
    if not _FORM.fullmatch(text):
        return Unreadable.NOT_OURS
    body, check = text[len(PREFIX) : -3], text[-3:]
    return text if check_letters(body) == check else Unreadable.UNCLEAR


def _prefix_length(text: str) -> int:
    found = _SCANNER_PREFIX.match(text)
    return found.end() if found else 0


def may_begin_code(typed: str) -> bool:
    """Whether what was typed so far may go on to become a code, with or without a scanner's prefix."""
    text = typed.upper()
    if _PREFIX_BEGUN.fullmatch(text):
        return True
    text = text[_prefix_length(text) :]
    return (
        len(text) <= LENGTH and PREFIX.startswith(text[: len(PREFIX)]) and all(letter in ALPHABET for letter in text)
    )
