import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printExact } from '../../kernel/exact.ts'
import { evaluate } from '../../rule/evaluate.ts'
import type { FactValue } from '../../rule/facts.ts'
import { inputsOf } from '../../rule/inputs.ts'
import type { Answer } from '../../rule/model.ts'
import { parse } from '../../rule/parse.ts'
import { choicesOf, questionCodes } from '../../rule/questions.ts'
import type { Credit, PlanScore, ScoringInput, ScoringSettings, Veto } from '../model.ts'
import { planYear, scoreOf } from '../score-plan.ts'
import { says, settings } from '../year.fixture.ts'
import { packColumn } from './column.ts'
import { figureOf, type PackedYear } from './packed-model.ts'
import type { PackedPlan } from './packed-plan.ts'
import { packedYear, recompute } from './packed-year.ts'

const answers: readonly Answer[] = questionCodes.map((question) => ({
  question,
  choice: choicesOf(question)[0] ?? '',
  basis: { kind: 'default' },
}))

const leaves = [
  { key: 'rate', fullMark: '10', sentence: '按完成率得分，最高得满分。' },
  { key: 'steps', fullMark: '12.5', sentence: '完成率达到100%得满分，每低1个百分点扣0.3分，扣完为止。' },
  { key: 'tiers', fullMark: '8', sentence: '完成率达到100%的得8分，达到90%的得6分，其余不得分。' },
  { key: 'count', fullMark: '5', sentence: '每发现1例扣0.5分，扣完为止。' },
  { key: 'listed', fullMark: '4', sentence: '印发方案的得2分；召开会议的得2分。' },
].map((leaf) => {
  const read = parse(leaf.sentence)
  if (read.rule === undefined) throw new Error(`not understood: ${leaf.sentence}`)
  return { ...leaf, stored: { rule: read.rule, answers } }
})
type Leaf = (typeof leaves)[number]

const unitIds = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6']
const groups = [
  { key: 'g1', rows: Int32Array.of(0, 1, 2, 3) },
  { key: 'g2', rows: Int32Array.of(4, 5) },
]

/** Texts of every input of every leaf for every unit; `undefined` is missing, `-` 不涉及, `none` not carried. */
type Cell = { readonly carried: boolean; readonly texts: readonly (string | undefined)[] }
const text = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 130 }).map(String) },
  { weight: 3, arbitrary: fc.integer({ min: -50, max: 1300 }).map((n) => String(n / 10)) },
  { weight: 1, arbitrary: fc.constantFrom(undefined, '-') },
)
const cell: fc.Arbitrary<Cell> = fc.record({
  carried: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  texts: fc.tuple(text, fc.constantFrom('100', '100', '80', '0')),
})
const facts = fc.tuple(...leaves.map(() => fc.tuple(...unitIds.map(() => cell))))

const factOf = (kind: string, own: string | undefined): FactValue => {
  if (own === undefined) return { kind: 'missing' }
  if (own === '-') return { kind: 'notConcerned' }
  if (kind === 'count') return { kind: 'count', n: String(Math.max(0, Math.floor(Number(own)))) }
  if (kind === 'checklist') return { kind: 'checklist', ticked: Number(own) > 60 ? ['1', '2'] : ['1'] }
  return { kind: 'quantity', value: own }
}

const outcomeOf = ({ stored, fullMark }: Leaf, { texts }: Cell) =>
  evaluate(stored, {
    fullMark,
    inputs: Object.fromEntries(inputsOf(stored.rule).map(({ name, kind }, i) => [name, factOf(kind, texts[i])])),
  })

const packText = (kind: string, own: string | undefined): string | undefined => {
  const fact = factOf(kind, own)
  return fact.kind === 'quantity' ? fact.value : fact.kind === 'count' ? fact.n : undefined
}

const marks = leaves.map(({ key, fullMark }) => ({ key, fullMark }))
const weighted = [
  { key: 'a', fullMark: '100', weight: '60' },
  { key: 'b', fullMark: '100', weight: '40' },
  ...marks.map((leaf, i) => ({ ...leaf, parentKey: i < 2 ? 'a' : 'b' })),
]
const fixed: Partial<ScoringSettings> = {
  credits: says({ bonusCap: '5', deductionCap: '', proof: '' }),
  veto: says({
    scope: '',
    effect: '',
    gates: [
      { key: '名次', name: '', factSource: '', effect: { kind: 'unranked' } },
      { key: '评优', name: '', factSource: '', effect: { kind: 'gradeAtMost', grade: '一般' } },
    ],
  }),
  grades: says({
    by: 'quotas',
    quotas: [{ name: '优秀', percent: '30' }],
    rest: '一般',
    places: 'ceil',
    atLeastOne: true,
    tieAtCut: 'stop',
    barred: { base: 'counted', place: 'freed' },
    unused: 'passOn',
  }),
}
const how = fc.record({
  indicators: fc.constantFrom(marks, weighted),
  places: fc.constantFrom(0, 1, 2),
  mode: fc.constantFrom('halfUp' as const, 'gb8170' as const),
  rankOn: fc.constantFrom('rounded' as const, 'unrounded' as const),
  missingItems: fc.constantFrom('raw' as const, 'normalised' as const),
  ties: fc.constantFrom('sharedSkip' as const, 'sharedDense' as const),
})
const special = fc.record({
  credits: fc.array(
    fc.record({
      key: fc.uuid(),
      unitId: fc.constantFrom(...unitIds),
      effect: fc.constantFrom('bonus' as const, 'deduction' as const),
      points: fc.constantFrom('0.5', '1/3', '6'),
    }),
    { maxLength: 2 },
  ),
  vetoes: fc.array(fc.record({ unitId: fc.constantFrom(...unitIds), gateKey: fc.constantFrom('名次', '评优') }), {
    maxLength: 1,
  }),
})

