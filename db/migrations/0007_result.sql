-- Aggregation: the office's register of lead units' reports, runs, locked versions, and the papers over them. Not breaking.

CREATE TABLE lead_report (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  lead_unit_id uuid NOT NULL REFERENCES unit,
  due date NOT NULL,
  -- False once a later version of the plan gives the unit no line to score.
  asked boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('notReported', 'entered', 'reported', 'returned')),
  last_number int NOT NULL CHECK (last_number >= 0),
  return_reason text,
  version int NOT NULL,
  UNIQUE (plan_id, lead_unit_id),
  CHECK ((state = 'returned') = (return_reason IS NOT NULL))
);
CREATE INDEX lead_report_unit ON lead_report (lead_unit_id);
COMMENT ON TABLE lead_report IS 'state: the score report that each lead unit owes under a year plan';
GRANT SELECT, INSERT, UPDATE ON lead_report TO quanheng_app;

CREATE TABLE lead_report_version (
  id uuid PRIMARY KEY,
  report_id uuid NOT NULL REFERENCES lead_report,
  number int NOT NULL CHECK (number >= 1),
  via jsonb NOT NULL,
  document_number text NOT NULL,
  document_date date NOT NULL,
  scores jsonb NOT NULL,
  received_on date NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (report_id, number)
);
COMMENT ON TABLE lead_report_version IS 'append-only: reports as they came in, by platform or on paper';
GRANT SELECT, INSERT ON lead_report_version TO quanheng_app;

CREATE TABLE lead_report_confirmation (
  report_id uuid NOT NULL,
  number int NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (report_id, number),
  FOREIGN KEY (report_id, number) REFERENCES lead_report_version (report_id, number)
);
COMMENT ON TABLE lead_report_confirmation IS 'append-only: the second person who compared a paper report with its scan';
GRANT SELECT, INSERT ON lead_report_confirmation TO quanheng_app;

CREATE TABLE run (
  id uuid NOT NULL UNIQUE,
  -- SHA-256 of plan version, packed facts and engine version.
  digest text PRIMARY KEY CHECK (digest ~ '^[0-9a-f]{64}$'),
  plan_id uuid NOT NULL REFERENCES plan,
  plan_number int NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('leadReport', 'totals')),
  facts_digest text NOT NULL CHECK (facts_digest ~ '^[0-9a-f]{64}$'),
  engine_version text NOT NULL,
  -- Everything but the columns: plan, rounding, units, lines, totals.
  head jsonb NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (plan_id, plan_number) REFERENCES plan_version (plan_id, number)
);
COMMENT ON TABLE run IS 'append-only: computations, each named by what it was made from';
GRANT SELECT, INSERT ON run TO quanheng_app;

CREATE TABLE run_column (
  run_digest text NOT NULL REFERENCES run,
  place int NOT NULL,
  leaf_key text NOT NULL,
  -- Facts, outcomes and what they rest on, packed by unit.
  columns jsonb NOT NULL,
  PRIMARY KEY (run_digest, place)
);
COMMENT ON TABLE run_column IS 'append-only: the packed columns of a run, one row an indicator';
GRANT SELECT, INSERT ON run_column TO quanheng_app;

CREATE TABLE result (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  owner_unit_id uuid NOT NULL REFERENCES unit,
  purpose text NOT NULL CHECK (purpose IN ('leadReport', 'totals')),
  run_digest text NOT NULL REFERENCES run,
  frozen_by jsonb NOT NULL,
  frozen_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('aggregated', 'approved', 'issued', 'voided')),
  decision_id uuid,
  issue jsonb NOT NULL,
  voiding jsonb NOT NULL,
  version int NOT NULL,
  CHECK ((state = 'voided') = (voiding <> 'null'))
);
-- One locked version a purpose is worked on at a time; an issued one stays beside the next, which corrects it in the open.
CREATE UNIQUE INDEX result_standing ON result (plan_id, purpose) WHERE state IN ('aggregated', 'approved');
CREATE INDEX result_plan ON result (plan_id, frozen_at);
COMMENT ON TABLE result IS 'state: 锁定版, a run frozen for a purpose and what became of it';
GRANT SELECT, INSERT, UPDATE ON result TO quanheng_app;

CREATE TABLE paper (
  id uuid PRIMARY KEY,
  result_id uuid NOT NULL UNIQUE REFERENCES result,
  plan_id uuid NOT NULL REFERENCES plan,
  owner_unit_id uuid NOT NULL REFERENCES unit,
  -- Title, addressees and prose with the places of its figures; figures themselves stand in the run.
  words jsonb NOT NULL,
  version int NOT NULL
);
COMMENT ON TABLE paper IS 'state: the words of the score report and its covering letter over a locked version';
GRANT SELECT, INSERT, UPDATE ON paper TO quanheng_app;
