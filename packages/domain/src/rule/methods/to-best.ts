import { compare, div, type Exact, exact, mul, printExact, sign, sub, whole, zero } from '../../kernel/exact.ts'
import { awarded } from '../amounts.ts'
import { ask, type Computation, type Given, type Method } from '../method.ts'
import type { Award, ToBestRule } from '../model.ts'
import { defaultActual, groupInput, joined, sayAward } from '../phrases.ts'
import { lineOf } from '../questions.ts'
import type { Clause } from '../reading/clause.ts'
import { rankingOf } from '../reading/rank-order.ts'
import { groupFigure } from '../reference.ts'
import { operand, scored, settled, show } from '../trace.ts'

/** M10: the best of the group earns full marks, the others their share of it. */
export const toBestMethod: Method<'toBest'> = {
  kind: 'toBest',
  inputs: ({ name }) => [{ name, kind: 'quantity', role: 'actual' }, groupInput(name)],
  open: ({ through, otherwise }) => [
    'groupZero',
    'actualNegative',
    ...(through !== undefined && otherwise === undefined ? (['unlisted'] as const) : []),
  ],

  *compute(rule, given) {
    const own = given.number(rule.name)
    const best = groupFigure(rule.best, given.group(groupInput(rule.name).name))
    const [part, whole] = rule.best === 'max' ? [own, best] : [best, own]
    const clause = toBestMethod.say(rule)
    if (sign(whole) <= 0 && !(rule.best === 'max' && sign(best) > 0)) {
      const choice = yield* ask('groupZero')
      return settled(given, choice, lineOf('groupZero', choice) ?? '', 'loss.group')
    }
    const behind = yield* afterLast(rule, own, given)
    if (behind) {
      const points = awarded(behind, given.fullMark)
      const loss = { code: 'loss.group', clause, points: sub(given.fullMark, points) } as const
      const inputs = [{ name: rule.name, value: show(own) }]
      return scored(given, [loss], { code: 'toBest', clause, inputs, arithmetic: `${show(own)} → ${show(points)}` })
    }
    const mark = rule.of === undefined ? given.fullMark : exact(rule.of)
    const plain = div(mul(mark, part), whole)
    const points = sign(plain) < 0 && (yield* ask('actualNegative')) === 'none' ? zero : plain
    return scored(given, [{ code: 'loss.group', clause, points: sub(given.fullMark, points) }], {
      code: 'toBest',
      clause,
      inputs: [
        { name: rule.name, value: show(own) },
        { name: rule.best === 'max' ? '本组最高值' : '本组最低值', value: show(best) },
      ],
      arithmetic: `${show(mark)} × ${operand(part)} ÷ ${operand(whole)} = ${show(points)}`,
    })
  },

  say: ({ name, best, of, through, otherwise }) =>
    joined(
      `${name}${best === 'max' ? '最高' : '最低'}的得${of === undefined ? '满分' : `${of}分`}`,
      `${through === undefined ? '其余' : `第2名至第${through}名`}按与${best === 'max' ? '最高值' : '最低值'}的比例得分`,
      otherwise && `其余${sayAward(otherwise)}`,
    ),

  begins: ['best', 'rank', 'ranking'],
  read(clauses) {
    const { of: figure, skipped } = rankingOf(clauses)
    const [first, second, third] = clauses.slice(skipped).map(({ clause }) => clause)
    const start = first && bestOf(first, figure)
    if (start === undefined || second?.kind !== 'toBest') return undefined
    const { name, best, of } = start
    if (second.best !== undefined && second.best !== best) return undefined
    const rule = { kind: 'toBest' as const, name, best, ...(of !== undefined && { of }) }
    const { through } = second
    if (through === undefined) return { rule, used: skipped + 2 }
    const otherwise = third?.kind === 'award' && third.when.kind === 'else' ? third.award : undefined
    return { rule: { ...rule, through, ...(otherwise && { otherwise }) }, used: skipped + (otherwise ? 3 : 2) }
  },

  lint: () => [],
}

/** What whoever stands behind the last place of the sentence gets; nothing for those whose share counts. */
function* afterLast(rule: ToBestRule, own: Exact, given: Given): Computation<Award | undefined> {
  const { through, otherwise, best } = rule
  if (through === undefined) return undefined
  const direction = best === 'max' ? -1 : 1
  const ordered = given.group(groupInput(rule.name).name).toSorted((a, b) => direction * compare(a, b))
  const ahead = ordered.filter((other) => direction * compare(other, own) < 0).length
  if (compare(whole(ahead), exact(through)) < 0) return undefined
  if (otherwise) return otherwise
  if ((yield* ask('unlisted')) === 'none') return { kind: 'none' }
  const [first, last] = [ordered[0] ?? own, ordered[Number(through) - 1] ?? own]
  const [part, all] = best === 'max' ? [last, first] : [first, last]
  if (sign(all) <= 0) return { kind: 'none' }
  const points = div(mul(rule.of === undefined ? given.fullMark : exact(rule.of), part), all)
  return { kind: 'points', points: printExact(sign(points) < 0 ? zero : points) }
}

/** 最高的得满分, or 第1名得满分 where the others follow in proportion. */
function bestOf(clause: Clause, figure: string | undefined): Pick<ToBestRule, 'name' | 'best' | 'of'> | undefined {
  if (clause.kind === 'best') return figure === undefined ? clause : undefined
  if (clause.kind !== 'rank') return undefined
  const [only, more] = clause.bands
  if (!only || more || only.end !== 'first' || only.from !== '1' || only.to !== '1') return undefined
  if (clause.named && figure !== undefined) return undefined
  const name = clause.named ? clause.name : (figure ?? defaultActual)
  if (only.award.kind === 'full') return { name, best: 'max' }
  return only.award.kind === 'points' ? { name, best: 'max', of: only.award.points } : undefined
}
