-- Rules, policies and forms with their versions and clauses, kept to be searched and cited. Not breaking.

CREATE TABLE library_document (
  id uuid PRIMARY KEY,
  -- The unit whose office entered it.
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('rule', 'policy', 'form')),
  state text NOT NULL CHECK (state IN ('draft', 'published', 'repealed', 'discarded')),
  -- What citations name it by: number, or title where it has none.
  cited_as text NOT NULL,
  title text NOT NULL,
  -- First and last day on which it holds; replacement and repeal counted in.
  effective_on date,
  last_day date,
  replaces_id uuid REFERENCES library_document,
  content jsonb NOT NULL,
  standing jsonb NOT NULL,
  -- To search by: heads and clauses in folded form, and the characters and pairs of neighbours that stand in them.
  sought text[] NOT NULL,
  grams text[] NOT NULL,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX library_document_unit ON library_document (unit_id, state);
CREATE INDEX library_document_title ON library_document (title);
CREATE INDEX library_document_cited_as ON library_document (cited_as);
CREATE UNIQUE INDEX library_document_name ON library_document (unit_id, cited_as) WHERE state = 'published';
CREATE INDEX library_document_grams ON library_document USING gin (grams);
COMMENT ON TABLE library_document IS 'state: each version of a rule, policy or form, and how long it holds';
GRANT SELECT, INSERT, UPDATE ON library_document TO quanheng_app;

CREATE TABLE library_document_step (
  library_document_id uuid NOT NULL REFERENCES library_document,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (library_document_id, number)
);
COMMENT ON TABLE library_document_step IS 'append-only: every act on a document of the library, by whom and why';
GRANT SELECT, INSERT ON library_document_step TO quanheng_app;
