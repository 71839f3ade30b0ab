-- Who of a body has taken a task on (领办). Not breaking.

CREATE TABLE task_claim (
  id uuid PRIMARY KEY,
  -- A task of the workbench: noun, object and command that takes it forward.
  noun text NOT NULL,
  object_id text NOT NULL,
  verb text NOT NULL,
  person_id uuid NOT NULL REFERENCES person,
  -- False once it was given back, or somebody else took it over.
  held boolean NOT NULL,
  at timestamptz NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  UNIQUE (noun, object_id, verb, person_id)
);
COMMENT ON TABLE task_claim IS 'state: who has taken a task on, so that two do not do the same';
GRANT SELECT, INSERT, UPDATE ON task_claim TO quanheng_app;
