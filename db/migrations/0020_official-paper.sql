-- 发文稿: papers worded in blocks over a plan version or a locked version, numbered and issued here. Not breaking: every paper issued so
-- far belongs to an approval and keeps it.

CREATE TABLE official_paper (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  owner_unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('planNotice', 'resultCircular')),
  state text NOT NULL CHECK (state IN ('draft', 'issued', 'withdrawn')),
  words jsonb NOT NULL,
  -- Digest of plan version or run, and every figure, as the writers last saw them.
  source jsonb NOT NULL,
  written_by jsonb NOT NULL,
  issue jsonb,
  withdrawal jsonb,
  version int NOT NULL CHECK (version >= 1)
);
-- One draft of a kind at a time.
CREATE UNIQUE INDEX official_paper_draft ON official_paper (plan_id, kind) WHERE state = 'draft';
COMMENT ON TABLE official_paper IS 'state: papers worded and issued here';
GRANT SELECT, INSERT, UPDATE ON official_paper TO quanheng_app;

CREATE TABLE official_paper_revision (
  paper_id uuid NOT NULL REFERENCES official_paper,
  -- Version of the paper that it made.
  number int NOT NULL,
  block text NOT NULL,
  text text NOT NULL,
  restored boolean NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (paper_id, number, block)
);
COMMENT ON TABLE official_paper_revision IS 'append-only: how each block read, who wrote it and when';
GRANT SELECT, INSERT ON official_paper_revision TO quanheng_app;

ALTER TABLE issued_paper ALTER COLUMN approval_id DROP NOT NULL;
ALTER TABLE issued_paper ADD COLUMN official_paper_id uuid REFERENCES official_paper;
-- Of papers worded here, PDF and OFD are kept beside the .docx.
ALTER TABLE issued_paper ADD COLUMN pdf_sha256 text CHECK (pdf_sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE issued_paper ADD COLUMN ofd_sha256 text CHECK (ofd_sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE issued_paper DROP CONSTRAINT issued_paper_kind_check;
ALTER TABLE issued_paper ADD CONSTRAINT issued_paper_kind_check
  CHECK (kind IN ('letter', 'scoreReport', 'planNotice', 'resultCircular'));
ALTER TABLE issued_paper ADD CONSTRAINT issued_paper_from CHECK ((approval_id IS NULL) <> (official_paper_id IS NULL));
