-- Secret ballots of evaluations: who took a ticket, the keys that signed it, and the box in which nothing names anybody. Not breaking.

CREATE TABLE evaluation_ticket (
  id uuid PRIMARY KEY,
  evaluation_id uuid NOT NULL REFERENCES evaluation,
  channel_key text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  -- Of the hidden values that were signed: they tell nothing of what goes into the box.
  asked_digest text NOT NULL,
  taken_on date NOT NULL,
  UNIQUE (evaluation_id, channel_key, person_id)
);
COMMENT ON TABLE evaluation_ticket IS 'append-only: who took a ticket of a secret ballot, once in a channel';
GRANT SELECT, INSERT ON evaluation_ticket TO quanheng_app;

CREATE TABLE evaluation_key (
  evaluation_id uuid NOT NULL REFERENCES evaluation,
  channel_key text NOT NULL,
  -- The unit whose slips it signs, or `high`.
  name text NOT NULL,
  modulus text NOT NULL,
  exponent text NOT NULL,
  -- Gone with the first ballot, and at the latest when the round closes.
  private_key text,
  PRIMARY KEY (evaluation_id, channel_key, name)
);
COMMENT ON TABLE evaluation_key IS 'state: keys that sign slips of secret ballots';
GRANT SELECT, INSERT, UPDATE ON evaluation_key TO quanheng_app;

-- No time, no person, no number that counts up. Written anew and shaken with every ballot (docs/adr/0055), which is why rows are deleted.
CREATE TABLE evaluation_slip (
  evaluation_id uuid NOT NULL,
  channel_key text NOT NULL,
  unit_id uuid NOT NULL,
  mark text NOT NULL,
  serial text PRIMARY KEY,
  permit text UNIQUE
);
COMMENT ON TABLE evaluation_slip IS 'housekeeping: the box of secret ballots until it is closed; the list of its slips then stands in the evaluation';
GRANT SELECT, INSERT, UPDATE, DELETE ON evaluation_slip TO quanheng_app;
