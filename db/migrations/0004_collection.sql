-- Collection: each figure or judged fact that a plan asks for, its versions, who stands behind them, and the evidence. Not breaking.

CREATE TABLE datum (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  element_key text NOT NULL,
  -- The appraised unit that it is about.
  unit_id uuid NOT NULL REFERENCES unit,
  period text NOT NULL,
  source jsonb NOT NULL,
  -- Who is asked: taken from `source`, for lists.
  asked_unit_id uuid NOT NULL REFERENCES unit,
  asked_section_id uuid REFERENCES section,
  -- Who scores with it: `unit` or `unit/section`, and the units alone.
  scorer_places text[] NOT NULL,
  scorer_unit_ids uuid[] NOT NULL,
  leaf_keys text[] NOT NULL,
  due date NOT NULL,
  cutoff date NOT NULL,
  -- False once a later version of the plan no longer asks for it.
  asked boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('notReported', 'drafting', 'reported', 'confirmed', 'returned', 'verified', 'closed')),
  -- Number of the last version; 0 while there is none.
  last_number int NOT NULL CHECK (last_number >= 0),
  final_number int CHECK (final_number <= last_number),
  return_reason text,
  version int NOT NULL,
  UNIQUE (plan_id, element_key, unit_id, period),
  CHECK ((state = 'closed') = (final_number IS NOT NULL)),
  CHECK ((state = 'returned') = (return_reason IS NOT NULL))
);
CREATE INDEX datum_asked ON datum (asked_unit_id, state, due) WHERE asked;
CREATE INDEX datum_due ON datum (plan_id, state, due) WHERE asked;
CREATE INDEX datum_scorers ON datum USING gin (scorer_unit_ids);
CREATE INDEX datum_places ON datum USING gin (scorer_places);
CREATE INDEX datum_leaves ON datum USING gin (leaf_keys);
COMMENT ON TABLE datum IS 'state: where each figure that a plan asks for stands';
GRANT SELECT, INSERT, UPDATE ON datum TO quanheng_app;

CREATE TABLE datum_version (
  id uuid PRIMARY KEY,
  datum_id uuid NOT NULL REFERENCES datum,
  number int NOT NULL CHECK (number >= 1),
  stage text NOT NULL CHECK (stage IN ('reported', 'verified')),
  release text NOT NULL CHECK (release IN ('provisional', 'final')),
  value jsonb NOT NULL,
  as_of date NOT NULL,
  received_on date NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  evidence_ids uuid[] NOT NULL,
  reason text,
  late jsonb,
  on_behalf jsonb,
  finding_id text,
  -- SHA-256 of the canonical form: what score sheets cite.
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  UNIQUE (datum_id, number)
);
COMMENT ON TABLE datum_version IS 'append-only: what was reported or found, one row a version';
GRANT SELECT, INSERT ON datum_version TO quanheng_app;

CREATE TABLE datum_confirmation (
  id uuid PRIMARY KEY,
  datum_id uuid NOT NULL REFERENCES datum,
  number int NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  gap_reason text,
  UNIQUE (datum_id, number),
  FOREIGN KEY (datum_id, number) REFERENCES datum_version (datum_id, number)
);
COMMENT ON TABLE datum_confirmation IS 'append-only: the second person who stands behind a version';
GRANT SELECT, INSERT ON datum_confirmation TO quanheng_app;

CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  leaf_key text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  -- Entry of the evidence list; null for a paper beyond the list.
  requirement_key text,
  datum_id uuid REFERENCES datum,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text NOT NULL CHECK (sm3 ~ '^[0-9a-f]{64}$'),
  name text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  media_type text NOT NULL,
  label text NOT NULL CHECK (label IN ('public', 'internal', 'sensitive')),
  effective_on date,
  received_on date NOT NULL,
  replaces uuid REFERENCES evidence,
  author jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX evidence_item ON evidence (plan_id, leaf_key, unit_id);
CREATE INDEX evidence_digest ON evidence (sha256);
COMMENT ON TABLE evidence IS 'append-only: files put forward for an item of a plan';
GRANT SELECT, INSERT ON evidence TO quanheng_app;

CREATE TABLE evidence_withdrawal (
  evidence_id uuid PRIMARY KEY REFERENCES evidence,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  reason text NOT NULL
);
COMMENT ON TABLE evidence_withdrawal IS 'append-only: evidence taken back, by whom and why; bytes and record stay';
GRANT SELECT, INSERT ON evidence_withdrawal TO quanheng_app;
