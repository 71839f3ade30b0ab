import { sub } from '../../kernel/exact.ts'
import { awarded } from '../amounts.ts'
import { type Finding, mustResolve } from '../findings.ts'
import type { Method } from '../method.ts'
import type { MatrixRule } from '../model.ts'
import { sayAward } from '../phrases.ts'
import { isElse } from '../reading/clause.ts'
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

  read(clauses) {
    const rows: Row[] = []
    for (const { clause } of clauses) {
      if (clause.kind !== 'award' || clause.when.kind !== 'all') break
      rows.push({ when: clause.when.conditions, award: clause.award })
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
