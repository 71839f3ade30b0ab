-- Target adjustments: a unit asks that its item of an issued plan be another; opinion, decision, reply. Not breaking.

CREATE TABLE target_adjustment (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  -- The unit that asks.
  unit_id uuid NOT NULL REFERENCES unit,
  lead_unit_id uuid NOT NULL REFERENCES unit,
  -- The unit in which the office is set up.
  office_unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL
    CHECK (state IN ('draft', 'opinion', 'office', 'group', 'decided', 'replied', 'revised', 'withdrawn')),
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX target_adjustment_plan ON target_adjustment (plan_id);
CREATE INDEX target_adjustment_unit ON target_adjustment (unit_id);
CREATE INDEX target_adjustment_lead ON target_adjustment (lead_unit_id, state);
CREATE INDEX target_adjustment_office ON target_adjustment (office_unit_id, state);
COMMENT ON TABLE target_adjustment IS 'state: where each request to adjust a target stands';
GRANT SELECT, INSERT, UPDATE ON target_adjustment TO quanheng_app;

CREATE TABLE target_adjustment_step (
  target_adjustment_id uuid NOT NULL REFERENCES target_adjustment,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (target_adjustment_id, number)
);
COMMENT ON TABLE target_adjustment_step IS 'append-only: every act on a request to adjust a target, by whom and why';
GRANT SELECT, INSERT ON target_adjustment_step TO quanheng_app;
