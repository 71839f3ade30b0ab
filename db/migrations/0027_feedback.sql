-- 初评反馈: first scores told to the units before they are locked, their questions and the answers by name. Not breaking: a plan
-- issued before with feedback among its settings is locked after its round.

CREATE TABLE feedback (
  id uuid PRIMARY KEY,
  -- Once a plan.
  plan_id uuid NOT NULL UNIQUE REFERENCES plan,
  run_digest text NOT NULL REFERENCES run (digest),
  unit_ids uuid[] NOT NULL,
  working_days int NOT NULL CHECK (working_days >= 0),
  until date NOT NULL,
  opened jsonb NOT NULL,
  agreed jsonb NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
COMMENT ON TABLE feedback IS 'state: 初评反馈, what was told to which units until when, and which have no question left';
GRANT SELECT, INSERT, UPDATE ON feedback TO quanheng_app;

CREATE TABLE feedback_question (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  leaf_key text NOT NULL,
  item_id uuid NOT NULL REFERENCES item,
  unit_id uuid NOT NULL REFERENCES unit,
  words text NOT NULL,
  files jsonb NOT NULL,
  file_digests text[] NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'answered')),
  answer jsonb,
  version int NOT NULL CHECK (version >= 1),
  CHECK ((state = 'answered') = (answer IS NOT NULL))
);
-- One question at a time about an item.
CREATE UNIQUE INDEX feedback_question_open ON feedback_question (item_id) WHERE state = 'open';
CREATE INDEX feedback_question_plan ON feedback_question (plan_id, state);
COMMENT ON TABLE feedback_question IS 'state: questions of units about their first scores and whether they are answered';
GRANT SELECT, INSERT, UPDATE ON feedback_question TO quanheng_app;
