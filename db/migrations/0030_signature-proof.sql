-- What somebody proved before signing on screen, kept with the signature. Not breaking: of older signatures it is not known, and nothing is said.

-- Of the last proof of identity: the password alone, or the password and a second factor.
ALTER TABLE session ADD COLUMN proof text NOT NULL DEFAULT 'password' CHECK (proof IN ('password', 'secondFactor'));
ALTER TABLE signature ADD COLUMN proof text CHECK (proof IN ('password', 'secondFactor'));
ALTER TABLE signature ADD CONSTRAINT signature_proof_on_screen CHECK (proof IS NULL OR medium = 'screen');
