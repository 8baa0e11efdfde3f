-- SPDX-License-Identifier: GPL-3.0-or-later
-- The current version of the database of Handslag. A change here needs a numbered step in
-- migrations/ and a higher HS_STORE_VERSION.
--
-- Dates are TEXT 'YYYY-MM-DD', moments TEXT 'YYYY-MM-DDTHH:MM:SSZ' (UTC), durations INTEGER minutes,
-- money INTEGER cents, places INTEGER millionths of a degree. A choice is its code; a set is the sum
-- of 1 << position of its choices, in the order of hs-kinds-choices.c. Every table of a record kind
-- starts with the same five columns:
--   id       local number; other tables refer to it
--   uid      name of the record everywhere: the prefix of its kind, '-' and 16 characters of base32
--   made     revision that added the record
--   changed  revision that changed it last; a save on an older one is refused
--   removed  revision that removed it; NULL while it is there
--
-- Choices of more than two are checked with OR: for IN SQLite makes a table each time that a row is
-- written, which was three quarters of the work of adding one.

-- One row per saved transaction: who did what, when, on which device.
CREATE TABLE revision (
  rev INTEGER PRIMARY KEY, -- number, rising by one
  at TEXT NOT NULL, -- moment of the commit
  actor TEXT, -- uid of the person, student or guardian; NULL for the program itself
  what TEXT NOT NULL, -- short stable word: import, edit, transition, sign, …
  device TEXT, -- the device that made it
  counter INTEGER -- the device's own count, for merging
) STRICT;

-- One row per changed field of a record that was there already: the history and undo.
CREATE TABLE change (
  rev INTEGER NOT NULL REFERENCES revision (rev), -- the transaction
  kind TEXT NOT NULL, -- record kind
  record INTEGER NOT NULL, -- id of the record
  field TEXT NOT NULL, -- field name; 'removed' when it was removed or brought back
  old ANY, -- value before
  new ANY -- value after
) STRICT;
CREATE INDEX change_record ON change (kind, record);
CREATE INDEX change_rev ON change (rev);

-- Facts about this file: device, space, who am I.
CREATE TABLE fact (
  name TEXT PRIMARY KEY, -- stable name
  value TEXT -- its value
) STRICT, WITHOUT ROWID;

-- Scans and signed PDFs. The sign-off names one by its hash.
CREATE TABLE attachment (
  sha256 TEXT PRIMARY KEY, -- lower-case hex of data
  agreement INTEGER NOT NULL REFERENCES agreement (id), -- dossier it belongs to
  name TEXT NOT NULL, -- file name as it was
  media_type TEXT NOT NULL, -- image/jpeg, application/pdf, …
  added INTEGER NOT NULL REFERENCES revision (rev), -- when and by whom
  data BLOB NOT NULL -- the file
) STRICT;
CREATE INDEX attachment_agreement ON attachment (agreement);

-- Erased records: their uid never comes back, also not out of a backup.
CREATE TABLE tombstone (
  uid TEXT PRIMARY KEY, -- what was erased
  rev INTEGER NOT NULL REFERENCES revision (rev) -- when and by whom
) STRICT, WITHOUT ROWID;

-- What search looks through: one row per record, text folded by us (lower case, no accents).
CREATE TABLE search_text (
  id INTEGER PRIMARY KEY, -- kind number * 2^40 + record id
  text TEXT NOT NULL -- folded text of its searched fields
) STRICT;
CREATE VIRTUAL TABLE search_part USING fts5 (text, content = 'search_text', content_rowid = 'id',
  tokenize = 'trigram', detail = full);
CREATE VIRTUAL TABLE search_start USING fts5 (text, content = 'search_text', content_rowid = 'id',
  tokenize = 'unicode61', prefix = '1 2', detail = none);
-- Words are gathered in memory up to 16 MB before they are written: an import takes a fifth less.
INSERT INTO search_part (search_part, rank) VALUES ('hashsize', 16777216);
INSERT INTO search_start (search_start, rank) VALUES ('hashsize', 16777216);

-- Organisation: organisatie.
CREATE TABLE organisation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  name TEXT, -- The name as people know it
  kind TEXT CHECK (kind = 'school' OR kind = 'host' OR kind = 'other'), -- School, host (care organisation) or other
  brin TEXT, -- Registration of a school: two digits, two letters, optionally two digits of the site
  kvk TEXT, -- Eight digits of the trade register
  sbb_id TEXT, -- Number that SBB gave the host as recognised learning company
  setting TEXT CHECK (setting = 'vvt' OR setting = 'gehandicaptenzorg' OR setting = 'ggz' OR setting = 'ziekenhuis' OR setting = 'revalidatie' OR setting = 'welzijn' OR setting = 'huisartsen'), -- The care setting of a host
  "group" INTEGER REFERENCES organisation (id), -- The organisation this one belongs to
  region TEXT, -- The region in whose talks it takes part
  address TEXT, -- Street and number
  postcode TEXT, -- 1234 AB
  place TEXT, -- Town
  email TEXT, -- General address
  phone TEXT, -- General number
  website TEXT, -- Link
  contact TEXT, -- Who to ask for
  remark TEXT -- Free text
) STRICT;
CREATE INDEX organisation_brin ON organisation (brin) WHERE brin IS NOT NULL;
CREATE INDEX organisation_kvk ON organisation (kvk) WHERE kvk IS NOT NULL;
CREATE INDEX organisation_sbb_id ON organisation (sbb_id) WHERE sbb_id IS NOT NULL;
CREATE INDEX organisation_group ON organisation ("group");

-- Location: locatie.
CREATE TABLE location (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  organisation INTEGER REFERENCES organisation (id), -- Whose site it is
  name TEXT, -- Name of the site
  setting TEXT CHECK (setting = 'vvt' OR setting = 'gehandicaptenzorg' OR setting = 'ggz' OR setting = 'ziekenhuis' OR setting = 'revalidatie' OR setting = 'welzijn' OR setting = 'huisartsen'), -- The care setting of this site
  address TEXT, -- Street and number
  postcode TEXT, -- 1234 AB
  place TEXT, -- Town
  latitude INTEGER, -- Millionths of a degree, WGS 84; from the place when not known
  longitude INTEGER, -- Millionths of a degree, WGS 84
  email TEXT, -- E-mail
  phone TEXT, -- Phone
  contact TEXT, -- Who to ask for
  remark TEXT -- Remark
) STRICT;
CREATE INDEX location_natural ON location (organisation, name);

-- Team: team.
CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  location INTEGER REFERENCES location (id), -- Where the team or ward works
  name TEXT, -- Name of the team or ward
  target_group TEXT, -- For whom the team cares, no client data
  remark TEXT -- Remark
) STRICT;
CREATE INDEX team_natural ON team (location, name);

