import fc from 'fast-check'
import { evaluate } from '../../rule/evaluate.ts'
import type { FactValue, RuleInput } from '../../rule/facts.ts'
import { inputsOf } from '../../rule/inputs.ts'
import type { Answer } from '../../rule/model.ts'
import { parse } from '../../rule/parse.ts'
import { choicesOf, questionCodes } from '../../rule/questions.ts'

const answers: readonly Answer[] = questionCodes.map((question) => ({
  question,
  choice: choicesOf(question)[0] ?? '',
  basis: { kind: 'default' },
}))

export const leaves = [
  { key: 'rate', fullMark: '10', sentence: '按完成率得分，最高得满分。' },
  { key: 'steps', fullMark: '12.5', sentence: '完成率达到100%得满分，每低1个百分点扣0.3分，扣完为止。' },
  { key: 'tiers', fullMark: '8', sentence: '完成率达到100%的得8分，达到90%的得6分，其余不得分。' },
  { key: 'count', fullMark: '5', sentence: '每发现1例扣0.5分，扣完为止。' },
  { key: 'listed', fullMark: '4', sentence: '印发方案的得2分；召开会议的得2分。' },
  { key: 'level', fullMark: '10', sentence: '评为优秀的得10分，评为良好的得8分，其余等次不得分。' },
  { key: 'best', fullMark: '10', sentence: '增速最高的得满分，其余按与最高值的比例得分。' },
  { key: 'mean', fullMark: '10', sentence: '增速达到本组平均值得满分，每低1个百分点扣0.3分，扣完为止。' },
].map((leaf) => {
  const read = parse(leaf.sentence)
  if (read.rule === undefined) throw new Error(`not understood: ${leaf.sentence}`)
  return { ...leaf, stored: { rule: read.rule, answers } }
})
type Leaf = (typeof leaves)[number]

export const unitIds = ['u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'u6']
export const groups = [
  { key: 'g1', rows: Int32Array.of(0, 1, 2, 3) },
  { key: 'g2', rows: Int32Array.of(4, 5) },
]

/** Texts of every input of every leaf for every unit; `undefined` is missing, `-` 不涉及, `none` not carried. */
export type Cell = { readonly carried: boolean; readonly texts: readonly (string | undefined)[] }
const text = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 130 }).map(String) },
  { weight: 3, arbitrary: fc.integer({ min: -50, max: 1300 }).map((n) => String(n / 10)) },
  { weight: 1, arbitrary: fc.constantFrom(undefined, '-') },
)
export const cell: fc.Arbitrary<Cell> = fc.record({
  carried: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  texts: fc.tuple(text, fc.constantFrom('100', '100', '80', '0')),
})
export const facts = fc.tuple(...leaves.map(() => fc.tuple(...unitIds.map(() => cell))))

export const factOf = ({ kind, entries = [], single }: RuleInput, own: string | undefined): FactValue => {
  if (own === undefined) return { kind: 'missing' }
  if (own === '-') return { kind: 'notConcerned' }
  const n = Math.max(0, Math.floor(Number(own)))
  if (kind === 'count') return { kind: 'count', n: String(n) }
  if (kind !== 'checklist') return { kind: 'quantity', value: own }
  const keys = entries.map(({ key }) => key)
  return {
    kind: 'checklist',
    ticked: single ? keys.slice(n % keys.length).slice(0, 1) : keys.filter((_, at) => (n >> at) % 2 === 1),
  }
}

/** The rows of a row's group, or of none but itself. */
const beside = (row: number): readonly number[] => {
  const group = groups.find(({ rows }) => rows.includes(row))
  return group ? [...group.rows] : [row]
}

const groupFact = (cells: readonly Cell[], row: number): FactValue => {
  const own = beside(row).flatMap((other) => (cells[other]?.carried ? [{ other, text: cells[other].texts[0] }] : []))
  return {
    kind: 'group',
    values: own.flatMap(({ text }) => (text === undefined || text === '-' ? [] : [text])),
    owing: own.flatMap(({ other, text }) => (text === undefined ? [unitIds[other] ?? ''] : [])),
  }
}

export const outcomeOf = ({ stored, fullMark }: Leaf, cells: readonly Cell[], row: number) =>
  evaluate(stored, {
    fullMark,
    inputs: Object.fromEntries(
      inputsOf(stored.rule).map((input, i) => [
        input.name,
        input.kind === 'group' ? groupFact(cells, row) : factOf(input, cells[row]?.texts[i]),
      ]),
    ),
  })
