-- 平时记录: dated facts about a unit and an indicator within the year, with what the unit says of them. Not breaking.

CREATE TABLE routine_record (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  leaf_key text NOT NULL,
  indicator text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  -- Who scores the indicator for the unit, and the body of the office above it.
  lead_unit_id uuid NOT NULL REFERENCES unit,
  lead_section_id uuid REFERENCES section,
  office_unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'told', 'differed', 'settled', 'withdrawn')),
  happened_on date NOT NULL,
  effect text NOT NULL CHECK (effect IN ('none', 'plus', 'minus')),
  -- From this day on the unit reads it, withdrawn or not.
  told_on date,
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX routine_record_item ON routine_record (plan_id, leaf_key, unit_id);
CREATE INDEX routine_record_unit ON routine_record (unit_id, happened_on) WHERE told_on IS NOT NULL;
CREATE INDEX routine_record_lead ON routine_record (lead_unit_id, happened_on);
CREATE INDEX routine_record_office ON routine_record (office_unit_id, happened_on);
COMMENT ON TABLE routine_record IS 'state: where each routine record stands';
GRANT SELECT, INSERT, UPDATE ON routine_record TO quanheng_app;

CREATE TABLE routine_record_step (
  routine_record_id uuid NOT NULL REFERENCES routine_record,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (routine_record_id, number)
);
COMMENT ON TABLE routine_record_step IS 'append-only: every act on a routine record, by whom and why';
GRANT SELECT, INSERT ON routine_record_step TO quanheng_app;
