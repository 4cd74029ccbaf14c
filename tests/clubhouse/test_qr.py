"""The pictures of cards, drawn again from their text and read by a decoder that shares no code with us."""

import random
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from clubhouse import qr
from clubhouse.codes import ALPHABET, complete
from tests.forms import long

SCALE = 4
"""Pixels a module."""
SVG = "{http://www.w3.org/2000/svg}"


def codes(count: int, seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    return (complete("".join(chance.choices(ALPHABET, k=24))) for _ in range(count))


def read(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def drawn_svg(text: str) -> Image.Image:
    """What the SVG shows on a grey page."""
    root = ElementTree.fromstring(text)
    left, top, width, height = (int(number) for number in root.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    picture = Image.new("L", (width * SCALE, height * SCALE), 128)
    pen = ImageDraw.Draw(picture)
    for shape in root:
        if shape.tag == f"{SVG}rect":
            corner = (int(shape.attrib["width"]) * SCALE - 1, int(shape.attrib["height"]) * SCALE - 1)
            pen.rectangle((0, 0, *corner), fill=shape.attrib["fill"])
        else:
            fill_path(pen, shape.attrib["d"], shape.attrib["fill"])
    return picture


def fill_path(pen: ImageDraw.ImageDraw, path: str, fill: str) -> None:
    """Draw `M h v h z` rectangles with a pen that moves as SVG says."""
    x = y = 0
    corners: list[tuple[int, int]] = []
    for letter, numbers in re.findall(r"([Mhvz])([-0-9 ]*)", path):
        if letter == "z":
            (left, top), (right, bottom) = min(corners), max(corners)
            pen.rectangle((left * SCALE, top * SCALE, right * SCALE - 1, bottom * SCALE - 1), fill=fill)
            corners = []
            continue
        if letter == "M":
            x, y = (int(number) for number in numbers.split())
        elif letter == "h":
            x += int(numbers)
        else:
            y += int(numbers)
        corners.append((x, y))


def drawn_cells(lines: list[str]) -> Image.Image:
    """What a terminal shows: each cell twice as high as wide, drawn black on white."""
    picture = Image.new("L", (len(lines[0]) * SCALE, len(lines) * 2 * SCALE), 255)
    pen = ImageDraw.Draw(picture)
    for row, line in enumerate(lines):
        for column, cell in enumerate(line):
            left, right = column * SCALE, column * SCALE + SCALE - 1
            if cell in "\u2580\u2588":
                pen.rectangle((left, 2 * row * SCALE, right, (2 * row + 1) * SCALE - 1), fill=0)
            if cell in "\u2584\u2588":
                pen.rectangle((left, (2 * row + 1) * SCALE, right, (2 * row + 2) * SCALE - 1), fill=0)
    return picture


@pytest.mark.parametrize("seed", [0, *(long(seed) for seed in range(1, 10))])
def test_a_scanner_reads_a_hundred_codes_from_svg_and_from_half_blocks(seed: int) -> None:
    for code in codes(100, seed):
        assert read(drawn_svg(qr.svg(code))) == [code]
        assert read(drawn_cells(qr.half_blocks(code))) == [code]


def test_a_picture_on_the_screen_is_33_cells_wide_and_17_high() -> None:
    lines = qr.half_blocks(next(codes(1, 1)))
    assert [len(line) for line in lines] == [33] * 17
    assert set("".join(lines)) == set("▀▄█ ")


def test_the_quiet_zone_is_four_modules_of_white_on_every_side() -> None:
    modules = qr.matrix(next(codes(1, 2)))
    for side in (modules, tuple(zip(*modules, strict=True))):
        assert not any(any(row) for row in side[:4] + side[-4:])
        assert any(side[4])
        assert any(side[-5])


def test_the_picture_is_version_2_at_level_q() -> None:
    (found,) = zxingcpp.read_barcodes(drawn_svg(qr.svg(next(codes(1, 3)))))
    assert (found.ec_level, len(qr.matrix(found.text)) - 8) == ("Q", 25)


def test_the_terminal_picture_sets_black_on_white_and_puts_the_colours_back_on_every_line() -> None:
    code = next(codes(1, 4))
    lines = qr.terminal(code).split("\n")
    plain = [line.removeprefix("\x1b[38;5;16;48;5;231m").removesuffix("\x1b[0m") for line in lines]
    assert plain == qr.half_blocks(code)


def test_an_svg_has_one_path_and_the_size_asked_for() -> None:
    root = ElementTree.fromstring(qr.svg(next(codes(1, 5)), size="3cm"))
    assert [shape.tag for shape in root] == [f"{SVG}rect", f"{SVG}path"]
    assert (root.attrib["width"], root.attrib["height"]) == ("3cm", "3cm")
