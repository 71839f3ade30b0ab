-- What of a year is published (公开稿), kept beside the archive packages. Not breaking: what is there are archive packages.

ALTER TABLE archive ADD COLUMN purpose text NOT NULL DEFAULT 'archive' CHECK (purpose IN ('archive', 'public'));
