-- Units, sections, people, posts, credentials and sessions. Not breaking.

CREATE TABLE unit (
  id uuid PRIMARY KEY,
  name text NOT NULL UNIQUE,
  short_name text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}',
  -- 单位规范顺序: official lists follow a fixed order, never collation.
  sort_code int NOT NULL DEFAULT 0,
  state text NOT NULL CHECK (state IN ('active', 'closed')),
  version int NOT NULL
);
COMMENT ON TABLE unit IS 'state: bodies that appraise or are appraised';
GRANT SELECT, INSERT, UPDATE ON unit TO quanheng_app;

CREATE TABLE section (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  name text NOT NULL,
  short_name text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}',
  sort_code int NOT NULL DEFAULT 0,
  state text NOT NULL CHECK (state IN ('active', 'closed')),
  version int NOT NULL,
  UNIQUE (unit_id, name)
);
COMMENT ON TABLE section IS 'state: sections (科室) of a unit';
GRANT SELECT, INSERT, UPDATE ON section TO quanheng_app;

CREATE TABLE person (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  phone text,
  mail text,
  state text NOT NULL CHECK (state IN ('active', 'disabled')),
  version int NOT NULL
);
COMMENT ON TABLE person IS 'state: natural persons';
GRANT SELECT, INSERT, UPDATE ON person TO quanheng_app;

CREATE TABLE login_name (
  login text PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person
);
COMMENT ON TABLE login_name IS 'append-only: a login is never given to a second person';
GRANT SELECT, INSERT ON login_name TO quanheng_app;

CREATE TABLE post (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  unit_id uuid NOT NULL REFERENCES unit,
  section_id uuid REFERENCES section,
  kind text NOT NULL,
  title text,
  -- 主持工作
  acting boolean NOT NULL DEFAULT false,
  from_date date NOT NULL,
  -- Last day on which the post is held; open when null.
  to_date date,
  version int NOT NULL,
  CHECK (to_date IS NULL OR to_date >= from_date)
);
CREATE INDEX post_person ON post (person_id);
CREATE INDEX post_unit ON post (unit_id, kind);
COMMENT ON TABLE post IS 'state: who holds which post in which unit, from when until when';
GRANT SELECT, INSERT, UPDATE ON post TO quanheng_app;

CREATE TABLE credential (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  made_at timestamptz NOT NULL,
  -- argon2id with its parameters, as `$argon2id$v=19$m=…,t=…,p=…$salt$hash`
  hash text NOT NULL
);
CREATE INDEX credential_person ON credential (person_id, made_at DESC);
COMMENT ON TABLE credential IS 'append-only: passwords as argon2id; the latest counts, older ones bar re-use';
GRANT SELECT, INSERT ON credential TO quanheng_app;

CREATE TABLE second_factor (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  kind text NOT NULL CHECK (kind IN ('totp')),
  secret text NOT NULL,
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE second_factor IS 'append-only: enrolled second factors; the latest counts';
GRANT SELECT, INSERT ON second_factor TO quanheng_app;

CREATE TABLE one_time_link (
  token_digest bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  version int NOT NULL
);
COMMENT ON TABLE one_time_link IS 'state: links by which a person sets the password; shown once, 30 minutes';
GRANT SELECT, INSERT, UPDATE ON one_time_link TO quanheng_app;

CREATE TABLE holiday_calendar (
  year int PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  off_days date[] NOT NULL,
  working_days date[] NOT NULL,
  source text NOT NULL,
  version int NOT NULL
);
COMMENT ON TABLE holiday_calendar IS 'state: days off and make-up working days (调休) of a year, with the notice they come from';
GRANT SELECT, INSERT, UPDATE ON holiday_calendar TO quanheng_app;

-- Housekeeping ------------------------------------------------------------------------------------------------------

CREATE TABLE session (
  token_digest bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  begun_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  step_up_at timestamptz,
  address text
);
CREATE INDEX session_person ON session (person_id);
COMMENT ON TABLE session IS 'housekeeping: who is signed in';
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO quanheng_app;

CREATE TABLE sign_in_failure (
  subject text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_subject ON sign_in_failure (subject, at);
COMMENT ON TABLE sign_in_failure IS 'housekeeping: counter for lock-out, per login and per address';
GRANT SELECT, INSERT, DELETE ON sign_in_failure TO quanheng_app;

CREATE TABLE factor_use (
  factor_id uuid NOT NULL REFERENCES second_factor,
  step bigint NOT NULL,
  PRIMARY KEY (factor_id, step)
);
COMMENT ON TABLE factor_use IS 'housekeeping: time steps already used by a second factor';
GRANT SELECT, INSERT, DELETE ON factor_use TO quanheng_app;

CREATE TABLE access_trail (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  person_id uuid,
  route text NOT NULL,
  subject text,
  outcome text NOT NULL,
  address text
);
CREATE INDEX access_trail_person ON access_trail (person_id, at);
COMMENT ON TABLE access_trail IS 'housekeeping: sign-ins, refusals and sensitive reads';
GRANT SELECT, INSERT ON access_trail TO quanheng_app;

CREATE TABLE draft (
  person_id uuid NOT NULL REFERENCES person,
  key text NOT NULL CHECK (length(key) <= 200),
  body jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, key)
);
COMMENT ON TABLE draft IS 'housekeeping: what a person has typed and not yet sent';
GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO quanheng_app;

CREATE TABLE upload (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  sm3 text NOT NULL,
  received_at timestamptz NOT NULL
);
CREATE INDEX upload_digest ON upload (sha256);
COMMENT ON TABLE upload IS 'housekeeping: files received and stored, not yet cited by an act';
GRANT SELECT, INSERT, DELETE ON upload TO quanheng_app;

CREATE TABLE job (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  person_id uuid REFERENCES person,
  input jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress int NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
  doing text,
  result jsonb,
  attempts int NOT NULL DEFAULT 0,
  run_after timestamptz NOT NULL,
  leased_until timestamptz,
  made_at timestamptz NOT NULL
);
CREATE INDEX job_waiting ON job (run_after) WHERE state IN ('waiting', 'running');
COMMENT ON TABLE job IS 'housekeeping: long work with its progress';
GRANT SELECT, INSERT, UPDATE, DELETE ON job TO quanheng_app;

CREATE TABLE notification (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES person,
  at timestamptz NOT NULL,
  code text NOT NULL,
  params jsonb NOT NULL,
  link text,
  read_at timestamptz
);
CREATE INDEX notification_person ON notification (person_id, at DESC);
COMMENT ON TABLE notification IS 'housekeeping: what was told to whom, and whether it was read';
GRANT SELECT, INSERT, UPDATE, DELETE ON notification TO quanheng_app;
