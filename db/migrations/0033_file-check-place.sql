-- The nightly check of files keeps its place where there was no time for all of them. Not breaking: checks until now looked at all.

ALTER TABLE file_check ADD COLUMN went_on_from text CHECK (went_on_from ~ '^[0-9a-f]{64}$');
-- Empty where there was no time for a single file.
ALTER TABLE file_check ADD COLUMN reached text CHECK (reached ~ '^([0-9a-f]{64})?$');
