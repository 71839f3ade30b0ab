-- Reviews of a year: entries of units with their answers, the summary, the head's decision, what was carried on. Not breaking.

CREATE TABLE year_review (
  id uuid PRIMARY KEY,
  -- The year plan that was carried out.
  plan_id uuid NOT NULL REFERENCES plan,
  year int NOT NULL,
  -- The unit in which the office is set up.
  unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('gathering', 'sorting', 'toTake', 'taken', 'cancelled')),
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
-- One review of a plan at a time.
CREATE UNIQUE INDEX year_review_plan ON year_review (plan_id) WHERE state <> 'cancelled';
CREATE INDEX year_review_unit ON year_review (unit_id, state);
COMMENT ON TABLE year_review IS 'state: where the review of each year stands';
GRANT SELECT, INSERT, UPDATE ON year_review TO quanheng_app;

CREATE TABLE year_review_step (
  year_review_id uuid NOT NULL REFERENCES year_review,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (year_review_id, number)
);
COMMENT ON TABLE year_review_step IS 'append-only: every act on the review of a year, by whom and why';
GRANT SELECT, INSERT ON year_review_step TO quanheng_app;
