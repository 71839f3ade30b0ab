-- Releasing a second factor. Not breaking.

-- The latest row of a person counts; one that is released carries no secret, and nobody is asked for a code any more.
ALTER TABLE second_factor ADD COLUMN released boolean NOT NULL DEFAULT false;
ALTER TABLE second_factor ADD CONSTRAINT second_factor_secret CHECK (released = (secret = ''));
