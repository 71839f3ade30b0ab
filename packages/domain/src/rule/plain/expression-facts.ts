import { div, type Exact, max, min, sum } from '../../kernel/exact.ts'
import { isGiven } from '../reference.ts'

/** What stands beside the own figure in a plain fact, in the unit of the sentence. */
export interface Beside {
  readonly own?: Exact | undefined
  readonly target?: Exact | undefined
  readonly baseline?: Exact | undefined
  readonly group?: readonly Exact[] | undefined
}

/** 全市最高增长率, 最低值, 平均水平: one figure of the whole group. */
const ofGroup: readonly (readonly [RegExp, (group: readonly Exact[]) => Exact])[] = [
  [/最[高大](?!分)/u, (group) => group.reduce(max)],
  [/最[低小](?!分)/u, (group) => group.reduce(min)],
  [/平均/u, (group) => div(sum(group), { n: BigInt(group.length), d: 1n })],
]
const aim = /目标|任务|计划|应|满分$/u

/**
 * The figure that an expression calls by this name: only one of its names is the own figure, the first that is nothing else. What the
 * facts do not hold is missing, never the own figure once more.
 */
export function expressionFigure(name: string, names: readonly string[], beside: Beside): Exact | undefined {
  const figure = ofGroup.find(([words]) => words.test(name))
  if (figure) return beside.group?.length ? figure[1](beside.group) : undefined
  if (isGiven.test(name)) return beside.baseline
  if (aim.test(name)) return beside.target
  const own = names.find((one) => !(ofGroup.some(([words]) => words.test(one)) || isGiven.test(one) || aim.test(one)))
  return name === own ? beside.own : undefined
}