-- Programme: opleiding.
CREATE TABLE programme (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  crebo TEXT, -- Five digits of the qualification
  name TEXT, -- Name
  level TEXT CHECK (level = '1' OR level = '2' OR level = '3' OR level = '4'), -- 1 (entree) to 4
  years INTEGER, -- Length in study years, for the minimum hours
  "group" TEXT, -- Dossier or group that a recognition may be given for
  version TEXT, -- Version of the qualification file
  technology INTEGER REFERENCES technology (id), -- A technology that the programme wants in the placement
  remark TEXT -- Remark
) STRICT;
CREATE INDEX programme_natural ON programme (crebo);
CREATE INDEX programme_technology ON programme (technology);

-- Recognition: erkenning.
CREATE TABLE recognition (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  host INTEGER REFERENCES organisation (id), -- The host that SBB recognised
  crebo TEXT, -- For this qualification
  "group" TEXT, -- Or for this group of qualifications
  status TEXT CHECK (status = 'unknown' OR status = 'requested' OR status = 'verified' OR status = 'ended'), -- Only verified lets a placement be confirmed
  "from" TEXT, -- First day, inclusive
  "to" TEXT, -- Last day, inclusive; empty is no end
  checked_on TEXT, -- Checked on
  checked_by TEXT, -- Checked by
  source TEXT -- Where it was checked
) STRICT;
CREATE INDEX recognition_natural ON recognition (host, crebo, "group");

-- Person: persoon.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  organisation INTEGER REFERENCES organisation (id), -- Where the person works
  location INTEGER REFERENCES location (id), -- Location
  team INTEGER REFERENCES team (id), -- Team
  first_name TEXT, -- Call name
  initials TEXT, -- Initials
  infix TEXT, -- van, de, van der
  last_name TEXT, -- Last name
  email TEXT, -- What people are told apart by
  phone TEXT, -- Phone
  roles INTEGER, -- What the person does
  student_limit INTEGER, -- Limit of a supervisor
  coach_minutes INTEGER, -- Minutes a week that a digicoach has
  coach_trained INTEGER CHECK (coach_trained IN (0, 1)), -- Trained as digicoach
  working_days INTEGER, -- Working days
  programmes TEXT, -- Crebo's that a supervisor guides, comma separated; empty is all
  substitute INTEGER REFERENCES person (id), -- Who takes over
  until TEXT, -- After this day not planned any more
  remark TEXT -- Remark
) STRICT;
CREATE INDEX person_natural ON person (email);
CREATE INDEX person_organisation ON person (organisation);
CREATE INDEX person_location ON person (location);
CREATE INDEX person_team ON person (team);
CREATE INDEX person_substitute ON person (substitute);

-- Mandate: tekenbevoegdheid.
CREATE TABLE mandate (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  person INTEGER REFERENCES person (id), -- Who may sign
  organisation INTEGER REFERENCES organisation (id), -- For which organisation
  "from" TEXT, -- First day, inclusive
  "to" TEXT, -- Last day, inclusive; empty is no end
  granted_by TEXT -- Granted by
) STRICT;
CREATE INDEX mandate_natural ON mandate (person, organisation, "from");
CREATE INDEX mandate_organisation ON mandate (organisation);

-- Competence: bekwaamheid.
CREATE TABLE competence (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  person INTEGER REFERENCES person (id), -- Person
  technology INTEGER REFERENCES technology (id), -- Technology
  level TEXT CHECK (level = 'starter' OR level = 'user' OR level = 'instructor'), -- Level
  date TEXT -- When it was established
) STRICT;
CREATE INDEX competence_natural ON competence (person, technology);
CREATE INDEX competence_technology ON competence (technology);

-- Absence: afwezigheid.
CREATE TABLE absence (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  person INTEGER REFERENCES person (id), -- Person
  "from" TEXT, -- First day away
  "to" TEXT, -- First day back
  substitute INTEGER REFERENCES person (id) -- Substitute
) STRICT;
CREATE INDEX absence_natural ON absence (person, "from");
CREATE INDEX absence_substitute ON absence (substitute);

-- Student: student.
CREATE TABLE student (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  school INTEGER REFERENCES organisation (id), -- School
  number TEXT, -- Number at the school
  first_name TEXT, -- Call name
  initials TEXT, -- Initials
  infix TEXT, -- Name infix
  last_name TEXT, -- Last name
  birth_date TEXT, -- Only to know whether a guardian signs; the host sees minor yes or no
  email TEXT, -- E-mail
  phone TEXT, -- Phone
  address TEXT, -- Address
  postcode TEXT, -- Postcode
  place TEXT, -- Place
  latitude INTEGER, -- From the place
  longitude INTEGER, -- From the place
  mobility TEXT CHECK (mobility = 'walk' OR mobility = 'bicycle' OR mobility = 'transit' OR mobility = 'car'), -- Travels by
  distance_limit INTEGER, -- As the crow flies, kilometres
  weekdays INTEGER, -- Days on which a placement can be; empty is Monday to Friday
  mentor INTEGER REFERENCES person (id), -- Teacher who is mentor
  emergency TEXT, -- Name and number
  remark TEXT -- Remark
) STRICT;
CREATE INDEX student_natural ON student (school, number);
CREATE INDEX student_mentor ON student (mentor);

-- Enrolment: inschrijving.
CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  student INTEGER NOT NULL REFERENCES student (id), -- Student
  sequence INTEGER, -- Sequence number at the school
  programme INTEGER REFERENCES programme (id), -- Programme
  route TEXT CHECK (route IN ('bol', 'bbl')), -- BOL or BBL
  cohort TEXT, -- Cohort
  class TEXT, -- Class
  start TEXT, -- Start
  expected_end TEXT, -- Expected end
  done_minutes INTEGER, -- Minutes of placement done before this program
  employer INTEGER REFERENCES organisation (id), -- The employer of a BBL student
  placement_start TEXT, -- When the next placement has to start
  placement_end TEXT, -- When it ends
  placement_minutes INTEGER, -- Minutes that the next placement has to count
  days_a_week INTEGER -- Days a week
) STRICT;
CREATE INDEX enrolment_natural ON enrolment (student, sequence);
CREATE INDEX enrolment_programme ON enrolment (programme);
CREATE INDEX enrolment_employer ON enrolment (employer);

-- Guardian: ouder of wettelijk vertegenwoordiger.
CREATE TABLE guardian (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  student INTEGER NOT NULL REFERENCES student (id), -- Student
  first_name TEXT, -- Call name
  infix TEXT, -- Name infix
  last_name TEXT, -- Last name
  relation TEXT, -- Mother, father, guardian
  email TEXT, -- E-mail
  phone TEXT, -- Phone
  address TEXT -- Address
) STRICT;
CREATE INDEX guardian_natural ON guardian (student, last_name, email);

