-- Draws from an agreed seed: commitments filed before the list is fixed, what is revealed, and the witness's signature. Not breaking.

ALTER TABLE verification DROP CONSTRAINT verification_state_check;
ALTER TABLE verification ADD CONSTRAINT verification_state_check
  CHECK (state IN ('committing', 'revealing', 'toDraw', 'visiting', 'answering', 'closed'));

CREATE TABLE draw_commitment (
  verification_id uuid NOT NULL REFERENCES verification,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  author jsonb NOT NULL,
  -- SHA-256 of the party's value, bound to this verification and this party.
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  at timestamptz NOT NULL,
  PRIMARY KEY (verification_id, digest)
);
COMMENT ON TABLE draw_commitment IS 'append-only: 承诺 of the parties of an agreed seed, filed before the list is fixed';
GRANT SELECT, INSERT ON draw_commitment TO quanheng_app;

CREATE TABLE draw_reveal (
  verification_id uuid NOT NULL,
  digest text NOT NULL,
  value text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (verification_id, digest),
  FOREIGN KEY (verification_id, digest) REFERENCES draw_commitment
);
COMMENT ON TABLE draw_reveal IS 'append-only: values revealed, each hashing to its commitment';
GRANT SELECT, INSERT ON draw_reveal TO quanheng_app;

CREATE TABLE draw_fallback (
  verification_id uuid PRIMARY KEY REFERENCES verification,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  reason text NOT NULL,
  -- Names of the parties that had not filed or revealed.
  missing text[] NOT NULL
);
COMMENT ON TABLE draw_fallback IS 'append-only: agreed seeds given up for values called out on the spot, by whom and why';
GRANT SELECT, INSERT ON draw_fallback TO quanheng_app;

CREATE TABLE draw_attestation (
  draw_id uuid PRIMARY KEY REFERENCES draw,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE draw_attestation IS 'append-only: 见证签字 of the observer named in a draw';
GRANT SELECT, INSERT ON draw_attestation TO quanheng_app;
