-- Objections to scores of a published result: the answer, the second scoring, the decision. Not breaking.

CREATE TABLE objection (
  id uuid PRIMARY KEY,
  -- The lead unit's plan, and the plan of the year in which objections are numbered.
  plan_id uuid NOT NULL REFERENCES plan,
  year_plan_id uuid NOT NULL REFERENCES plan,
  item_id uuid NOT NULL REFERENCES item,
  leaf_name text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  office_unit_id uuid NOT NULL REFERENCES unit,
  scorer_unit_id uuid NOT NULL REFERENCES unit,
  scorer_section_id uuid REFERENCES section,
  state text NOT NULL CHECK (state IN ('draft', 'sent', 'answering', 'rescoring', 'toDecide', 'toConfirm', 'kept', 'corrected',
    'declined', 'withdrawn')),
  number int CHECK (number >= 1),
  score jsonb NOT NULL,
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  UNIQUE (year_plan_id, number)
);
-- Each score is reviewed once.
CREATE UNIQUE INDEX objection_item ON objection (item_id) WHERE state NOT IN ('declined', 'withdrawn');
CREATE INDEX objection_unit ON objection (unit_id, state);
CREATE INDEX objection_office ON objection (office_unit_id, state);
CREATE INDEX objection_scorer ON objection (scorer_unit_id, state);
COMMENT ON TABLE objection IS 'state: where each objection to a published score stands';
GRANT SELECT, INSERT, UPDATE ON objection TO quanheng_app;

CREATE TABLE objection_step (
  objection_id uuid NOT NULL REFERENCES objection,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (objection_id, number)
);
COMMENT ON TABLE objection_step IS 'append-only: every act on an objection, by whom and why';
GRANT SELECT, INSERT ON objection_step TO quanheng_app;
