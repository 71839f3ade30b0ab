-- Circulars of the leading group and its office, with what each receiver signed; files that went out with one. Not breaking.

CREATE TABLE circular (
  id uuid PRIMARY KEY,
  -- The unit in which the office is set up.
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('notice', 'circular', 'briefing')),
  topic text NOT NULL CHECK (topic IN ('superior', 'instruction', 'arrangement', 'decision', 'milestone')),
  state text NOT NULL CHECK (state IN ('draft', 'toIssue', 'issued', 'withdrawn', 'discarded')),
  -- Text, attachments and addressees; then number or issue, receivers and who signed.
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  -- Whom it reached, to find it by; empty before it is issued.
  receiver_unit_ids uuid[] NOT NULL,
  receiver_person_ids uuid[] NOT NULL,
  -- Running issue of a briefing (第N期) within the year of its day.
  issue_year int,
  issue int CHECK (issue >= 1),
  issued_on date,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  CHECK ((issue IS NULL) = (issue_year IS NULL)),
  UNIQUE (unit_id, issue_year, issue)
);
CREATE INDEX circular_unit ON circular (unit_id, state);
CREATE INDEX circular_receiver_units ON circular USING gin (receiver_unit_ids);
CREATE INDEX circular_receiver_people ON circular USING gin (receiver_person_ids);
COMMENT ON TABLE circular IS 'state: where each circular stands, and who has signed for it';
GRANT SELECT, INSERT, UPDATE ON circular TO quanheng_app;

CREATE TABLE circular_step (
  circular_id uuid NOT NULL REFERENCES circular,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (circular_id, number)
);
COMMENT ON TABLE circular_step IS 'append-only: every act on a circular, by whom and why';
GRANT SELECT, INSERT ON circular_step TO quanheng_app;

CREATE TABLE unscored_file (
  sha256 text PRIMARY KEY,
  name text NOT NULL,
  title text NOT NULL
);
COMMENT ON TABLE unscored_file IS 'append-only: files that went out with a circular; none is evidence, none the ground of a bonus';
GRANT SELECT, INSERT ON unscored_file TO quanheng_app;