-- Wish: wens.
CREATE TABLE wish (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  student INTEGER NOT NULL REFERENCES student (id), -- Student
  rank INTEGER, -- 1 is the first wish
  kind TEXT CHECK (kind = 'host' OR kind = 'location' OR kind = 'setting' OR kind = 'technology'), -- Kind
  host INTEGER REFERENCES organisation (id), -- Host
  location INTEGER REFERENCES location (id), -- Location
  setting TEXT CHECK (setting = 'vvt' OR setting = 'gehandicaptenzorg' OR setting = 'ggz' OR setting = 'ziekenhuis' OR setting = 'revalidatie' OR setting = 'welzijn' OR setting = 'huisartsen'), -- Setting
  technology INTEGER REFERENCES technology (id) -- Technology
) STRICT;
CREATE INDEX wish_natural ON wish (student, rank);
CREATE INDEX wish_host ON wish (host);
CREATE INDEX wish_location ON wish (location);
CREATE INDEX wish_technology ON wish (technology);

-- Shared by choice: zelf gedeeld.
CREATE TABLE share (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  student INTEGER NOT NULL REFERENCES student (id), -- Student
  what TEXT CHECK (what = 'support' OR what = 'digital_level' OR what = 'digitype'), -- What
  value TEXT, -- Only what the student chose to share
  given_on TEXT, -- Given on
  withdrawn_on TEXT -- Withdrawn on
) STRICT;
CREATE INDEX share_student ON share (student);

-- Exclusion: uitsluiting.
CREATE TABLE exclusion (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  student INTEGER NOT NULL REFERENCES student (id), -- Student
  other_student INTEGER REFERENCES student (id), -- Not together with
  host INTEGER REFERENCES organisation (id), -- Not at host
  location INTEGER REFERENCES location (id), -- Not at location
  person INTEGER REFERENCES person (id), -- Not with person
  item INTEGER REFERENCES item (id), -- Not with item
  vacancy INTEGER REFERENCES vacancy (id), -- A proposal that was refused
  reason TEXT -- Reason
) STRICT;
CREATE INDEX exclusion_student ON exclusion (student);
CREATE INDEX exclusion_other_student ON exclusion (other_student);
CREATE INDEX exclusion_host ON exclusion (host);
CREATE INDEX exclusion_location ON exclusion (location);
CREATE INDEX exclusion_person ON exclusion (person);
CREATE INDEX exclusion_item ON exclusion (item);
CREATE INDEX exclusion_vacancy ON exclusion (vacancy);

-- Vacancy: stageplaats.
CREATE TABLE vacancy (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  code TEXT, -- Number of the vacancy at the host
  location INTEGER REFERENCES location (id), -- Location
  team INTEGER REFERENCES team (id), -- Team
  title TEXT, -- Title
  supervisor INTEGER REFERENCES person (id), -- Usual supervisor; empty is any at the location
  start TEXT, -- First day, inclusive
  end TEXT, -- Last day, inclusive
  smallest INTEGER, -- Fewest students
  ideal INTEGER, -- Ideal number of students
  largest INTEGER, -- Most students
  crebos TEXT, -- Crebo's that fit, comma separated; empty is all
  levels INTEGER, -- Empty is all
  routes INTEGER, -- Empty is both
  weekdays INTEGER, -- Days on which a student can come; empty is all
  minutes_week INTEGER, -- Hours a week
  guidance_minutes INTEGER, -- Guidance hours a week
  form TEXT CHECK (form = 'regular' OR form = 'learning_ward' OR form = 'learning_workplace' OR form = 'practice_route' OR form = 'district_centre' OR form = 'innovation_centre' OR form = 'exchange'), -- Form of placement
  allowance INTEGER, -- Cents
  languages TEXT, -- Languages
  requirements TEXT, -- What the host asks
  work_processes TEXT, -- That can be done here
  technology INTEGER REFERENCES technology (id), -- Technology that is used here
  contact TEXT, -- Contact
  closing_date TEXT, -- Closing date
  status TEXT CHECK (status = 'open' OR status = 'full' OR status = 'closed') -- Status
) STRICT;
CREATE INDEX vacancy_natural ON vacancy (code, location);
CREATE INDEX vacancy_location ON vacancy (location);
CREATE INDEX vacancy_team ON vacancy (team);
CREATE INDEX vacancy_supervisor ON vacancy (supervisor);
CREATE INDEX vacancy_technology ON vacancy (technology);

-- Technology: zorgtechnologie.
CREATE TABLE technology (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  name TEXT, -- Name
  category TEXT CHECK (category = 'ehealth' OR category = 'telemonitoring' OR category = 'medication' OR category = 'home' OR category = 'robotics' OR category = 'experience' OR category = 'vr' OR category = 'communication' OR category = 'apps' OR category = 'printing' OR category = 'records'), -- Category
  description TEXT, -- Description
  instruction_needed INTEGER CHECK (instruction_needed IN (0, 1)), -- Somebody has to instruct before use
  link TEXT -- Link
) STRICT;
CREATE INDEX technology_natural ON technology (name);

-- Item: exemplaar.
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  location INTEGER REFERENCES location (id), -- Where it is
  technology INTEGER REFERENCES technology (id), -- Technology
  name TEXT, -- Own name on the label
  asset_number TEXT, -- Asset number
  serial_number TEXT, -- Serial number
  team INTEGER REFERENCES team (id), -- Team
  quantity INTEGER, -- How many of them
  state TEXT CHECK (state = 'in_use' OR state = 'cupboard' OR state = 'ordered' OR state = 'repair' OR state = 'retired'), -- State
  unused_reason TEXT CHECK (unused_reason = 'unknown' OR unused_reason = 'untrained' OR unused_reason = 'unsafe' OR unused_reason = 'no_need' OR unused_reason = 'cost' OR unused_reason = 'technical'), -- Why not used
  movable INTEGER CHECK (movable IN (0, 1)), -- Movable
  sharing TEXT CHECK (sharing = 'one' OR sharing = 'many' OR sharing = 'unlimited'), -- Users at a time
  users_at_a_time INTEGER, -- For sharing = many
  instructor INTEGER REFERENCES person (id), -- Can instruct
  supplier TEXT, -- Supplier
  booking_contact TEXT, -- Contact for booking
  maintenance_due TEXT, -- Maintenance due
  safety TEXT, -- Safety notes
  instruction_needed INTEGER CHECK (instruction_needed IN (0, 1)), -- Instruction needed
  accounts TEXT, -- Accounts or licences
  processing_notice TEXT, -- Notice on data processing
  price_band TEXT CHECK (price_band = 'low' OR price_band = 'middle' OR price_band = 'high' OR price_band = 'top'), -- Price band
  checked_on TEXT -- Checked on
) STRICT;
CREATE INDEX item_natural ON item (location, technology, asset_number);
CREATE INDEX item_technology ON item (technology);
CREATE INDEX item_team ON item (team);
CREATE INDEX item_instructor ON item (instructor);

