import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printExact } from '../../kernel/exact.ts'
import { reportedInputs } from '../../rule/inputs.ts'
import { named } from '../grades/grade-group.ts'
import type { Credit, PlanScore, ScoringInput, ScoringSettings, Veto } from '../model.ts'
import { planYear, scoreOf } from '../score-plan.ts'
import { says, settings } from '../year.fixture.ts'
import { type Cell, cell, factOf, facts, groups, leaves, outcomeOf, unitIds } from './cells.fixture.ts'
import { setFigure } from './column.ts'
import { figureText, packFacts } from './pack-facts.ts'
import { figureOf, type PackedYear } from './packed-model.ts'
import type { PackedPlan } from './packed-plan.ts'
import { packedYear, recalculate, recompute } from './packed-year.ts'

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
    const columns = reportedInputs(leaf.stored.rule).flatMap((input, i) => {
      const column = packFacts(
        input,
        own.map(({ texts }) => factOf(input, texts[i])),
      )
      return column ? [[input.name, column] as const] : []
    })
    return {
      ...leaf,
      columns: new Map(columns),
      carried: Uint8Array.from(own, ({ carried }) => (carried ? 1 : 0)),
      outcomeAt: (row: number) => outcomeOf(leaf, own, row),
    }
  }),
})

/** What both ways must agree on, unit by unit and group by group. */
const told = (score: PlanScore) => ({
  totals: score.units.map(({ unitId, total, published }) => [unitId, total, published]),
  ranks: score.ranks,
  grades: score.grades,
})
const gradesOf = ({ groups: standing, ground }: PackedYear) =>
  standing.flatMap(({ key, grades }) => {
    const how = ground.plan.settings.grades?.value
    return grades && how
      ? [
          named(
            key,
            [...grades.rows].map((row) => unitIds[row] ?? ''),
            grades,
            how,
          ),
        ]
      : []
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
  ranks: year.groups.flatMap(({ key, rows, rank, tied }) =>
    [...rows].map((row, at) => ({ groupKey: key, unitId: unitIds[row] ?? '', rank: rank[at], tied: tied[at] === 1 })),
  ),
  grades: {
    proposals: gradesOf(year).flatMap(({ proposals }) => proposals),
    stops: gradesOf(year).flatMap(({ stops }) => stops),
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
        fc.nat({ max: unitIds.length - 1 }),
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
                    own.carried
                      ? [{ leafKey: leaf.key, unitId: unitIds[r] ?? '', outcome: outcomeOf(leaf, of[i] ?? [], r) }]
                      : [],
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
          const fits = reportedInputs(leaf.stored.rule).every((input, i) => {
            const target = year.leaves[at]?.leaf.columns.get(input.name)
            return target === undefined || setFigure(target, row, figureText(input, factOf(input, own.texts[i])))
          })
          if (!fits) return
          column[row] = own
          recompute(year, leaf.key, row)
          expect(toldPacked(year)).toEqual(byUnit(defined(live)))
          recalculate(year)
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
