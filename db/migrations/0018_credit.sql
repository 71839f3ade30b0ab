-- 加减分核定: bonus claims, proposed deductions and veto facts of a year plan, and the register that is closed before totals. Not breaking.

CREATE TABLE credit_register (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL UNIQUE REFERENCES plan,
  state text NOT NULL CHECK (state IN ('open', 'closed')),
  -- Bodies that report deductions and vetoes, or zero, and until when.
  asked jsonb NOT NULL,
  reopened text,
  version int NOT NULL CHECK (version >= 1)
);
COMMENT ON TABLE credit_register IS 'state: whether all bonuses, deductions and vetoes of a year plan are entered';
GRANT SELECT, INSERT, UPDATE ON credit_register TO quanheng_app;

CREATE TABLE credit_zero_report (
  register_id uuid NOT NULL REFERENCES credit_register,
  seq bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  unit_id uuid NOT NULL REFERENCES unit,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (register_id, seq)
);
COMMENT ON TABLE credit_zero_report IS 'append-only: 零报告, bodies that have nothing to propose';
GRANT SELECT, INSERT ON credit_zero_report TO quanheng_app;

CREATE TABLE credit (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES plan,
  kind text NOT NULL CHECK (kind IN ('bonus', 'deduction', 'veto')),
  unit_id uuid NOT NULL REFERENCES unit,
  review_unit_id uuid NOT NULL REFERENCES unit,
  proposer_unit_id uuid NOT NULL REFERENCES unit,
  state text NOT NULL CHECK (state IN ('claimed', 'returned', 'proposed', 'stating', 'toReview', 'recognised', 'shown',
    'toConfirm', 'decided', 'refused', 'withdrawn', 'lifted')),
  -- What is claimed, with its proof; what reviews, hearing, publicity and decision made of it.
  claim jsonb NOT NULL,
  standing jsonb NOT NULL,
  -- Digests of all files that it rests on.
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX credit_plan ON credit (plan_id, state);
CREATE INDEX credit_unit ON credit (unit_id);
COMMENT ON TABLE credit IS 'state: where each bonus claim, deduction and veto stands';
GRANT SELECT, INSERT, UPDATE ON credit TO quanheng_app;

CREATE TABLE credit_step (
  credit_id uuid NOT NULL REFERENCES credit,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (credit_id, number)
);
COMMENT ON TABLE credit_step IS 'append-only: every act on an entry, by whom and why';
GRANT SELECT, INSERT ON credit_step TO quanheng_app;
