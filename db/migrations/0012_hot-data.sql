-- A figure's state changes with every step of its life. No index holds it any more, and pages keep room: PostgreSQL then writes the
-- new row beside the old one and leaves the eight indices of a datum alone (heap-only tuples). Not breaking.

DROP INDEX datum_asked;
DROP INDEX datum_due;
CREATE INDEX datum_asked ON datum (asked_unit_id, due) WHERE asked;
CREATE INDEX datum_due ON datum (plan_id, due) WHERE asked;
ALTER TABLE datum SET (fillfactor = 80);
