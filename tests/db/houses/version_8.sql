-- A small house as version 8 of the schema kept it. Once a later version is out, this file never changes.

BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
) STRICT;
INSERT INTO "_sqlite_migrations" VALUES(1,'clubhouse','0001_ground','2026-10-01 12:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'clubhouse','0002_day','2026-11-21 08:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'clubhouse','0003_program','2026-11-21 08:00:00.000000+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'clubhouse','0004_desk','2026-11-22 02:44:59.631015+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'clubhouse','0005_employment','2026-11-22 02:44:59.634492+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'clubhouse','0006_people','2026-11-22 02:44:59.640582+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'clubhouse','0007_reports','2026-11-22 03:01:46.404459+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'clubhouse','0008_months','2026-11-22 05:27:04.856629+00:00');
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
INSERT INTO "agenda_items" VALUES(1,1,'A new toaster','2026-11-23T15:30:00Z',NULL,'',NULL,NULL);
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
INSERT INTO "audit" VALUES(1,'2026-10-01T12:30:00Z','desk','command line','add_person','person 1',NULL,'{"code": "M0001", "first_name": "Rosa", "last_name": "Álvarez"}','');
INSERT INTO "audit" VALUES(2,'2026-10-01T12:30:00Z','desk','command line','add_person','person 2',NULL,'{"code": "M0002", "first_name": "李", "last_name": "小龙"}','');
INSERT INTO "audit" VALUES(3,'2026-10-01T12:30:00Z','desk','command line','add_person','person 3',NULL,'{"code": "M0003", "first_name": "Ngozi", "last_name": "O''Connor"}','');
INSERT INTO "audit" VALUES(4,'2026-10-01T12:30:00Z','desk','command line','add_person','person 4',NULL,'{"code": "M-17b", "first_name": "Jean-Luc", "last_name": "Nguyễn"}','');
INSERT INTO "audit" VALUES(5,'2026-10-01T12:30:00Z','desk','command line','add_person','person 5',NULL,'{"code": "S0001", "first_name": "Sam", "last_name": "Lee"}','');
INSERT INTO "audit" VALUES(6,'2026-10-01T12:30:00Z','desk','command line','add_person','person 6',NULL,'{"code": "V0001", "first_name": "Łucja", "last_name": ""}','');
INSERT INTO "audit" VALUES(7,'2026-10-01T13:00:00Z','desk','command line','issue_card','card 1',NULL,'{"person": "M0001"}','');
INSERT INTO "audit" VALUES(8,'2026-10-01T13:00:00Z','desk','command line','issue_card','card 3',NULL,'{"person": "M0002"}','');
INSERT INTO "audit" VALUES(9,'2026-10-01T13:00:00Z','desk','command line','issue_card','card 4',NULL,'{"person": "M0003"}','');
INSERT INTO "audit" VALUES(10,'2026-10-01T13:00:00Z','desk','command line','issue_card','card 5',NULL,'{"person": "S0001"}','');
INSERT INTO "audit" VALUES(11,'2026-10-19T14:10:05Z','desk','S0001','replace_card','card 2','1','{"person": "M0001"}','');
INSERT INTO "audit" VALUES(12,'2026-10-30T12:20:02Z','kiosk','S0001','sign_in','visit 3',NULL,'{"id": 3, "person_id": 5, "day": "2026-10-30", "in_at": "2026-10-30T12:20:02Z", "in_how": "scan", "out_at": null, "out_how": null}','');
INSERT INTO "audit" VALUES(13,'2026-10-30T12:47:05Z','kiosk','M0001','sign_in','visit 1',NULL,'{"id": 1, "person_id": 1, "day": "2026-10-30", "in_at": "2026-10-30T12:47:05Z", "in_how": "scan", "out_at": null, "out_how": null}','');
INSERT INTO "audit" VALUES(14,'2026-10-30T12:51:33Z','kiosk','M0002','sign_in','visit 2',NULL,'{"id": 2, "person_id": 2, "day": "2026-10-30", "in_at": "2026-10-30T12:51:33Z", "in_how": "scan", "out_at": null, "out_how": null}','');
INSERT INTO "audit" VALUES(15,'2026-10-30T19:58:40Z','kiosk','M0001','sign_out','visit 1','{"id": 1, "person_id": 1, "day": "2026-10-30", "in_at": "2026-10-30T12:47:05Z", "in_how": "scan", "out_at": null, "out_how": null}','{"id": 1, "person_id": 1, "day": "2026-10-30", "in_at": "2026-10-30T12:47:05Z", "in_how": "scan", "out_at": "2026-10-30T19:58:40Z", "out_how": "key"}','');
INSERT INTO "audit" VALUES(16,'2026-10-30T20:30:00Z','kiosk','house','close_day','visit 2','{"id": 2, "person_id": 2, "day": "2026-10-30", "in_at": "2026-10-30T12:51:33Z", "in_how": "scan", "out_at": null, "out_how": null}','{"id": 2, "person_id": 2, "day": "2026-10-30", "in_at": "2026-10-30T12:51:33Z", "in_how": "scan", "out_at": "2026-10-30T20:30:00Z", "out_how": "estimate"}','');
INSERT INTO "audit" VALUES(17,'2026-10-30T21:04:59Z','kiosk','S0001','sign_out','visit 3','{"id": 3, "person_id": 5, "day": "2026-10-30", "in_at": "2026-10-30T12:20:02Z", "in_how": "scan", "out_at": null, "out_how": null}','{"id": 3, "person_id": 5, "day": "2026-10-30", "in_at": "2026-10-30T12:20:02Z", "in_how": "scan", "out_at": "2026-10-30T21:04:59Z", "out_how": "scan"}','');
INSERT INTO "audit" VALUES(18,'2026-11-02T13:40:00Z','kiosk','M0001','sign_in','visit 5',NULL,'{"id": 5, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:40:00Z", "in_how": "scan", "out_at": null, "out_how": null}','');
INSERT INTO "audit" VALUES(19,'2026-11-02T13:40:09Z','kiosk','M0001','undo_sign_in','visit 5','{"id": 5, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:40:00Z", "in_how": "scan", "out_at": null, "out_how": null}',NULL,'');
INSERT INTO "audit" VALUES(20,'2026-11-02T13:44:18Z','kiosk','M0001','sign_in','visit 4',NULL,'{"id": 4, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:44:18Z", "in_how": "scan", "out_at": null, "out_how": null}','');
INSERT INTO "audit" VALUES(21,'2026-11-02T14:00:00Z','kiosk','S0001','add_visit','visit 6',NULL,'{"id": 6, "person_id": 6, "day": "2026-11-02", "in_at": "2026-11-02T14:00:00Z", "in_how": "paper", "out_at": "2026-11-02T16:30:00Z", "out_how": "paper"}','paper sheet');
INSERT INTO "audit" VALUES(22,'2026-11-02T18:00:00Z','kiosk','M0001','tell_leaving','visit 4','{"id": 4, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:44:18Z", "in_how": "scan", "out_at": null, "out_how": null}','{"id": 4, "person_id": 1, "day": "2026-11-02", "in_at": "2026-11-02T13:44:18Z", "in_how": "scan", "out_at": "2026-11-02T18:00:00Z", "out_how": "told"}','');
INSERT INTO "audit" VALUES(23,'2026-11-20T15:02:11Z','desk','S0001','pause_person','person 4',NULL,NULL,'Asked to talk with Sam before the next visit');
INSERT INTO "audit" VALUES(24,'2026-11-23T13:46:02Z','kiosk','M0002','sign_in','visit 7',NULL,'{"id": 7, "person_id": 2, "day": "2026-11-23", "in_at": "2026-11-23T13:46:02Z", "in_how": "name", "out_at": null, "out_how": null}','');
INSERT INTO "audit" VALUES(25,'2026-11-20T14:02:10Z','kiosk','M0002','join_unit','sign-up 1',NULL,'{"person_id": 2, "day": "2026-11-20", "part_id": 1, "state": "joined", "unit_id": 1, "task_id": 1, "by_id": null, "id": 1}','');
INSERT INTO "audit" VALUES(26,'2026-11-20T15:00:00Z','kiosk','S0001','join_unit','sign-up 2','{"person_id": 2, "day": "2026-11-20", "part_id": 1, "state": "joined", "unit_id": 1, "task_id": 1, "by_id": null, "id": 1}','{"person_id": 2, "day": "2026-11-20", "part_id": 1, "state": "joined", "unit_id": 2, "task_id": null, "by_id": 5, "id": 2}','');
INSERT INTO "audit" VALUES(27,'2026-11-20T17:50:00Z','kiosk','M0001','visit_only','sign-up 3',NULL,'{"person_id": 1, "day": "2026-11-20", "part_id": 2, "state": "visiting", "unit_id": null, "task_id": null, "by_id": null, "id": 3}','');
INSERT INTO "audit" VALUES(28,'2026-11-23T14:01:00Z','kiosk','M0002','join_unit','sign-up 4',NULL,'{"person_id": 2, "day": "2026-11-23", "part_id": 1, "state": "joined", "unit_id": 1, "task_id": 1, "by_id": null, "id": 4}','');
INSERT INTO "audit" VALUES(29,'2026-11-23T14:40:00Z','kiosk','M0002','tick_task','task 3',NULL,'{"task_id": 3, "since_day": "2026-11-20", "day": "2026-11-23", "at": "2026-11-23T14:40:00Z"}','');
INSERT INTO "audit" VALUES(30,'2026-10-30T13:00:00Z','kiosk','M0001','register','registration 1',NULL,'{"occurrence_id": 1, "person_id": 1, "ride": false, "by_id": null, "id": 1}','');
INSERT INTO "audit" VALUES(31,'2026-10-30T13:01:00Z','kiosk','M0001','register','registration 2',NULL,'{"occurrence_id": 2, "person_id": 1, "ride": false, "by_id": null, "id": 2}','');
INSERT INTO "audit" VALUES(32,'2026-10-30T13:02:00Z','desk','S0001','register','registration 3',NULL,'{"occurrence_id": 2, "person_id": 2, "ride": false, "by_id": 5, "id": 3}','');
INSERT INTO "audit" VALUES(33,'2026-10-30T13:03:00Z','kiosk','M0003','register','registration 4',NULL,'{"occurrence_id": 2, "person_id": 3, "ride": false, "by_id": null, "id": 4}','');
INSERT INTO "audit" VALUES(34,'2026-11-02T13:50:00Z','kiosk','M0001','leave_event','registration 2','{"occurrence_id": 2, "person_id": 1, "ride": false, "by_id": null, "id": 2}',NULL,'');
INSERT INTO "audit" VALUES(35,'2026-11-23T15:30:00Z','kiosk','command line','give_pin','person 5',NULL,NULL,'');
INSERT INTO "audit" VALUES(36,'2026-11-23T15:30:00Z','kiosk','house','wrong_pin','person 5',NULL,NULL,'');
INSERT INTO "audit" VALUES(37,'2026-11-23T15:30:00Z','kiosk','command line','add_employer','employer 1',NULL,'{"name": "Harbor Bakery", "contact": "", "id": 1, "closed_on": null}','');
INSERT INTO "audit" VALUES(38,'2026-11-23T15:30:00Z','kiosk','command line','add_placement','placement 1',NULL,'{"employer_id": 1, "job": "Baker''s assistant", "place": "", "contact": "", "is_group": false, "weekly_minutes": 1200, "looked_after_by": null, "opened_on": "2026-11-23", "id": 1, "closed_on": null}','');
INSERT INTO "audit" VALUES(39,'2026-11-23T15:30:00Z','kiosk','command line','set_times','placement 1',NULL,'{"placement_id": 1, "since": "2026-11-23", "times": ["UsualTime(weekday=1, starts=datetime.time(5, 0), minutes=240)", "UsualTime(weekday=2, starts=datetime.time(5, 0), minutes=240)", "UsualTime(weekday=3, starts=datetime.time(5, 0), minutes=240)", "UsualTime(weekday=4, starts=datetime.time(5, 0), minutes=240)", "UsualTime(weekday=5, starts=datetime.time(5, 0), minutes=240)"]}','');
INSERT INTO "audit" VALUES(40,'2026-11-23T15:30:00Z','kiosk','command line','set_wage','placement 1',NULL,'{"placement_id": 1, "since": "2026-11-23", "cents": 1550, "correction": false}','');
INSERT INTO "audit" VALUES(41,'2026-11-23T15:30:00Z','kiosk','command line','begin_term','term 1',NULL,'{"placement_id": 1, "person_id": 1, "first_day": "2026-11-23", "planned_last_day": "2027-08-23", "id": 1, "last_day": null}','');
INSERT INTO "audit" VALUES(42,'2026-11-23T15:30:00Z','kiosk','command line','like_to_work','wish 1',NULL,'{"id": 1, "person_id": 2, "placement_id": null, "at": "2026-11-23T15:30:00Z"}','');
INSERT INTO "audit" VALUES(43,'2026-11-23T15:30:00Z','kiosk','command line','add_job','job 1',NULL,'{"person_id": 3, "kind": "independent", "employer": "Library", "job": "Page", "weekly_minutes": 300, "first_day": "2026-11-23", "id": 1, "last_day": null}','');
INSERT INTO "audit" VALUES(44,'2026-11-23T15:30:00Z','kiosk','command line','log_hours','work day 1',NULL,'{"placement_id": 1, "job_id": null, "day": "2026-11-23", "what": "worked", "person_id": 1, "for_id": null, "starts_at": null, "minutes": 60, "id": 1, "state": "logged", "correction": false, "at": "2026-11-23T15:30:00Z", "ended_at": null, "replaced_by": null}','');
INSERT INTO "audit" VALUES(45,'2026-11-23T15:30:00Z','kiosk','command line','confirm_hours','work day 1','{"placement_id": 1, "job_id": null, "day": "2026-11-23", "what": "worked", "person_id": 1, "for_id": null, "starts_at": null, "minutes": 60, "id": 1, "state": "logged", "correction": false, "at": "2026-11-23T15:30:00Z", "ended_at": null, "replaced_by": null}','{"placement_id": 1, "job_id": null, "day": "2026-11-23", "what": "worked", "person_id": 1, "for_id": null, "starts_at": null, "minutes": 60, "id": 1, "state": "confirmed", "correction": false, "at": "2026-11-23T15:30:00Z", "ended_at": null, "replaced_by": null}','');
INSERT INTO "audit" VALUES(46,'2026-11-23T15:30:00Z','kiosk','command line','correct_hours','work day 2','{"placement_id": 1, "job_id": null, "day": "2026-11-23", "what": "worked", "person_id": 1, "for_id": null, "starts_at": null, "minutes": 60, "id": 1, "state": "confirmed", "correction": false, "at": "2026-11-23T15:30:00Z", "ended_at": null, "replaced_by": null}','{"placement_id": 1, "job_id": null, "day": "2026-11-23", "what": "worked", "person_id": 1, "for_id": null, "starts_at": null, "minutes": 45, "id": 2, "state": "confirmed", "correction": false, "at": "2026-11-23T15:30:00Z", "ended_at": null, "replaced_by": null}','time sheet');
INSERT INTO "audit" VALUES(47,'2026-11-23T15:30:00Z','kiosk','command line','cannot_go','coverage 1',NULL,'{"placement_id": 1, "day": "2026-11-24", "person_id": 1, "id": 1, "at": "2026-11-23T15:30:00Z", "taken_by": null}','');
INSERT INTO "audit" VALUES(48,'2026-11-23T15:30:00Z','kiosk','command line','lock_month','month 2026-10',NULL,'{"month": "2026-10", "placement_id": null, "at": "2026-11-23T15:30:00Z"}','');
INSERT INTO "audit" VALUES(49,'2026-11-23T15:30:00Z','kiosk','command line','add_person','person 7',NULL,'{"code": "M0004", "kind": "member", "first_name": "Rosi", "last_name": "Alvarez", "nickname": "", "shown_as": "first_name", "since": "2026-11-23"}','');
INSERT INTO "audit" VALUES(50,'2026-11-23T15:30:00Z','kiosk','command line','view','contact wishes of person 2',NULL,'{"names": true}','');
INSERT INTO "audit" VALUES(51,'2026-11-23T15:30:00Z','kiosk','command line','set_wishes','person 2',NULL,'{"way": "card", "phone": "", "address": "12 Elm St", "languages": "中文", "after_days": null}','');
INSERT INTO "audit" VALUES(52,'2026-11-23T15:30:00Z','kiosk','command line','add_emergency','emergency contact 1',NULL,'{"name": "Luz", "relation": "sister", "phone": "555 0100", "id": 1}','');
INSERT INTO "audit" VALUES(53,'2026-11-23T15:30:00Z','kiosk','command line','set_consent','person 1','{"newsletter": null}','{"newsletter": true}','');
INSERT INTO "audit" VALUES(54,'2026-11-23T15:30:00Z','kiosk','command line','begin_orientation','orientation 1',NULL,'{"person_id": 2, "buddy_id": 1, "since": "2026-11-23", "id": 1, "ended_on": null}','');
INSERT INTO "audit" VALUES(55,'2026-11-23T15:30:00Z','kiosk','command line','tick_step','orientation 1',NULL,'"lunch together"','');
INSERT INTO "audit" VALUES(56,'2026-11-23T15:30:00Z','kiosk','command line','log_contact','contact 1',NULL,'{"person_id": 1, "day": "2026-11-23", "way": "call", "came_of_it": "talked", "line": "Likes to come on Friday.", "next_on": "2026-11-30", "by_id": null, "id": 1, "at": "2026-11-23T15:30:00Z"}','');
INSERT INTO "audit" VALUES(57,'2026-11-23T15:30:00Z','kiosk','M0001','write_own_words','person 1',NULL,'{"month": "2026-10"}','');
INSERT INTO "audit" VALUES(58,'2026-11-23T15:30:00Z','kiosk','M0001','sign_month','person 1',NULL,'{"month": "2026-10", "side": "own", "signed": true, "by_id": 1, "at": "2026-11-23T15:30:00Z"}','');
INSERT INTO "audit" VALUES(59,'2026-11-23T15:30:00Z','kiosk','M0001','add_goal','goal 1',NULL,'{"goal": 1}','');
INSERT INTO "audit" VALUES(60,'2026-11-23T15:30:00Z','kiosk','command line','add_support','support 1',NULL,'{"person": 1}','');
INSERT INTO "audit" VALUES(61,'2026-11-23T15:30:00Z','kiosk','M0001','add_item','agenda item 1',NULL,'{"id": 1, "person_id": 1, "words": "A new toaster", "at": "2026-11-23T15:30:00Z", "decision": "", "decided_on": null}','');
INSERT INTO "audit" VALUES(62,'2026-11-23T15:30:00Z','kiosk','kiosk visitor','sign_in_visitor','visitor 1',NULL,'{"id": 1, "name": "Tom Ray", "purpose": "tour", "line": "", "day": "2026-11-23", "in_at": "2026-11-23T15:30:00Z", "out_at": null, "estimated": false, "person_id": null}','');
INSERT INTO "audit" VALUES(63,'2026-11-23T15:30:00Z','kiosk','command line','merge_people','person 1','{"code": "M0001", "kind": "member", "first_name": "Rosa", "last_name": "Álvarez", "nickname": "Rosie", "shown_as": "nickname", "since": "2019-04-01", "id": 1, "ended_on": null, "paused_at": null, "pause_reason": "", "home_unit_id": 1, "merged_into_id": null}','{"code": "M0001", "kind": "member", "first_name": "Rosa", "last_name": "Álvarez", "nickname": "Rosie", "shown_as": "nickname", "since": "2019-04-01", "id": 1, "ended_on": null, "paused_at": null, "pause_reason": "", "home_unit_id": 1, "merged_into_id": null}','one with M0004');
INSERT INTO "audit" VALUES(64,'2026-11-23T15:30:00Z','kiosk','command line','merge_people','person 7','{"code": "M0004", "kind": "member", "first_name": "Rosi", "last_name": "Alvarez", "nickname": "", "shown_as": "first_name", "since": "2026-11-23", "id": 7, "ended_on": null, "paused_at": null, "pause_reason": "", "home_unit_id": null, "merged_into_id": null}','{"merged_into": "M0001"}','');
INSERT INTO "audit" VALUES(65,'2026-11-24T15:00:00Z','kiosk','command line','lock_visits','month 2026-10',NULL,'{"id": 1, "month": "2026-10", "locked_at": "2026-11-24T15:00:00Z", "locked_by": null, "ended_at": null, "ended_by": null}','');
INSERT INTO "audit" VALUES(66,'2026-11-24T15:05:00Z','kiosk','command line','unlock_visits','month 2026-10','{"id": 1, "month": "2026-10", "locked_at": "2026-11-24T15:00:00Z", "locked_by": null, "ended_at": null, "ended_by": null}','{"id": 1, "month": "2026-10", "locked_at": "2026-11-24T15:00:00Z", "locked_by": null, "ended_at": "2026-11-24T15:05:00Z", "ended_by": null}','not sent yet');
INSERT INTO "audit" VALUES(67,'2026-11-24T15:10:00Z','kiosk','command line','lock_visits','month 2026-10',NULL,'{"id": 2, "month": "2026-10", "locked_at": "2026-11-24T15:10:00Z", "locked_by": null, "ended_at": null, "ended_by": null}','');
INSERT INTO "audit" VALUES(68,'2026-11-24T15:10:00Z','kiosk','command line','set_weekday','weekday 3','"closed"','"work-ordered"','since 2026-11-24');
CREATE TABLE cards (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  issued_at TEXT NOT NULL,
  replaced_at TEXT,
  CHECK (replaced_at >= issued_at)
) STRICT;
INSERT INTO "cards" VALUES(1,'CHBDEFGHIJKLNRTUVCBDEFGHIJTKL',1,'2026-10-01T13:00:00Z','2026-10-19T14:10:05Z');
INSERT INTO "cards" VALUES(2,'CHCVUTRNLKJIHGFEDBCVUTRNLKTHH',1,'2026-10-19T14:10:05Z',NULL);
INSERT INTO "cards" VALUES(3,'CHHHJKLNRTCCBBDDEEFFGGHHIIDTD',2,'2026-10-01T13:00:00Z',NULL);
INSERT INTO "cards" VALUES(4,'CHJDKVUTRNCBEFGHILNRTUVCBDIVL',3,'2026-10-01T13:00:00Z',NULL);
INSERT INTO "cards" VALUES(5,'CHNRTUVCBDEFGHIJKLCVBUDTERDGT',5,'2026-10-01T13:00:00Z',NULL);
CREATE TABLE contact_wishes (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL UNIQUE REFERENCES people (id),
  way TEXT CHECK (way IN ('call', 'text', 'card', 'visit', 'please-dont')),
  phone TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  languages TEXT NOT NULL DEFAULT '',
  after_days INTEGER CHECK (after_days > 0)
) STRICT;
INSERT INTO "contact_wishes" VALUES(1,2,'card','','12 Elm St','中文',NULL);
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
INSERT INTO "contacts" VALUES(1,1,'2026-11-23T15:30:00Z','2026-11-23','call',NULL,'talked','Likes to come on Friday.','2026-11-30',NULL);
CREATE TABLE coverage_offers (
  request_id INTEGER NOT NULL REFERENCES coverage_requests (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  by_id INTEGER REFERENCES people (id),
  at TEXT NOT NULL,
  PRIMARY KEY (request_id, person_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "coverage_offers" VALUES(1,2,NULL,'2026-11-23T15:30:00Z');
CREATE TABLE coverage_requests (
  id INTEGER PRIMARY KEY,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  day TEXT NOT NULL CHECK (date(day) IS day),
  person_id INTEGER REFERENCES people (id),
  at TEXT NOT NULL,
  taken_by INTEGER REFERENCES people (id),
  taken_at TEXT,
  ended_at TEXT,
  CHECK ((taken_by IS NULL) = (taken_at IS NULL)),
  CHECK (taken_by <> person_id)
) STRICT;
INSERT INTO "coverage_requests" VALUES(1,1,'2026-11-24',1,'2026-11-23T15:30:00Z',NULL,NULL,NULL);
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
INSERT INTO "day_parts" VALUES(1,'morning','1234567','09:00','09:30','12:00',NULL);
INSERT INTO "day_parts" VALUES(2,'afternoon','12457','12:45','13:15','15:30',NULL);
INSERT INTO "day_parts" VALUES(3,'evening','2','17:00','17:00','19:00','2026-11-13');
CREATE TABLE emergency_contacts (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  name TEXT NOT NULL CHECK (name <> ''),
  relation TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL CHECK (phone <> ''),
  since TEXT NOT NULL CHECK (date(since) IS since),
  ended_on TEXT CHECK (date(ended_on) IS ended_on)
) STRICT;
INSERT INTO "emergency_contacts" VALUES(1,1,'Luz','sister','555 0100','2026-11-23',NULL);
CREATE TABLE employers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  contact TEXT NOT NULL DEFAULT '',
  closed_on TEXT CHECK (date(closed_on) IS closed_on)
) STRICT;
INSERT INTO "employers" VALUES(1,'Harbor Bakery','',NULL);
CREATE TABLE goals (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  area TEXT NOT NULL
    CHECK (area IN ('work', 'education', 'housing', 'health', 'friends-and-family', 'other')),
  words TEXT NOT NULL CHECK (words <> ''),
  since TEXT NOT NULL CHECK (date(since) IS since),
  ended_on TEXT CHECK (date(ended_on) IS ended_on)
) STRICT;
INSERT INTO "goals" VALUES(1,1,'work','Bake bread.','2026-11-23',NULL);
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('supported', 'independent')),
  employer TEXT NOT NULL CHECK (employer <> ''),
  job TEXT NOT NULL CHECK (job <> ''),
  weekly_minutes INTEGER NOT NULL CHECK (weekly_minutes BETWEEN 0 AND 10080),
  first_day TEXT NOT NULL CHECK (date(first_day) IS first_day),
  last_day TEXT CHECK (date(last_day) IS last_day),
  CHECK (last_day >= first_day)
) STRICT;
INSERT INTO "jobs" VALUES(1,3,'independent','Library','Page',300,'2026-11-23',NULL);
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
INSERT INTO "locked_months" VALUES(1,'2026-10','2026-11-24T15:00:00Z',NULL,'2026-11-24T15:05:00Z',NULL);
INSERT INTO "locked_months" VALUES(2,'2026-10','2026-11-24T15:10:00Z',NULL,NULL,NULL);
CREATE TABLE merge_moves (
  id INTEGER PRIMARY KEY,
  merge_id INTEGER NOT NULL REFERENCES merges (id),
  in_table TEXT NOT NULL,
  in_column TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  was ANY,
  became ANY
) STRICT;
INSERT INTO "merge_moves" VALUES(1,1,'people','merged_into_id',7,NULL,1);
INSERT INTO "merge_moves" VALUES(2,1,'people','ended_on',7,NULL,'2026-11-23');
CREATE TABLE merges (
  id INTEGER PRIMARY KEY,
  kept_id INTEGER NOT NULL REFERENCES people (id),
  old_id INTEGER NOT NULL REFERENCES people (id),
  at TEXT NOT NULL,
  ended_at TEXT,
  CHECK (kept_id <> old_id)
) STRICT;
INSERT INTO "merges" VALUES(1,1,7,'2026-11-23T15:30:00Z',NULL);
CREATE TABLE name_letters (
  letters TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES people (id),
  PRIMARY KEY (letters, person_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "name_letters" VALUES('alvarez',1);
INSERT INTO "name_letters" VALUES('alvarez rosa',1);
INSERT INTO "name_letters" VALUES('alvarezrosa',1);
INSERT INTO "name_letters" VALUES('rosa alvarez',1);
INSERT INTO "name_letters" VALUES('rosaalvarez',1);
INSERT INTO "name_letters" VALUES('rosie alvarez',1);
INSERT INTO "name_letters" VALUES('小龙',2);
INSERT INTO "name_letters" VALUES('小龙 李',2);
INSERT INTO "name_letters" VALUES('小龙李',2);
INSERT INTO "name_letters" VALUES('李 小龙',2);
INSERT INTO "name_letters" VALUES('李小龙',2);
INSERT INTO "name_letters" VALUES('ngozi oconnor',3);
INSERT INTO "name_letters" VALUES('oconnor',3);
INSERT INTO "name_letters" VALUES('oconnor ngozi',3);
INSERT INTO "name_letters" VALUES('jean luc nguyen',4);
INSERT INTO "name_letters" VALUES('jean lucnguyen',4);
INSERT INTO "name_letters" VALUES('nguyen',4);
INSERT INTO "name_letters" VALUES('nguyen jean luc',4);
INSERT INTO "name_letters" VALUES('nguyenjean luc',4);
INSERT INTO "name_letters" VALUES('lee',5);
INSERT INTO "name_letters" VALUES('lee sam',5);
INSERT INTO "name_letters" VALUES('sam lee',5);
INSERT INTO "name_letters" VALUES('lucja',6);
INSERT INTO "name_letters" VALUES('alvarez',7);
INSERT INTO "name_letters" VALUES('alvarez rosi',7);
INSERT INTO "name_letters" VALUES('rosi alvarez',7);
CREATE TABLE news (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  occurrence_id INTEGER NOT NULL REFERENCES occurrences (id),
  kind TEXT NOT NULL CHECK (kind IN ('seat', 'waiting', 'changed', 'cancelled', 'held')),
  at TEXT NOT NULL,
  told_at TEXT,
  forgotten_at TEXT
) STRICT;
INSERT INTO "news" VALUES(1,2,2,'seat','2026-11-02T13:50:00Z','2026-11-23T13:46:02Z',NULL);
INSERT INTO "news" VALUES(2,3,2,'changed','2026-11-20T15:00:00Z',NULL,NULL);
INSERT INTO "news" VALUES(3,1,2,'waiting','2026-11-01T15:00:00Z',NULL,'2026-11-02T13:50:00Z');
CREATE TABLE next_in_line (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  placement_id INTEGER REFERENCES placements (id),
  at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
INSERT INTO "next_in_line" VALUES(1,2,NULL,'2026-11-23T15:30:00Z',NULL);
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
INSERT INTO "occurrences" VALUES(1,1,'2026-11-17','2026-11-17','10:30',60,'Typing — 打字','Typing','Clerical','Bring nothing',2,0,0,NULL);
INSERT INTO "occurrences" VALUES(2,1,'2026-11-24','2026-11-25','11:00',90,'Typing — 打字','Typing','Clerical','Bring nothing',1,0,1,NULL);
INSERT INTO "occurrences" VALUES(3,1,'2026-12-01','2026-12-01','10:30',60,'Typing — 打字','Typing','Clerical','Bring nothing',2,0,0,'2026-11-20T15:00:00Z');
INSERT INTO "occurrences" VALUES(4,2,'2026-11-01','2026-11-01',NULL,1440,'Tea','','','',NULL,0,0,NULL);
CREATE TABLE orientation_steps (
  id INTEGER PRIMARY KEY,
  orientation_id INTEGER NOT NULL REFERENCES orientations (id),
  step TEXT NOT NULL CHECK (step <> ''),
  done_on TEXT NOT NULL CHECK (date(done_on) IS done_on),
  by_id INTEGER REFERENCES people (id),
  undone_at TEXT
) STRICT;
INSERT INTO "orientation_steps" VALUES(1,1,'lunch together','2026-11-23',NULL,NULL);
CREATE TABLE orientations (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  buddy_id INTEGER REFERENCES people (id),
  since TEXT NOT NULL CHECK (date(since) IS since),
  ended_on TEXT CHECK (date(ended_on) IS ended_on)
) STRICT;
INSERT INTO "orientations" VALUES(1,2,1,'2026-11-23',NULL);
CREATE TABLE own_words (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  month TEXT NOT NULL CHECK (date(month || '-01') IS month || '-01'),
  words TEXT NOT NULL CHECK (words <> ''),
  at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
INSERT INTO "own_words" VALUES(1,1,'2026-10','I cooked.','2026-11-23T15:30:00Z',NULL);
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
  pause_reason TEXT NOT NULL DEFAULT '', home_unit_id INTEGER REFERENCES units (id), merged_into_id INTEGER REFERENCES people (id),
  CHECK (first_name <> '')
) STRICT;
INSERT INTO "people" VALUES(1,'M0001','member','Rosa','Álvarez','Rosie','nickname','2019-04-01',NULL,NULL,'',1,NULL);
INSERT INTO "people" VALUES(2,'M0002','member','李','小龙','','first_name','2021-09-13',NULL,NULL,'',2,NULL);
INSERT INTO "people" VALUES(3,'M0003','member','Ngozi','O''Connor','','initials','2015-01-05','2024-06-28',NULL,'',NULL,NULL);
INSERT INTO "people" VALUES(4,'M-17b','member','Jean-Luc','Nguyễn','','hidden','2023-02-02',NULL,'2026-11-20T15:02:11Z','Asked to talk with Sam before the next visit',NULL,NULL);
INSERT INTO "people" VALUES(5,'S0001','staff','Sam','Lee','','first_name','2014-08-18',NULL,NULL,'',1,NULL);
INSERT INTO "people" VALUES(6,'V0001','volunteer','Łucja','','','first_name','2026-10-05',NULL,NULL,'',NULL,NULL);
INSERT INTO "people" VALUES(7,'M0004','member','Rosi','Alvarez','','first_name','2026-11-23','2026-11-23',NULL,'',NULL,1);
CREATE TABLE permissions (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  task TEXT NOT NULL,
  given_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
INSERT INTO "permissions" VALUES(1,1,'board','2026-10-05T14:00:00Z',NULL);
INSERT INTO "permissions" VALUES(2,2,'board','2026-10-05T14:00:00Z','2026-10-12T14:00:00Z');
INSERT INTO "permissions" VALUES(3,2,'settings','2026-10-12T14:00:00Z',NULL);
CREATE TABLE photo_consents (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  purpose TEXT NOT NULL CHECK (purpose <> ''),
  agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
  at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
INSERT INTO "photo_consents" VALUES(1,1,'newsletter',1,'2026-11-23T15:30:00Z',NULL);
CREATE TABLE pin_tries (
  who INTEGER PRIMARY KEY CHECK (who >= 0),
  wrong INTEGER NOT NULL CHECK (wrong > 0),
  last_at TEXT NOT NULL
) STRICT;
INSERT INTO "pin_tries" VALUES(5,1,'2026-11-23T15:30:00Z');
CREATE TABLE pins (
  person_id INTEGER PRIMARY KEY REFERENCES people (id),
  hash BLOB NOT NULL CHECK (length(hash) >= 32),
  salt BLOB NOT NULL CHECK (length(salt) >= 16),
  n INTEGER NOT NULL CHECK (n > 1),
  r INTEGER NOT NULL CHECK (r > 0),
  p INTEGER NOT NULL CHECK (p > 0),
  set_at TEXT NOT NULL
) STRICT;
INSERT INTO "pins" VALUES(5,X'BD530889B09A8B0C387B441E17DA74BE1B6646C3358E2E69E2B90650A7B19390',X'4473253EFC927CDFAE9A77849AB01408',16384,8,1,'2026-11-23T15:30:00Z');
CREATE TABLE placement_times (
  id INTEGER PRIMARY KEY,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  since TEXT NOT NULL CHECK (date(since) IS since),
  times TEXT NOT NULL CHECK (json_valid(times)),
  replaced_at TEXT
) STRICT;
INSERT INTO "placement_times" VALUES(1,1,'2026-11-23','[[1, "05:00", 240], [2, "05:00", 240], [3, "05:00", 240], [4, "05:00", 240], [5, "05:00", 240]]',NULL);
CREATE TABLE placement_wages (
  id INTEGER PRIMARY KEY,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  since TEXT NOT NULL CHECK (date(since) IS since),
  cents INTEGER NOT NULL CHECK (cents >= 0),
  correction INTEGER NOT NULL CHECK (correction IN (0, 1)),
  replaced_at TEXT
) STRICT;
INSERT INTO "placement_wages" VALUES(1,1,'2026-11-23',1550,0,NULL);
CREATE TABLE placements (
  id INTEGER PRIMARY KEY,
  employer_id INTEGER NOT NULL REFERENCES employers (id),
  job TEXT NOT NULL CHECK (job <> ''),
  place TEXT NOT NULL DEFAULT '',
  contact TEXT NOT NULL DEFAULT '',
  is_group INTEGER NOT NULL DEFAULT 0 CHECK (is_group IN (0, 1)),
  weekly_minutes INTEGER NOT NULL CHECK (weekly_minutes BETWEEN 0 AND 10080),
  looked_after_by INTEGER REFERENCES people (id),
  opened_on TEXT NOT NULL CHECK (date(opened_on) IS opened_on),
  closed_on TEXT CHECK (date(closed_on) IS closed_on),
  CHECK (closed_on >= opened_on)
) STRICT;
INSERT INTO "placements" VALUES(1,1,'Baker''s assistant','','',0,1200,NULL,'2026-11-23',NULL);
CREATE TABLE presences (
  id INTEGER PRIMARY KEY,
  occurrence_id INTEGER NOT NULL REFERENCES occurrences (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  how TEXT NOT NULL CHECK (how IN ('scan', 'key', 'list')),
  at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
INSERT INTO "presences" VALUES(1,1,1,'scan','2026-11-17T15:28:00Z',NULL);
INSERT INTO "presences" VALUES(2,1,2,'list','2026-11-17T17:00:00Z',NULL);
INSERT INTO "presences" VALUES(3,4,6,'key','2026-11-01T18:00:00Z','2026-11-01T18:00:09Z');
CREATE TABLE registrations (
  id INTEGER PRIMARY KEY,
  occurrence_id INTEGER NOT NULL REFERENCES occurrences (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  ride INTEGER NOT NULL DEFAULT 0 CHECK (ride IN (0, 1)),
  by_id INTEGER REFERENCES people (id),
  at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
INSERT INTO "registrations" VALUES(1,1,1,0,NULL,'2026-10-30T13:00:00Z',NULL);
INSERT INTO "registrations" VALUES(2,2,1,0,NULL,'2026-10-30T13:01:00Z','2026-11-02T13:50:00Z');
INSERT INTO "registrations" VALUES(3,2,2,0,5,'2026-10-30T13:02:00Z',NULL);
INSERT INTO "registrations" VALUES(4,2,3,0,NULL,'2026-10-30T13:03:00Z',NULL);
CREATE TABLE reported_months (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL CHECK (strftime('%Y-%m', month || '-01') IS month),
  placement_id INTEGER REFERENCES placements (id),
  at TEXT NOT NULL
) STRICT;
INSERT INTO "reported_months" VALUES(1,'2026-10',NULL,'2026-11-23T15:30:00Z');
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
INSERT INTO "series" VALUES(1,'5f0c1d2e@harbor','class','Typing — 打字','Typing','Clerical','Bring nothing','2026-10-06','10:30',60,'FREQ=WEEKLY;BYDAY=TU',2,60,0,'2027-02-22');
INSERT INTO "series" VALUES(2,'77aa','social','Tea','','','','2026-11-01',NULL,1440,'',NULL,0,1,'2026-11-23');
CREATE TABLE series_leads (
  id INTEGER PRIMARY KEY,
  series_id INTEGER NOT NULL REFERENCES series (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  ended_at TEXT
) STRICT;
INSERT INTO "series_leads" VALUES(1,1,3,NULL);
INSERT INTO "series_leads" VALUES(2,1,5,'2026-10-20T14:00:00Z');
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "settings" VALUES('active-days','60');
INSERT INTO "settings" VALUES('closing-time','16:30');
INSERT INTO "settings" VALUES('name','Harbor House');
INSERT INTO "settings" VALUES('timezone','America/New_York');
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
INSERT INTO "sign_ups" VALUES(1,2,'2026-11-20',1,'joined',1,1,NULL,'2026-11-20T14:02:10Z','2026-11-20T15:00:00Z');
INSERT INTO "sign_ups" VALUES(2,2,'2026-11-20',1,'joined',2,NULL,5,'2026-11-20T15:00:00Z',NULL);
INSERT INTO "sign_ups" VALUES(3,1,'2026-11-20',2,'visiting',NULL,NULL,NULL,'2026-11-20T17:50:00Z',NULL);
INSERT INTO "sign_ups" VALUES(4,2,'2026-11-23',1,'joined',1,1,NULL,'2026-11-23T14:01:00Z',NULL);
INSERT INTO "sign_ups" VALUES(5,2,'2026-11-23',2,'invited',2,2,5,'2026-11-23T14:05:00Z',NULL);
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
INSERT INTO "signatures" VALUES(1,1,'2026-10','own',1,1,'2026-11-23T15:30:00Z',NULL);
CREATE TABLE special_days (
  day TEXT PRIMARY KEY CHECK (date(day) IS day),
  kind TEXT CHECK (kind IN ('work-ordered', 'social', 'closed')),
  note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
INSERT INTO "special_days" VALUES('2026-11-03',NULL,'open after all');
INSERT INTO "special_days" VALUES('2026-11-26','social','Thanksgiving dinner');
INSERT INTO "special_days" VALUES('2026-12-14','closed','snow');
CREATE TABLE supports (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  kind TEXT NOT NULL CHECK (kind IN ('housing', 'education', 'benefits', 'health-care', 'transport')),
  day TEXT NOT NULL CHECK (date(day) IS day),
  by_id INTEGER REFERENCES people (id),
  line TEXT NOT NULL CHECK (line <> ''),
  undone_at TEXT
) STRICT;
INSERT INTO "supports" VALUES(1,1,'housing','2026-11-23',NULL,'Looked for a flat.',NULL);
CREATE TABLE task_ticks (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES tasks (id),
  since_day TEXT NOT NULL CHECK (date(since_day) IS since_day),
  day TEXT NOT NULL CHECK (date(day) IS day),
  at TEXT NOT NULL,
  person_id INTEGER REFERENCES people (id),
  undone_at TEXT
) STRICT;
INSERT INTO "task_ticks" VALUES(1,1,'2026-11-20','2026-11-20','2026-11-20T16:40:00Z',1,'2026-11-20T16:40:06Z');
INSERT INTO "task_ticks" VALUES(2,1,'2026-11-20','2026-11-20','2026-11-20T16:55:00Z',NULL,NULL);
INSERT INTO "task_ticks" VALUES(3,3,'2026-11-20','2026-11-23','2026-11-23T14:40:00Z',2,NULL);
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
INSERT INTO "tasks" VALUES(1,1,1,'Lunch prep','Wash your hands.
Take the list from the door; it''s in the blue folder.','cooking',3,'2026-10-05','FREQ=WEEKLY;BYDAY=MO,TU,TH,FR',NULL);
INSERT INTO "tasks" VALUES(2,2,2,'Attendance statistics','','',NULL,'2026-10-08','FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',NULL);
INSERT INTO "tasks" VALUES(3,2,1,'Birthday card for Łucja','','drawing',1,'2026-11-20','',NULL);
INSERT INTO "tasks" VALUES(4,3,1,'Rake the leaves','','',2,'2026-10-19','FREQ=WEEKLY;BYDAY=MO;UNTIL=20261130','2026-10-30');
CREATE TABLE terms (
  id INTEGER PRIMARY KEY,
  placement_id INTEGER NOT NULL REFERENCES placements (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  first_day TEXT NOT NULL CHECK (date(first_day) IS first_day),
  planned_last_day TEXT NOT NULL CHECK (date(planned_last_day) IS planned_last_day),
  last_day TEXT CHECK (date(last_day) IS last_day),
  undone_at TEXT,
  CHECK (planned_last_day >= first_day),
  CHECK (last_day >= first_day)
) STRICT;
INSERT INTO "terms" VALUES(1,1,1,'2026-11-23','2027-08-23',NULL,NULL);
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
INSERT INTO "unit_leads" VALUES(1,1,1,5,1,NULL,'2026-10-01',NULL);
INSERT INTO "unit_leads" VALUES(2,1,2,5,1,NULL,'2026-10-01','2026-11-02');
INSERT INTO "unit_leads" VALUES(3,2,1,5,NULL,'2026-11-23','2026-11-20',NULL);
CREATE TABLE unit_seats (
  unit_id INTEGER NOT NULL REFERENCES units (id),
  part_id INTEGER NOT NULL REFERENCES day_parts (id),
  seats INTEGER CHECK (seats >= 0),
  PRIMARY KEY (unit_id, part_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "unit_seats" VALUES(1,1,4);
INSERT INTO "unit_seats" VALUES(1,2,NULL);
INSERT INTO "unit_seats" VALUES(2,1,0);
CREATE TABLE units (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  sign TEXT NOT NULL,
  colour TEXT NOT NULL,
  about TEXT NOT NULL DEFAULT '',
  resting_since TEXT CHECK (date(resting_since) IS resting_since)
) STRICT;
INSERT INTO "units" VALUES(1,'Culinary','C','orange','Cooks the lunch and looks after the snack bar',NULL);
INSERT INTO "units" VALUES(2,'Clerical','@','blue','',NULL);
INSERT INTO "units" VALUES(3,'Gärtnerei','Ä','green','Pantry and garden','2026-10-30');
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
INSERT INTO "visitors" VALUES(1,'Tom Ray','tour','','2026-11-23','2026-11-23T15:30:00Z',NULL,NULL,NULL,NULL);
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
INSERT INTO "visits" VALUES(1,1,'2026-10-30','2026-10-30T12:47:05Z','scan','2026-10-30T19:58:40Z','key',NULL);
INSERT INTO "visits" VALUES(2,2,'2026-10-30','2026-10-30T12:51:33Z','scan','2026-10-30T20:30:00Z','estimate',NULL);
INSERT INTO "visits" VALUES(3,5,'2026-10-30','2026-10-30T12:20:02Z','scan','2026-10-30T21:04:59Z','scan',NULL);
INSERT INTO "visits" VALUES(4,1,'2026-11-02','2026-11-02T13:44:18Z','scan','2026-11-02T18:00:00Z','told',NULL);
INSERT INTO "visits" VALUES(5,1,'2026-11-02','2026-11-02T13:40:00Z','scan',NULL,NULL,'2026-11-02T13:40:09Z');
INSERT INTO "visits" VALUES(6,6,'2026-11-02','2026-11-02T14:00:00Z','paper','2026-11-02T16:30:00Z','paper',NULL);
INSERT INTO "visits" VALUES(7,2,'2026-11-23','2026-11-23T13:46:02Z','name',NULL,NULL,NULL);
CREATE TABLE weekday_changes (
  id INTEGER PRIMARY KEY,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  kind TEXT NOT NULL CHECK (kind IN ('work-ordered', 'social', 'closed')),
  since TEXT NOT NULL CHECK (date(since) IS since),
  at TEXT NOT NULL
) STRICT;
INSERT INTO "weekday_changes" VALUES(1,3,'work-ordered','2026-11-24','2026-11-24T15:10:00Z');
CREATE TABLE weekly_pattern (
  weekday INTEGER PRIMARY KEY CHECK (weekday BETWEEN 1 AND 7),
  kind TEXT NOT NULL CHECK (kind IN ('work-ordered', 'social', 'closed'))
) STRICT;
INSERT INTO "weekly_pattern" VALUES(1,'work-ordered');
INSERT INTO "weekly_pattern" VALUES(2,'work-ordered');
INSERT INTO "weekly_pattern" VALUES(3,'closed');
INSERT INTO "weekly_pattern" VALUES(4,'work-ordered');
INSERT INTO "weekly_pattern" VALUES(5,'work-ordered');
INSERT INTO "weekly_pattern" VALUES(6,'work-ordered');
INSERT INTO "weekly_pattern" VALUES(7,'social');
CREATE TABLE work_days (
  id INTEGER PRIMARY KEY,
  placement_id INTEGER REFERENCES placements (id),
  job_id INTEGER REFERENCES jobs (id),
  day TEXT NOT NULL CHECK (date(day) IS day),
  what TEXT NOT NULL CHECK (what IN ('worked', 'covered', 'closed')),
  person_id INTEGER REFERENCES people (id),
  for_id INTEGER REFERENCES people (id),
  starts_at TEXT,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
  state TEXT NOT NULL CHECK (state IN ('logged', 'confirmed')),
  correction INTEGER NOT NULL CHECK (correction IN (0, 1)),
  at TEXT NOT NULL,
  ended_at TEXT,
  replaced_by INTEGER REFERENCES work_days (id),
  CHECK ((placement_id IS NULL) <> (job_id IS NULL)),
  CHECK ((what = 'closed') = (person_id IS NULL)),
  CHECK ((what = 'closed') = (minutes = 0)),
  CHECK (what = 'worked' OR job_id IS NULL),
  CHECK (what = 'covered' OR for_id IS NULL),
  CHECK (for_id <> person_id),
  CHECK (ended_at IS NOT NULL OR replaced_by IS NULL)
) STRICT;
INSERT INTO "work_days" VALUES(1,1,NULL,'2026-11-23','worked',1,NULL,NULL,60,'confirmed',0,'2026-11-23T15:30:00Z','2026-11-23T15:30:00Z',2);
INSERT INTO "work_days" VALUES(2,1,NULL,'2026-11-23','worked',1,NULL,NULL,45,'confirmed',0,'2026-11-23T15:30:00Z',NULL,NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX people_names ON people (first_name, last_name);
CREATE INDEX name_letters_person ON name_letters (person_id);
CREATE UNIQUE INDEX cards_one_in_use ON cards (person_id) WHERE replaced_at IS NULL;
CREATE INDEX cards_person ON cards (person_id);
CREATE UNIQUE INDEX visits_one_open ON visits (person_id) WHERE out_at IS NULL AND undone_at IS NULL;
CREATE INDEX visits_open_by_day ON visits (day) WHERE out_at IS NULL AND undone_at IS NULL;
CREATE INDEX visits_of_person ON visits (person_id, in_at) WHERE undone_at IS NULL;
CREATE INDEX visits_of_day ON visits (day, in_at) WHERE undone_at IS NULL;
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_subject ON audit (subject);
CREATE INDEX unit_leads_weekly ON unit_leads (weekday) WHERE weekday IS NOT NULL;
CREATE INDEX unit_leads_daily ON unit_leads (day) WHERE day IS NOT NULL;
CREATE INDEX tasks_in_use ON tasks (unit_id) WHERE ended_on IS NULL;
CREATE UNIQUE INDEX task_ticks_once ON task_ticks (task_id, since_day) WHERE undone_at IS NULL;
CREATE INDEX task_ticks_of_day ON task_ticks (day) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX sign_ups_one_place ON sign_ups (person_id, day, part_id)
  WHERE ended_at IS NULL AND state <> 'invited';
CREATE UNIQUE INDEX sign_ups_one_invitation ON sign_ups (person_id, day, part_id)
  WHERE ended_at IS NULL AND state = 'invited';
CREATE INDEX sign_ups_held ON sign_ups (day) WHERE ended_at IS NULL AND state = 'invited';
CREATE INDEX sign_ups_of_person ON sign_ups (person_id, day);
CREATE INDEX sign_ups_of_part ON sign_ups (day, part_id, unit_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX permissions_once ON permissions (person_id, task) WHERE ended_at IS NULL;
CREATE INDEX series_made_until ON series (made_until) WHERE rule <> '';
CREATE UNIQUE INDEX series_leads_once ON series_leads (series_id, person_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX occurrences_once ON occurrences (series_id, original_day);
CREATE INDEX occurrences_by_day ON occurrences (day) WHERE cancelled_at IS NULL;
CREATE UNIQUE INDEX registrations_once ON registrations (occurrence_id, person_id) WHERE ended_at IS NULL;
CREATE INDEX registrations_in_order ON registrations (occurrence_id, id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX presences_once ON presences (occurrence_id, person_id) WHERE undone_at IS NULL;
CREATE INDEX presences_of_person ON presences (person_id, at) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX news_once ON news (person_id, occurrence_id, kind)
WHERE told_at IS NULL AND forgotten_at IS NULL;
CREATE INDEX news_of_person ON news (person_id, told_at) WHERE forgotten_at IS NULL;
CREATE UNIQUE INDEX placement_times_since ON placement_times (placement_id, since) WHERE replaced_at IS NULL;
CREATE UNIQUE INDEX placement_wages_since ON placement_wages (placement_id, since) WHERE replaced_at IS NULL;
CREATE INDEX terms_of_placement ON terms (placement_id, first_day) WHERE undone_at IS NULL;
CREATE INDEX terms_of_person ON terms (person_id, first_day) WHERE undone_at IS NULL;
CREATE INDEX terms_held ON terms (planned_last_day) WHERE last_day IS NULL AND undone_at IS NULL;
CREATE INDEX terms_over ON terms (last_day) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX next_in_line_once ON next_in_line (person_id, coalesce(placement_id, 0)) WHERE ended_at IS NULL;
CREATE INDEX next_in_line_waiting ON next_in_line (id) WHERE ended_at IS NULL;
CREATE INDEX jobs_of_person ON jobs (person_id, first_day);
CREATE INDEX jobs_over ON jobs (last_day);
CREATE INDEX work_days_of_day ON work_days (day, placement_id) WHERE ended_at IS NULL;
CREATE INDEX work_days_of_person ON work_days (person_id, day) WHERE ended_at IS NULL;
CREATE INDEX work_days_of_placement ON work_days (placement_id, day) WHERE ended_at IS NULL;
CREATE INDEX work_days_to_confirm ON work_days (day) WHERE ended_at IS NULL AND state = 'logged';
CREATE INDEX work_days_replaced ON work_days (replaced_by) WHERE replaced_by IS NOT NULL;
CREATE UNIQUE INDEX work_days_one_closing ON work_days (placement_id, day) WHERE ended_at IS NULL AND what = 'closed';
CREATE UNIQUE INDEX coverage_requests_once ON coverage_requests (placement_id, day, coalesce(person_id, 0))
  WHERE ended_at IS NULL;
CREATE INDEX coverage_requests_of_day ON coverage_requests (day) WHERE ended_at IS NULL;
CREATE INDEX coverage_requests_taken ON coverage_requests (taken_by, day) WHERE ended_at IS NULL;
CREATE INDEX coverage_offers_of_person ON coverage_offers (person_id);
CREATE UNIQUE INDEX reported_months_once ON reported_months (month, coalesce(placement_id, 0));
CREATE INDEX people_merged ON people (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX people_on_lists ON people (kind, home_unit_id) WHERE ended_on IS NULL;
CREATE INDEX visits_last_day ON visits (person_id, day) WHERE undone_at IS NULL;
CREATE INDEX task_ticks_of_person ON task_ticks (person_id, day) WHERE undone_at IS NULL;
CREATE INDEX emergency_contacts_of_person ON emergency_contacts (person_id) WHERE ended_on IS NULL;
CREATE UNIQUE INDEX photo_consents_once ON photo_consents (person_id, purpose) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX orientations_once ON orientations (person_id) WHERE ended_on IS NULL;
CREATE UNIQUE INDEX orientation_steps_once ON orientation_steps (orientation_id, step) WHERE undone_at IS NULL;
CREATE INDEX contacts_of_person ON contacts (person_id, at) WHERE undone_at IS NULL;
CREATE INDEX contacts_of_day ON contacts (day) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX own_words_once ON own_words (person_id, month) WHERE ended_at IS NULL;
CREATE INDEX goals_of_person ON goals (person_id);
CREATE INDEX supports_of_person ON supports (person_id, day) WHERE undone_at IS NULL;
CREATE UNIQUE INDEX signatures_once ON signatures (person_id, month, side) WHERE ended_at IS NULL;
CREATE INDEX agenda_items_open ON agenda_items (id) WHERE withdrawn_at IS NULL AND decided_on IS NULL;
CREATE INDEX agenda_items_decided ON agenda_items (decided_on) WHERE decided_on IS NOT NULL;
CREATE INDEX visitors_of_day ON visitors (day) WHERE undone_at IS NULL;
CREATE INDEX visitors_open ON visitors (day) WHERE out_at IS NULL AND undone_at IS NULL;
CREATE INDEX visitors_of_person ON visitors (person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX merges_once ON merges (old_id) WHERE ended_at IS NULL;
CREATE INDEX merge_moves_of_merge ON merge_moves (merge_id);
CREATE TRIGGER audit_keeps BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
CREATE TRIGGER audit_adds BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'the audit log is only ever added to');
END;
CREATE TRIGGER sign_ups_have_a_seat BEFORE INSERT ON sign_ups
WHEN NEW.ended_at IS NULL AND (
    SELECT count(*) FROM sign_ups
    WHERE day = NEW.day AND part_id = NEW.part_id AND unit_id = NEW.unit_id AND ended_at IS NULL
  ) >= (SELECT seats FROM unit_seats WHERE unit_id = NEW.unit_id AND part_id = NEW.part_id)
BEGIN
  SELECT RAISE(ABORT, 'no seat is free');
END;
CREATE TRIGGER registrations_end BEFORE UPDATE OF ended_at ON registrations
WHEN OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at BEGIN
  SELECT RAISE(ABORT, 'whoever has left comes again as the last');
END;
CREATE TRIGGER registrations_kept BEFORE DELETE ON registrations BEGIN
  SELECT RAISE(ABORT, 'a registration is ended, never deleted');
END;
CREATE TRIGGER sign_ups_stay BEFORE UPDATE OF person_id, day, part_id, unit_id ON sign_ups
WHEN NEW.day IS NOT OLD.day OR NEW.part_id IS NOT OLD.part_id OR NEW.unit_id IS NOT OLD.unit_id
  OR (NEW.person_id IS NOT OLD.person_id AND NOT EXISTS (
    SELECT 1 FROM people WHERE (id = OLD.person_id AND merged_into_id = NEW.person_id)
    OR (id = NEW.person_id AND merged_into_id = OLD.person_id)))
BEGIN
  SELECT RAISE(ABORT, 'a sign-up is ended and made anew, never moved');
END;
CREATE TRIGGER registrations_stay BEFORE UPDATE OF id, occurrence_id, person_id ON registrations
WHEN NEW.id IS NOT OLD.id OR NEW.occurrence_id IS NOT OLD.occurrence_id
  OR (NEW.person_id IS NOT OLD.person_id AND NOT EXISTS (
    SELECT 1 FROM people WHERE (id = OLD.person_id AND merged_into_id = NEW.person_id)
    OR (id = NEW.person_id AND merged_into_id = OLD.person_id)))
BEGIN
  SELECT RAISE(ABORT, 'a registration is ended and made anew, never moved');
END;
CREATE TRIGGER terms_stay BEFORE UPDATE OF placement_id, person_id, first_day ON terms
WHEN NEW.placement_id IS NOT OLD.placement_id OR NEW.first_day IS NOT OLD.first_day
  OR (NEW.person_id IS NOT OLD.person_id AND NOT EXISTS (
    SELECT 1 FROM people WHERE (id = OLD.person_id AND merged_into_id = NEW.person_id)
    OR (id = NEW.person_id AND merged_into_id = OLD.person_id)))
BEGIN
  SELECT RAISE(ABORT, 'a term is taken back and begun anew, never moved');
END;
CREATE TRIGGER work_days_stay
BEFORE UPDATE OF placement_id, job_id, day, what, starts_at, minutes, correction, at ON work_days
BEGIN
  SELECT RAISE(ABORT, 'hours are replaced by a new row, never written over');
END;
CREATE TRIGGER work_days_stay_of BEFORE UPDATE OF person_id, for_id ON work_days
WHEN (NEW.person_id IS NOT OLD.person_id AND NOT EXISTS (
    SELECT 1 FROM people WHERE (id = OLD.person_id AND merged_into_id = NEW.person_id)
    OR (id = NEW.person_id AND merged_into_id = OLD.person_id)))
  OR (NEW.for_id IS NOT OLD.for_id AND NOT EXISTS (
    SELECT 1 FROM people WHERE (id = OLD.for_id AND merged_into_id = NEW.for_id)
    OR (id = NEW.for_id AND merged_into_id = OLD.for_id)))
BEGIN
  SELECT RAISE(ABORT, 'hours are replaced by a new row, never written over');
END;
CREATE INDEX visits_estimated ON visits (day) WHERE out_how = 'estimate' AND undone_at IS NULL;
CREATE INDEX sign_ups_of_day ON sign_ups (day) WHERE state = 'joined';
CREATE INDEX people_since ON people (since) WHERE kind = 'member';
CREATE UNIQUE INDEX locked_months_once ON locked_months (month) WHERE ended_at IS NULL;
CREATE TRIGGER locked_months_stay BEFORE UPDATE OF month, locked_at ON locked_months BEGIN
  SELECT RAISE(ABORT, 'a locked month is ended, never changed');
END;
CREATE TRIGGER weekday_changes_stay BEFORE UPDATE ON weekday_changes BEGIN
  SELECT RAISE(ABORT, 'a later change is added, none is written over');
END;
CREATE INDEX audit_corrections ON audit (at, subject)
  WHERE action IN ('add_visit', 'correct_visit', 'tell_leaving', 'undo_visit');
COMMIT;
PRAGMA user_version = 8;
