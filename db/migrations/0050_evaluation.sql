-- Evaluations: rounds with channels and weights, ballots by name, counts of ballots on paper, results. Not breaking.

CREATE TABLE evaluation (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  -- The data element whose figures the result becomes.
  element_key text NOT NULL,
  year int NOT NULL,
  -- Whom the plan asks for the figure.
  unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('draft', 'open', 'closed', 'counted', 'fed', 'cancelled')),
  unit_ids uuid[] NOT NULL,
  -- Everybody on a roster, fixed at opening.
  evaluator_ids uuid[] NOT NULL,
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  -- Digests of all files that it rests on.
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
-- One round for a figure at a time.
CREATE UNIQUE INDEX evaluation_figure ON evaluation (plan_id, element_key) WHERE state <> 'cancelled';
CREATE INDEX evaluation_unit ON evaluation (unit_id, state);
CREATE INDEX evaluation_evaluators ON evaluation USING gin (evaluator_ids);
COMMENT ON TABLE evaluation IS 'state: where each evaluation stands';
GRANT SELECT, INSERT, UPDATE ON evaluation TO quanheng_app;

CREATE TABLE evaluation_step (
  evaluation_id uuid NOT NULL REFERENCES evaluation,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (evaluation_id, number)
);
COMMENT ON TABLE evaluation_step IS 'append-only: every act on an evaluation, by whom and why';
GRANT SELECT, INSERT ON evaluation_step TO quanheng_app;

CREATE TABLE evaluation_ballot (
  id uuid PRIMARY KEY,
  evaluation_id uuid NOT NULL REFERENCES evaluation,
  channel_key text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  marks jsonb NOT NULL,
  at timestamptz NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  UNIQUE (evaluation_id, channel_key, person_id)
);
COMMENT ON TABLE evaluation_ballot IS 'state: ballots by name, one of each person in a channel';
GRANT SELECT, INSERT, UPDATE ON evaluation_ballot TO quanheng_app;
