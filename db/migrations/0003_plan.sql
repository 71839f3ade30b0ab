-- Plans: the draft that is worked on, the versions that were issued, and the findings people let stand. Not breaking.

CREATE TABLE plan (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('appraisalPlan', 'indicatorPlan')),
  owner_unit_id uuid NOT NULL REFERENCES unit,
  year int NOT NULL,
  title text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'checked', 'issued', 'discarded')),
  -- The version that `content` is, or will become; while it is drafted, an earlier one may be in force.
  number int NOT NULL CHECK (number >= 1),
  content jsonb NOT NULL,
  drafter jsonb NOT NULL,
  -- Why this version follows the one before.
  reason text,
  -- The version in force; absent until the first issue.
  issued_number int CHECK (issued_number <= number),
  parent_plan_id uuid REFERENCES plan,
  -- Units that the version in force names: appraised, supporting, giving data. They may read it.
  named_unit_ids uuid[] NOT NULL,
  version int NOT NULL
);
CREATE INDEX plan_year ON plan (year DESC, kind);
CREATE INDEX plan_owner ON plan (owner_unit_id);
CREATE INDEX plan_parent ON plan (parent_plan_id);
CREATE INDEX plan_named ON plan USING gin (named_unit_ids);
COMMENT ON TABLE plan IS 'state: plans with the content that is drafted now';
GRANT SELECT, INSERT, UPDATE ON plan TO quanheng_app;

CREATE TABLE plan_version (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  number int NOT NULL CHECK (number >= 1),
  content jsonb NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  -- 'registered': 已印发文件补录, the document was printed before it was entered here.
  way text NOT NULL CHECK (way IN ('here', 'registered')),
  document_number text NOT NULL,
  document_date date NOT NULL,
  scan_digest text CHECK (scan_digest ~ '^[0-9a-f]{64}$'),
  reason text,
  -- Findings that stood 按原文执行 when the version was issued.
  acceptances jsonb NOT NULL,
  author jsonb NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_on date NOT NULL,
  UNIQUE (plan_id, number)
);
COMMENT ON TABLE plan_version IS 'append-only: what was issued; a change is the next version';
GRANT SELECT, INSERT ON plan_version TO quanheng_app;

CREATE TABLE finding_acceptance (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  plan_id uuid NOT NULL REFERENCES plan,
  number int NOT NULL,
  -- A withdrawal is a later row for the same finding.
  withdrawn boolean NOT NULL,
  finding text NOT NULL,
  code text NOT NULL,
  place text NOT NULL,
  reason text NOT NULL,
  author jsonb NOT NULL,
  on_day date NOT NULL
);
CREATE INDEX finding_acceptance_plan ON finding_acceptance (plan_id, seq);
COMMENT ON TABLE finding_acceptance IS 'append-only: findings let stand 按原文执行, by whom and why';
GRANT SELECT, INSERT ON finding_acceptance TO quanheng_app;

-- 成文日期 of the notice a calendar comes from (国办发明电 …), beside its number in `source`.
ALTER TABLE holiday_calendar ADD COLUMN source_date date;
