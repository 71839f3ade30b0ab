-- 文书模板: templates that an office uploads, with every version, and the papers that were made from them. Not breaking.

CREATE TABLE office_template (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('pledge', 'deductionLetter', 'resultCircular')),
  name text NOT NULL,
  active boolean NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE UNIQUE INDEX office_template_name ON office_template (unit_id, kind, name) WHERE active;
COMMENT ON TABLE office_template IS 'state: templates of units, by kind of paper';
GRANT SELECT, INSERT, UPDATE ON office_template TO quanheng_app;

CREATE TABLE office_template_version (
  template_id uuid NOT NULL REFERENCES office_template,
  number int NOT NULL CHECK (number >= 1),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size int NOT NULL,
  file_name text NOT NULL,
  tags text[] NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (template_id, number)
);
COMMENT ON TABLE office_template_version IS 'append-only: every upload of a template';
GRANT SELECT, INSERT ON office_template_version TO quanheng_app;

CREATE TABLE template_paper (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  owner_unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('pledge', 'deductionLetter', 'resultCircular')),
  -- The unit that it is about; null where it is about all.
  unit_id uuid REFERENCES unit,
  template_id uuid NOT NULL,
  template_number int NOT NULL,
  -- Plan version or run that its figures are bound to.
  source_digest text NOT NULL,
  title text NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size int NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  FOREIGN KEY (template_id, template_number) REFERENCES office_template_version
);
CREATE INDEX template_paper_plan ON template_paper (plan_id, at);
COMMENT ON TABLE template_paper IS 'append-only: papers made from templates, with what they came from';
GRANT SELECT, INSERT ON template_paper TO quanheng_app;
