"""The pictures of the guides are what the kiosk shows now."""

from pathlib import Path

from docs.pictures.make import HERE, make_pictures


def test_the_pictures_are_what_the_kiosk_shows_now(tmp_path: Path) -> None:
    """Make them anew with: python -m docs.pictures.make"""
    make_pictures(tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in HERE.glob("*.svg")}
    assert {"welcome.svg", "home.svg"} <= set(made)
    assert set(kept) == set(made)
    changed = [name for name, picture in made.items() if kept[name] != picture]
    assert not changed, "make them anew, and look at them, with: python -m docs.pictures.make"
