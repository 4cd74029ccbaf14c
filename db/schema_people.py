"""The step of the schema for people: wishes, emergency contacts, orientation, reach-out, records, visitors, merges.

Nothing here says how somebody is, what they lack, or what they did not do [std 4, 15, 16].
"""

PEOPLE = """
ALTER TABLE people ADD COLUMN merged_into_id INTEGER REFERENCES people (id);
CREATE INDEX people_merged ON people (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX people_on_lists ON people (kind, home_unit_id) WHERE ended_on IS NULL;
CREATE INDEX visits_last_day ON visits (person_id, day) WHERE undone_at IS NULL;
CREATE INDEX task_ticks_of_person ON task_ticks (person_id, day) WHERE undone_at IS NULL;

CREATE TABLE contact_wishes (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL UNIQUE REFERENCES people (id),
  way TEXT CHECK (way IN ('call', 'text', 'card', 'visit', 'please-dont')),
  phone TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  languages TEXT NOT NULL DEFAULT '',
  after_days INTEGER CHECK (after_days > 0)
) STRICT;

CREATE TABLE emergency_contacts (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  name TEXT NOT NULL CHECK (name <> ''),
  relation TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL CHECK (phone <> ''),
  since TEXT NOT NULL CHECK (date(since) IS since),
  ended_on TEXT CHECK (date(ended_on) IS ended_on)
) STRICT;
CREATE INDEX emergency_contacts_of_person ON emergency_contacts (person_id) WHERE ended_on IS NULL;

CREATE TABLE photo_consents (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
  at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX photo_consents_once ON photo_consents (person_id, purpose) WHERE ended_at IS NULL;

CREATE TABLE orientations (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  buddy_id INTEGER REFERENCES people (id),
  since TEXT NOT NULL CHECK (date(since) IS since),
  ended_on TEXT CHECK (date(ended_on) IS ended_on)
) STRICT;
CREATE UNIQUE INDEX orientations_once ON orientations (person_id) WHERE ended_on IS NULL;

CREATE TABLE orientation_steps (
  id INTEGER PRIMARY KEY,
  orientation_id INTEGER NOT NULL REFERENCES orientations (id),
  step TEXT NOT NULL CHECK (step <> ''),
  done_on TEXT NOT NULL CHECK (date(done_on) IS done_on),
  by_id INTEGER REFERENCES people (id),
  undone_at TEXT
) STRICT;
CREATE UNIQUE INDEX orientation_steps_once ON orientation_steps (orientation_id, step) WHERE undone_at IS NULL;

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  day TEXT NOT NULL CHECK (date(day) IS day),
  way TEXT NOT NULL CHECK (way IN ('call', 'text', 'card', 'visit')),
  by_id INTEGER REFERENCES people (id),
  came_of_it TEXT NOT NULL
    CHECK (came_of_it IN ('talked', 'message-left', 'sent', 'nobody-there', 'will-come', 'please-dont', 'other')),
  line TEXT NOT NULL DEFAULT '',
  next_on TEXT CHECK (date(next_on) IS next_on),
  undone_at TEXT
) STRICT;
CREATE INDEX contacts_of_person ON contacts (person_id, at) WHERE undone_at IS NULL;
CREATE INDEX contacts_of_day ON contacts (day) WHERE undone_at IS NULL;

CREATE TABLE own_words (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  month TEXT NOT NULL CHECK (date(month || '-01') IS month || '-01'),
  words TEXT NOT NULL CHECK (words <> ''),
  at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX own_words_once ON own_words (person_id, month) WHERE ended_at IS NULL;

CREATE TABLE goals (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  area TEXT NOT NULL
    CHECK (area IN ('work', 'education', 'housing', 'health', 'friends-and-family', 'other')),
  words TEXT NOT NULL CHECK (words <> ''),
  since TEXT NOT NULL CHECK (date(since) IS since),
  ended_on TEXT CHECK (date(ended_on) IS ended_on)
) STRICT;
CREATE INDEX goals_of_person ON goals (person_id);

CREATE TABLE supports (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('housing', 'education', 'benefits', 'health-care', 'transport')),
  day TEXT NOT NULL CHECK (date(day) IS day),
  by_id INTEGER REFERENCES people (id),
  line TEXT NOT NULL CHECK (line <> ''),
  undone_at TEXT
) STRICT;
CREATE INDEX supports_of_person ON supports (person_id, day) WHERE undone_at IS NULL;

CREATE TABLE signatures (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  month TEXT NOT NULL CHECK (date(month || '-01') IS month || '-01'),
  side TEXT NOT NULL CHECK (side IN ('own', 'staff')),
  signed INTEGER NOT NULL CHECK (signed IN (0, 1)),
  by_id INTEGER REFERENCES people (id),
  at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX signatures_once ON signatures (person_id, month, side) WHERE ended_at IS NULL;

CREATE TABLE agenda_items (
  id INTEGER PRIMARY KEY,
  person_id INTEGER REFERENCES people (id),
  words TEXT NOT NULL CHECK (words <> ''),
  at TEXT NOT NULL,
  withdrawn_at TEXT,
  decision TEXT NOT NULL DEFAULT '',
  decided_on TEXT CHECK (date(decided_on) IS decided_on),
  by_id INTEGER REFERENCES people (id),
  CHECK ((decided_on IS NULL) = (decision = ''))
) STRICT;
CREATE INDEX agenda_items_open ON agenda_items (id) WHERE withdrawn_at IS NULL AND decided_on IS NULL;
CREATE INDEX agenda_items_decided ON agenda_items (decided_on) WHERE decided_on IS NOT NULL;

CREATE TABLE visitors (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  purpose TEXT NOT NULL CHECK (purpose IN ('tour', 'guest', 'meeting', 'delivery', 'other')),
  line TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL CHECK (date(day) IS day),
  in_at TEXT NOT NULL,
  out_at TEXT,
  out_how TEXT CHECK (out_how IN ('told', 'estimate')),
  undone_at TEXT,
  person_id INTEGER REFERENCES people (id),
  CHECK (out_at >= in_at),
  CHECK ((out_at IS NULL) = (out_how IS NULL))
) STRICT;
CREATE INDEX visitors_of_day ON visitors (day) WHERE undone_at IS NULL;
CREATE INDEX visitors_open ON visitors (day) WHERE out_at IS NULL AND undone_at IS NULL;
CREATE INDEX visitors_of_person ON visitors (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE merges (
  id INTEGER PRIMARY KEY,
  kept_id INTEGER NOT NULL REFERENCES people (id),
  old_id INTEGER NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  ended_at TEXT,
  CHECK (kept_id <> old_id)
) STRICT;
CREATE UNIQUE INDEX merges_once ON merges (old_id) WHERE ended_at IS NULL;

CREATE TABLE merge_moves (
  id INTEGER PRIMARY KEY,
  merge_id INTEGER NOT NULL REFERENCES merges (id),
  in_table TEXT NOT NULL,
  in_column TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  was ANY,
  became ANY
) STRICT;
CREATE INDEX merge_moves_of_merge ON merge_moves (merge_id);

DROP TRIGGER sign_ups_stay;
CREATE TRIGGER sign_ups_stay BEFORE UPDATE OF person_id, day, part_id, unit_id ON sign_ups
WHEN NEW.day IS NOT OLD.day OR NEW.part_id IS NOT OLD.part_id OR NEW.unit_id IS NOT OLD.unit_id
  OR (NEW.person_id IS NOT OLD.person_id AND NOT EXISTS (
    SELECT 1 FROM people WHERE (id = OLD.person_id AND merged_into_id = NEW.person_id)
    OR (id = NEW.person_id AND merged_into_id = OLD.person_id)))
BEGIN
  SELECT RAISE(ABORT, 'a sign-up is ended and made anew, never moved');
END;
DROP TRIGGER registrations_stay;
CREATE TRIGGER registrations_stay BEFORE UPDATE OF id, occurrence_id, person_id ON registrations
WHEN NEW.id IS NOT OLD.id OR NEW.occurrence_id IS NOT OLD.occurrence_id
  OR (NEW.person_id IS NOT OLD.person_id AND NOT EXISTS (
    SELECT 1 FROM people WHERE (id = OLD.person_id AND merged_into_id = NEW.person_id)
    OR (id = NEW.person_id AND merged_into_id = OLD.person_id)))
BEGIN
  SELECT RAISE(ABORT, 'a registration is ended and made anew, never moved');
END;
"""
