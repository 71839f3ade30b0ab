import { evaluate } from '@quanheng/domain/rule/evaluate'
import type { Facts, FactValue, RuleInput } from '@quanheng/domain/rule/facts'
import { inputsOf, reportedInputs } from '@quanheng/domain/rule/inputs'
import type { Answer } from '@quanheng/domain/rule/model'
import { parse } from '@quanheng/domain/rule/parse'
import { choicesOf, questionCodes } from '@quanheng/domain/rule/questions'
import type { Column } from '@quanheng/domain/scoring/columns/column'
import { packFacts } from '@quanheng/domain/scoring/columns/pack-facts'
import type { PackedYear } from '@quanheng/domain/scoring/columns/packed-model'
import type { PackedLeaf, PackedPlan } from '@quanheng/domain/scoring/columns/packed-plan'
import type { ScoringSettings } from '@quanheng/domain/scoring/model'
import {
  type Figures,
  fullMark,
  groups,
  type Indicator,
  places,
  quotas,
  size,
  textOf,
  unitIds,
  type YearResult,
} from './year.ts'

const basis = { kind: 'default' } as const
const says = <T>(value: T) => ({ value, basis })

/** What a sentence leaves open is answered as usual. */
const answers: readonly Answer[] = questionCodes.map((question) => ({
  question,
  choice: choicesOf(question)[0] ?? '',
  basis,
}))

export const settings: ScoringSettings = {
  rounding: says({ mode: 'halfUp', places, stage: 'item' }),
  ties: says('sharedSkip'),
  rankOn: says('rounded'),
  missingItems: says('raw'),
  grades: says({
    by: 'quotas',
    quotas: [
      { name: '优秀', percent: String(quotas.first) },
      { name: '良好', percent: String(quotas.second) },
    ],
    rest: '一般',
    failing: { name: '较差', below: String(quotas.failing) },
    places: 'floor',
    atLeastOne: true,
    tieAtCut: 'excludeAll',
    unused: 'passOn',
  }),
}

export const factOf = (input: RuleInput, figures: Figures, row: number): FactValue => {
  const text = textOf(figures, row)
  if (input.kind === 'count') return { kind: 'count', n: text }
  return input.kind === 'checklist' ? { kind: 'checklist', ticked: [text] } : { kind: 'quantity', value: text }
}

const groupOf = (row: number) => {
  const group = groups.find(({ to }) => row < to)
  if (group === undefined) throw new RangeError(`no group for ${row}`)
  return group
}

/** What the method reads of one unit. */
const factsOf = ({ inputs }: Indicator, asked: readonly RuleInput[], row: number): Facts => {
  const [first] = inputs
  const values = (): readonly string[] => {
    const { from, to } = groupOf(row)
    return Array.from({ length: to - from }, (_, at) => (first ? textOf(first, from + at) : ''))
  }
  const facts = asked.map((input) => {
    if (input.kind === 'group') return [input.name, { kind: 'group', values: values() }] as const
    const figures = inputs.find(({ name }) => name === input.name)
    return [input.name, figures ? factOf(input, figures, row) : ({ kind: 'missing' } as const)] as const
  })
  return { fullMark: String(fullMark), inputs: Object.fromEntries(facts) }
}

/** One indicator's leaf: its rule read from the sentence, its columns given or packed from the facts. */
export function leafOf(indicator: Indicator, columns?: ReadonlyMap<string, Column>): PackedLeaf {
  const { rule } = parse(indicator.sentence)
  if (rule === undefined) throw new Error(`not understood: ${indicator.sentence}`)
  const stored = { rule, answers }
  const asked = inputsOf(rule)
  const packed = () =>
    new Map(
      reportedInputs(rule).flatMap((input) => {
        const figures = indicator.inputs.find(({ name }) => name === input.name)
        const column =
          figures &&
          packFacts(
            input,
            unitIds.map((_, row) => factOf(input, figures, row)),
          )
        return column ? [[input.name, column] as const] : []
      }),
    )
  return {
    key: indicator.key,
    fullMark: String(fullMark),
    stored,
    columns: columns ?? packed(),
    outcomeAt: (row) => evaluate(stored, factsOf(indicator, asked, row)),
  }
}

const categoryKey = (category: number): string => `c${category}`

export const indicatorNodes = (indicators: readonly Indicator[]): PackedPlan['indicators'] => [
  ...size.categories.map((weight, at) => ({ key: categoryKey(at), fullMark: '100', weight: String(weight) })),
  ...indicators.map(({ key, category }) => ({
    key,
    parentKey: categoryKey(category),
    fullMark: String(fullMark),
  })),
]

export const planOf = (indicators: readonly Indicator[], leaves: readonly PackedLeaf[]): PackedPlan => ({
  indicators: indicatorNodes(indicators),
  settings,
  unitIds,
  groups: groups.map(({ key, from, to }) => ({
    key,
    rows: Int32Array.from({ length: to - from }, (_, at) => from + at),
  })),
  leaves,
})

/** The packed year's figures as all ways are compared. */
export function resultOf({ leaves, totals, groups: standing }: PackedYear): YearResult {
  const ranks = new Int32Array(size.units)
  const grades = new Int8Array(size.units)
  for (const group of standing) {
    group.rows.forEach((row, at) => {
      ranks[row] = group.rank[at] as number
    })
    group.grades?.rows.forEach((row, at) => {
      grades[row] = group.grades?.units[at]?.place ?? -1
    })
  }
  return { points: leaves.map(({ points }) => points), totals: totals.published, ranks, grades }
}
