-- Whom a leading group answers to, its term, the names of its office. Not breaking.

ALTER TABLE steering_group
  -- {reportsTo, term, office}; null where nobody said.
  ADD COLUMN charter jsonb;
COMMENT ON TABLE steering_group IS 'state: name, founding document, charter and member units of each leading group';
