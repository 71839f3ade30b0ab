-- 文件导入: official notices as they were read, what people decided about them, and the drafts made of them. Not breaking.

CREATE TABLE notice_import (
  id uuid PRIMARY KEY,
  -- The body whose drafters work with it.
  unit_id uuid NOT NULL REFERENCES unit,
  author jsonb NOT NULL,
  imported_at timestamptz NOT NULL,
  -- SHA-256 of the file, with its name and size as uploaded.
  digest text NOT NULL,
  file_name text NOT NULL,
  size bigint NOT NULL,
  title text,
  document_number text,
  -- The normalised text that every place counts in, the rows of fields, the numbered headings, the findings: what was read, for good.
  text text NOT NULL,
  reading jsonb NOT NULL,
  findings jsonb NOT NULL,
  -- What people decided: field → choice, finding → who settled it and how.
  choices jsonb NOT NULL,
  settled jsonb NOT NULL,
  -- Of the draft that was made: its plan, place → field, and what could not be taken over.
  plan_id uuid REFERENCES plan,
  sources jsonb NOT NULL,
  notes jsonb NOT NULL,
  -- Counted when something is decided, so that a list need not read the readings.
  field_count int NOT NULL,
  undecided_count int NOT NULL,
  asked_count int NOT NULL,
  open_count int NOT NULL,
  version int NOT NULL
);
CREATE INDEX notice_import_unit ON notice_import (unit_id, imported_at DESC);
CREATE INDEX notice_import_plan ON notice_import (plan_id) WHERE plan_id IS NOT NULL;
COMMENT ON TABLE notice_import IS 'state: imported notices with what was read and decided';
GRANT SELECT, INSERT, UPDATE ON notice_import TO quanheng_app;

-- Open findings of the notice that a draft was made from; they stand in its 方案校核 until settled or let stand.
ALTER TABLE plan ADD COLUMN carried jsonb NOT NULL DEFAULT '[]';
