-- Indices for reading beside hundreds of thousands of data. Not breaking.

-- What a report cites is asked by its datum, at every report.
CREATE INDEX evidence_datum ON evidence (datum_id) WHERE datum_id IS NOT NULL;
-- The list of all data in its usual order: its first pages need not sort what they do not show.
CREATE INDEX datum_usual_order ON datum (due, plan_id, element_key) WHERE asked;
