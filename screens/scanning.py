"""Telling a card scanner's keys from a person's, by what they spell and never by how fast they come.

A scanner types a code and ends it with CR, LF, CRLF or Tab. The code is cut out at that key and travels on by
itself, so that no widget and no key binding ever sees a part of it.
"""

import re
from collections.abc import Callable
from enum import Enum

from clubhouse.codes import LENGTH, Unreadable, may_begin_code, read_code

TERMINATORS = frozenset({"enter", "ctrl+j", "ctrl+m", "tab"})
PAUSE_SECONDS = 1.0
"""No scanner rests so long inside a code; what was typed before may have been a slip of the hand."""

_SLIPS = 3
"""So many stray letters are a slip of the hand; more are a scan of something else."""
_NO_NAME = 12
"""So many letters that may begin a code are no name that a person types."""
_MOST_KEPT = 256


class Letters(Enum):
    """What letters are for on a page."""

    SCANNER = "scanner"
    """All are the scanner's: the page has function keys only."""
    CHOICES = "choices"
    """Digits and a few letters choose."""
    TYPED = "typed"
    """A person types a name, letter by letter."""


class Key(Enum):
    """What becomes of a key that ends no scan."""

    PASSED = "passed"
    """It is a person's: let it go on."""
    HELD = "held"
    """It belongs to a scan, or to nothing."""


class ScanKeys:
    """Collects keys until they make a scan."""

    def __init__(self) -> None:
        """Nothing collected yet."""
        self._text = ""
        self._before_pause = ""
        self._last = 0.0
        self._ended_by = ""

    def feed(
        self, key: str, character: str | None, at: float, letters: Letters, chooses: Callable[[str], bool]
    ) -> Key | str:
        """Take one key at the monotonic second `at`; `chooses` says whether a character chooses.

        Returns what was scanned when the key ends a scan, else what becomes of the key.
        """
        if at - self._last > PAUSE_SECONDS:
            self._before_pause, self._text = (self._before_pause + self._text)[-2 * LENGTH :], ""
            self._ended_by = ""
        self._last = at
        if key in TERMINATORS:
            return self._end(key, letters)
        self._ended_by = ""
        printable = character is not None and character.isprintable()
        if not printable:
            return self._take_other_key(letters)
        assert character is not None
        if letters is Letters.TYPED:
            return self._keep(character, Key.HELD if self._in_prefix(character) else Key.PASSED)
        return self._take(character, letters, chooses)

    def _take(self, character: str, letters: Letters, chooses: Callable[[str], bool]) -> Key:
        goes_on = letters is Letters.SCANNER or may_begin_code(self._text + character) or self._resumes(character)
        if not goes_on and len(self._text) <= _SLIPS and chooses(character):
            self.forget()
            return Key.PASSED
        return self._keep(character, Key.HELD)

    def _in_prefix(self, character: str) -> bool:
        # A digit would choose; letters may as well stand among those of the name.
        if not character.isdigit():
            return False
        begun = max(self._text.rfind("]"), self._text.rfind("\\"))
        return begun >= 0 and may_begin_code(self._text[begun:] + character)

    def _resumes(self, character: str) -> bool:
        # The scanner stalled in mid-code and goes on now.
        return len(self._before_pause) > _SLIPS and may_begin_code(self._before_pause + self._text + character)

    def _take_other_key(self, letters: Letters) -> Key:
        # A control character inside a code spoils the code; on its own, or after a slip, it is a person's key.
        if self._text and self._in_a_code(letters):
            return self._keep("\N{REPLACEMENT CHARACTER}", Key.HELD)
        self.forget()
        return Key.PASSED

    def _in_a_code(self, letters: Letters) -> bool:
        if letters is Letters.TYPED:  # after letters of a name, maybe
            return any(may_begin_code(self._text[start:]) for start in range(len(self._text) - _NO_NAME))
        return letters is Letters.SCANNER or len(self._text) > _SLIPS or may_begin_code(self._text)

    def _keep(self, character: str | None, key: Key) -> Key:
        if character and len(self._text) < _MOST_KEPT:
            self._text += character
        return key

    def _end(self, key: str, letters: Letters) -> Key | str:
        if self._ended_by not in ("", key) and not self._text:
            return Key.HELD  # the second half of CR LF, or of Tab CR, which would take the marked choice
        ended = self._cut(letters)
        self._ended_by = key if isinstance(ended, str) else ""
        return ended

    def _cut(self, letters: Letters) -> Key | str:
        text, whole = self._text, self._before_pause + self._text
        self.forget()
        for candidate in (whole, text, whole[-LENGTH:] if letters is Letters.TYPED else ""):
            if not isinstance(read_code(candidate), Unreadable):
                return candidate
        if letters is Letters.TYPED:
            return text if read_code(text) is Unreadable.UNCLEAR else Key.PASSED
        enough = 1 if letters is Letters.SCANNER else _SLIPS + 1
        return text if len(text) >= enough else Key.PASSED

    def forget(self) -> None:
        """Begin again."""
        self._text = self._before_pause = ""


def scans_in_paste(pasted: str, letters: Letters) -> list[str]:
    """The scans in a text that was pasted; where a name is typed, only codes count."""
    pieces = [piece for piece in re.split(r"[\r\n\t]+", pasted) if piece]
    if letters is Letters.TYPED:
        return [piece for piece in pieces if read_code(piece) is not Unreadable.NOT_OURS]
    return [piece[:_MOST_KEPT] for piece in pieces]
