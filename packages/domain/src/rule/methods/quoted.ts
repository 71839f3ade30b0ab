import { div, equal, exact, hundred, mul, sign, sub } from '../../kernel/exact.ts'
import { mustResolve } from '../findings.ts'
import { ask, type Method } from '../method.ts'
import { scored, show } from '../trace.ts'

/** M32: the score of another appraisal, brought to this item's full marks. */
export const quotedMethod: Method<'quoted'> = {
  kind: 'quoted',
  inputs: ({ name }) => [{ name, kind: 'quantity', role: 'actual', part: 'quoted', unit: '分' }],
  open: ({ of }, fullMark) => (of || (fullMark && equal(fullMark, hundred)) ? [] : ['quotedScale']),

  *compute(rule, given) {
    const { fullMark } = given
    if (lintScale(rule.of).length > 0) return { kind: 'error', code: 'rule.divisionByZero', at: 'of' }
    const score = given.number(rule.name)
    const scale = rule.of
      ? exact(rule.of)
      : equal(fullMark, hundred) || (yield* ask('quotedScale')) === 'hundred'
        ? hundred
        : fullMark
    const points = equal(scale, fullMark) ? score : div(mul(score, fullMark), scale)
    const clause = quotedMethod.say(rule)
    return scored(given, [{ code: 'loss.scores', clause, points: sub(fullMark, points) }], {
      code: 'quoted',
      clause,
      inputs: [{ name: rule.name, value: show(score) }],
      arithmetic: `${show(score)} × ${show(fullMark)} ÷ ${show(scale)} = ${show(points)}`,
    })
  },

  say: ({ name, of }) => `按${name}折算得分${of === undefined ? '' : `，${name}满分为${of}分`}`,

  begins: ['quoted'],
  read([first, second]) {
    if (first?.clause.kind !== 'quoted') return undefined
    const { name, of } = first.clause
    if (of !== undefined) return { rule: { kind: 'quoted', name, of }, used: 1 }
    return second?.clause.kind === 'quotedMark' &&
      (second.clause.name === undefined || isShortFor(second.clause.name, name))
      ? { rule: { kind: 'quoted', name, of: second.clause.of }, used: 2 }
      : { rule: { kind: 'quoted', name }, used: 1 }
  },

  lint: ({ of }) => lintScale(of),
}

/** 市考核 for 市对县考核得分: all its signs, in their order. */
const isShortFor = (short: string, name: string): boolean => {
  let at = 0
  for (const sign of name) if (sign === [...short][at]) at += 1
  return at === [...short].length && at > 1
}

const lintScale = (of: string | undefined) =>
  of !== undefined && sign(exact(of)) <= 0 ? [mustResolve('rule.rangeEmpty', 'of')] : []
