-- 后续发布数: what a body publishes after its figure was closed, beside it. Not breaking: figures closed before have none.

ALTER TABLE datum ADD COLUMN later_releases jsonb NOT NULL DEFAULT '[]';
ALTER TABLE datum_version DROP CONSTRAINT datum_version_release_check;
ALTER TABLE datum_version ADD CONSTRAINT datum_version_release_check
  CHECK (release IN ('provisional', 'preliminary', 'final'));
