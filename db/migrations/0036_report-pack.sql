-- 填报包: packs that were filled in away from the platform and taken back in. Not breaking.

CREATE TABLE report_pack (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  -- Version of the plan that its folders are numbered by.
  plan_number int NOT NULL CHECK (plan_number >= 1),
  -- Who filled it in: the body that the figures are asked of.
  unit_id uuid NOT NULL REFERENCES unit,
  made_on date NOT NULL,
  file jsonb NOT NULL,
  figures jsonb NOT NULL,
  evidence jsonb NOT NULL,
  originals jsonb NOT NULL,
  left_out jsonb NOT NULL,
  -- The pack itself and the scans that came with it.
  file_digests text[] NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX report_pack_unit ON report_pack (unit_id, at DESC);
CREATE INDEX report_pack_plan ON report_pack (plan_id);
COMMENT ON TABLE report_pack IS 'append-only: report packs as they were taken in, with what was matched and what was left out';
GRANT SELECT, INSERT ON report_pack TO quanheng_app;
