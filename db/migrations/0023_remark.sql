-- 监督意见: what observers say about a draw, a sheet, an item or the year, and the answer by name. Not breaking.

CREATE TABLE remark (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  subject_noun text NOT NULL CHECK (subject_noun IN ('year', 'sheet', 'item', 'draw')),
  subject_id uuid NOT NULL,
  words text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'answered')),
  answer jsonb,
  version int NOT NULL CHECK (version >= 1),
  CHECK ((state = 'answered') = (answer IS NOT NULL))
);
CREATE INDEX remark_plan ON remark (plan_id, state);
COMMENT ON TABLE remark IS 'state: remarks of observers and whether they are answered';
GRANT SELECT, INSERT, UPDATE ON remark TO quanheng_app;
