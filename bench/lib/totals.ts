import type { IndicatorNode, PlanContent } from '@quanheng/domain/plan/model'
import type { RunContent } from '@quanheng/domain/result/run-content'
import type { Outcome } from '@quanheng/domain/rule/outcome'
import { scorePlan } from '@quanheng/domain/scoring/score-plan'
import { aPlan } from '@quanheng/testkit/a-plan'
import { officeId, unitId } from './bodies.ts'
import { idOf } from './ids.ts'
import type { BenchWorld } from './world.ts'

export const totalsId = idOf('totals')

const yearPlanId = idOf('year plan')
const groups = 4
const components = 5
const linesEach = 4

const basis = { kind: 'clause', article: '附件1' } as const
const indicators: readonly IndicatorNode[] = Array.from({ length: components }, (_, c) => [
  { key: `c${c}`, name: `第${c}类`, fullMark: '20', basis },
  ...Array.from({ length: linesEach }, (__, l) => ({
    key: `c${c}l${l}`,
    parentKey: `c${c}`,
    name: `第${c}类第${l}项`,
    fullMark: '5',
    basis,
    scoring: { bindings: [], completionStandard: '', card: aPlan().indicators[1]?.scoring?.card, evidenceList: [] },
  })),
]).flat() as IndicatorNode[]

const contentOf = (units: number): PlanContent => ({
  ...aPlan({ kind: 'appraisalPlan', title: '2025年度考评方案', ownerUnitId: officeId }),
  unitGroups: Array.from({ length: groups }, (_, g) => ({
    key: `g${g}`,
    name: `第${g}组`,
    unitIds: Array.from({ length: units }, (__, n) => n)
      .filter((n) => n % groups === g)
      .map(unitId),
  })),
  indicators,
  tasks: [],
  dataElements: [],
  responsibilities: [],
})

const runOf = (content: PlanContent): RunContent => {
  const leaves = indicators.filter(({ parentKey }) => parentKey !== undefined)
  const units = content.unitGroups.flatMap(({ key, unitIds }) => unitIds.map((id) => ({ id, groupKey: key })))
  const outcomes = units.flatMap(({ id }, u) =>
    leaves.map(({ key, fullMark }, l) => {
      const outcome = { status: 'scored', points: `${2 + ((u * 7 + l * 3) % 3)}.${(u * 13 + l * 17) % 100}`, fullMark }
      return { leafKey: key, unitId: id, outcome: outcome as unknown as Outcome }
    }),
  )
  const { mode, places } = content.settings.rounding.value
  return {
    v: 1,
    engine: '1',
    purpose: 'totals',
    plan: {
      id: yearPlanId,
      number: 1,
      digest: '',
      title: content.title,
      year: 2025,
      ownerUnitId: officeId,
      ownerName: '云岭市绩效办',
    },
    rounding: { mode, places },
    units: units.map((unit) => ({ ...unit, name: `云岭市第${unit.id}考核单位` })),
    groups: content.unitGroups.map(({ key, name }) => ({ key, name })),
    leaves: [],
    lines: [],
    totals: scorePlan({ indicators, groups: content.unitGroups, settings: content.settings, outcomes }),
  }
}

/** A locked version of a year plan over `units` units, and the same totals as flat rows for the bare query. */
export const seedTotals = async ({ asOwner }: BenchWorld, units: number, personId: string): Promise<void> => {
  const content = contentOf(units)
  const run = runOf(content)
  const author = JSON.stringify({ personId, post: 'officeDirector', unitId: officeId })
  const digest = 'a'.repeat(64)
  await asOwner(
    `INSERT INTO plan (id, kind, owner_unit_id, year, title, state, number, content, drafter, issued_number, named_unit_ids, version)
    VALUES ($1, 'appraisalPlan', $2, 2025, $3, 'issued', 1, $4, $5, 1, '{}', 1)`,
    [yearPlanId, officeId, content.title, JSON.stringify(content), author],
  )
  await asOwner(
    `INSERT INTO plan_version (id, plan_id, number, content, digest, way, document_number, document_date, acceptances, author, issued_at, issued_on)
    VALUES ($1, $2, 1, $3, $4, 'here', '云府绩〔2025〕1号', '2025-01-10', '[]', $5, '2025-01-10', '2025-01-10')`,
    [idOf('year plan version'), yearPlanId, JSON.stringify(content), digest, author],
  )
  await asOwner(
    `INSERT INTO run (id, digest, plan_id, plan_number, purpose, facts_digest, engine_version, head, author, at)
    VALUES ($1, $2, $3, 1, 'totals', $2, '1', $4, $5, now())`,
    [idOf('run'), digest, yearPlanId, JSON.stringify({ ...run, leaves: undefined }), author],
  )
  await asOwner(
    `INSERT INTO result (id, plan_id, owner_unit_id, purpose, run_digest, frozen_by, frozen_at, state, issue, voiding, version)
    VALUES ($1, $2, $3, 'totals', $4, $5, now(), 'aggregated', 'null', 'null', 1)`,
    [totalsId, yearPlanId, officeId, digest, author],
  )
  const ranks = new Map(run.totals?.ranks.map((rank) => [rank.unitId, rank]))
  const rows = run.totals?.units.map((unit) => ({ ...unit, ...ranks.get(unit.unitId) }))
  await asOwner(
    `CREATE TABLE floor_total AS SELECT (row->>'unitId')::uuid AS unit_id, row->>'groupKey' AS group_key, (row->>'rank')::int AS rank,
      (row->>'tied')::boolean AS tied, row->>'raw' AS raw, row->>'normalised' AS normalised,
      row->>'applicableFullMark' AS applicable_full_mark, row->>'published' AS total, row->'nodes' AS nodes
    FROM jsonb_array_elements($1::jsonb) row`,
    [JSON.stringify(rows)],
  )
  await asOwner('GRANT SELECT ON floor_total TO quanheng_app')
  await asOwner('VACUUM ANALYZE')
}
