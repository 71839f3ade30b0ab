-- Important matters: opinions of members, how each was taken up, versions of the text and the head's decision. Not breaking.

CREATE TABLE matter (
  id uuid PRIMARY KEY,
  -- The unit in which the office is set up.
  unit_id uuid NOT NULL REFERENCES unit,
  sort text NOT NULL CHECK (sort IN ('policy', 'reform', 'activity', 'task')),
  state text NOT NULL CHECK (state IN ('draft', 'opinions', 'revising', 'toApprove', 'approved', 'cancelled')),
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  -- Members who were asked, or told afterwards, to find it by.
  member_unit_ids uuid[] NOT NULL,
  member_person_ids uuid[] NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX matter_unit ON matter (unit_id, state);
CREATE INDEX matter_member_units ON matter USING gin (member_unit_ids);
CREATE INDEX matter_member_people ON matter USING gin (member_person_ids);
COMMENT ON TABLE matter IS 'state: where each important matter stands';
GRANT SELECT, INSERT, UPDATE ON matter TO quanheng_app;

CREATE TABLE matter_step (
  matter_id uuid NOT NULL REFERENCES matter,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (matter_id, number)
);
COMMENT ON TABLE matter_step IS 'append-only: every act on an important matter, by whom and why';
GRANT SELECT, INSERT ON matter_step TO quanheng_app;
