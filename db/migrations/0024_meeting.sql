-- Leading groups with their member units, meetings from topics to minutes, and the tasks that meetings give. Not breaking.

CREATE TABLE steering_group (
  id uuid PRIMARY KEY,
  -- The unit in which the office is set up.
  unit_id uuid NOT NULL UNIQUE REFERENCES unit,
  name text NOT NULL,
  short_name text NOT NULL,
  basis text NOT NULL,
  -- Represented by whoever is principal there on the day.
  member_unit_ids uuid[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
COMMENT ON TABLE steering_group IS 'state: name, founding document and member units of each leading group';
GRANT SELECT, INSERT, UPDATE ON steering_group TO quanheng_app;

CREATE TABLE meeting (
  id uuid PRIMARY KEY,
  unit_id uuid NOT NULL REFERENCES unit,
  kind text NOT NULL CHECK (kind IN ('steeringGroup', 'office')),
  state text NOT NULL CHECK (state IN ('draft', 'proposed', 'confirmed', 'preReview', 'toConfirm', 'concluded', 'issued',
    'cancelled')),
  -- Title, day, place and topics; what confirmation, preliminary review, record and minutes made of it.
  agenda jsonb NOT NULL,
  standing jsonb NOT NULL,
  -- Digests of all files that it rests on.
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX meeting_unit ON meeting (unit_id, state);
CREATE INDEX meeting_agenda ON meeting USING gin (agenda jsonb_path_ops);
COMMENT ON TABLE meeting IS 'state: where each meeting stands';
GRANT SELECT, INSERT, UPDATE ON meeting TO quanheng_app;

CREATE TABLE meeting_step (
  meeting_id uuid NOT NULL REFERENCES meeting,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (meeting_id, number)
);
COMMENT ON TABLE meeting_step IS 'append-only: every act on a meeting, by whom and why';
GRANT SELECT, INSERT ON meeting_step TO quanheng_app;

CREATE TABLE assigned_task (
  id uuid PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meeting,
  topic_id uuid NOT NULL,
  from_unit_id uuid NOT NULL REFERENCES unit,
  unit_id uuid NOT NULL REFERENCES unit,
  words text NOT NULL,
  due date NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'reported', 'closed')),
  -- What the unit said was done, with its papers.
  done jsonb,
  file_digests text[] NOT NULL,
  version int NOT NULL CHECK (version >= 1)
);
CREATE INDEX assigned_task_unit ON assigned_task (unit_id, state);
CREATE INDEX assigned_task_meeting ON assigned_task (meeting_id);
COMMENT ON TABLE assigned_task IS 'state: tasks that meetings gave to units, until when, and how they stand';
GRANT SELECT, INSERT, UPDATE ON assigned_task TO quanheng_app;

CREATE TABLE assigned_task_step (
  assigned_task_id uuid NOT NULL REFERENCES assigned_task,
  number int NOT NULL CHECK (number >= 1),
  command text NOT NULL,
  author jsonb NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL,
  PRIMARY KEY (assigned_task_id, number)
);
COMMENT ON TABLE assigned_task_step IS 'append-only: every act on a task, by whom and why';
GRANT SELECT, INSERT ON assigned_task_step TO quanheng_app;
