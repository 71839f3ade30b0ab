-- 指标节点: milestones of issued plans, one row a unit, with what was reported and confirmed, and whom their lights told. Not breaking.

CREATE TABLE milestone (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  milestone_key text NOT NULL,
  leaf_key text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  -- Who scores the indicator for the unit, and the body of the office above it.
  lead_unit_id uuid NOT NULL REFERENCES unit,
  lead_section_id uuid REFERENCES section,
  office_unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('open', 'reported', 'returned', 'confirmed', 'missed', 'dropped')),
  due date NOT NULL,
  demand jsonb NOT NULL,
  standing jsonb NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  UNIQUE (plan_id, milestone_key, unit_id)
);
CREATE INDEX milestone_unit ON milestone (unit_id, due);
CREATE INDEX milestone_lead ON milestone (lead_unit_id, due);
CREATE INDEX milestone_office ON milestone (office_unit_id, due);
-- What a light may reach today.
CREATE INDEX milestone_owed ON milestone (due) WHERE state IN ('open', 'reported', 'returned');
COMMENT ON TABLE milestone IS 'state: where each milestone of each unit stands';
GRANT SELECT, INSERT, UPDATE ON milestone TO quanheng_app;

CREATE TABLE milestone_step (
  milestone_id uuid NOT NULL REFERENCES milestone,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (milestone_id, number)
);
COMMENT ON TABLE milestone_step IS 'append-only: every act on a milestone, by whom and why';
GRANT SELECT, INSERT ON milestone_step TO quanheng_app;

CREATE TABLE milestone_told (
  milestone_id uuid NOT NULL REFERENCES milestone,
  -- A day that the plan moved is told of anew.
  due date NOT NULL,
  rung text NOT NULL CHECK (rung IN ('warning', 'yellow', 'unitHead', 'leadUnit', 'office')),
  told_on date NOT NULL,
  person_ids uuid[] NOT NULL,
  PRIMARY KEY (milestone_id, due, rung)
);
COMMENT ON TABLE milestone_told IS 'append-only: whom the light of a milestone told, once for each rung of a due day';
GRANT SELECT, INSERT ON milestone_told TO quanheng_app;