-- Material: leermateriaal.
CREATE TABLE material (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  title TEXT, -- Title
  form TEXT CHECK (form = 'elearning' OR form = 'video' OR form = 'book' OR form = 'lesson' OR form = 'kit' OR form = 'website'), -- Form
  category TEXT CHECK (category = 'applications' OR category = 'settings' OR category = 'basics' OR category = 'office' OR category = 'social' OR category = 'technology' OR category = 'home' OR category = 'privacy'), -- Category
  theme TEXT CHECK (theme = 'responsibilities' OR theme = 'guidance' OR theme = 'onboarding' OR theme = 'material' OR theme = 'assignment'), -- Theme
  technology INTEGER REFERENCES technology (id), -- Technology
  competences INTEGER, -- V-competences
  minutes INTEGER, -- How long it takes
  link TEXT, -- Link
  publisher TEXT, -- Publisher
  link_state TEXT CHECK (link_state = 'unknown' OR link_state = 'works' OR link_state = 'dead'), -- State of the link
  checked_on TEXT, -- Link checked on
  description TEXT -- Description
) STRICT;
CREATE INDEX material_natural ON material (title);
CREATE INDEX material_technology ON material (technology);

-- Regional talk: regiogesprek.
CREATE TABLE talk (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  date TEXT, -- Date
  place TEXT, -- Place
  region TEXT, -- Region
  title TEXT, -- Title
  guests TEXT, -- Practors and other guests
  previous INTEGER REFERENCES talk (id), -- Previous talk
  remark TEXT -- Remark
) STRICT;
CREATE INDEX talk_previous ON talk (previous);

-- Participant: deelnemer.
CREATE TABLE talk_party (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  talk INTEGER NOT NULL REFERENCES talk (id), -- Regional talk
  organisation INTEGER REFERENCES organisation (id), -- Organisation
  person INTEGER REFERENCES person (id), -- Person
  name TEXT -- When the person is not in the file
) STRICT;
CREATE INDEX talk_party_talk ON talk_party (talk);
CREATE INDEX talk_party_organisation ON talk_party (organisation);
CREATE INDEX talk_party_person ON talk_party (person);

-- Theme of a talk: thema van het gesprek.
CREATE TABLE talk_theme (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  talk INTEGER NOT NULL REFERENCES talk (id), -- Regional talk
  theme TEXT CHECK (theme = 'responsibilities' OR theme = 'guidance' OR theme = 'onboarding' OR theme = 'material' OR theme = 'assignment'), -- Theme
  now_school TEXT, -- Now at the school
  now_care TEXT, -- Now in care
  wanted TEXT -- Wanted
) STRICT;
CREATE INDEX talk_theme_talk ON talk_theme (talk);

-- Action: actie.
CREATE TABLE "action" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  talk INTEGER NOT NULL REFERENCES talk (id), -- Regional talk
  theme TEXT CHECK (theme = 'responsibilities' OR theme = 'guidance' OR theme = 'onboarding' OR theme = 'material' OR theme = 'assignment'), -- Theme
  text TEXT, -- Who does what
  owner INTEGER REFERENCES person (id), -- Owner
  owner_name TEXT, -- When not in the file
  due TEXT, -- By
  done_on TEXT, -- Done on
  result TEXT -- Result
) STRICT;
CREATE INDEX action_talk ON "action" (talk);
CREATE INDEX action_owner ON "action" (owner);

-- Clause of a region: regeling van de regio.
CREATE TABLE region_clause (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  talk INTEGER REFERENCES talk (id), -- Where it was settled
  region TEXT, -- Region
  theme TEXT CHECK (theme = 'responsibilities' OR theme = 'guidance' OR theme = 'onboarding' OR theme = 'material' OR theme = 'assignment'), -- Theme
  text TEXT, -- Default text of new agreements
  party TEXT CHECK (party = 'student' OR party = 'supervisor' OR party = 'trainer' OR party = 'teacher' OR party = 'coordinator' OR party = 'digicoach' OR party = 'ambassador' OR party = 'manager' OR party = 'school' OR party = 'host' OR party = 'guardian') -- Who
) STRICT;
CREATE INDEX region_clause_talk ON region_clause (talk);

-- Outcome: opbrengst.
CREATE TABLE outcome (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  talk INTEGER NOT NULL REFERENCES talk (id), -- Regional talk
  kind TEXT CHECK (kind = 'product' OR kind = 'link' OR kind = 'material'), -- Kind
  title TEXT, -- Title
  link TEXT -- Link
) STRICT;
CREATE INDEX outcome_talk ON outcome (talk);

-- Who works on what: wie is waarmee bezig.
CREATE TABLE directory (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  organisation INTEGER REFERENCES organisation (id), -- Organisation
  subject TEXT, -- Subject
  technology INTEGER REFERENCES technology (id), -- Technology
  contact TEXT, -- Contact
  email TEXT, -- E-mail
  shared_on TEXT -- Shared on purpose, since
) STRICT;
CREATE INDEX directory_natural ON directory (organisation, subject);
CREATE INDEX directory_technology ON directory (technology);

-- Framework item: onderdeel van een kader.
CREATE TABLE framework (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  list TEXT, -- v-model, canmeds, digital-skills, skills-top17, borging, digitypes…
  code TEXT, -- Code
  label TEXT, -- Label
  "group" TEXT, -- Group
  position INTEGER, -- Position
  description TEXT -- Description
) STRICT;
CREATE INDEX framework_natural ON framework (list, code);

-- Default row: standaardregel.
CREATE TABLE "default" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  school INTEGER REFERENCES organisation (id), -- Whose default; empty is for all
  theme TEXT CHECK (theme = 'responsibilities' OR theme = 'guidance' OR theme = 'onboarding' OR theme = 'material' OR theme = 'assignment'), -- Theme
  kind TEXT CHECK (kind = 'task' OR kind = 'contact' OR kind = 'peer' OR kind = 'prompt' OR kind = 'step' OR kind = 'clause'), -- Kind of row
  code TEXT, -- Stable name of a shipped row
  text TEXT, -- Text
  party TEXT CHECK (party = 'student' OR party = 'supervisor' OR party = 'trainer' OR party = 'teacher' OR party = 'coordinator' OR party = 'digicoach' OR party = 'ambassador' OR party = 'manager' OR party = 'school' OR party = 'host' OR party = 'guardian'), -- Who
  asked INTEGER, -- Asked
  told INTEGER, -- Told
  day INTEGER, -- Days relative to the start; of a contact moment in percent of the period
  position INTEGER -- Position
) STRICT;
CREATE INDEX default_natural ON "default" (code);
CREATE INDEX default_school ON "default" (school);

