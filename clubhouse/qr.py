"""The picture of a card's code: a QR code of version 2 at level Q, read even where a quarter of it is lost.

Every form has the quiet zone round it that scanners need, and is black on white whatever surrounds it.
"""

QUIET = 4
"""Modules of white on each side, as ISO/IEC 18004 asks for."""
SIZE = 25 + 2 * QUIET
"""Modules along each side, the quiet zone included."""

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules, True where black."""

# Exact colours of the palette that no theme changes: with a theme's own black and white no scanner read it.
_BLACK_ON_WHITE, _AS_BEFORE = "\x1b[38;5;16;48;5;231m", "\x1b[0m"
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def matrix(code: str) -> Matrix:
    """The modules of `code`, quiet zone included."""
    from qrcode.constants import ERROR_CORRECT_Q  # slow to import, and most programs draw no card
    from qrcode.main import QRCode

    drawing = QRCode(version=2, error_correction=ERROR_CORRECT_Q, border=QUIET)
    drawing.add_data(code, optimize=0)  # capitals alone take the alphanumeric mode; in another they would not fit
    drawing.make(fit=False)
    return tuple(tuple(bool(module) for module in row) for row in drawing.get_matrix())


def half_blocks(code: str) -> list[str]:
    """17 lines of 33 block characters, two modules a character; to be shown black on white."""
    return in_half_blocks(matrix(code))


def in_half_blocks(rows: Matrix) -> list[str]:
    """Any rows of modules as lines of block characters."""
    white = (False,) * len(rows[0])
    pairs = [(rows[top], rows[top + 1] if top + 1 < len(rows) else white) for top in range(0, len(rows), 2)]
    return ["".join(_HALVES[pair] for pair in zip(upper, lower, strict=True)) for upper, lower in pairs]


def terminal(code: str) -> str:
    """The half-block picture in black on white for a terminal, line by line."""
    return "\n".join(f"{_BLACK_ON_WHITE}{line}{_AS_BEFORE}" for line in half_blocks(code))


def svg(code: str, size: str = "40mm") -> str:
    """One SVG picture as wide and high as `size`, a CSS length; complete in itself or inside HTML."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" width="{size}" height="{size}"'
        f' shape-rendering="crispEdges"><rect width="{SIZE}" height="{SIZE}" fill="#fff"/>'
        f'<path fill="#000" d="{_path(matrix(code))}"/></svg>'
    )


def _path(rows: Matrix) -> str:
    return "".join(
        f"M{start} {top}h{end - start}v1h-{end - start}z" for top, row in enumerate(rows) for start, end in _runs(row)
    )


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    # A row begins and ends white, so its changes of colour come in pairs: where black begins and where it ends.
    changes = [place for place in range(1, len(row)) if row[place] != row[place - 1]]
    return list(zip(changes[::2], changes[1::2], strict=True))
