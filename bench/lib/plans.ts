import type { DataElement, IndicatorNode, PlanContent } from '@quanheng/domain/plan/model'
import { aPlan } from '@quanheng/testkit/a-plan'
import { aRule } from '@quanheng/testkit/a-rule'
import { leadId, sectionId, unitId } from './bodies.ts'
import { idOf } from './ids.ts'
import type { BenchWorld } from './world.ts'

export interface PlanSize {
  readonly units: number
  readonly elements: number
}

export const planId = (n: number): string => idOf(`plan ${n}`)
export const datumId = (plan: number, unit: number, element: number): string => idOf(`datum ${plan} ${unit} ${element}`)

const basis = { kind: 'clause', article: '附件1' } as const
const rule = aRule('每少1家扣0.5分，扣完为止。', ['partial', 'notConcerned'])

const leaf = (n: number): IndicatorNode => ({
  key: `l${n}`,
  parentKey: 'all',
  name: `第${n}项指标`,
  fullMark: '1',
  basis,
  scoring: {
    rule,
    bindings: [
      { input: '完成值', from: 'element', elementKey: `e${n}` },
      { input: '目标值', from: 'target' },
    ],
    completionStandard: '完成年度目标。',
    card: { formula: '', measure: '', unit: '家', period: '2025年', publisher: '统计局', release: '' },
    evidenceList: [],
  },
})

const element = (n: number): DataElement => ({
  key: `e${n}`,
  name: `第${n}项数据`,
  type: 'quantity',
  unit: '家',
  period: '2025年',
  source: { kind: 'appraisedUnit' },
  cutoff: '2025-12-31',
  due: '2099-12-31',
})

const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n)

/** An indicator plan that asks every unit for every element, one leaf each. */
const contentOf = (plan: number, { units, elements }: PlanSize): PlanContent => {
  const unitIds = range(units).map(unitId)
  const { document: _, coordinating: __, ...base } = aPlan()
  return {
    ...base,
    title: `2025年度第${plan}项工作指标考核实施方案`,
    year: 2025,
    ownerUnitId: leadId,
    document: { addressees: ['各有关单位'] },
    unitGroups: [{ key: 'all', name: '各有关单位', unitIds }],
    indicators: [{ key: 'all', name: '全部工作', fullMark: String(elements), basis }, ...range(elements).map(leaf)],
    tasks: range(elements).flatMap((n) =>
      unitIds.map((unit) => ({
        leafKey: `l${n}`,
        unitId: unit,
        task: '',
        target: { kind: 'set', value: '8' } as const,
      })),
    ),
    dataElements: range(elements).map(element),
    responsibilities: [{ nodeKey: 'all', leadUnitId: leadId, sectionId, supporters: [], basis }],
    recusals: [],
  }
}

/** A plan in force, as an issue leaves it. Data are another matter: see `seedData`. */
export const seedPlan = async ({ asOwner }: BenchWorld, n: number, size: PlanSize): Promise<void> => {
  const content = contentOf(n, size)
  const author = JSON.stringify({ personId: idOf('drafter'), post: 'handler', unitId: leadId })
  await asOwner(
    `INSERT INTO plan (id, kind, owner_unit_id, year, title, state, number, content, drafter, issued_number, named_unit_ids, version)
    VALUES ($1, 'indicatorPlan', $2, 2025, $3, 'issued', 1, $4, $5, 1, $6::uuid[], 1)`,
    [planId(n), leadId, content.title, JSON.stringify(content), author, content.unitGroups[0]?.unitIds],
  )
  await asOwner(
    `INSERT INTO plan_version (id, plan_id, number, content, digest, way, document_number, document_date, acceptances, author, issued_at, issued_on)
    VALUES (bench_id('version ' || $1), $1::uuid, 1, $2, md5($1) || md5($1), 'here', '云发改发〔2025〕1号', '2025-01-10', '[]', $3, '2025-01-10', '2025-01-10')`,
    [planId(n), JSON.stringify(content), author],
  )
}

