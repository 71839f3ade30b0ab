import { sub } from '../../kernel/exact.ts'
import { awarded } from '../amounts.ts'
import { type Finding, mustResolve } from '../findings.ts'
import type { Method } from '../method.ts'
import type { MatrixRule } from '../model.ts'
import { sayAward } from '../phrases.ts'
import type { When } from '../reading/clause.ts'
import { isElse } from '../reading/denial.ts'
import { scored, show } from '../trace.ts'

type Row = MatrixRule['rows'][number]

const namesOf = ({ rows }: MatrixRule): readonly string[] => [
  ...new Set(rows.flatMap(({ when }) => when.map(({ name }) => name))),
]

/** M19: the award of the one row whose conditions all hold. */
export const matrixMethod: Method<'matrix'> = {
  kind: 'matrix',
  inputs: (rule) => namesOf(rule).map((name) => ({ name, kind: 'fact', role: 'actual' })),
  open: () => [],

  *compute(rule, given) {
    const holding = rule.rows.filter(({ when }) => when.every(({ name, met }) => given.met(name) === met))
    if (holding.length > 1) return { kind: 'error', code: 'rule.conditionsOverlap', at: 'rows' }
    const award = holding[0]?.award ?? rule.otherwise
    if (award === undefined) return { kind: 'error', code: 'rule.conditionsGap', at: 'rows' }
    const clause = holding[0] ? sayRow(holding[0]) : `其余${sayAward(award)}`
    const points = awarded(award, given.fullMark)
    return scored(given, [{ code: 'loss.tier', clause, points: sub(given.fullMark, points) }], {
      code: 'matrix',
      clause,
      inputs: namesOf(rule).map((name) => ({ name, value: given.met(name) ? '是' : '否' })),
      arithmetic: `→ ${show(points)}`,
    })
  },

  say: ({ rows, otherwise }) => [...rows.map(sayRow), ...(otherwise ? [`其余${sayAward(otherwise)}`] : [])].join('；'),

  begins: ['award'],
  read(clauses) {
    const rows: Row[] = []
    for (const { clause } of clauses) {
      const when = clause.kind === 'award' ? conditionsOf(clause.when, rows) : undefined
      if (clause.kind !== 'award' || when === undefined) break
      rows.push({ when, award: clause.award })
    }
    if (rows.length === 0) return undefined
    const last = clauses[rows.length]?.clause
    const otherwise = last?.kind === 'award' && isElse(last.when) ? last.award : undefined
    return {
      rule: { kind: 'matrix', rows, ...(otherwise && { otherwise }) },
      used: rows.length + (otherwise ? 1 : 0),
    }
  },

  lint: (rule) => surveyConditions(rule),
}

/** 只完成年度目标, 均未完成: of the conditions that the rows before have named. */
function conditionsOf(when: When, rows: readonly Row[]): Row['when'] | undefined {
  if (when.kind === 'all') return when.conditions
  const names = namesOf({ kind: 'matrix', rows })
  if (when.kind === 'noneOf' && names.length > 0) return names.map((name) => ({ name, met: false }))
  if (when.kind !== 'only' || !names.includes(when.name)) return undefined
  return names.map((name) => ({ name, met: name === when.name }))
}

const sayRow = ({ when, award }: Row): string =>
  `${when.map(({ name, met }) => (met ? name : `未${name}`)).join('且')}的${sayAward(award)}`

/** Every combination of the conditions, tried: at most ten conditions, so a thousand. */
function surveyConditions(rule: MatrixRule): readonly Finding[] {
  const names = namesOf(rule).slice(0, 10)
  const found = new Set<'rule.conditionsGap' | 'rule.conditionsOverlap'>()
  for (let bits = 0; bits < 2 ** names.length; bits += 1) {
    const met = new Set(names.filter((_, i) => Math.floor(bits / 2 ** i) % 2 === 1))
    const holding = rule.rows.filter(({ when }) => when.every((one) => met.has(one.name) === one.met))
    if (holding.length > 1) found.add('rule.conditionsOverlap')
    if (holding.length === 0 && rule.otherwise === undefined) found.add('rule.conditionsGap')
  }
  return [...found].map((code) => mustResolve(code, 'rows'))
}
