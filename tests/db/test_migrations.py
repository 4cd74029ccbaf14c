"""Files of every earlier version open and hold all they held: one dump a version stands in `houses/`."""

import sqlite3
from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest

from db.days import parts, week
from db.migrations import migrate, version
from db.opening import create_store, open_store
from db.people import every
from db.schema import STEPS, Step
from db.soundness import problems
from db.store import Store
from tests.houses import on_disk

HOUSES = Path(__file__).parent / "houses"
VERSIONS = range(1, len(STEPS) + 1)
_SINCE_1 = ("settings", "people", "name_letters", "cards", "visits", "audit")
_SINCE_2 = (
    *("weekly_pattern", "special_days", "day_parts", "units", "unit_seats", "unit_leads"),
    *("tasks", "task_ticks", "sign_ups", "permissions"),
)
_SINCE_3 = ("series", "series_leads", "occurrences", "registrations", "presences", "news")
_SINCE_4 = ("pins", "pin_tries")
_SINCE_5 = (
    *("employers", "placements", "placement_times", "placement_wages", "terms", "next_in_line", "jobs"),
    *("work_days", "coverage_requests", "coverage_offers", "reported_months"),
)
_SINCE_6 = (
    *("contact_wishes", "emergency_contacts", "photo_consents", "orientations", "orientation_steps", "contacts"),
    *("own_words", "goals", "supports", "signatures", "agenda_items", "visitors", "merges", "merge_moves"),
)
_SINCE_7 = ()
_SINCE_8 = ("locked_months", "weekday_changes")
_NEW = (_SINCE_1, _SINCE_2, _SINCE_3, _SINCE_4, _SINCE_5, _SINCE_6, _SINCE_7, _SINCE_8)
KEPT = {number: tuple(chain.from_iterable(_NEW[:number])) for number in VERSIONS}
"""By version, the tables whose rows no later version may lose."""

Rows = list[dict[str, object]]


def loaded(path: Path, number: int) -> Path:
    """The house of that version, at `path`."""
    dump = HOUSES / f"version_{number}.sql"
    assert dump.exists(), f"version {number} of the schema needs a house of its time in {dump}"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    return path


def rows(path: Path, table: str) -> Rows:
    """Every row of a table by column name, so that a column added later does not hide one lost."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]


def schema(path: Path) -> list[tuple[object, ...]]:
    """What the file's tables, indexes and triggers are."""
    return on_disk(path, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")


def without_new_columns(now: Rows, was: Rows) -> Rows:
    """The rows of `now` with the columns that `was` had."""
    return [{column: row[column] for column in was[0]} for row in now]


@pytest.mark.parametrize("number", VERSIONS)
def test_a_house_of_each_version_opens_and_holds_all_it_held(tmp_path: Path, number: int) -> None:
    path = loaded(tmp_path / "house.db", number)
    before = {table: rows(path, table) for table in KEPT[number]}
    with closing(open_store(path)) as store:
        assert version(store) == len(STEPS)
        assert problems(store) == []
        assert [person.first_name for person in every(store)][:3] == ["Rosa", "李", "Ngozi"]
    for table, was in before.items():
        assert len(was) > 0, f"the house of version {number} should have rows in {table}"
        assert without_new_columns(rows(path, table), was) == was


def test_every_table_with_rows_of_its_own_is_watched(tmp_path: Path) -> None:
    create_store(tmp_path / "new.db").close()
    tables = on_disk(tmp_path / "new.db", "SELECT name FROM sqlite_schema WHERE type = 'table'")
    assert {name for (name,) in tables} - {"_sqlite_migrations"} == set(KEPT[len(STEPS)])


def test_a_house_of_version_1_gets_a_week_and_a_day_with_two_parts(tmp_path: Path) -> None:
    path = loaded(tmp_path / "house.db", 1)
    with closing(open_store(path)) as store:
        assert [kind.value for kind in week(store).at_first.values()] == [*["work-ordered"] * 5, "social", "closed"]
        assert [(part.name, f"{part.meeting:%H:%M}", f"{part.ends:%H:%M}") for part in parts(store)] == [
            ("morning", "09:00", "12:00"),
            ("afternoon", "13:00", "16:00"),
        ]
        assert {person.home_unit_id for person in every(store)} == {None}


@pytest.mark.parametrize("number", VERSIONS)
def test_a_house_of_each_version_has_the_schema_of_its_time(tmp_path: Path, number: int) -> None:
    path = loaded(tmp_path / "loaded.db", number)
    (tmp_path / "made.db").touch()
    with closing(Store(tmp_path / "made.db")) as made:
        migrate(made, STEPS[:number])
    assert schema(path) == schema(tmp_path / "made.db")
    assert on_disk(path, "PRAGMA user_version") == [(number,)]


@pytest.mark.parametrize("number", VERSIONS)
def test_an_upgraded_house_has_the_schema_of_a_new_one(tmp_path: Path, number: int) -> None:
    path = loaded(tmp_path / "loaded.db", number)
    open_store(path).close()
    create_store(tmp_path / "new.db").close()
    assert schema(path) == schema(tmp_path / "new.db")


def test_a_copy_of_the_older_file_is_kept_beside_an_upgraded_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = (*STEPS, Step("9999_more", "CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT;\n"))
    path = loaded(tmp_path / "house.db", len(STEPS))
    before = {table: rows(path, table) for table in KEPT[len(STEPS)]}
    monkeypatch.setattr("db.opening.STEPS", more)
    monkeypatch.setattr("db.migrations.STEPS", more)
    monkeypatch.setattr("db.opening.migrate", lambda store: migrate(store, more))
    with closing(open_store(path)) as store:
        assert version(store) == len(more)
    copy = tmp_path / f"house.db.version-{len(STEPS)}"
    assert {table: rows(copy, table) for table in before} == before
    assert on_disk(copy, "PRAGMA user_version") == [(len(STEPS),)]


def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(path: Path) -> None:
    statements = "CREATE TABLE more (id INTEGER) STRICT;\nINSERT INTO nowhere VALUES (1);\n"
    broken = (*STEPS, Step("9999_broken", statements))
    before = schema(path)
    with closing(Store(path)) as store, pytest.raises(sqlite3.OperationalError, match="nowhere"):
        migrate(store, broken)
    assert schema(path) == before
    assert on_disk(path, "PRAGMA user_version") == [(len(STEPS),)]
    assert on_disk(path, "SELECT name FROM _sqlite_migrations WHERE name = '9999_broken'") == []


def test_migrating_a_current_file_changes_nothing(store: Store) -> None:
    before = (schema(store.path), rows(store.path, "_sqlite_migrations"))
    migrate(store)
    assert (schema(store.path), rows(store.path, "_sqlite_migrations")) == before


def test_the_steps_are_numbered_without_a_gap() -> None:
    assert [int(step.name[:4]) for step in STEPS] == list(VERSIONS)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.name)
def test_every_table_of_a_step_is_strict(step: Step) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for each in STEPS[: STEPS.index(step) + 1]:
            connection.executescript(each.sql)
        tables = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
    assert [name for name, strict in tables if not strict] == []
    assert tables
