-- Grades that a meeting decided of units whose grade the plan's arithmetic left open. Not breaking: no decision so far has any.

ALTER TABLE decision ADD COLUMN grades jsonb;