-- Assignment template: voorbeeldopdracht.
CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  title TEXT, -- Title
  technology INTEGER REFERENCES technology (id), -- Technology
  target_group TEXT, -- Target group
  level TEXT, -- Starting level
  situation TEXT, -- The typical practice situation
  outcome TEXT, -- What the student can do
  criteria TEXT, -- One a line; starts with F: (formative) or S: (summative)
  who TEXT, -- Who
  what TEXT, -- What
  "where" TEXT, -- Where
  "when" TEXT, -- When
  why TEXT, -- Why
  how TEXT, -- How
  competences INTEGER, -- V-competences
  canmeds INTEGER, -- CanMEDS roles
  work_processes TEXT, -- Work processes
  setting TEXT CHECK (setting = 'work_floor' OR setting = 'practice_room' OR setting = 'simulation' OR setting = 'small_group' OR setting = 'elearning'), -- Learning setting
  fallback TEXT -- If it does not fit
) STRICT;
CREATE INDEX template_natural ON template (title);
CREATE INDEX template_technology ON template (technology);

-- Setting: instelling.
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  name TEXT, -- Stable name, as hours.bol.3
  value TEXT -- Value
) STRICT;
CREATE INDEX setting_natural ON setting (name);

-- Key: sleutel.
CREATE TABLE "key" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  person INTEGER REFERENCES person (id), -- Person
  student INTEGER REFERENCES student (id), -- Student
  guardian INTEGER REFERENCES guardian (id), -- Guardian
  public_key TEXT, -- Base64 of 32 bytes Ed25519
  fingerprint TEXT, -- Short number that people compare
  made_on TEXT, -- Made on
  checked_by TEXT, -- Identity checked by
  checked_on TEXT, -- Identity checked on
  revoked_on TEXT -- Revoked on
) STRICT;
CREATE INDEX key_person ON "key" (person);
CREATE INDEX key_student ON "key" (student);
CREATE INDEX key_guardian ON "key" (guardian);

-- Agreement: stageafspraak.
CREATE TABLE agreement (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  number TEXT, -- Year and sequence number
  state TEXT CHECK (state = 'proposed' OR state = 'placed' OR state = 'draft' OR state = 'review' OR state = 'approved' OR state = 'out' OR state = 'agreed' OR state = 'completed' OR state = 'ended' OR state = 'withdrawn' OR state = 'refused'), -- Follows from the events
  origin TEXT CHECK (origin = 'matching' OR origin = 'own' OR origin = 'employer'), -- Origin
  student INTEGER REFERENCES student (id), -- Student
  enrolment INTEGER REFERENCES enrolment (id), -- Enrolment
  school INTEGER REFERENCES organisation (id), -- School
  host INTEGER REFERENCES organisation (id), -- Host
  vacancy INTEGER REFERENCES vacancy (id), -- Vacancy
  sheet INTEGER REFERENCES sheet (id), -- The newest sheet; the one in force follows from the dates
  realised_minutes INTEGER, -- Hours made
  ended_on TEXT, -- Ended on
  end_reason TEXT, -- Reason of ending
  paper_kept TEXT, -- Paper is kept at
  employment_contract INTEGER CHECK (employment_contract IN (0, 1)) -- BBL: that there is one
) STRICT;
CREATE INDEX agreement_natural ON agreement (number);
CREATE INDEX agreement_state ON agreement (state);
CREATE INDEX agreement_student ON agreement (student);
CREATE INDEX agreement_enrolment ON agreement (enrolment);
CREATE INDEX agreement_school ON agreement (school);
CREATE INDEX agreement_host ON agreement (host);
CREATE INDEX agreement_vacancy ON agreement (vacancy);
CREATE INDEX agreement_sheet ON agreement (sheet);

-- Sheet: bpv-blad.
CREATE TABLE sheet (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  agreement INTEGER NOT NULL REFERENCES agreement (id), -- Agreement
  number INTEGER, -- 1 is the first
  status TEXT CHECK (status = 'draft' OR status = 'fixed' OR status = 'in_force' OR status = 'withdrawn'), -- Status
  hash TEXT, -- SHA-256 of the canonical form, lower-case hex; set when fixed
  effective_from TEXT, -- Effective from
  drawn_up TEXT, -- afsluitdatum
  change_reason TEXT, -- Later sheets
  location INTEGER REFERENCES location (id), -- Location
  team INTEGER REFERENCES team (id), -- Team
  supervisor INTEGER REFERENCES person (id), -- Supervisor
  stand_in INTEGER REFERENCES person (id), -- Stand-in
  trainer INTEGER REFERENCES person (id), -- Practice trainer
  teacher INTEGER REFERENCES person (id), -- Teacher
  digicoach INTEGER REFERENCES person (id), -- Digicoach
  digicoach_minutes INTEGER, -- Minutes over the whole placement
  start TEXT, -- First day, inclusive
  end TEXT, -- Last day, inclusive
  total_minutes INTEGER, -- Hours in all
  minutes_day INTEGER, -- Hours a day
  weekdays INTEGER, -- Weekdays
  shifts INTEGER, -- Shifts
  school_days INTEGER, -- Days back at school
  works_holidays INTEGER CHECK (works_holidays IN (0, 1)), -- Works on public holidays
  hours_justification TEXT, -- When below the minimum of WEB 7.2.7
  form TEXT CHECK (form = 'regular' OR form = 'learning_ward' OR form = 'learning_workplace' OR form = 'practice_route' OR form = 'district_centre' OR form = 'innovation_centre' OR form = 'exchange'), -- Form of placement
  qualification_parts TEXT, -- WEB 7.2.8 c: core tasks, work processes, electives
  assessment TEXT, -- WEB 7.2.8 c
  assessors INTEGER, -- Who assesses
  guidance TEXT, -- WEB 7.2.8 b
  guidance_minutes INTEGER, -- Guidance hours a week
  ending TEXT, -- WEB 7.2.8 d: when and how
  allowance INTEGER, -- Cents
  travel TEXT, -- Travel costs
  liability TEXT CHECK (liability = 'school' OR liability = 'host' OR liability = 'both'), -- Liability insurance
  confidentiality TEXT, -- Confidentiality
  terms_version TEXT, -- Version of the terms
  canonical TEXT -- RFC 8785 JSON as it was fixed; last, as it is long and seldom read
) STRICT;
CREATE INDEX sheet_agreement ON sheet (agreement);
CREATE INDEX sheet_location ON sheet (location);
CREATE INDEX sheet_team ON sheet (team);
CREATE INDEX sheet_supervisor ON sheet (supervisor);
CREATE INDEX sheet_stand_in ON sheet (stand_in);
CREATE INDEX sheet_trainer ON sheet (trainer);
CREATE INDEX sheet_teacher ON sheet (teacher);
CREATE INDEX sheet_digicoach ON sheet (digicoach);

