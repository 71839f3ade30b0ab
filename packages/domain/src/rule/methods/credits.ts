import { type Exact, exact, min, mul, neg, one, sign, sum, zero } from '../../kernel/exact.ts'
import { added, deducted } from '../limits.ts'
import { ask, type Computation, type Given, type Method } from '../method.ts'
import type { CreditsRule } from '../model.ts'
import { joined, sayAdditionLimit, sayDeductionLimit } from '../phrases.ts'
import { readCredits } from '../reading/read-credits.ts'
import { node, scored, show } from '../trace.ts'

/** M33: recognised entries by level. */
export const creditsMethod: Method<'credits'> = {
  kind: 'credits',
  inputs: (rule) =>
    rule.levels.map(({ name }) => ({
      name: inputName(rule, name),
      kind: 'count',
      role: 'actual',
      part: 'entries',
      unit: '项',
    })),
  open: ({ effect, counting, limit }) => [
    ...(counting ? [] : (['counting'] as const)),
    ...(limit ? [] : ([effect === 'add' ? 'additionLimit' : 'deductionLimit'] as const)),
  ],

  *compute(rule, given) {
    const counted = yield* countedEntries(rule, given)
    const raw = sum(counted.map(({ points }) => points))
    const clause = creditsMethod.say(rule)
    const change = yield* limited(raw, rule, given)
    const children = counted.map(({ name, n, points }) =>
      node({ code: 'creditsLevel', clause: name, arithmetic: `${show(n)} → ${show(points)}`, value: points }),
    )
    const code = rule.effect === 'add' ? ('loss.bonus' as const) : ('loss.count' as const)
    return scored(given, [{ code, clause, points: rule.effect === 'add' ? neg(change) : change }], {
      code: 'credits',
      clause,
      inputs: counted.map(({ name, n }) => ({ name, value: show(n) })),
      children,
    })
  },

  say: (rule) =>
    joined(
      rule.levels
        .map(
          ({ name, points }) =>
            `${inputName(rule, name)}的${rule.counting === 'each' ? '每项' : ''}${rule.effect === 'add' ? '加' : '扣'}${points}分`,
        )
        .join('，'),
      rule.counting && rule.counting !== 'each' ? countings[rule.counting] : undefined,
      sayLimit(rule),
    ),

  begins: ['credits'],
  read: readCredits,
  lint: () => [],
}

const countings = {
  once: '同一级别只计一项',
  highest: '只计级别最高的一项',
  perMatter: '同一事项只计级别最高的一项',
} as const

/** 国家级表彰: the level before its subject. */
const inputName = ({ subject }: CreditsRule, level: string): string => `${level}${subject ?? ''}`

const sayLimit = (rule: CreditsRule): string | undefined => {
  if (rule.effect === 'add') return rule.limit && sayAdditionLimit(rule.limit)
  return rule.limit && sayDeductionLimit(rule.limit)
}

function* countedEntries(rule: CreditsRule, given: Given) {
  const entries = rule.levels.map(({ name, points }) => ({
    name: inputName(rule, name),
    n: given.number(inputName(rule, name)),
    each: exact(points),
  }))
  const present = entries.filter(({ n }) => sign(n) > 0)
  const several = present.length > 1 || present.some(({ n }) => sign(n) > 0 && n.n > n.d)
  const counting = rule.counting ?? (several ? yield* ask('counting') : 'each')
  const best = present.reduce<(typeof present)[number] | undefined>(
    (a, b) => (a === undefined || b.each.n * a.each.d > a.each.n * b.each.d ? b : a),
    undefined,
  )
  return entries.map((entry) => {
    const { name, n, each } = entry
    const times =
      counting === 'each' || counting === 'perMatter'
        ? n
        : counting === 'once'
          ? min(n, one)
          : entry === best
            ? one
            : zero
    return { name, n, points: mul(times, each) }
  })
}

const limited = (raw: Exact, rule: CreditsRule, given: Given): Computation<Exact> =>
  rule.effect === 'add' ? added(raw, rule.limit, given) : deducted(raw, rule.limit, given.fullMark)
