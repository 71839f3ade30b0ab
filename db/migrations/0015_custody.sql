-- Custody of files: what a virus scanner said of them, fingerprints of pictures and which are alike, and the checks that stored bytes
-- are still what they were. Not breaking: files that came earlier are scanned, described and checked by and by.

CREATE TABLE file_scan (
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('clean', 'infected', 'unscanned')),
  -- The scanner's name for what it found, or why it did not scan.
  finding text,
  -- Where the scanner is.
  scanner text NOT NULL,
  PRIMARY KEY (sha256, at)
);
COMMENT ON TABLE file_scan IS 'append-only: verdicts of the virus scanner; the newest of a file counts';
GRANT SELECT, INSERT ON file_scan TO quanheng_app;

CREATE TABLE picture (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('read', 'other', 'damaged', 'tooLarge')),
  width int,
  height int,
  -- Hashes of the whole and of what is left when some sides are cut; the picture at 80 × 80 in grey.
  hashes bytea,
  thumb bytea,
  CHECK ((state = 'read') = (hashes IS NOT NULL AND thumb IS NOT NULL))
);
COMMENT ON TABLE picture IS 'append-only: what was seen of each file of evidence when looked at as a picture';
GRANT SELECT, INSERT ON picture TO quanheng_app;

CREATE TABLE picture_likeness (
  first text NOT NULL REFERENCES picture,
  second text NOT NULL REFERENCES picture,
  agreement numeric NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (first, second),
  CHECK (first < second)
);
CREATE INDEX picture_likeness_second ON picture_likeness (second);
COMMENT ON TABLE picture_likeness IS 'append-only: pictures that are one, re-encoded, resized or slightly cropped; for a person to look at';
GRANT SELECT, INSERT ON picture_likeness TO quanheng_app;

CREATE TABLE likeness_review (
  id uuid PRIMARY KEY,
  -- The same file twice, or two pictures.
  first text NOT NULL,
  second text NOT NULL,
  -- The uses that the person looked at; one more opens the question again.
  evidence_ids uuid[] NOT NULL,
  reason text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  CHECK (first <= second)
);
CREATE INDEX likeness_review_pair ON likeness_review (first, second);
COMMENT ON TABLE likeness_review IS 'append-only: repeated or alike files that a person has looked into (已核实), with the reason';
GRANT SELECT, INSERT ON likeness_review TO quanheng_app;

CREATE TABLE file_check (
  id uuid PRIMARY KEY,
  began_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  cause text NOT NULL CHECK (cause IN ('nightly', 'command')),
  files int NOT NULL,
  bytes bigint NOT NULL,
  -- Each damaged or missing file by name.
  faults jsonb NOT NULL
);
CREATE INDEX file_check_ended ON file_check (ended_at);
COMMENT ON TABLE file_check IS 'append-only: checks that every stored file still has the digest that names it';
GRANT SELECT, INSERT ON file_check TO quanheng_app;

-- The earlier evidence of the same body whose file is used once more, instead of being asked for again.
ALTER TABLE evidence ADD COLUMN reuses uuid REFERENCES evidence;
