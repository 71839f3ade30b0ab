-- Archive packages (归档包) of a year, as they were made and kept. Not breaking.

CREATE TABLE archive (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  year int NOT NULL,
  title text NOT NULL,
  made_on date NOT NULL,
  -- Leaves of the log that the package holds.
  leaves int NOT NULL CHECK (leaves > 0),
  -- Of the manifest, which its seal signs, and of the zip as it was kept.
  manifest_digest text NOT NULL CHECK (manifest_digest ~ '^[0-9a-f]{64}$'),
  zip_digest text NOT NULL CHECK (zip_digest ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL,
  -- Files and bytes by kind, with the retention period that was set.
  contents jsonb NOT NULL,
  -- What was not final yet.
  open jsonb NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX archive_unit ON archive (unit_id, year DESC, at DESC);
COMMENT ON TABLE archive IS 'append-only: archive packages as they were made, with the digest of the kept file';
GRANT SELECT, INSERT ON archive TO quanheng_app;
