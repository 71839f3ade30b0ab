-- What a witness proved before signing a draw, as signatures keep it (0030). Not breaking: of older ones it is not known, and nothing is said.

ALTER TABLE draw_attestation ADD COLUMN proof text CHECK (proof IN ('password', 'secondFactor'));
