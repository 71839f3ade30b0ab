-- A system may hold one archived year, taken in from its package and read only. Not breaking.

ALTER TABLE installation DROP CONSTRAINT installation_kind_check;
ALTER TABLE installation ADD CONSTRAINT installation_kind_check CHECK (kind IN ('real', 'rehearsal', 'archive'));