/**
 * The data of plans 0 … `plans` - 1. `fresh`: nothing reported yet. Otherwise as in the middle of a year: of ten data three
 * are not reported, two reported, two confirmed, two closed, one returned; due over 90 days, received over 200.
 */
export const seedData = async (
  { asOwner }: BenchWorld,
  plans: number,
  size: PlanSize,
  fresh: boolean,
): Promise<void> => {
  await asOwner(
    `INSERT INTO datum (id, plan_id, element_key, unit_id, period, source, asked_unit_id, scorer_places, scorer_unit_ids,
      leaf_keys, due, cutoff, asked, state, last_number, final_number, return_reason, version)
    SELECT bench_id('datum ' || p || ' ' || u || ' ' || e), bench_id('plan ' || p), 'e' || e, unit.id, '2025年',
      '{"kind":"appraisedUnit"}', unit.id, ARRAY[$1::uuid || '/' || $2::uuid], ARRAY[$1::uuid], ARRAY['l' || e],
      '2026-01-01'::date + (e * 7 + p) % 90 + CASE WHEN $3 THEN 20000 ELSE 0 END, '2025-12-31', true,
      CASE WHEN $3 OR h < 3 THEN 'notReported' WHEN h < 5 THEN 'reported' WHEN h < 7 THEN 'confirmed' WHEN h < 9 THEN 'closed' ELSE 'returned' END,
      CASE WHEN $3 OR h < 3 THEN 0 ELSE 1 END, CASE WHEN NOT $3 AND h IN (7, 8) THEN 1 END,
      CASE WHEN NOT $3 AND h = 9 THEN '请补充说明' END, 1
    FROM generate_series(0, $4::int - 1) p, generate_series(0, $5::int - 1) u, generate_series(0, $6::int - 1) e,
      LATERAL (SELECT (hashint4(p * 1000003 + u * 1009 + e) & 1073741823) % 10 AS h) hashed,
      LATERAL (SELECT bench_id('unit ' || u) AS id) unit`,
    [leadId, sectionId, fresh, plans, size.units, size.elements],
  )
  await asOwner(`
    INSERT INTO datum_version (id, datum_id, number, stage, release, value, as_of, received_on, author, at, evidence_ids, digest)
    SELECT bench_id('version ' || id), id, 1, 'reported', 'final', '{"kind":"quantity","value":"7"}', '2025-12-31', day,
      jsonb_build_object('personId', bench_id('unitReporter ' || (hashtext(id::text) & 65535) % 300), 'post', 'unitReporter', 'unitId', unit_id),
      day + time '10:00', '{}', md5(id::text) || md5(id::text)
    FROM datum, LATERAL (SELECT '2026-01-01'::date + (hashtext(id::text) & 65535) % 200 AS day) received
    WHERE last_number = 1`)
  await asOwner(`
    INSERT INTO datum_confirmation (id, datum_id, number, author, at)
    SELECT bench_id('confirmation ' || id), id, 1, jsonb_build_object('personId', bench_id('unitHead 0'), 'post', 'unitHead', 'unitId', unit_id), '2026-08-01'
    FROM datum WHERE state IN ('confirmed', 'closed')`)
  await asOwner('VACUUM ANALYZE')
}

/** The record of acts that came before: 20,000 in the log, none of them waiting for the tree. */
export const seedActs = async ({ asOwner }: BenchWorld): Promise<void> => {
  await asOwner(`
    INSERT INTO act (id, at, business_date, person_id, post_id, action, subjects, changes, events, reply, salt)
    SELECT bench_id('act ' || n), '2026-01-01'::date + n * interval '1 minute', '2026-01-01', bench_id('unitReporter 0'), bench_id('post'),
      'datum.report', ARRAY[bench_id('datum of act ' || n)], '[]', '[]', '{}', '\\x00'
    FROM generate_series(1, 20000) n`)
  await asOwner(`INSERT INTO leaf (act_id, bytes) SELECT id, convert_to(rpad('{', 600), 'UTF8') FROM act`)
  await asOwner(
    `INSERT INTO command (person_id, key, request_digest, act_id) SELECT person_id, id::text, '\\x00', id FROM act`,
  )
  await asOwner('VACUUM ANALYZE')
}
