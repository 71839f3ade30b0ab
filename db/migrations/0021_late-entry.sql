-- 补报, 退回修改 with its day, and the opening after which nothing is taken back. Not breaking: data that were returned before have
-- no day of their own and stay open as they were.

-- A later day than the plan's, and why.
ALTER TABLE datum ADD COLUMN extension jsonb;
-- What goes back to the head waits for confirmation again, with the reason.
ALTER TABLE datum DROP CONSTRAINT datum_check2;
ALTER TABLE datum ADD CONSTRAINT datum_returned
  CHECK (CASE state WHEN 'returned' THEN return_reason IS NOT NULL WHEN 'reported' THEN true ELSE return_reason IS NULL END);
ALTER TABLE datum_confirmation DROP CONSTRAINT datum_confirmation_datum_id_number_key;
CREATE INDEX datum_confirmation_of ON datum_confirmation (datum_id, number, at);

CREATE TABLE datum_opening (
  datum_id uuid NOT NULL REFERENCES datum,
  number int NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (datum_id, number),
  FOREIGN KEY (datum_id, number) REFERENCES datum_version (datum_id, number)
);
COMMENT ON TABLE datum_opening IS 'append-only: who of the next post opened a reported figure first';
GRANT SELECT, INSERT ON datum_opening TO quanheng_app;

CREATE TABLE late_entry (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  leaf_key text NOT NULL,
  unit_id uuid NOT NULL REFERENCES unit,
  asked_unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('asked', 'granted', 'declined', 'withdrawn')),
  reason text NOT NULL,
  wanted_until date NOT NULL,
  asked jsonb NOT NULL,
  decision jsonb,
  version int NOT NULL CHECK (version >= 1),
  CHECK ((state IN ('granted', 'declined')) = (decision IS NOT NULL))
);
-- One request at a time for a unit's figures under an indicator.
CREATE UNIQUE INDEX late_entry_waiting ON late_entry (plan_id, leaf_key, unit_id, asked_unit_id) WHERE state = 'asked';
CREATE INDEX late_entry_item ON late_entry (plan_id, unit_id, leaf_key);
COMMENT ON TABLE late_entry IS 'state: 补报申请, requests to enter figures after their day and the answers';
GRANT SELECT, INSERT, UPDATE ON late_entry TO quanheng_app;
