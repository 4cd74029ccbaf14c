"""The step of the schema for what holds from a day on: months whose attendance is locked, and the week as it was."""

MONTHS = """
CREATE TABLE locked_months (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL CHECK (strftime('%Y-%m', month || '-01') IS month),
  locked_at TEXT NOT NULL,
  locked_by INTEGER REFERENCES people (id),
  ended_at TEXT,
  ended_by INTEGER REFERENCES people (id),
  CHECK (ended_at >= locked_at),
  CHECK (ended_at IS NOT NULL OR ended_by IS NULL)
) STRICT;
CREATE UNIQUE INDEX locked_months_once ON locked_months (month) WHERE ended_at IS NULL;
CREATE TRIGGER locked_months_stay BEFORE UPDATE OF month, locked_at ON locked_months BEGIN
  SELECT RAISE(ABORT, 'a locked month is ended, never changed');
END;

CREATE TABLE weekday_changes (
  id INTEGER PRIMARY KEY,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  kind TEXT NOT NULL CHECK (kind IN ('work-ordered', 'social', 'closed')),
  since TEXT NOT NULL CHECK (date(since) IS since),
  at TEXT NOT NULL
) STRICT;
CREATE TRIGGER weekday_changes_stay BEFORE UPDATE ON weekday_changes BEGIN
  SELECT RAISE(ABORT, 'a later change is added, none is written over');
END;

DROP INDEX audit_corrections;
CREATE INDEX audit_corrections ON audit (at, subject)
  WHERE action IN ('add_visit', 'correct_visit', 'tell_leaving', 'undo_visit');
"""
