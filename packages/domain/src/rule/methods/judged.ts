import { compare, exact, sub } from '../../kernel/exact.ts'
import { exceeds } from '../amounts.ts'
import { mustResolve, notice } from '../findings.ts'
import type { Given, Method } from '../method.ts'
import type { JudgedRule } from '../model.ts'
import { readJudgedLevels } from '../reading/read-judged.ts'
import { scored, show } from '../trace.ts'
import { levelInput } from './levels.ts'

const judgedInput = '评定分值'

/** 人工评定: the points are a datum with author, reason and evidence; the rule holds only the range, or one for each level. */
export const judgedMethod: Method<'judged'> = {
  kind: 'judged',
  inputs: ({ levels }) => [
    ...(levels
      ? [
          {
            name: levelInput,
            kind: 'checklist' as const,
            role: 'actual' as const,
            part: 'level' as const,
            single: true as const,
            entries: levels.map(({ name }, i) => ({ key: String(i + 1), name })),
          },
        ]
      : []),
    { name: judgedInput, kind: 'judgement', role: 'actual' },
  ],
  open: () => [],

  // biome-ignore lint/correctness/useYield: a computation that raises no question is still a computation
  *compute(rule, given) {
    const points = given.number(judgedInput)
    const { from, to, name } = rangeIn(rule, given)
    const most = to === 'fullMark' ? given.fullMark : exact(to)
    if (compare(points, exact(from)) < 0 || exceeds(points, most))
      return { kind: 'error', code: 'rule.judgementOutOfRange', at: judgedInput }
    const clause = judgedMethod.say(rule)
    return scored(given, [{ code: 'loss.judged', clause, points: sub(given.fullMark, points) }], {
      code: 'judged',
      clause,
      inputs: [
        ...(name === undefined ? [] : [{ name: levelInput, value: name }]),
        { name: judgedInput, value: show(points) },
      ],
      arithmetic: `${from} ≤ ${show(points)} ≤ ${show(most)}`,
    })
  },

  say: ({ from, to, levels }) =>
    levels
      ? `${levels.map(sayLevel).join('，')}，由评分人评定，并说明理由`
      : `由评分人在${from}分至${to === 'fullMark' ? '满分' : `${to}分`}之间评定，并说明理由`,

  begins: ['award', 'judged', 'levelRange', 'levels'],
  read(clauses) {
    const [first, second] = clauses
    if (first?.clause.kind !== 'judged') return readJudgedLevels(clauses)
    const { from, to } = first.clause
    return { rule: { kind: 'judged', from, to }, used: second?.clause.kind === 'reason' ? 2 : 1 }
  },

  lint({ from, to }, fullMark) {
    const most = to === 'fullMark' ? fullMark : exact(to)
    if (most === undefined) return []
    if (exceeds(exact(from), most)) return [mustResolve('rule.rangeEmpty')]
    if (fullMark === undefined || compare(most, fullMark) === 0) return []
    const code = exceeds(most, fullMark) ? 'rule.aboveFullMark' : 'rule.fullMarkUnreachable'
    return [notice(code, 'to', { points: show(most) })]
  },
}

const sayLevel = ({ name, from, to }: NonNullable<JudgedRule['levels']>[number]): string => {
  if (from !== to) return `${name}的得${from}分至${to}分`
  return from === '0' ? `${name}的不得分` : `${name}的得${from}分`
}

/** The range of the level given, or the rule's only one. */
function rangeIn({ from, to, levels }: JudgedRule, given: Given): Pick<JudgedRule, 'from' | 'to'> & { name?: string } {
  const [key] = levels ? given.ticked(levelInput) : []
  return levels?.[Number(key) - 1] ?? { from, to }
}
