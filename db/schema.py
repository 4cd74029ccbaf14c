"""The steps of the schema. A step is added, never changed: files of every age are out there."""

from dataclasses import dataclass

from db.schema_day import DAY
from db.schema_desk import DESK
from db.schema_employment import EMPLOYMENT
from db.schema_months import MONTHS
from db.schema_people import PEOPLE
from db.schema_program import PROGRAM
from db.schema_reports import REPORTS
from db.schema_sheet import SHEET


@dataclass(frozen=True)
class Step:
    """One migration."""

    name: str
    """Its number and subject; the name under which it is recorded in the file."""
    sql: str
    """Its statements, each ending with a semicolon at the end of a line."""


_GROUND = """
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE COLLATE NOCASE,
  kind TEXT NOT NULL CHECK (kind IN ('member', 'staff', 'volunteer')),
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL DEFAULT '',
  nickname TEXT NOT NULL DEFAULT '',
  shown_as TEXT NOT NULL DEFAULT 'first_name'
    CHECK (shown_as IN ('first_name', 'nickname', 'initials', 'hidden')),
  since TEXT NOT NULL CHECK (date(since, '+0 days') IS since),
  ended_on TEXT CHECK (date(ended_on, '+0 days') IS ended_on),
  paused_at TEXT,
  pause_reason TEXT NOT NULL DEFAULT '',
  CHECK (first_name <> '')
) STRICT;
CREATE INDEX people_names ON people (first_name, last_name);

CREATE TABLE name_letters (
  letters TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people (id),
  PRIMARY KEY (letters, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_letters_person ON name_letters (person_id);

CREATE TABLE cards (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  issued_at TEXT NOT NULL,
  replaced_at TEXT,
  CHECK (replaced_at >= issued_at)
) STRICT;
CREATE UNIQUE INDEX cards_one_in_use ON cards (person_id) WHERE replaced_at IS NULL;
CREATE INDEX cards_person ON cards (person_id);

CREATE TABLE visits (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  in_at TEXT NOT NULL,
  in_how TEXT NOT NULL CHECK (in_how IN ('scan', 'name', 'paper')),
  out_at TEXT,
  out_how TEXT CHECK (out_how IN ('scan', 'key', 'paper', 'estimate', 'told')),
  undone_at TEXT,
  CHECK (out_at >= in_at),
  CHECK ((out_at IS NULL) = (out_how IS NULL))
) STRICT;
CREATE UNIQUE INDEX visits_one_open ON visits (person_id) WHERE out_at IS NULL AND undone_at IS NULL;
CREATE INDEX visits_open_by_day ON visits (day) WHERE out_at IS NULL AND undone_at IS NULL;
CREATE INDEX visits_of_person ON visits (person_id, in_at) WHERE undone_at IS NULL;
CREATE INDEX visits_of_day ON visits (day, in_at) WHERE undone_at IS NULL;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  station TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  was TEXT CHECK (was IS NULL OR json_valid(was)),
  became TEXT CHECK (became IS NULL OR json_valid(became)),
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_subject ON audit (subject);
CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
CREATE TRIGGER audit_adds BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
"""

STEPS = (
    Step("0001_ground", _GROUND),
    Step("0002_day", DAY),
    Step("0003_program", PROGRAM),
    Step("0004_desk", DESK),
    Step("0005_employment", EMPLOYMENT),
    Step("0006_people", PEOPLE),
    Step("0007_reports", REPORTS),
    Step("0008_months", MONTHS),
    Step("0009_sheet", SHEET),
)
"""Every step, in the order in which a file gets them."""
