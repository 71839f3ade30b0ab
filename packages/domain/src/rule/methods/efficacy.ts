import {
  abs,
  add,
  compare,
  div,
  type Exact,
  equal,
  exact,
  hundred,
  mul,
  one,
  sign,
  sub,
  whole,
  zero,
} from '../../kernel/exact.ts'
import { power } from '../../kernel/power.ts'
import { percentOf } from '../amounts.ts'
import { mustResolve } from '../findings.ts'
import { ask, type Computation, type Given, type Method } from '../method.ts'
import type { EfficacyRule, Pole } from '../model.ts'
import { groupInput, sayAmount } from '../phrases.ts'
import type { Clause } from '../reading/clause.ts'
import type { Placed } from '../reading/scan.ts'
import { groupFigure } from '../reference.ts'
import { operand, scored, show } from '../trace.ts'

/** M11, M12: from the base share at the low pole to full marks at the high one. */
export const efficacyMethod: Method<'efficacy'> = {
  kind: 'efficacy',
  inputs: ({ name, high, low }) => [
    { name, kind: 'quantity', role: 'actual', ...unitOf(high) },
    ...('group' in high || 'group' in low ? [groupInput(name)] : []),
  ],
  open: ({ high, low }) => ('group' in high && 'group' in low ? ['groupSpread'] : ['groupSpread', 'beyondPoles']),

  *compute(rule, given) {
    if (lintBase(rule).length > 0) return { kind: 'error', code: 'rule.factValue', at: 'base' }
    const own = given.number(rule.name)
    const [high, low] = [poleOf(rule.high, rule.name, given), poleOf(rule.low, rule.name, given)]
    const x = yield* placeBetween(own, low, high)
    if (compare(abs(x), farthest) > 0) return { kind: 'error', code: 'rule.factValue', at: rule.name }
    const percent = percentAt(x, rule)
    const points = percentOf(given.fullMark, percent)
    const clause = efficacyMethod.say(rule)
    return scored(given, [{ code: 'loss.group', clause, points: sub(given.fullMark, points) }], {
      code: `efficacy.${rule.curve.kind}`,
      clause,
      inputs: [
        { name: rule.name, value: show(own) },
        { name: '满意值', value: show(high) },
        { name: '不允许值', value: show(low) },
      ],
      arithmetic: [
        `(${operand(own)} - ${operand(low)}) ÷ (${operand(high)} - ${operand(low)}) → ${show(x)}`,
        rule.curve.kind === 'linear'
          ? `${rule.base}% + (100% - ${rule.base}%) × ${show(x)} = ${show(percent)}%`
          : `${rule.base}% ^ (1 - ${show(x)}) = ${show(percent)}%`,
        `${show(given.fullMark)} × ${show(percent)}% = ${show(points)}`,
      ].join('；'),
    })
  },

  say: ({ name, high, low, base, curve }) =>
    [
      `${name}按${curve.kind === 'linear' ? '功效系数法' : '指数型功效系数法'}得分`,
      `以${sayPole(high)}为满意值、${sayPole(low)}为不允许值`,
      `基础分为满分的${base}%`,
      ...(curve.kind === 'exponential' ? [`系数保留${curve.places}位小数`] : []),
    ].join('，'),

  begins: ['best', 'efficacy'],
  read(clauses) {
    const [first, ...rest] = polesLast(clauses)
    if (first?.clause.kind !== 'efficacy') return undefined
    const { name, exponential } = first.clause
    const said = new Map<string, Clause>()
    for (const { clause } of rest) {
      if (said.size === 0 && clause.kind === 'best' && saysPoles(rest)) {
        const [, lowest] = rest.map((placed) => placed.clause)
        if (lowest?.kind === 'lowest') said.set('poles', clause).set('base', { kind: 'base', base: lowest.base })
        break
      }
      // Said twice, the second contradicts the first or repeats it: it is left over and reported.
      if (!isOption(clause, exponential) || said.has(clause.kind)) break
      said.set(clause.kind, clause)
    }
    const [poles, base, places] = [said.get('poles'), said.get('base'), said.get('places')]
    const rule: EfficacyRule = {
      kind: 'efficacy',
      name,
      high: poles?.kind === 'poles' ? poles.high : { group: 'max' },
      low: poles?.kind === 'poles' ? poles.low : { group: 'min' },
      base: base?.kind === 'base' && base.base.kind === 'share' ? base.base.percent : '60',
      curve: exponential
        ? { kind: 'exponential', places: places?.kind === 'places' ? places.places : 6 }
        : { kind: 'linear' },
    }
    return { rule, used: 1 + said.size }
  },

  lint: (rule) => lintBase(rule),
}

/** 最高值得满分，最低值得满分的60%: the poles are the group's, and the base is said. */
const saysPoles = ([best, lowest]: readonly Placed[]): boolean =>
  best?.clause.kind === 'best' &&
  best.clause.best === 'max' &&
  best.clause.of === undefined &&
  lowest?.clause.kind === 'lowest'

/** 最高值得满分，最低值得满分的60%，其余按功效系数法得分: the same the other way round. */
const polesLast = (clauses: readonly Placed[]): readonly Placed[] => {
  const [best, lowest, method, ...rest] = clauses
  return best && lowest && method?.clause.kind === 'efficacy' && saysPoles(clauses)
    ? [method, best, lowest, ...rest]
    : clauses
}

const isOption = (clause: Clause, exponential: boolean): boolean =>
  clause.kind === 'poles' ||
  (clause.kind === 'base' && clause.base.kind === 'share') ||
  (clause.kind === 'places' && exponential)

const unitOf = (pole: Pole) => ('group' in pole || pole.unit === undefined ? {} : { unit: pole.unit })

const poleOf = (pole: Pole, name: string, given: Given): Exact =>
  'group' in pole ? groupFigure(pole.group, given.group(groupInput(name).name)) : exact(pole.value)

const sayPole = (pole: Pole): string =>
  'group' in pole ? `本组${pole.group === 'max' ? '最高值' : '最低值'}` : sayAmount(pole)

/** Where between the poles, 0 at the low one and 1 at the high one; both may be the same number. */
function* placeBetween(own: Exact, low: Exact, high: Exact): Computation<Exact> {
  if (equal(low, high)) return (yield* ask('groupSpread')) === 'full' ? one : zero
  const x = div(sub(own, low), sub(high, low))
  const beyond = sign(x) < 0 ? zero : compare(x, one) > 0 ? one : undefined
  return beyond && (yield* ask('beyondPoles')) === 'held' ? beyond : x
}

/** A figure that many ranges away from both poles is a slip, not a score. */
const farthest = whole(40)

const percentAt = (x: Exact, { base, curve }: EfficacyRule): Exact => {
  if (curve.kind === 'linear') return add(exact(base), mul(sub(hundred, exact(base)), x))
  const share = power(div(exact(base), hundred), sub(one, x), { mode: 'halfUp', places: curve.places })
  return mul(share, hundred)
}

const lintBase = ({ base, curve }: EfficacyRule) =>
  compare(exact(base), hundred) > 0 || sign(exact(base)) < (curve.kind === 'exponential' ? 1 : 0)
    ? [mustResolve('rule.rangeEmpty', 'base')]
    : []
