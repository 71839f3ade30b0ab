-- Letterheads of organs, and numbers reserved for papers that are made outside the platform. Not breaking: every number taken so far
-- belongs to an approval and keeps it.

ALTER TABLE number_taken ALTER COLUMN approval_id DROP NOT NULL;
-- Of a reserved number: what it is for.
ALTER TABLE number_taken ADD COLUMN title text;
ALTER TABLE number_taken ADD CONSTRAINT number_taken_for CHECK ((approval_id IS NULL) <> (title IS NULL));

CREATE TABLE number_issued (
  book_id uuid NOT NULL,
  number int NOT NULL,
  issued_on date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (book_id, number),
  FOREIGN KEY (book_id, number) REFERENCES number_taken (book_id, number)
);
COMMENT ON TABLE number_issued IS 'append-only: reserved numbers whose paper went out, and when';
GRANT SELECT, INSERT ON number_issued TO quanheng_app;

CREATE TABLE letterhead (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  organ text NOT NULL,
  word text NOT NULL,
  code text NOT NULL,
  kinds jsonb NOT NULL,
  active boolean NOT NULL,
  version int NOT NULL
);
-- One organ has one letterhead for a code at a time.
CREATE UNIQUE INDEX letterhead_code ON letterhead (unit_id, code) WHERE active;
COMMENT ON TABLE letterhead IS 'state: 发文机关标志 and 机关代字 of a unit';
GRANT SELECT, INSERT, UPDATE ON letterhead TO quanheng_app;