const packed = (
  cells: readonly (readonly Cell[])[],
  indicators: ScoringInput['indicators'],
  given: ScoringSettings,
  more: { readonly credits: readonly Credit[]; readonly vetoes: readonly Veto[] },
): PackedPlan => ({
  indicators,
  settings: given,
  unitIds,
  groups,
  ...more,
  leaves: leaves.map((leaf, at) => {
    const own = cells[at] ?? []
    const columns = inputsOf(leaf.stored.rule).flatMap(({ name, kind }, i) => {
      const column = kind === 'checklist' ? undefined : packColumn(own.map(({ texts }) => packText(kind, texts[i])))
      return column ? [[name, column] as const] : []
    })
    return {
      ...leaf,
      columns: new Map(columns),
      carried: Uint8Array.from(own, ({ carried }) => (carried ? 1 : 0)),
      outcomeAt: (row: number) => outcomeOf(leaf, own[row] ?? { carried: false, texts: [] }),
    }
  }),
})

/** What both ways must agree on, unit by unit and group by group. */
const told = (score: PlanScore) => ({
  totals: score.units.map(({ unitId, total, published }) => [unitId, total, published]),
  ranks: score.ranks,
  grades: score.grades,
})
const toldPacked = (year: PackedYear) => ({
  totals: unitIds.map((unitId, row) => {
    const figure = figureOf(year, row)
    const { places } = year.ground.rounding
    const printed = year.totals.published[row] ?? Number.NaN
    return [
      unitId,
      figure && printExact(figure),
      Number.isNaN(printed) ? undefined : (printed / 10 ** places).toFixed(places),
    ]
  }),
  ranks: year.groups.flatMap(({ key, ranks }) =>
    ranks.map(({ row, rank, tied }) => ({ groupKey: key, unitId: unitIds[row] ?? '', rank, tied })),
  ),
  grades: {
    proposals: year.groups.flatMap(({ grades }) => grades?.proposals ?? []),
    stops: year.groups.flatMap(({ grades }) => grades?.stops ?? []),
  },
})

describe('a year in columns equals the year by definition', () => {
  test('totals, ranks and grades, and after a correction', () =>
    fc.assert(
      fc.property(
        facts,
        how,
        special,
        fc.nat({ max: leaves.length - 1 }),
        fc.nat({ max: 5 }),
        cell,
        (cells, { indicators, places, mode, ...choices }, more, at, row, corrected) => {
          const given: ScoringSettings = {
            ...settings,
            ...fixed,
            rounding: says({ mode, places, stage: 'item' }),
            rankOn: says(choices.rankOn),
            missingItems: says(choices.missingItems),
            ties: says(choices.ties),
          }
          const defined = (of: readonly (readonly Cell[])[]): PlanScore =>
            scoreOf(
              planYear({
                indicators,
                settings: given,
                groups: groups.map(({ key, rows }) => ({ key, unitIds: [...rows].map((r) => unitIds[r] ?? '') })),
                outcomes: leaves.flatMap((leaf, i) =>
                  (of[i] ?? []).flatMap((own, r) =>
                    own.carried ? [{ leafKey: leaf.key, unitId: unitIds[r] ?? '', outcome: outcomeOf(leaf, own) }] : [],
                  ),
                ),
                ...more,
              }),
            )
          const byUnit = (score: PlanScore) => {
            const all = told(score)
            const found = new Map(all.totals.map((one) => [one[0], one]))
            return { ...all, totals: unitIds.map((unitId) => found.get(unitId) ?? [unitId, undefined, undefined]) }
          }
          const live = cells.map((column) => column.map((own) => own))
          const year = packedYear(packed(live, indicators, given, more))
          if (year === undefined) throw new Error('not packed')
          expect(toldPacked(year)).toEqual(byUnit(defined(live)))
          const leaf = leaves[at]
          const column = live[at]
          if (leaf === undefined || column === undefined || !column[row]?.carried) return
          const own = { ...corrected, carried: true }
          const fits = inputsOf(leaf.stored.rule).every(({ name, kind }, i) => {
            const target = year.leaves[at]?.leaf.columns.get(name)
            const fresh = packColumn([packText(kind, own.texts[i])])
            if (target === undefined) return true
            if (fresh === undefined || fresh.places > target.places || fresh.largest > target.largest) return false
            target.values[row] = (fresh.values[0] ?? Number.NaN) * 10 ** (target.places - fresh.places)
            return true
          })
          if (!fits) return
          column[row] = own
          recompute(year, leaf.key, row)
          expect(toldPacked(year)).toEqual(byUnit(defined(live)))
        },
      ),
      { numRuns: 150 },
    ))

  test('plans that round elsewhere, or break ties, are left to the definition', () => {
    const plan = packed([], marks, settings, { credits: [], vetoes: [] })
    expect(packedYear(plan)).toBeUndefined()
    const item = { ...settings, rounding: says({ mode: 'halfUp', places: 2, stage: 'item' } as const) }
    expect(packedYear({ ...plan, settings: { ...item, tieBreakers: says([{ kind: 'bonus' }]) } })).toBeUndefined()
  })
})
