"""Statements that look for what should never be in the file: SQLite's own checks, and the house's invariants."""

import sqlite3

from db.store import Store

_INVARIANTS = {
    "more than one open visit of a person": """
        SELECT 'person ' || person_id FROM visits WHERE out_at IS NULL AND undone_at IS NULL
        GROUP BY person_id HAVING count(*) > 1""",
    "a visit that ends before it starts": "SELECT 'visit ' || id FROM visits WHERE out_at < in_at",
    "more than one card of a person in use": """
        SELECT 'person ' || person_id FROM cards WHERE replaced_at IS NULL
        GROUP BY person_id HAVING count(*) > 1""",
    "a visit whose times are no times": """
        SELECT 'visit ' || id FROM visits
        WHERE strftime('%Y-%m-%dT%H:%M:%SZ', in_at) IS NOT in_at
        OR strftime('%Y-%m-%dT%H:%M:%SZ', out_at) IS NOT out_at""",
    # No zone is more than 14 hours from UTC, so a visit's day is next to its UTC date.
    "a visit whose day is not the day it began": """
        SELECT 'visit ' || id FROM visits WHERE abs(julianday(day) - julianday(date(in_at))) > 1""",
    "a person who cannot be found by name": """
        SELECT 'person ' || id FROM people
        WHERE NOT EXISTS (SELECT 1 FROM name_letters WHERE person_id = people.id)""",
    "a visit without an audit row": """
        SELECT 'visit ' || visits.id FROM visits LEFT JOIN audit ON audit.subject = 'visit ' || visits.id
        WHERE audit.id IS NULL""",
}


def problems(store: Store) -> list[str]:
    """Each problem as one line; empty when all is well."""
    try:
        found = [row[0] for row in store.connection.execute("PRAGMA quick_check(20)") if row[0] != "ok"]
    except sqlite3.DatabaseError as error:
        return [f"damaged: {error}"]
    found += [
        f"{table} row {row} points to a {parent} that is not there"
        for table, row, parent, _ in store.connection.execute("PRAGMA foreign_key_check")
    ]
    if found:
        return found
    return [
        f"{what}: {subject}"
        for what, sql in _INVARIANTS.items()
        for (subject,) in store.connection.execute(sql).fetchmany(20)
    ]
