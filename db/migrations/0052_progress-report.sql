-- Progress reports of shares of a plan of the superior, one a share and period. Not breaking.

CREATE TABLE progress_report (
  id uuid PRIMARY KEY,
  superior_plan_id uuid NOT NULL REFERENCES superior_plan,
  share_key text NOT NULL,
  -- 2025-03, 2025-Q1
  period text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  section_id uuid REFERENCES section,
  office_unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('reported', 'returned', 'confirmed')),
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  UNIQUE (superior_plan_id, share_key, period)
);
CREATE INDEX progress_report_unit ON progress_report (unit_id, state);
COMMENT ON TABLE progress_report IS 'state: what was reported of each share for each period, and where it stands';
GRANT SELECT, INSERT, UPDATE ON progress_report TO quanheng_app;

CREATE TABLE progress_report_step (
  progress_report_id uuid NOT NULL REFERENCES progress_report,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (progress_report_id, number)
);
COMMENT ON TABLE progress_report_step IS 'append-only: every act on a progress report, by whom and why';
GRANT SELECT, INSERT ON progress_report_step TO quanheng_app;
