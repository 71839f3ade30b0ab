import type { DatumValue } from '@quanheng/domain/datum/model'
import { abs, div, exact, floor, mul, sub, whole } from '@quanheng/domain/kernel/exact'
import { largestShifts, type RiskFact, type UnitRisk } from '@quanheng/domain/verification/weighing'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'

interface Place {
  readonly planId: string
  readonly leafKey: string
  readonly unitIds: readonly string[]
}

interface Row {
  readonly unit_id: string
  readonly late: boolean
  readonly corrected: boolean
  readonly evidenced: boolean
  readonly found: boolean
}

/** What is on record about each unit under one indicator; last year is the same owner's plans of the year before. */
const onRecord = async (db: Reader, { planId, leafKey, unitIds }: Place): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    SELECT unit.id AS unit_id,
      EXISTS (SELECT 1 FROM datum JOIN datum_version v ON v.datum_id = datum.id
        WHERE datum.plan_id = ${planId} AND datum.unit_id = unit.id AND ${leafKey} = ANY(datum.leaf_keys) AND datum.asked
          AND v.stage = 'reported' AND v.received_on > datum.due) AS late,
      EXISTS (SELECT 1 FROM datum JOIN datum_version v ON v.datum_id = datum.id
        WHERE datum.plan_id = ${planId} AND datum.unit_id = unit.id AND ${leafKey} = ANY(datum.leaf_keys) AND datum.asked
          AND v.stage = 'reported' AND v.number > 1) AS corrected,
      EXISTS (SELECT 1 FROM evidence WHERE evidence.plan_id = ${planId} AND evidence.leaf_key = ${leafKey} AND evidence.unit_id = unit.id
        AND NOT EXISTS (SELECT 1 FROM evidence_withdrawal w WHERE w.evidence_id = evidence.id)) AS evidenced,
      EXISTS (SELECT 1 FROM plan now JOIN plan last ON last.owner_unit_id = now.owner_unit_id AND last.year = now.year - 1
          JOIN verification ON verification.plan_id = last.id
          JOIN verification_opinion o ON o.verification_id = verification.id AND o.unit_id = unit.id
          LEFT JOIN opinion_answer a ON a.opinion_id = o.id
        WHERE now.id = ${planId} AND o.finding->>'kind' = 'toChange' AND a.kind IS DISTINCT FROM 'declined') AS found
    FROM unit WHERE unit.id = ANY(${[...unitIds]}::uuid[])`.execute(db)
  return rows
}

interface Figure {
  readonly unit_id: string
  readonly now: DatumValue
  readonly last: DatumValue
}

/** |this year − last year| over |last year|, in parts of 10⁶; undefined where last year's figure is zero or none. */
const shiftOf = ({ now, last }: Figure): bigint | undefined => {
  if (now.kind !== 'quantity' || last.kind !== 'quantity') return undefined
  const before = exact(last.value)
  if (before.n === 0n) return undefined
  return floor(mul(abs(div(sub(exact(now.value), before), before)), whole(1_000_000))).n
}

const shiftsOf = async (db: Reader, { planId, leafKey, unitIds }: Place): Promise<ReadonlyMap<string, bigint>> => {
  const { rows } = await sql<Figure>`
    SELECT DISTINCT ON (datum.unit_id, datum.element_key) datum.unit_id, v.value AS now, before.value AS last
    FROM datum JOIN datum_version v ON v.datum_id = datum.id AND v.stage = 'reported'
      JOIN plan now ON now.id = datum.plan_id
      JOIN plan last ON last.owner_unit_id = now.owner_unit_id AND last.year = now.year - 1
      JOIN datum earlier ON earlier.plan_id = last.id AND earlier.element_key = datum.element_key AND earlier.unit_id = datum.unit_id
      JOIN datum_version before ON before.datum_id = earlier.id AND before.number = coalesce(earlier.final_number, earlier.last_number)
    WHERE datum.plan_id = ${planId} AND ${leafKey} = ANY(datum.leaf_keys) AND datum.asked AND datum.unit_id = ANY(${[...unitIds]}::uuid[])
    ORDER BY datum.unit_id, datum.element_key, v.number DESC`.execute(db)
  const shifts = new Map<string, bigint>()
  for (const row of rows) {
    const shift = shiftOf(row)
    if (shift !== undefined && shift >= (shifts.get(row.unit_id) ?? 0n)) shifts.set(row.unit_id, shift)
  }
  return shifts
}

/** Facts by which a draw may weigh the units of one sheet, as they are on record now. */
export const risksOf = async (db: Reader, place: Place): Promise<readonly UnitRisk[]> => {
  const shifted = new Set(largestShifts(await shiftsOf(db, place)))
  return (await onRecord(db, place)).map(({ unit_id: unitId, late, corrected, evidenced, found }) => {
    const holds: Readonly<Record<RiskFact, boolean>> = {
      lateEntry: late,
      correctedEntry: corrected,
      largeShift: shifted.has(unitId),
      noEvidence: !evidenced,
      pastFinding: found,
    }
    return { unitId, facts: (Object.keys(holds) as RiskFact[]).filter((fact) => holds[fact]) }
  })
}
