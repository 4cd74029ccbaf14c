"""The step of the schema for the work-ordered day: kinds of day, parts, units, tasks, and who helps where."""

DAY = """
CREATE TABLE weekly_pattern (
  weekday INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7),
  kind TEXT NOT NULL CHECK (kind IN ('work-ordered', 'social', 'closed'))
) STRICT;
INSERT INTO weekly_pattern (weekday, kind) VALUES
  (1, 'work-ordered'), (2, 'work-ordered'), (3, 'work-ordered'), (4, 'work-ordered'), (5, 'work-ordered'),
  (6, 'social'), (7, 'closed');

CREATE TABLE special_days (
  day TEXT PRIMARY KEY CHECK (date(day) IS day),
  kind TEXT CHECK (kind IN ('work-ordered', 'social', 'closed')),
  note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE day_parts (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  weekdays TEXT NOT NULL CHECK (weekdays <> '' AND weekdays NOT GLOB '*[^1-7]*'),
  meeting TEXT NOT NULL CHECK (strftime('%H:%M', meeting) IS meeting),
  starts TEXT NOT NULL CHECK (strftime('%H:%M', starts) IS starts),
  ends TEXT NOT NULL CHECK (strftime('%H:%M', ends) IS ends),
  ended_on TEXT CHECK (date(ended_on) IS ended_on),
  CHECK (meeting <= starts AND starts < ends)
) STRICT;
INSERT INTO day_parts (name, weekdays, meeting, starts, ends) VALUES
  ('morning', '1234567', '09:00', '09:30', '12:00'),
  ('afternoon', '1234567', '13:00', '13:30', '16:00');

CREATE TABLE units (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  sign TEXT NOT NULL,
  colour TEXT NOT NULL,
  about TEXT NOT NULL DEFAULT '',
  resting_since TEXT CHECK (date(resting_since) IS resting_since)
) STRICT;

CREATE TABLE unit_seats (
  unit_id INTEGER NOT NULL REFERENCES units (id),
  part_id INTEGER NOT NULL REFERENCES day_parts (id),
  seats INTEGER CHECK (seats >= 0),
  PRIMARY KEY (unit_id, part_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_leads (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  part_id INTEGER NOT NULL REFERENCES day_parts (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  weekday INTEGER CHECK (weekday BETWEEN 1 AND 7),
  day TEXT CHECK (date(day) IS day),
  since TEXT NOT NULL CHECK (date(since) IS since),
  ended_on TEXT CHECK (date(ended_on) IS ended_on),
  CHECK ((weekday IS NULL) <> (day IS NULL))
) STRICT;
CREATE INDEX unit_leads_weekly ON unit_leads (weekday) WHERE weekday IS NOT NULL;
CREATE INDEX unit_leads_daily ON unit_leads (day) WHERE day IS NOT NULL;

CREATE TABLE tasks (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  part_id INTEGER NOT NULL REFERENCES day_parts (id),
  title TEXT NOT NULL CHECK (title <> ''),
  how_to TEXT NOT NULL DEFAULT '',
  skills TEXT NOT NULL DEFAULT '',
  hands INTEGER CHECK (hands > 0),
  first_day TEXT NOT NULL CHECK (date(first_day) IS first_day),
  rule TEXT NOT NULL DEFAULT '',
  ended_on TEXT CHECK (date(ended_on) IS ended_on)
) STRICT;
CREATE INDEX tasks_in_use ON tasks (unit_id) WHERE ended_on IS NULL;

CREATE TABLE task_ticks (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES tasks (id),
  since_day TEXT NOT NULL CHECK (date(since_day) IS since_day),
  day TEXT NOT NULL CHECK (date(day) IS day),
  at TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id),
  undone_at TEXT
) STRICT;
CREATE UNIQUE INDEX task_ticks_once ON task_ticks (task_id, since_day) WHERE undone_at IS NULL;
CREATE INDEX task_ticks_of_day ON task_ticks (day) WHERE undone_at IS NULL;

CREATE TABLE sign_ups (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  day TEXT NOT NULL CHECK (date(day) IS day),
  part_id INTEGER NOT NULL REFERENCES day_parts (id),
  state TEXT NOT NULL CHECK (state IN ('joined', 'invited', 'visiting')),
  unit_id INTEGER REFERENCES units (id),
  task_id INTEGER REFERENCES tasks (id),
  by_id INTEGER REFERENCES people (id),
  at TEXT NOT NULL,
  ended_at TEXT,
  CHECK ((state = 'visiting') = (unit_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX sign_ups_one_place ON sign_ups (person_id, day, part_id)
  WHERE ended_at IS NULL AND state <> 'invited';
CREATE UNIQUE INDEX sign_ups_one_invitation ON sign_ups (person_id, day, part_id)
  WHERE ended_at IS NULL AND state = 'invited';
CREATE INDEX sign_ups_held ON sign_ups (day) WHERE ended_at IS NULL AND state = 'invited';
CREATE INDEX sign_ups_of_person ON sign_ups (person_id, day);
CREATE INDEX sign_ups_of_part ON sign_ups (day, part_id, unit_id) WHERE ended_at IS NULL;
CREATE TRIGGER sign_ups_have_a_seat BEFORE INSERT ON sign_ups
WHEN NEW.ended_at IS NULL AND (
    SELECT count(*) FROM sign_ups
    WHERE day = NEW.day AND part_id = NEW.part_id AND unit_id = NEW.unit_id AND ended_at IS NULL
  ) >= (SELECT seats FROM unit_seats WHERE unit_id = NEW.unit_id AND part_id = NEW.part_id)
BEGIN
  SELECT RAISE(ABORT, 'no seat is free');
END;
CREATE TRIGGER sign_ups_stay BEFORE UPDATE OF person_id, day, part_id, unit_id ON sign_ups BEGIN
  SELECT RAISE(ABORT, 'a sign-up is ended and made anew, never moved');
END;

CREATE TABLE permissions (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  task TEXT NOT NULL,
  given_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX permissions_once ON permissions (person_id, task) WHERE ended_at IS NULL;

ALTER TABLE people ADD COLUMN home_unit_id INTEGER REFERENCES units (id);
"""
