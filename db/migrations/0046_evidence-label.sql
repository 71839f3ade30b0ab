-- Labels that were given to evidence after it was put forward. Not breaking.

CREATE TABLE evidence_relabel (
  evidence_id uuid NOT NULL REFERENCES evidence,
  ordinal int NOT NULL CHECK (ordinal >= 1),
  label text NOT NULL CHECK (label IN ('public', 'internal', 'sensitive')),
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (evidence_id, ordinal)
);
COMMENT ON TABLE evidence_relabel IS 'append-only: another label of a file, by whom and why';
GRANT SELECT, INSERT ON evidence_relabel TO quanheng_app;
