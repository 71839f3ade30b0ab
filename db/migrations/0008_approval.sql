-- Approval, numbering and submission of papers. Not breaking.

CREATE TABLE decision (
  id uuid PRIMARY KEY,
  subject jsonb NOT NULL,
  subject_id uuid NOT NULL,
  owner_unit_id uuid NOT NULL REFERENCES unit,
  body text NOT NULL,
  decided_on date NOT NULL,
  text text NOT NULL,
  number text,
  outcome text NOT NULL CHECK (outcome IN ('approved', 'returned')),
  adjustments jsonb NOT NULL,
  scan_digest text NOT NULL CHECK (scan_digest ~ '^[0-9a-f]{64}$'),
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  replaces uuid REFERENCES decision
);
CREATE INDEX decision_subject ON decision (subject_id);
COMMENT ON TABLE decision IS 'append-only: what bodies decided, as their minutes say';
GRANT SELECT, INSERT ON decision TO quanheng_app;

CREATE TABLE decision_confirmation (
  decision_id uuid PRIMARY KEY REFERENCES decision,
  author jsonb NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE decision_confirmation IS 'append-only: the second person who compared an entry with the minutes';
GRANT SELECT, INSERT ON decision_confirmation TO quanheng_app;

ALTER TABLE result ADD FOREIGN KEY (decision_id) REFERENCES decision;

CREATE TABLE approval (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  owner_unit_id uuid NOT NULL REFERENCES unit,
  result_id uuid NOT NULL REFERENCES result,
  subject jsonb NOT NULL,
  chain jsonb NOT NULL,
  countersigners jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('leaderReview', 'coordinating', 'countersign', 'meeting', 'principalSign',
    'number', 'submit', 'returned', 'completed', 'fallen')),
  step int NOT NULL,
  started_by jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  return_reason text,
  version int NOT NULL
);
CREATE INDEX approval_owner ON approval (owner_unit_id, state);
-- One paper of a locked version is under way at a time.
CREATE UNIQUE INDEX approval_result ON approval (result_id) WHERE state NOT IN ('fallen', 'completed');
COMMENT ON TABLE approval IS 'state: where a paper stands in the approval chain of its plan';
GRANT SELECT, INSERT, UPDATE ON approval TO quanheng_app;

CREATE TABLE approval_record (
  approval_id uuid NOT NULL REFERENCES approval,
  place int NOT NULL,
  -- A record that was confirmed, refused or undone is written again under the next revision; the last one holds.
  revision int NOT NULL,
  record jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (approval_id, place, revision)
);
COMMENT ON TABLE approval_record IS 'append-only: signatures, decisions, numbers and submissions at the steps of a chain';
GRANT SELECT, INSERT ON approval_record TO quanheng_app;

CREATE TABLE number_book (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  -- 机关代字
  code text NOT NULL,
  year int NOT NULL,
  version int NOT NULL,
  UNIQUE (unit_id, code, year)
);
COMMENT ON TABLE number_book IS 'state: 发文登记簿 of a unit that numbers its papers here';
GRANT SELECT, INSERT, UPDATE ON number_book TO quanheng_app;

CREATE TABLE number_taken (
  book_id uuid NOT NULL REFERENCES number_book,
  number int NOT NULL CHECK (number >= 1),
  approval_id uuid NOT NULL REFERENCES approval,
  at timestamptz NOT NULL,
  PRIMARY KEY (book_id, number)
);
COMMENT ON TABLE number_taken IS 'append-only: numbers given, one after the other without a gap';
GRANT SELECT, INSERT ON number_taken TO quanheng_app;

CREATE TABLE number_burned (
  book_id uuid NOT NULL,
  number int NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (book_id, number),
  FOREIGN KEY (book_id, number) REFERENCES number_taken (book_id, number)
);
COMMENT ON TABLE number_burned IS 'append-only: numbers that no paper carries any more, and why; they are never given again';
GRANT SELECT, INSERT ON number_burned TO quanheng_app;

CREATE TABLE submission (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  owner_unit_id uuid NOT NULL REFERENCES unit,
  approval_id uuid NOT NULL REFERENCES approval,
  document_number text NOT NULL,
  run_digest text NOT NULL REFERENCES run,
  manifest jsonb NOT NULL,
  -- Digest of the manifest, and of the zip as it was kept.
  package_digest text NOT NULL CHECK (package_digest ~ '^[0-9a-f]{64}$'),
  zip_digest text NOT NULL CHECK (zip_digest ~ '^[0-9a-f]{64}$'),
  rows jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('entering', 'entered', 'checked', 'sent', 'received')),
  checked_by jsonb NOT NULL,
  sending jsonb NOT NULL,
  receipt jsonb NOT NULL,
  -- The paper was sent back after the package was made.
  overtaken boolean NOT NULL,
  version int NOT NULL
);
CREATE UNIQUE INDEX submission_approval ON submission (approval_id) WHERE NOT overtaken;
COMMENT ON TABLE submission IS 'state: the package of an approved paper on its way to the superior, with its entry sheet';
GRANT SELECT, INSERT, UPDATE ON submission TO quanheng_app;

CREATE TABLE issued_paper (
  id uuid PRIMARY KEY,
  approval_id uuid NOT NULL REFERENCES approval,
  plan_id uuid NOT NULL REFERENCES plan,
  owner_unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('letter', 'scoreReport')),
  title text NOT NULL,
  document_number text NOT NULL,
  issued_on date NOT NULL,
  file_name text NOT NULL,
  size int NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz NOT NULL
);
CREATE INDEX issued_paper_owner ON issued_paper (owner_unit_id, issued_on);
COMMENT ON TABLE issued_paper IS 'append-only: papers as they were issued, with the digest of the kept file';
GRANT SELECT, INSERT ON issued_paper TO quanheng_app;
