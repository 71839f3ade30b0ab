-- On-site verification of score sheets: arrangement, draws that anyone can repeat, visits, opinions and answers. Not breaking.

CREATE TABLE verification (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  sheet_id uuid NOT NULL UNIQUE REFERENCES sheet,
  leaf_key text NOT NULL,
  -- Whom it covers; for a random draw the list and its digest, fixed before the seed is known.
  scope jsonb NOT NULL,
  standard text NOT NULL,
  -- The content that is verified: what stood signed when it was arranged.
  sheet_digest text NOT NULL CHECK (sheet_digest ~ '^[0-9a-f]{64}$'),
  state text NOT NULL CHECK (state IN ('toDraw', 'visiting', 'answering', 'closed')),
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX verification_plan ON verification (plan_id, state);
COMMENT ON TABLE verification IS 'state: where the verification of each score sheet stands';
GRANT SELECT, INSERT, UPDATE ON verification TO quanheng_app;

CREATE TABLE draw (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  verification_id uuid NOT NULL REFERENCES verification,
  algorithm text NOT NULL,
  population_digest text NOT NULL CHECK (population_digest ~ '^[0-9a-f]{64}$'),
  size int NOT NULL CHECK (size >= 1),
  seed_parts jsonb NOT NULL,
  seed text NOT NULL,
  picked jsonb NOT NULL,
  drawn_by jsonb NOT NULL,
  witness jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX draw_verification ON draw (verification_id, seq);
COMMENT ON TABLE draw IS 'append-only: draws with all that is needed to repeat them';
GRANT SELECT, INSERT ON draw TO quanheng_app;

CREATE TABLE draw_cancellation (
  draw_id uuid PRIMARY KEY REFERENCES draw,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  reason text NOT NULL
);
COMMENT ON TABLE draw_cancellation IS 'append-only: draws made void before any visit, by whom and why';
GRANT SELECT, INSERT ON draw_cancellation TO quanheng_app;

CREATE TABLE visit_record (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  verification_id uuid NOT NULL REFERENCES verification,
  unit_id uuid NOT NULL REFERENCES unit,
  visited_on date NOT NULL,
  member_ids uuid[] NOT NULL,
  record text NOT NULL,
  evidence_ids uuid[] NOT NULL,
  -- The scan of the form that both sides signed, or why the unit's side did not.
  unit_side jsonb NOT NULL,
  recorded_by jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX visit_record_verification ON visit_record (verification_id, seq);
COMMENT ON TABLE visit_record IS 'append-only: 核验记录, signed by both sides on paper';
GRANT SELECT, INSERT ON visit_record TO quanheng_app;

CREATE TABLE verification_opinion (
  id uuid PRIMARY KEY,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  verification_id uuid NOT NULL REFERENCES verification,
  unit_id uuid NOT NULL REFERENCES unit,
  finding jsonb NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX verification_opinion_verification ON verification_opinion (verification_id, seq);
COMMENT ON TABLE verification_opinion IS 'append-only: 评分意见 of the verification group on one item';
GRANT SELECT, INSERT ON verification_opinion TO quanheng_app;

CREATE TABLE opinion_answer (
  opinion_id uuid PRIMARY KEY REFERENCES verification_opinion,
  kind text NOT NULL CHECK (kind IN ('adopted', 'declined')),
  reason text,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  CHECK ((kind = 'declined') = (reason IS NOT NULL))
);
COMMENT ON TABLE opinion_answer IS 'append-only: 采纳 or 不采纳 with the reason, by the scoring side';
GRANT SELECT, INSERT ON opinion_answer TO quanheng_app;
