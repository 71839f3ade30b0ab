-- Supervision: orders of the head, visits of units with findings and statements, and items to be put right. Not breaking.

CREATE TABLE supervision (
  id uuid PRIMARY KEY,
  -- The unit in which the office is set up.
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('routine', 'research')),
  state text NOT NULL CHECK (state IN ('draft', 'toOrder', 'underWay', 'concluded', 'cancelled')),
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX supervision_unit ON supervision (unit_id, state);
COMMENT ON TABLE supervision IS 'state: where each order of supervision stands';
GRANT SELECT, INSERT, UPDATE ON supervision TO quanheng_app;

CREATE TABLE supervision_step (
  supervision_id uuid NOT NULL REFERENCES supervision,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (supervision_id, number)
);
COMMENT ON TABLE supervision_step IS 'append-only: every act on an order of supervision, by whom and why';
GRANT SELECT, INSERT ON supervision_step TO quanheng_app;

CREATE TABLE supervision_visit (
  id uuid PRIMARY KEY,
  supervision_id uuid NOT NULL REFERENCES supervision,
  from_unit_id uuid NOT NULL REFERENCES unit,
  unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('planned', 'recorded', 'stating', 'stated', 'settled', 'dropped')),
  standing jsonb NOT NULL,
  -- Of the notes; null before they are written.
  visited_on date,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  UNIQUE (supervision_id, unit_id)
);
CREATE INDEX supervision_visit_unit ON supervision_visit (unit_id, visited_on);
CREATE INDEX supervision_visit_office ON supervision_visit (from_unit_id, state);
COMMENT ON TABLE supervision_visit IS 'state: where each visit of supervision stands';
GRANT SELECT, INSERT, UPDATE ON supervision_visit TO quanheng_app;

CREATE TABLE supervision_visit_step (
  supervision_visit_id uuid NOT NULL REFERENCES supervision_visit,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (supervision_visit_id, number)
);
COMMENT ON TABLE supervision_visit_step IS 'append-only: every act on a visit of supervision, by whom and why';
GRANT SELECT, INSERT ON supervision_visit_step TO quanheng_app;

CREATE TABLE rectification (
  id uuid PRIMARY KEY,
  supervision_id uuid NOT NULL REFERENCES supervision,
  visit_id uuid NOT NULL REFERENCES supervision_visit,
  from_unit_id uuid NOT NULL REFERENCES unit,
  unit_id uuid NOT NULL REFERENCES unit,
  subject text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'planned', 'reported', 'closed')),
  due date NOT NULL,
  demand jsonb NOT NULL,
  standing jsonb NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX rectification_office ON rectification (from_unit_id, state, due);
-- How often the same was found at a unit, over the years.
CREATE INDEX rectification_again ON rectification (unit_id, subject);
COMMENT ON TABLE rectification IS 'state: where each item to be put right stands';
GRANT SELECT, INSERT, UPDATE ON rectification TO quanheng_app;

CREATE TABLE rectification_step (
  rectification_id uuid NOT NULL REFERENCES rectification,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (rectification_id, number)
);
COMMENT ON TABLE rectification_step IS 'append-only: every act on an item to be put right, by whom and why';
GRANT SELECT, INSERT ON rectification_step TO quanheng_app;
