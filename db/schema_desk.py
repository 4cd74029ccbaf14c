"""The step of the schema for the staff desk: PINs, and the wrong tries at them."""

DESK = """
CREATE TABLE pins (
  person_id INTEGER PRIMARY KEY REFERENCES people (id),
  hash BLOB NOT NULL CHECK (length(hash) >= 32),
  salt BLOB NOT NULL CHECK (length(salt) >= 16),
  n INTEGER NOT NULL CHECK (n > 1),
  r INTEGER NOT NULL CHECK (r > 0),
  p INTEGER NOT NULL CHECK (p > 0),
  set_at TEXT NOT NULL
) STRICT;

CREATE TABLE pin_tries (
  who INTEGER PRIMARY KEY CHECK (who >= 0),
  wrong INTEGER NOT NULL CHECK (wrong > 0),
  last_at TEXT NOT NULL
) STRICT;
"""
