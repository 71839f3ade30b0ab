-- Plans of the superior, and how each is divided over units and sections. Not breaking.

CREATE TABLE superior_plan (
  id uuid PRIMARY KEY,
  -- The unit in which the office is set up.
  unit_id uuid NOT NULL REFERENCES unit,
  year int NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'issued', 'revising', 'judged', 'cancelled')),
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  -- Units that bear something of what was issued or is being written.
  bearer_unit_ids uuid[] NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX superior_plan_unit ON superior_plan (unit_id, year);
CREATE INDEX superior_plan_bearer ON superior_plan USING gin (bearer_unit_ids);
COMMENT ON TABLE superior_plan IS 'state: where each plan of the superior and its breakdown stand';
GRANT SELECT, INSERT, UPDATE ON superior_plan TO quanheng_app;

CREATE TABLE superior_plan_step (
  superior_plan_id uuid NOT NULL REFERENCES superior_plan,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (superior_plan_id, number)
);
COMMENT ON TABLE superior_plan_step IS 'append-only: every act on a plan of the superior, by whom and why';
GRANT SELECT, INSERT ON superior_plan_step TO quanheng_app;
