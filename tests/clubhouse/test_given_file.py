"""A file that somebody names: its bytes, or a sentence."""

from pathlib import Path

import pytest

from clubhouse.errors import BadFile
from clubhouse.given_file import read_given


def _refused(path: Path) -> str:
    with pytest.raises(BadFile) as refused:
        read_given(path, "list", 2_000_000, "Leave the pictures out.")
    return str(refused.value)


def test_as_many_bytes_as_are_allowed_are_read(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(b"\0" * 2_000_000)
    assert read_given(path, "list", 2_000_000, "") == b"\0" * 2_000_000


def test_one_byte_more_is_refused_with_the_advice(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(b"\0" * 2_000_001)
    assert _refused(path) == f"{path} is larger than 2 MB. Leave the pictures out."


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none") == f"There is no file {tmp_path / 'none'}. Check the name and the folder."
    assert _refused(tmp_path) == f"{tmp_path} is a folder. Name the list inside it."
    assert "cannot be read: embedded null byte." in _refused(Path("a\0b"))
