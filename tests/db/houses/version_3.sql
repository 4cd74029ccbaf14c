-- A small house as version 3 of the schema kept it. Once a later version is out, this file never changes.

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

CREATE TABLE weekly_pattern (
  weekday INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7),
  kind TEXT NOT NULL CHECK (kind IN ('work-ordered', 'social', 'closed'))
) STRICT;

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

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
) STRICT;
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
INSERT INTO _sqlite_migrations VALUES
  (1, 'clubhouse', '0001_ground', '2026-10-01 12:00:00.000000+00:00'),
  (2, 'clubhouse', '0002_day', '2026-11-21 08:00:00.000000+00:00'),
  (3, 'clubhouse', '0003_program', '2026-11-21 08:00:00.000000+00:00');
PRAGMA user_version = 3;

INSERT INTO settings VALUES
  ('name', 'Harbor House'),
  ('timezone', 'America/New_York'),
  ('closing-time', '16:30'),
  ('active-days', '60');

INSERT INTO units VALUES
  (1, 'Culinary', 'C', 'orange', 'Cooks the lunch and looks after the snack bar', NULL),
  (2, 'Clerical', '@', 'blue', '', NULL),
  (3, 'Gärtnerei', 'Ä', 'green', 'Pantry and garden', '2026-10-30');

INSERT INTO people VALUES
(1, 'M0001', 'member', 'Rosa', 'Álvarez', 'Rosie', 'nickname', '2019-04-01', NULL, NULL, '', 1),
  (2, 'M0002', 'member', '李', '小龙', '', 'first_name', '2021-09-13', NULL, NULL, '', 2),
  (3, 'M0003', 'member', 'Ngozi', 'O''Connor', '', 'initials', '2015-01-05', '2024-06-28', NULL, '', NULL),
  (4, 'M-17b', 'member', 'Jean-Luc', 'Nguyễn', '', 'hidden', '2023-02-02', NULL, '2026-11-20T15:02:11Z', 'Asked to talk with Sam before the next visit', NULL),
  (5, 'S0001', 'staff', 'Sam', 'Lee', '', 'first_name', '2014-08-18', NULL, NULL, '', 1),
  (6, 'V0001', 'volunteer', 'Łucja', '', '', 'first_name', '2026-10-05', NULL, NULL, '', NULL);

INSERT INTO name_letters VALUES
  ('alvarez', 1),
  ('alvarez rosa', 1),
  ('alvarezrosa', 1),
  ('jean luc nguyen', 4),
  ('jean lucnguyen', 4),
  ('lee', 5),
  ('lee sam', 5),
  ('lucja', 6),
  ('ngozi oconnor', 3),
  ('nguyen', 4),
  ('nguyen jean luc', 4),
  ('nguyenjean luc', 4),
  ('oconnor', 3),
  ('oconnor ngozi', 3),
  ('rosa alvarez', 1),
  ('rosaalvarez', 1),
  ('rosie alvarez', 1),
  ('sam lee', 5),
  ('小龙', 2),
  ('小龙 李', 2),
  ('小龙李', 2),
  ('李 小龙', 2),
  ('李小龙', 2);

INSERT INTO cards VALUES
  (1, 'CHBDEFGHIJKLNRTUVCBDEFGHIJTKL', 1, '2026-10-01T13:00:00Z', '2026-10-19T14:10:05Z'),
  (2, 'CHCVUTRNLKJIHGFEDBCVUTRNLKTHH', 1, '2026-10-19T14:10:05Z', NULL),
  (3, 'CHHHJKLNRTCCBBDDEEFFGGHHIIDTD', 2, '2026-10-01T13:00:00Z', NULL),
  (4, 'CHJDKVUTRNCBEFGHILNRTUVCBDIVL', 3, '2026-10-01T13:00:00Z', NULL),
  (5, 'CHNRTUVCBDEFGHIJKLCVBUDTERDGT', 5, '2026-10-01T13:00:00Z', NULL);

