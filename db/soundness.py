"""Statements that look for what should never be in the file: SQLite's own checks, and the house's invariants."""

from db.employment_invariants import EMPLOYMENT_INVARIANTS
from db.errors import StoreDamaged, told_plainly
from db.month_invariants import MONTH_INVARIANTS
from db.people_invariants import PEOPLE_INVARIANTS
from db.program_invariants import PROGRAM_INVARIANTS
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
    "somebody in two places in one part of a day": """
        SELECT 'person ' || person_id || ' on ' || day FROM sign_ups WHERE ended_at IS NULL AND state <> 'invited'
        GROUP BY person_id, day, part_id HAVING count(*) > 1""",
    "more than one invitation of a person in one part of a day": """
        SELECT 'person ' || person_id || ' on ' || day FROM sign_ups WHERE ended_at IS NULL AND state = 'invited'
        GROUP BY person_id, day, part_id HAVING count(*) > 1""",
    "an answered invitation that was not forgotten": """
        SELECT 'sign-up ' || id FROM sign_ups WHERE state = 'invited' AND ended_at IS NOT NULL""",
    "an invitation in the audit log": """
        SELECT subject FROM audit WHERE subject GLOB 'sign-up *'
        AND 'invited' IN (json_extract(was, '$.state'), json_extract(became, '$.state'))""",
    "somebody just visiting who has a task": """
        SELECT 'sign-up ' || id FROM sign_ups WHERE unit_id IS NULL AND task_id IS NOT NULL""",
    "a sign-up whose times are no times": """
        SELECT 'sign-up ' || id FROM sign_ups
        WHERE strftime('%Y-%m-%dT%H:%M:%SZ', at) IS NOT at
        OR strftime('%Y-%m-%dT%H:%M:%SZ', ended_at) IS NOT ended_at""",
    "a sign-up without an audit row": """
        SELECT 'sign-up ' || sign_ups.id FROM sign_ups LEFT JOIN audit ON audit.subject = 'sign-up ' || sign_ups.id
        WHERE audit.id IS NULL AND state <> 'invited'""",
    "a PIN without an audit row": """
        SELECT 'person ' || person_id FROM pins LEFT JOIN audit
        ON audit.subject = 'person ' || person_id AND audit.action IN ('give_pin', 'change_pin', 'choose_pin')
        WHERE audit.id IS NULL
        AND person_id NOT IN (SELECT row_id FROM merge_moves WHERE in_table = 'pins')""",
    "a PIN or its hash in the audit log": """
        SELECT 'entry ' || id FROM audit
        WHERE (instr(action, '_pin') OR action = 'open_desk')
        AND (was IS NOT NULL OR became IS NOT NULL)""",
    "a wrong PIN whose time is no time": """
        SELECT 'person ' || who FROM pin_tries WHERE strftime('%Y-%m-%dT%H:%M:%SZ', last_at) IS NOT last_at""",
    "a task ticked before it came up": """
        SELECT 'task ' || task_id FROM task_ticks WHERE since_day > day""",
    **PROGRAM_INVARIANTS,
    **EMPLOYMENT_INVARIANTS,
    **PEOPLE_INVARIANTS,
    **MONTH_INVARIANTS,
}


def problems(store: Store) -> list[str]:
    """Each problem as one line; empty when all is well. Raises `StoreBusy` or `StoreUnwritable`."""
    try:
        with told_plainly(store.path):
            # Each only where the one before finds nothing: what is damaged tells nothing about the house.
            return _damage(store) or _dangling(store) or _broken_invariants(store)
    except StoreDamaged as damaged:
        return [f"damaged: {damaged.__cause__}"]


def _damage(store: Store) -> list[str]:
    told = "\n".join(text for (text,) in store.connection.execute("PRAGMA quick_check(20)"))
    return [line for line in told.splitlines() if line != "ok" and not line.startswith("***")]


def _dangling(store: Store) -> list[str]:
    return [
        f"{table} row {row} points to a {parent} that is not there"
        for table, row, parent, _ in store.connection.execute("PRAGMA foreign_key_check")
    ]


def _broken_invariants(store: Store) -> list[str]:
    return [
        f"{what}: {subject}"
        for what, sql in _INVARIANTS.items()
        for (subject,) in store.connection.execute(sql).fetchmany(20)
    ]
