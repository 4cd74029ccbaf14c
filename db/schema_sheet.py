"""The step of the schema for the next sheet of cards: which wait to be printed."""

SHEET = """
CREATE TABLE card_prints (
  id INTEGER PRIMARY KEY,
  card_id INTEGER NOT NULL REFERENCES cards (id),
  at TEXT NOT NULL,
  ended_at TEXT,
  ended_how TEXT CHECK (ended_how IN ('printed', 'taken-off')),
  CHECK ((ended_at IS NULL) = (ended_how IS NULL))
) STRICT;
CREATE UNIQUE INDEX card_prints_waiting ON card_prints (card_id) WHERE ended_at IS NULL;
"""
