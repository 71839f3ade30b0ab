-- In which form a score report and its letter are printed: what was written before keeps the first, and its check code. Not breaking.

ALTER TABLE paper ADD COLUMN form int NOT NULL DEFAULT 1 CHECK (form >= 1);
ALTER TABLE paper ALTER COLUMN form DROP DEFAULT;
