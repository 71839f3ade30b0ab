-- Preliminary scoring: sheets with the content that was signed, the items that are their rows, and every signature. Not breaking.

CREATE TABLE sheet (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  -- The plan version under which it is scored; an earlier one where nothing that its signatures rest on changed since.
  plan_number int NOT NULL,
  key text NOT NULL,
  leaf_key text NOT NULL,
  -- The leaf's name, for lists.
  leaf_name text NOT NULL,
  scorer jsonb NOT NULL,
  -- Taken from `scorer` and from the plan, for the scope of reads.
  scorer_unit_id uuid NOT NULL REFERENCES unit,
  scorer_section_id uuid REFERENCES section,
  coordinating_section_id uuid REFERENCES section,
  unit_ids uuid[] NOT NULL,
  amends uuid REFERENCES sheet,
  group_relative boolean NOT NULL,
  -- Counts the contents that were put up for signature.
  number int NOT NULL CHECK (number >= 1),
  state text NOT NULL CHECK (state IN ('toScore', 'scored', 'awaitingHead', 'returned', 'signed', 'toVerify', 'verified', 'aggregated')),
  signed_digest text CHECK (signed_digest ~ '^[0-9a-f]{64}$'),
  fallen_rows jsonb NOT NULL,
  verification jsonb NOT NULL,
  return_reason text,
  fall_cause text,
  version int NOT NULL CHECK (version >= 1),
  CHECK ((state = 'returned') = (return_reason IS NOT NULL))
);
CREATE UNIQUE INDEX sheet_key ON sheet (plan_id, key) WHERE amends IS NULL;
CREATE INDEX sheet_plan ON sheet (plan_id, leaf_key);
CREATE INDEX sheet_scorer ON sheet (scorer_unit_id, scorer_section_id, state);
CREATE INDEX sheet_amends ON sheet (amends);
COMMENT ON TABLE sheet IS 'state: where each score sheet stands';
GRANT SELECT, INSERT, UPDATE ON sheet TO quanheng_app;

CREATE TABLE sheet_version (
  id uuid PRIMARY KEY,
  sheet_id uuid NOT NULL REFERENCES sheet,
  number int NOT NULL CHECK (number >= 1),
  -- Exactly what was shown: the signed form with every row in full.
  content jsonb NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  check_code text NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (sheet_id, digest)
);
COMMENT ON TABLE sheet_version IS 'append-only: contents of score sheets that somebody signed';
GRANT SELECT, INSERT ON sheet_version TO quanheng_app;

CREATE TABLE item (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  leaf_key text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  plan_number int NOT NULL,
  data_source text NOT NULL,
  basis jsonb,
  deductions jsonb NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  UNIQUE (plan_id, leaf_key, unit_id)
);
COMMENT ON TABLE item IS 'state: what the handler says about each leaf indicator × unit; points are computed, never stored here';
GRANT SELECT, INSERT, UPDATE ON item TO quanheng_app;

CREATE TABLE signature (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  subject_noun text NOT NULL,
  subject_id uuid NOT NULL,
  role text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  post text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  section_id uuid REFERENCES section,
  -- Of the content that the person agreed to.
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  signed_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  opinion text,
  medium text NOT NULL CHECK (medium IN ('screen', 'paper')),
  scan_digest text CHECK (scan_digest ~ '^[0-9a-f]{64}$'),
  registered_by jsonb,
  CHECK ((medium = 'paper') = (scan_digest IS NOT NULL)),
  CHECK ((medium = 'paper') = (registered_by IS NOT NULL))
);
CREATE INDEX signature_subject ON signature (subject_id, seq);
CREATE INDEX signature_person ON signature (person_id);
COMMENT ON TABLE signature IS 'append-only: signatures on screen, and registrations of signatures on paper';
GRANT SELECT, INSERT ON signature TO quanheng_app;

CREATE TABLE signature_mark (
  id uuid PRIMARY KEY,
  signature_id uuid NOT NULL REFERENCES signature,
  -- confirmed: a second person compared a paper registration with its scan. refused: it did not match. voided: the content moved.
  kind text NOT NULL CHECK (kind IN ('confirmed', 'refused', 'voided')),
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  cause text,
  UNIQUE (signature_id, kind),
  CHECK ((kind = 'confirmed') = (cause IS NULL))
);
COMMENT ON TABLE signature_mark IS 'append-only: what became of a signature; a signature itself is never changed';
GRANT SELECT, INSERT ON signature_mark TO quanheng_app;
