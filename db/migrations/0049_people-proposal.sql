-- Proposals of a unit's people and posts, decided line by line by the security administrator. Not breaking.

CREATE TABLE people_proposal (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'decided', 'withdrawn')),
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX people_proposal_unit ON people_proposal (unit_id, state);
COMMENT ON TABLE people_proposal IS 'state: where each proposal of people and posts stands';
GRANT SELECT, INSERT, UPDATE ON people_proposal TO quanheng_app;

CREATE TABLE people_proposal_step (
  people_proposal_id uuid NOT NULL REFERENCES people_proposal,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (people_proposal_id, number)
);
COMMENT ON TABLE people_proposal_step IS 'append-only: every act on a proposal of people and posts, by whom and why';
GRANT SELECT, INSERT ON people_proposal_step TO quanheng_app;