-- Period: periode.
CREATE TABLE period (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  "from" TEXT, -- First day, inclusive
  "to" TEXT, -- Last day, inclusive
  minutes_day INTEGER, -- Hours a day
  weekdays INTEGER -- Weekdays
) STRICT;
CREATE INDEX period_sheet ON period (sheet);

-- Interruption: onderbreking.
CREATE TABLE interruption (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  "from" TEXT, -- First day off, inclusive
  "to" TEXT, -- Last day off, inclusive
  reason TEXT -- Reason
) STRICT;
CREATE INDEX interruption_sheet ON interruption (sheet);

-- Hours in a study year: uren in een studiejaar.
CREATE TABLE spread (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  year INTEGER, -- 2026 is 1 August 2026 to 31 July 2027
  minutes INTEGER -- Hours
) STRICT;
CREATE INDEX spread_sheet ON spread (sheet);

-- Theme: thema.
CREATE TABLE theme (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  theme TEXT CHECK (theme = 'responsibilities' OR theme = 'guidance' OR theme = 'onboarding' OR theme = 'material' OR theme = 'assignment'), -- Theme
  remark TEXT, -- Remark
  school_status TEXT CHECK (school_status = 'open' OR school_status = 'discussed' OR school_status = 'agreed'), -- School
  host_status TEXT CHECK (host_status = 'open' OR host_status = 'discussed' OR host_status = 'agreed'), -- Host
  student_status TEXT CHECK (student_status = 'open' OR student_status = 'discussed' OR student_status = 'agreed') -- Student
) STRICT;
CREATE INDEX theme_sheet ON theme (sheet);

-- Clause: regeling.
CREATE TABLE clause (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  theme TEXT CHECK (theme = 'responsibilities' OR theme = 'guidance' OR theme = 'onboarding' OR theme = 'material' OR theme = 'assignment'), -- Theme
  text TEXT, -- Who does what
  party TEXT CHECK (party = 'student' OR party = 'supervisor' OR party = 'trainer' OR party = 'teacher' OR party = 'coordinator' OR party = 'digicoach' OR party = 'ambassador' OR party = 'manager' OR party = 'school' OR party = 'host' OR party = 'guardian'), -- Who
  "by" TEXT, -- By
  position INTEGER -- Position
) STRICT;
CREATE INDEX clause_sheet ON clause (sheet);

-- Task: taak.
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  code TEXT, -- Stable name of a default task
  text TEXT, -- Task
  does TEXT CHECK (does = 'student' OR does = 'supervisor' OR does = 'trainer' OR does = 'teacher' OR does = 'coordinator' OR does = 'digicoach' OR does = 'ambassador' OR does = 'manager' OR does = 'school' OR does = 'host' OR does = 'guardian'), -- Does it
  asked INTEGER, -- Is asked
  told INTEGER, -- Is told
  "by" TEXT, -- By
  remark TEXT, -- Remark
  position INTEGER -- Position
) STRICT;
CREATE INDEX task_sheet ON task (sheet);

-- Contact moment: contactmoment.
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  kind TEXT CHECK (kind = 'start' OR kind = 'midway' OR kind = 'end' OR kind = 'other'), -- Kind
  date TEXT, -- Date
  time INTEGER, -- Minutes after midnight
  title TEXT, -- Title
  people INTEGER, -- People
  place TEXT, -- Place
  held_on TEXT -- Held on
) STRICT;
CREATE INDEX contact_sheet ON contact (sheet);

-- Peer session: intervisie.
CREATE TABLE peer (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  kind TEXT CHECK (kind = 'peer' OR kind = 'reflection' OR kind = 'wonder'), -- Kind
  date TEXT, -- Date
  time INTEGER, -- Minutes after midnight
  title TEXT, -- Title
  people INTEGER, -- People
  held_on TEXT -- Held on
) STRICT;
CREATE INDEX peer_sheet ON peer (sheet);

-- Reflection prompt: reflectievraag.
CREATE TABLE prompt (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  text TEXT, -- Question
  position INTEGER -- Position
) STRICT;
CREATE INDEX prompt_sheet ON prompt (sheet);

-- Onboarding step: stap van de onboarding.
CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  code TEXT, -- Stable name of a default step
  day INTEGER, -- Days relative to the start: -7 is a week before
  text TEXT, -- Step
  party TEXT CHECK (party = 'student' OR party = 'supervisor' OR party = 'trainer' OR party = 'teacher' OR party = 'coordinator' OR party = 'digicoach' OR party = 'ambassador' OR party = 'manager' OR party = 'school' OR party = 'host' OR party = 'guardian'), -- Who
  position INTEGER, -- Position
  done_on TEXT, -- Done on
  done_by TEXT -- Done by
) STRICT;
CREATE INDEX step_sheet ON step (sheet);

-- Preparation: voorbereiding.
CREATE TABLE preparation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  material INTEGER REFERENCES material (id), -- Material
  title TEXT, -- Title
  form TEXT CHECK (form = 'elearning' OR form = 'video' OR form = 'book' OR form = 'lesson' OR form = 'kit' OR form = 'website'), -- Form
  minutes INTEGER, -- Minutes
  finish_by TEXT, -- Finish by
  link TEXT, -- Link
  competences INTEGER, -- V-competences
  link_state TEXT CHECK (link_state = 'unknown' OR link_state = 'works' OR link_state = 'dead'), -- State of the link
  finished_on TEXT -- Finished on
) STRICT;
CREATE INDEX preparation_sheet ON preparation (sheet);
CREATE INDEX preparation_material ON preparation (material);

