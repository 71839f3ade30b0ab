-- Tasks that a leader or the office gives without a meeting. Not breaking.

ALTER TABLE assigned_task
  ALTER COLUMN meeting_id DROP NOT NULL,
  ALTER COLUMN topic_id DROP NOT NULL,
  -- By whose word, where no meeting gave it.
  ADD COLUMN direct jsonb,
  ADD CONSTRAINT assigned_task_given CHECK (
    (meeting_id IS NULL) = (topic_id IS NULL)
    AND (meeting_id IS NULL) = coalesce(jsonb_typeof(direct) = 'object', FALSE));
COMMENT ON TABLE assigned_task IS 'state: tasks that meetings, leaders and the office gave to units, until when, and how they stand';