INSERT INTO visits VALUES
  (1, 1, '2026-10-30', '2026-10-30T12:47:05Z', 'scan', '2026-10-30T19:58:40Z', 'key', NULL),
  (2, 2, '2026-10-30', '2026-10-30T12:51:33Z', 'scan', '2026-10-30T20:30:00Z', 'estimate', NULL),
  (3, 5, '2026-10-30', '2026-10-30T12:20:02Z', 'scan', '2026-10-30T21:04:59Z', 'scan', NULL),
  (4, 1, '2026-11-02', '2026-11-02T13:44:18Z', 'scan', '2026-11-02T18:00:00Z', 'told', NULL),
  (5, 1, '2026-11-02', '2026-11-02T13:40:00Z', 'scan', NULL, NULL, '2026-11-02T13:40:09Z'),
  (6, 6, '2026-11-02', '2026-11-02T14:00:00Z', 'paper', '2026-11-02T16:30:00Z', 'paper', NULL),
  (7, 2, '2026-11-23', '2026-11-23T13:46:02Z', 'name', NULL, NULL, NULL);

INSERT INTO weekly_pattern VALUES
  (1, 'work-ordered'), (2, 'work-ordered'), (3, 'closed'), (4, 'work-ordered'), (5, 'work-ordered'),
  (6, 'work-ordered'), (7, 'social');

INSERT INTO special_days VALUES
  ('2026-11-03', NULL, 'open after all'),
  ('2026-11-26', 'social', 'Thanksgiving dinner'),
  ('2026-12-14', 'closed', 'snow');

INSERT INTO day_parts VALUES
  (1, 'morning', '1234567', '09:00', '09:30', '12:00', NULL),
  (2, 'afternoon', '12457', '12:45', '13:15', '15:30', NULL),
  (3, 'evening', '2', '17:00', '17:00', '19:00', '2026-11-13');

INSERT INTO unit_leads VALUES
  (1, 1, 1, 5, 1, NULL, '2026-10-01', NULL),
  (2, 1, 2, 5, 1, NULL, '2026-10-01', '2026-11-02'),
  (3, 2, 1, 5, NULL, '2026-11-23', '2026-11-20', NULL);

