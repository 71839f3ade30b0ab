-- What people have read of the papers circulated to them. Not breaking.

CREATE TABLE read_mark (
  person_id uuid NOT NULL REFERENCES person,
  -- A version of a plan, or an issued paper.
  subject_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (person_id, subject_id)
);
COMMENT ON TABLE read_mark IS 'housekeeping: who has opened which circulated paper; nothing official reads it';
GRANT SELECT, INSERT, UPDATE, DELETE ON read_mark TO quanheng_app;
