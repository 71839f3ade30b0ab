-- The door's own tables: acts, leaves, the tree, idempotency, and the installation. Not breaking.
-- Every table states its class in its comment (state | append-only | housekeeping); a test holds grants against it:
-- append-only gives the server SELECT and INSERT, state adds UPDATE, housekeeping adds DELETE. Roles come from deploy/roles.sql.

CREATE TABLE installation (
  id int PRIMARY KEY CHECK (id = 1),
  kind text NOT NULL CHECK (kind IN ('real', 'rehearsal')),
  origin text NOT NULL,
  -- Salts of leaves derive from it, so that equal values cannot be guessed from a redacted export.
  salt_key bytea NOT NULL CHECK (octet_length(salt_key) = 32),
  -- Rehearsal only: the movable business date. A real installation has none.
  business_date date CHECK (business_date IS NULL OR kind = 'rehearsal'),
  version int NOT NULL
);
COMMENT ON TABLE installation IS 'state: what this data directory is, chosen once at first run';
GRANT SELECT, INSERT, UPDATE (business_date, version) ON installation TO quanheng_app;

CREATE TABLE act (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  at timestamptz NOT NULL,
  business_date date NOT NULL,
  person_id uuid,
  post_id uuid,
  action text NOT NULL,
  subjects uuid[] NOT NULL,
  changes jsonb NOT NULL,
  events jsonb NOT NULL,
  reply jsonb NOT NULL,
  salt bytea NOT NULL,
  address text
);
CREATE INDEX act_subjects ON act USING gin (subjects);
CREATE INDEX act_person ON act (person_id, seq);
COMMENT ON TABLE act IS 'append-only: one row for each accepted command';
GRANT SELECT, INSERT ON act TO quanheng_app;

CREATE TABLE leaf (
  act_id uuid PRIMARY KEY REFERENCES act,
  bytes bytea NOT NULL
);
COMMENT ON TABLE leaf IS 'append-only: the stored bytes that the log commits to (RFC 8785 JSON)';
GRANT SELECT, INSERT ON leaf TO quanheng_app;

CREATE TABLE leaf_queue (
  act_id uuid PRIMARY KEY REFERENCES act,
  seq bigint GENERATED ALWAYS AS IDENTITY
);
COMMENT ON TABLE leaf_queue IS 'housekeeping: committed leaves that the sequencer has not put into the tree yet';
GRANT SELECT, INSERT, DELETE ON leaf_queue TO quanheng_app;

CREATE TABLE tree_entry (
  position bigint PRIMARY KEY,
  act_id uuid NOT NULL UNIQUE REFERENCES leaf (act_id),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE tree_entry IS 'append-only: the order of leaves in the Merkle tree (RFC 6962)';
GRANT SELECT, INSERT ON tree_entry TO quanheng_app;

CREATE TABLE tree_node (
  level int NOT NULL,
  index bigint NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (level, index)
);
COMMENT ON TABLE tree_node IS 'append-only: hashes of full subtrees';
GRANT SELECT, INSERT ON tree_node TO quanheng_app;

CREATE TABLE command (
  person_id uuid NOT NULL,
  key text NOT NULL CHECK (length(key) BETWEEN 8 AND 100),
  request_digest bytea NOT NULL,
  act_id uuid NOT NULL REFERENCES act DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (person_id, key)
);
COMMENT ON TABLE command IS 'append-only: idempotency keys; the reply stands with the act';
GRANT SELECT, INSERT ON command TO quanheng_app;
