"""Names: how one is shown where others can see it, and the letters by which it is found."""

import unicodedata

from db.people import NewPerson, ShownAs

# Letters that Unicode does not split into a plain letter and a mark, as people type them without.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def clean(name: str) -> str:
    """A name as kept: composed (NFC), on one line, single spaces, no control characters; empty if nothing shows."""
    if name.isascii() and name.isprintable():  # nothing in it to look at one by one: lists are long
        return " ".join(name.split())
    visible = "".join(" " if each.isspace() else each for each in name if each.isspace() or _is_visible(each))
    tidy = unicodedata.normalize("NFC", " ".join(visible.split()))
    return tidy if any(each.isprintable() and each != " " for each in tidy) else ""


def _is_visible(character: str) -> bool:
    # Cf is kept: joiners are part of how Persian and Indic names are written, but not what turns a line round.
    category = unicodedata.category(character)
    return category not in ("Cc", "Cs", "Co", "Cn") and unicodedata.bidirectional(character) not in (
        "LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI",
    )  # fmt: skip


def letters(text: str) -> str:
    """`text` as typed by somebody in a hurry: no case, no accents, no hyphens, single spaces."""
    split = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = "".join(each for each in split if not unicodedata.combining(each)).translate(_PLAIN)
    kept = "".join(each if each.isalnum() else " " if each in "-–, \t" else "" for each in plain)
    return " ".join(kept.split())


def whole_letters(person: NewPerson) -> set[str]:
    """The person's whole name as somebody may type it; Chinese, Japanese and Korean names have no space."""
    first, last = person.first_name, person.last_name
    ways = [f"{first} {last}", f"{last} {first}"]
    if not f"{first}{last}".isascii():
        ways += [f"{first}{last}", f"{last}{first}"]
    return {letters(way) for way in ways} - {""} or {first.casefold()}


def find_letters(person: NewPerson) -> set[str]:
    """Every way in which somebody may begin to type this person's name."""
    ways = (person.last_name, f"{person.nickname} {person.last_name}" if person.nickname else "")
    return whole_letters(person) | {letters(way) for way in ways} - {""}


def shown_name(person: NewPerson) -> str:
    """The name for a screen that others can see; empty when the person wishes to stay unnamed."""
    if person.shown_as is ShownAs.HIDDEN:
        return ""
    if person.shown_as is ShownAs.INITIALS:
        return " ".join(f"{_initial(name)}." for name in (person.first_name, person.last_name) if name)
    if person.shown_as is ShownAs.NICKNAME and person.nickname:
        return person.nickname
    return f"{person.first_name} {_initial(person.last_name)}." if person.last_name else person.first_name


def greeting_name(person: NewPerson) -> str:
    """The name to greet with: the shown one, and of a first name with an initial only the first name."""
    shows_first_name = person.shown_as is ShownAs.FIRST_NAME or (
        person.shown_as is ShownAs.NICKNAME and not person.nickname
    )
    return person.first_name if shows_first_name else shown_name(person)


def full_name(person: NewPerson) -> str:
    """First and last name, for private pages only."""
    return f"{person.first_name} {person.last_name}".strip()


def _initial(name: str) -> str:
    # A letter and the marks that belong to it.
    end = 1
    while end < len(name) and unicodedata.combining(name[end]):
        end += 1
    return name[:end].upper()