-- Assignment: praktijkopdracht.
CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  title TEXT, -- Title
  technology INTEGER REFERENCES technology (id), -- Technology
  need TEXT, -- Without client data
  need_confirmed_by TEXT, -- Need confirmed by
  need_confirmed_on TEXT, -- Need confirmed on
  target_group TEXT, -- Target group
  level TEXT, -- Starting level
  situation TEXT, -- The typical practice situation
  outcome TEXT, -- and when that is good enough
  who TEXT, -- Who
  what TEXT, -- What
  "where" TEXT, -- Where
  "when" TEXT, -- When
  why TEXT, -- Why
  how TEXT, -- How
  first_use TEXT, -- First use of the technology
  competences INTEGER, -- V-competences
  canmeds INTEGER, -- CanMEDS roles
  work_processes TEXT, -- Work processes
  electives TEXT, -- K and four digits, comma separated
  objectives TEXT, -- Objectives from the list of skills
  setting TEXT CHECK (setting = 'work_floor' OR setting = 'practice_room' OR setting = 'simulation' OR setting = 'small_group' OR setting = 'elearning'), -- Learning setting
  fallback TEXT, -- What happens when the technology does not fit
  position INTEGER, -- Position
  was_used TEXT CHECK (was_used = 'yes' OR was_used = 'partly' OR was_used = 'no'), -- Was it used
  did_fit TEXT CHECK (did_fit = 'yes' OR did_fit = 'partly' OR did_fit = 'no'), -- Did it fit
  stays TEXT CHECK (stays = 'yes' OR stays = 'partly' OR stays = 'no'), -- Does it stay in use
  adapted TEXT -- What was adapted
) STRICT;
CREATE INDEX assignment_sheet ON assignment (sheet);
CREATE INDEX assignment_technology ON assignment (technology);

-- Criterion: criterium.
CREATE TABLE criterion (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  assignment INTEGER REFERENCES assignment (id), -- Assignment
  text TEXT, -- Text
  kind TEXT CHECK (kind IN ('formative', 'summative')), -- Kind
  position INTEGER -- Position
) STRICT;
CREATE INDEX criterion_sheet ON criterion (sheet);
CREATE INDEX criterion_assignment ON criterion (assignment);

-- Reservation: reservering.
CREATE TABLE reservation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  sheet INTEGER NOT NULL REFERENCES sheet (id), -- Sheet
  assignment INTEGER REFERENCES assignment (id), -- Assignment
  item INTEGER REFERENCES item (id), -- Item
  "from" TEXT, -- First day, inclusive
  "to" TEXT, -- First day that it is free again, exclusive
  quantity INTEGER -- Quantity
) STRICT;
CREATE INDEX reservation_sheet ON reservation (sheet);
CREATE INDEX reservation_assignment ON reservation (assignment);
CREATE INDEX reservation_item ON reservation (item);

-- Start condition: startvoorwaarde.
CREATE TABLE condition (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  agreement INTEGER NOT NULL REFERENCES agreement (id), -- Agreement
  kind TEXT CHECK (kind = 'vog' OR kind = 'vaccination' OR kind = 'confidentiality' OR kind = 'other'), -- Kind
  required_by TEXT CHECK (required_by = 'student' OR required_by = 'supervisor' OR required_by = 'trainer' OR required_by = 'teacher' OR required_by = 'coordinator' OR required_by = 'digicoach' OR required_by = 'ambassador' OR required_by = 'manager' OR required_by = 'school' OR required_by = 'host' OR required_by = 'guardian'), -- Required by
  satisfied INTEGER CHECK (satisfied IN (0, 1)), -- Never the document or a medical value
  date TEXT -- Date
) STRICT;
CREATE INDEX condition_agreement ON condition (agreement);

-- Note: notitie.
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  agreement INTEGER NOT NULL REFERENCES agreement (id), -- Agreement
  field TEXT, -- Path of the field it is about, empty is in general
  text TEXT, -- Text
  author TEXT, -- Written by
  written_at TEXT, -- Written at
  answers INTEGER REFERENCES note (id), -- Answers
  settled_at TEXT, -- Settled at
  settled_by TEXT -- Settled by
) STRICT;
CREATE INDEX note_agreement ON note (agreement);
CREATE INDEX note_answers ON note (answers);

-- Replacement: vervangende plek.
CREATE TABLE replacement (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  agreement INTEGER NOT NULL REFERENCES agreement (id), -- Agreement
  cause TEXT CHECK (cause = 'place' OR cause = 'guidance' OR cause = 'recognition'), -- WEB 7.2.9
  found_on TEXT, -- Found on
  sbb_consulted_on TEXT, -- SBB consulted on
  measure TEXT, -- What is done
  settled_on TEXT -- Settled on
) STRICT;
CREATE INDEX replacement_agreement ON replacement (agreement);

-- Delivery: verzending.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  agreement INTEGER NOT NULL REFERENCES agreement (id), -- Agreement
  sheet INTEGER REFERENCES sheet (id), -- Sheet
  signer TEXT CHECK (signer = 'student' OR signer = 'guardian' OR signer = 'school' OR signer = 'host'), -- To
  name TEXT, -- Name
  sent_on TEXT, -- Sent on
  how TEXT -- How
) STRICT;
CREATE INDEX delivery_agreement ON delivery (agreement);
CREATE INDEX delivery_sheet ON delivery (sheet);

-- Consent: instemming.
CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  agreement INTEGER NOT NULL REFERENCES agreement (id), -- Agreement
  sheet INTEGER REFERENCES sheet (id), -- Sheet
  signer TEXT CHECK (signer = 'student' OR signer = 'guardian' OR signer = 'school' OR signer = 'host'), -- Who
  name TEXT, -- Name
  how TEXT CHECK (how IN ('written', 'spoken')), -- How
  date TEXT, -- Date
  correction TEXT, -- Within the term of 10 working days
  correction_answer TEXT -- Answer
) STRICT;
CREATE INDEX consent_agreement ON consent (agreement);
CREATE INDEX consent_sheet ON consent (sheet);

-- Sign-off: handtekening.
CREATE TABLE signoff (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  agreement INTEGER NOT NULL REFERENCES agreement (id), -- Agreement
  sheet INTEGER REFERENCES sheet (id), -- Sheet
  signer TEXT CHECK (signer = 'student' OR signer = 'guardian' OR signer = 'school' OR signer = 'host'), -- Role
  person_uid TEXT, -- uid of the person, student or guardian
  name TEXT, -- As it was at signing
  method TEXT CHECK (method = 'key' OR method = 'paper' OR method = 'elsewhere'), -- Method
  date TEXT, -- Day of signing
  at TEXT, -- Recorded at
  hash TEXT, -- What was signed
  public_key TEXT, -- Public key
  signature TEXT, -- Base64
  witness TEXT, -- Who saw the paper
  attachment TEXT, -- SHA-256 of the scan or PDF
  guardian INTEGER CHECK (guardian IN (0, 1)) -- For a minor
) STRICT;
CREATE INDEX signoff_agreement ON signoff (agreement);
CREATE INDEX signoff_sheet ON signoff (sheet);
-- Its row may be marked as removed with its whole dossier, and goes when that is erased.
CREATE TRIGGER signoff_only_added BEFORE UPDATE OF
  id, uid, made, agreement, sheet, signer, person_uid, name, method, date, at, hash,
  public_key, signature, witness, attachment, guardian
  ON signoff
