"""The step of the schema for classes and events: series, their occurrences, registrations, who was there, news.

Whether a registration has a seat is nowhere kept: the first to come have the seats, the others wait. So no two
kiosks can give the same seat away, and a seat that is freed is the next one's at once.
"""

PROGRAM = """
CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  public_title TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  first_day TEXT NOT NULL CHECK (date(first_day) IS first_day),
  starts TEXT CHECK (strftime('%H:%M', starts) IS starts),
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  rule TEXT NOT NULL DEFAULT '',
  seats INTEGER CHECK (seats >= 0),
  closes_minutes INTEGER NOT NULL DEFAULT 0 CHECK (closes_minutes >= 0),
  rides INTEGER NOT NULL DEFAULT 0 CHECK (rides IN (0, 1)),
  made_until TEXT NOT NULL CHECK (date(made_until) IS made_until)
) STRICT;
CREATE INDEX series_made_until ON series (made_until) WHERE rule <> '';

CREATE TABLE series_leads (
  id INTEGER PRIMARY KEY,
  series_id INTEGER NOT NULL REFERENCES series (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX series_leads_once ON series_leads (series_id, person_id) WHERE ended_at IS NULL;

CREATE TABLE occurrences (
  id INTEGER PRIMARY KEY,
  series_id INTEGER NOT NULL REFERENCES series (id),
  original_day TEXT NOT NULL CHECK (date(original_day) IS original_day),
  day TEXT NOT NULL CHECK (date(day) IS day),
  starts TEXT CHECK (strftime('%H:%M', starts) IS starts),
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  title TEXT NOT NULL CHECK (title <> ''),
  public_title TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  seats INTEGER CHECK (seats >= 0),
  extra INTEGER NOT NULL DEFAULT 0 CHECK (extra IN (0, 1)),
  differs INTEGER NOT NULL DEFAULT 0 CHECK (differs IN (0, 1)),
  cancelled_at TEXT
) STRICT;
CREATE UNIQUE INDEX occurrences_once ON occurrences (series_id, original_day);
CREATE INDEX occurrences_by_day ON occurrences (day) WHERE cancelled_at IS NULL;

CREATE TABLE registrations (
  id INTEGER PRIMARY KEY,
  occurrence_id INTEGER NOT NULL REFERENCES occurrences (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  ride INTEGER NOT NULL DEFAULT 0 CHECK (ride IN (0, 1)),
  by_id INTEGER REFERENCES people (id),
  at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE UNIQUE INDEX registrations_once ON registrations (occurrence_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX registrations_in_order ON registrations (occurrence_id, id) WHERE ended_at IS NULL;
CREATE TRIGGER registrations_stay BEFORE UPDATE OF id, occurrence_id, person_id ON registrations BEGIN
  SELECT RAISE(ABORT, 'a registration is ended and made anew, never moved');
END;
CREATE TRIGGER registrations_end BEFORE UPDATE OF ended_at ON registrations
WHEN OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at BEGIN
  SELECT RAISE(ABORT, 'whoever has left comes again as the last');
END;
CREATE TRIGGER registrations_kept BEFORE DELETE ON registrations BEGIN
  SELECT RAISE(ABORT, 'a registration is ended, never deleted');
END;

CREATE TABLE presences (
  id INTEGER PRIMARY KEY,
  occurrence_id INTEGER NOT NULL REFERENCES occurrences (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  how TEXT NOT NULL CHECK (how IN ('scan', 'key', 'list')),
  at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE UNIQUE INDEX presences_once ON presences (occurrence_id, person_id) WHERE undone_at IS NULL;
CREATE INDEX presences_of_person ON presences (person_id, at) WHERE undone_at IS NULL;

CREATE TABLE news (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  occurrence_id INTEGER NOT NULL REFERENCES occurrences (id),
  kind TEXT NOT NULL CHECK (kind IN ('seat', 'waiting', 'changed', 'cancelled', 'held')),
  at TEXT NOT NULL,
  told_at TEXT,
  forgotten_at TEXT
) STRICT;
CREATE UNIQUE INDEX news_once ON news (person_id, occurrence_id, kind)
WHERE told_at IS NULL AND forgotten_at IS NULL;
CREATE INDEX news_of_person ON news (person_id, told_at) WHERE forgotten_at IS NULL;
"""