INSERT INTO tasks VALUES
  (1, 1, 1, 'Lunch prep', 'Wash your hands.
Take the list from the door; it''s in the blue folder.', 'cooking', 3, '2026-10-05', 'FREQ=WEEKLY;BYDAY=MO,TU,TH,FR', NULL),
  (2, 2, 2, 'Attendance statistics', '', '', NULL, '2026-10-08', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', NULL),
  (3, 2, 1, 'Birthday card for Łucja', '', 'drawing', 1, '2026-11-20', '', NULL),
  (4, 3, 1, 'Rake the leaves', '', '', 2, '2026-10-19', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261130', '2026-10-30');

INSERT INTO task_ticks VALUES
  (1, 1, '2026-11-20', '2026-11-20', '2026-11-20T16:40:00Z', 1, '2026-11-20T16:40:06Z'),
  (2, 1, '2026-11-20', '2026-11-20', '2026-11-20T16:55:00Z', NULL, NULL),
  (3, 3, '2026-11-20', '2026-11-23', '2026-11-23T14:40:00Z', 2, NULL);

INSERT INTO sign_ups VALUES
  (1, 2, '2026-11-20', 1, 'joined', 1, 1, NULL, '2026-11-20T14:02:10Z', '2026-11-20T15:00:00Z'),
  (2, 2, '2026-11-20', 1, 'joined', 2, NULL, 5, '2026-11-20T15:00:00Z', NULL),
  (3, 1, '2026-11-20', 2, 'visiting', NULL, NULL, NULL, '2026-11-20T17:50:00Z', NULL),
  (4, 2, '2026-11-23', 1, 'joined', 1, 1, NULL, '2026-11-23T14:01:00Z', NULL),
  (5, 2, '2026-11-23', 2, 'invited', 2, 2, 5, '2026-11-23T14:05:00Z', NULL);

-- The seats of unit 2 were made none after somebody had taken one.
INSERT INTO unit_seats VALUES (1, 1, 4), (1, 2, NULL), (2, 1, 0);

INSERT INTO permissions VALUES
  (1, 1, 'board', '2026-10-05T14:00:00Z', NULL),
  (2, 2, 'board', '2026-10-05T14:00:00Z', '2026-10-12T14:00:00Z'),
  (3, 2, 'settings', '2026-10-12T14:00:00Z', NULL);

-- A class that comes again, a tea that was once, and a waiting list.
INSERT INTO series VALUES
  (1, '5f0c1d2e@harbor', 'class', 'Typing — 打字', 'Typing', 'Clerical', 'Bring nothing', '2026-10-06', '10:30', 60, 'FREQ=WEEKLY;BYDAY=TU', 2, 60, 0, '2027-02-22'),
  (2, '77aa', 'social', 'Tea', '', '', '', '2026-11-01', NULL, 1440, '', NULL, 0, 1, '2026-11-23');
INSERT INTO series_leads VALUES
  (1, 1, 3, NULL),
  (2, 1, 5, '2026-10-20T14:00:00Z');
INSERT INTO occurrences VALUES
  (1, 1, '2026-11-17', '2026-11-17', '10:30', 60, 'Typing — 打字', 'Typing', 'Clerical', 'Bring nothing', 2, 0, 0, NULL),
  (2, 1, '2026-11-24', '2026-11-25', '11:00', 90, 'Typing — 打字', 'Typing', 'Clerical', 'Bring nothing', 1, 0, 1, NULL),
  (3, 1, '2026-12-01', '2026-12-01', '10:30', 60, 'Typing — 打字', 'Typing', 'Clerical', 'Bring nothing', 2, 0, 0, '2026-11-20T15:00:00Z'),
  (4, 2, '2026-11-01', '2026-11-01', NULL, 1440, 'Tea', '', '', '', NULL, 0, 0, NULL);
INSERT INTO registrations VALUES
  (1, 1, 1, 0, NULL, '2026-10-30T13:00:00Z', NULL),
  (2, 2, 1, 0, NULL, '2026-10-30T13:01:00Z', '2026-11-02T13:50:00Z'),
  (3, 2, 2, 0, 5, '2026-10-30T13:02:00Z', NULL),
  (4, 2, 3, 0, NULL, '2026-10-30T13:03:00Z', NULL);
INSERT INTO presences VALUES
  (1, 1, 1, 'scan', '2026-11-17T15:28:00Z', NULL),
  (2, 1, 2, 'list', '2026-11-17T17:00:00Z', NULL),
  (3, 4, 6, 'key', '2026-11-01T18:00:00Z', '2026-11-01T18:00:09Z');
INSERT INTO news VALUES
  (1, 2, 2, 'seat', '2026-11-02T13:50:00Z', '2026-11-23T13:46:02Z', NULL),
  (2, 3, 2, 'changed', '2026-11-20T15:00:00Z', NULL, NULL),
  (3, 1, 2, 'waiting', '2026-11-01T15:00:00Z', NULL, '2026-11-02T13:50:00Z');

INSERT INTO audit VALUES
  (1, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 1', NULL, '{"code": "M0001", "first_name": "Rosa", "last_name": "Álvarez"}', ''),
  (2, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 2', NULL, '{"code": "M0002", "first_name": "李", "last_name": "小龙"}', ''),
  (3, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 3', NULL, '{"code": "M0003", "first_name": "Ngozi", "last_name": "O''Connor"}', ''),
  (4, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 4', NULL, '{"code": "M-17b", "first_name": "Jean-Luc", "last_name": "Nguyễn"}', ''),
  (5, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 5', NULL, '{"code": "S0001", "first_name": "Sam", "last_name": "Lee"}', ''),
  (6, '2026-10-01T12:30:00Z', 'desk', 'command line', 'add_person', 'person 6', NULL, '{"code": "V0001", "first_name": "Łucja", "last_name": ""}', ''),
  (7, '2026-10-01T13:00:00Z', 'desk', 'command line', 'issue_card', 'card 1', NULL, '{"person": "M0001"}', ''),
  (8, '2026-10-01T13:00:00Z', 'desk', 'command line', 'issue_card', 'card 3', NULL, '{"person": "M0002"}', ''),
  (9, '2026-10-01T13:00:00Z', 'desk', 'command line', 'issue_card', 'card 4', NULL, '{"person": "M0003"}', ''),
  (10, '2026-10-01T13:00:00Z', 'desk', 'command line', 'issue_card', 'card 5', NULL, '{"person": "S0001"}', ''),
  (11, '2026-10-19T14:10:05Z', 'desk', 'S0001', 'replace_card', 'card 2', '1', '{"person": "M0001"}', ''),
  (12, '2026-10-30T12:20:02Z', 'kiosk', 'S0001', 'sign_in', 'visit 3', NULL, '{"id": 3, "person_id": 5, "day": "2026-10-30", "in_at": "2026-10-30T12:20:02Z", "in_how": "scan", "out_at": null, "out_how": null}', ''),
  (13, '2026-10-30T12:47:05Z', 'kiosk', 'M0001', 'sign_in', 'visit 1', NULL, '{"id": 1, "person_id": 1, "day": "2026-10-30", "in_at": "2026-10-30T12:47:05Z", "in_how": "scan", "out_at": null, "out_how": null}', ''),
  (14, '2026-10-30T12:51:33Z', 'kiosk', 'M0002', 'sign_in', 'visit 2', NULL, '{"id": 2, "person_id": 2, "day": "2026-10-30", "in_at": "2026-10-30T12:51:33Z", "in_how": "scan", "out_at": null, "out_how": null}', ''),
  (15, '2026-10-30T19:58:40Z', 'kiosk', 'M0001', 'sign_out', 'visit 1', '{"id": 1, "person_id": 1, "day": "2026-10-30", "in_at": "2026-10-30T12:47:05Z", "in_how": "scan", "out_at": null, "out_how": null}', '{"id": 1, "person_id": 1, "day": "2026-10-30", "in_at": "2026-10-30T12:47:05Z", "in_how": "scan", "out_at": "2026-10-30T19:58:40Z", "out_how": "key"}', ''),
  (16, '2026-10-30T20:30:00Z', 'kiosk', 'house', 'close_day', 'visit 2', '{"id": 2, "person_id": 2, "day": "2026-10-30", "in_at": "2026-10-30T12:51:33Z", "in_how": "scan", "out_at": null, "out_how": null}', '{"id": 2, "person_id": 2, "day": "2026-10-30", "in_at": "2026-10-30T12:51:33Z", "in_how": "scan", "out_at": "2026-10-30T20:30:00Z", "out_how": "estimate"}', ''),
  (17, '2026-10-30T21:04:59Z', 'kiosk', 'S0001', 'sign_out', 'visit 3', '{"id": 3, "person_id": 5, "day": "2026-10-30", "in_at": "2026-10-30T12:20:02Z", "in_how": "scan", "out_at": null, "out_how": null}', '{"id": 3, "person_id": 5, "day": "2026-10-30", "in_at": "2026-10-30T12:20:02Z", "in_how": "scan", "out_at": "2026-10-30T21:04:59Z", "out_how": "scan"}', ''),
  (18, '2026-11-02T13:40:00Z', 'kiosk', 'M0001', 'sign_in', 'visit 5', NULL, '{"id": 5, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:40:00Z", "in_how": "scan", "out_at": null, "out_how": null}', ''),
  (19, '2026-11-02T13:40:09Z', 'kiosk', 'M0001', 'undo_sign_in', 'visit 5', '{"id": 5, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:40:00Z", "in_how": "scan", "out_at": null, "out_how": null}', NULL, ''),
  (20, '2026-11-02T13:44:18Z', 'kiosk', 'M0001', 'sign_in', 'visit 4', NULL, '{"id": 4, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:44:18Z", "in_how": "scan", "out_at": null, "out_how": null}', ''),
  (21, '2026-11-02T14:00:00Z', 'kiosk', 'S0001', 'add_visit', 'visit 6', NULL, '{"id": 6, "person_id": 6, "day": "2026-11-02", "in_at": "2026-11-02T14:00:00Z", "in_how": "paper", "out_at": "2026-11-02T16:30:00Z", "out_how": "paper"}', 'paper sheet'),
  (22, '2026-11-02T18:00:00Z', 'kiosk', 'M0001', 'tell_leaving', 'visit 4', '{"id": 4, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:44:18Z", "in_how": "scan", "out_at": null, "out_how": null}', '{"id": 4, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:44:18Z", "in_how": "scan", "out_at": "2026-11-02T18:00:00Z", "out_how": "told"}', ''),
  (23, '2026-11-20T15:02:11Z', 'desk', 'S0001', 'pause_person', 'person 4', NULL, NULL, 'Asked to talk with Sam before the next visit'),
  (24, '2026-11-23T13:46:02Z', 'kiosk', 'M0002', 'sign_in', 'visit 7', NULL, '{"id": 7, "person_id": 2, "day": "2026-11-23", "in_at": "2026-11-23T13:46:02Z", "in_how": "name", "out_at": null, "out_how": null}', ''),
  (25, '2026-11-20T14:02:10Z', 'kiosk', 'M0002', 'join_unit', 'sign-up 1', NULL, '{"person_id": 2, "day": "2026-11-20", "part_id": 1, "state": "joined", "unit_id": 1, "task_id": 1, "by_id": null, "id": 1}', ''),
  (26, '2026-11-20T15:00:00Z', 'kiosk', 'S0001', 'join_unit', 'sign-up 2', '{"person_id": 2, "day": "2026-11-20", "part_id": 1, "state": "joined", "unit_id": 1, "task_id": 1, "by_id": null, "id": 1}', '{"person_id": 2, "day": "2026-11-20", "part_id": 1, "state": "joined", "unit_id": 2, "task_id": null, "by_id": 5, "id": 2}', ''),
  (27, '2026-11-20T17:50:00Z', 'kiosk', 'M0001', 'visit_only', 'sign-up 3', NULL, '{"person_id": 1, "day": "2026-11-20", "part_id": 2, "state": "visiting", "unit_id": null, "task_id": null, "by_id": null, "id": 3}', ''),
  (28, '2026-11-23T14:01:00Z', 'kiosk', 'M0002', 'join_unit', 'sign-up 4', NULL, '{"person_id": 2, "day": "2026-11-23", "part_id": 1, "state": "joined", "unit_id": 1, "task_id": 1, "by_id": null, "id": 4}', ''),
  (29, '2026-11-23T14:40:00Z', 'kiosk', 'M0002', 'tick_task', 'task 3', NULL, '{"task_id": 3, "since_day": "2026-11-20", "day": "2026-11-23", "at": "2026-11-23T14:40:00Z"}', ''),
  (30, '2026-10-30T13:00:00Z', 'kiosk', 'M0001', 'register', 'registration 1', NULL, '{"occurrence_id": 1, "person_id": 1, "ride": false, "by_id": null, "id": 1}', ''),
  (31, '2026-10-30T13:01:00Z', 'kiosk', 'M0001', 'register', 'registration 2', NULL, '{"occurrence_id": 2, "person_id": 1, "ride": false, "by_id": null, "id": 2}', ''),
  (32, '2026-10-30T13:02:00Z', 'desk', 'S0001', 'register', 'registration 3', NULL, '{"occurrence_id": 2, "person_id": 2, "ride": false, "by_id": 5, "id": 3}', ''),
  (33, '2026-10-30T13:03:00Z', 'kiosk', 'M0003', 'register', 'registration 4', NULL, '{"occurrence_id": 2, "person_id": 3, "ride": false, "by_id": null, "id": 4}', ''),
  (34, '2026-11-02T13:50:00Z', 'kiosk', 'M0001', 'leave_event', 'registration 2', '{"occurrence_id": 2, "person_id": 1, "ride": false, "by_id": null, "id": 2}', NULL, '');
