-- 自查自评: what units give themselves under a plan, why, their report and its signature. Not breaking.

CREATE TABLE self_review (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('draft', 'signed', 'returned')),
  lines jsonb NOT NULL,
  report text NOT NULL,
  saved jsonb NOT NULL,
  signed jsonb,
  returned jsonb,
  version int NOT NULL CHECK (version >= 1),
  UNIQUE (plan_id, unit_id),
  CHECK ((state = 'signed') = (signed IS NOT NULL)),
  CHECK ((state = 'returned') = (returned IS NOT NULL))
);
COMMENT ON TABLE self_review IS 'state: 自查自评 of units under plans that ask for it';
GRANT SELECT, INSERT, UPDATE ON self_review TO quanheng_app;