BEGIN
  SELECT RAISE (ABORT, 'signoff rows are only ever added');
END;
CREATE TRIGGER signoff_only_erased BEFORE DELETE ON signoff
  WHEN NOT EXISTS (SELECT 1 FROM tombstone WHERE uid = OLD.uid)
BEGIN
  SELECT RAISE (ABORT, 'signoff rows are only ever added');
END;

-- Event: gebeurtenis.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  agreement INTEGER NOT NULL REFERENCES agreement (id), -- Agreement
  sheet INTEGER REFERENCES sheet (id), -- Sheet
  at TEXT, -- At
  actor TEXT, -- uid of the person
  "action" TEXT CHECK ("action" = 'create' OR "action" = 'place' OR "action" = 'start_draft' OR "action" = 'submit' OR "action" = 'return' OR "action" = 'approve' OR "action" = 'send' OR "action" = 'recall' OR "action" = 'sign' OR "action" = 'agree' OR "action" = 'refuse' OR "action" = 'reopen' OR "action" = 'complete' OR "action" = 'end' OR "action" = 'withdraw' OR "action" = 'sheet' OR "action" = 'sheet_in_force' OR "action" = 'consent' OR "action" = 'discussed' OR "action" = 'sent'), -- What
  from_state TEXT CHECK (from_state = 'proposed' OR from_state = 'placed' OR from_state = 'draft' OR from_state = 'review' OR from_state = 'approved' OR from_state = 'out' OR from_state = 'agreed' OR from_state = 'completed' OR from_state = 'ended' OR from_state = 'withdrawn' OR from_state = 'refused'), -- From
  to_state TEXT CHECK (to_state = 'proposed' OR to_state = 'placed' OR to_state = 'draft' OR to_state = 'review' OR to_state = 'approved' OR to_state = 'out' OR to_state = 'agreed' OR to_state = 'completed' OR to_state = 'ended' OR to_state = 'withdrawn' OR to_state = 'refused'), -- To
  hash TEXT, -- Content hash
  reason INTEGER REFERENCES reason (id) -- Row of the text, which can be erased
) STRICT;
CREATE INDEX event_agreement ON event (agreement);
CREATE INDEX event_sheet ON event (sheet);
CREATE INDEX event_reason ON event (reason);
-- Its row may be marked as removed with its whole dossier, and goes when that is erased.
CREATE TRIGGER event_only_added BEFORE UPDATE OF
  id, uid, made, agreement, sheet, at, actor, "action", from_state, to_state, hash, reason
  ON event
BEGIN
  SELECT RAISE (ABORT, 'event rows are only ever added');
END;
CREATE TRIGGER event_only_erased BEFORE DELETE ON event
  WHEN NOT EXISTS (SELECT 1 FROM tombstone WHERE uid = OLD.uid)
BEGIN
  SELECT RAISE (ABORT, 'event rows are only ever added');
END;

-- Reason: reden.
CREATE TABLE reason (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  agreement INTEGER NOT NULL REFERENCES agreement (id), -- Agreement
  text TEXT -- Text
) STRICT;
CREATE INDEX reason_agreement ON reason (agreement);

-- Fixed pair: vast koppel.
CREATE TABLE fixed_pair (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  student INTEGER REFERENCES student (id), -- Student
  vacancy INTEGER REFERENCES vacancy (id), -- Vacancy
  supervisor INTEGER REFERENCES person (id), -- Empty is any that fits
  digicoach INTEGER REFERENCES person (id), -- Empty is any that fits
  item INTEGER REFERENCES item (id), -- Empty is any or none
  remark TEXT -- Remark
) STRICT;
CREATE INDEX fixed_pair_natural ON fixed_pair (student);
CREATE INDEX fixed_pair_vacancy ON fixed_pair (vacancy);
CREATE INDEX fixed_pair_supervisor ON fixed_pair (supervisor);
CREATE INDEX fixed_pair_digicoach ON fixed_pair (digicoach);
CREATE INDEX fixed_pair_item ON fixed_pair (item);

-- Proposal: voorstel.
CREATE TABLE proposal (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  title TEXT, -- Title
  made_at TEXT, -- Made at
  status TEXT CHECK (status = 'open' OR status = 'accepted' OR status = 'dropped'), -- Status
  revision INTEGER, -- Newest revision of the file when it was made: what came later may conflict
  students INTEGER, -- That looked for a place
  placed INTEGER, -- That got one
  objective INTEGER, -- Sum of the values
  bound INTEGER, -- No proposal can have more points than this
  weights TEXT -- JSON object of the weights that it was made with
) STRICT;

-- Row of a proposal: regel van een voorstel.
CREATE TABLE proposal_row (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  made INTEGER NOT NULL REFERENCES revision (rev),
  changed INTEGER NOT NULL REFERENCES revision (rev),
  removed INTEGER REFERENCES revision (rev),
  proposal INTEGER NOT NULL REFERENCES proposal (id), -- Proposal
  student INTEGER REFERENCES student (id), -- Student
  enrolment INTEGER REFERENCES enrolment (id), -- Enrolment
  vacancy INTEGER REFERENCES vacancy (id), -- Vacancy
  supervisor INTEGER REFERENCES person (id), -- Supervisor
  digicoach INTEGER REFERENCES person (id), -- Digicoach
  item INTEGER REFERENCES item (id), -- Item
  value INTEGER, -- Points
  wish_rank INTEGER, -- Rank of the wish that it meets; empty is none
  distance INTEGER, -- As the crow flies
  fixed INTEGER CHECK (fixed IN (0, 1)), -- Was fixed by the coordinator
  status TEXT CHECK (status = 'proposed' OR status = 'accepted' OR status = 'refused'), -- Status
  reason TEXT, -- Why it was refused
  agreement INTEGER REFERENCES agreement (id) -- Made from it
) STRICT;
CREATE INDEX proposal_row_proposal ON proposal_row (proposal);
CREATE INDEX proposal_row_student ON proposal_row (student);
CREATE INDEX proposal_row_enrolment ON proposal_row (enrolment);
CREATE INDEX proposal_row_vacancy ON proposal_row (vacancy);
CREATE INDEX proposal_row_supervisor ON proposal_row (supervisor);
CREATE INDEX proposal_row_digicoach ON proposal_row (digicoach);
CREATE INDEX proposal_row_item ON proposal_row (item);
CREATE INDEX proposal_row_agreement ON proposal_row (agreement);

PRAGMA application_id = 1213418579;
