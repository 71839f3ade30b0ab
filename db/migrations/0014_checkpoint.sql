-- Checkpoints: signed heads of the log, the SM3 tree beside the SHA-256 one, and where copies went. Not breaking: the SM3 tree
-- grows from leaf 0 by itself, and a log without checkpoints is sealed within ten minutes.

CREATE TABLE sm3_node (
  level int NOT NULL,
  index bigint NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (level, index)
);
COMMENT ON TABLE sm3_node IS 'append-only: the tree of tree_node over the same leaves by SM3 (GB/T 32905), leaves at level 0';
GRANT SELECT, INSERT ON sm3_node TO quanheng_app;

CREATE TABLE log_key (
  -- `name+id+Base64(type, key)` of C2SP signed-note; what a verifier has to hold.
  verifier text PRIMARY KEY,
  since timestamptz NOT NULL
);
COMMENT ON TABLE log_key IS 'append-only: public keys that checkpoints of this installation are signed with';
GRANT SELECT, INSERT ON log_key TO quanheng_app;

CREATE TABLE checkpoint (
  size bigint PRIMARY KEY CHECK (size > 0),
  made_at timestamptz NOT NULL,
  -- The route of the milestone that asked for it; null for the regular one.
  cause text,
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  sm3_root bytea NOT NULL CHECK (octet_length(sm3_root) = 32),
  -- Signed notes as C2SP tlog-checkpoint has them, verbatim.
  note text NOT NULL,
  sm3_note text NOT NULL
);
CREATE INDEX checkpoint_made_at ON checkpoint (made_at);
COMMENT ON TABLE checkpoint IS 'append-only: signed heads of the log';
GRANT SELECT, INSERT ON checkpoint TO quanheng_app;

CREATE TABLE checkpoint_copy (
  place text NOT NULL,
  size bigint NOT NULL REFERENCES checkpoint,
  at timestamptz NOT NULL,
  -- Signature lines of a witness; null where the place gives none.
  cosignatures text,
  PRIMARY KEY (place, size)
);
COMMENT ON TABLE checkpoint_copy IS 'append-only: which outside place has received which checkpoint';
GRANT SELECT, INSERT ON checkpoint_copy TO quanheng_app;
