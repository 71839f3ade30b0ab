import { reportedInputs } from '../../../rule/inputs.ts'
import type { Rule } from '../../../rule/model.ts'
import type { Shape } from '../shape.ts'
import { tickedOf } from '../ticks.ts'
import type { ShapeGround } from './ground.ts'
import { sampledWhole } from './sampled.ts'

/** Longer lists have more combinations than it pays to ask for. */
const mostEntries = 6

/** A rule of one list, by what is ticked; see `ticks`. */
export function ticksShape(rule: Rule, ground: ShapeGround): Shape | undefined {
  const [input] = reportedInputs(rule)
  const count = input?.entries?.length ?? 0
  if (input === undefined || (!input.single && count > mostEntries)) return undefined
  const range = input.single ? { from: 1, to: count } : { from: 0, to: 2 ** count - 1 }
  return sampledWhole(input.name, range, (n) => ({ kind: 'checklist', ticked: tickedOf(input, n) }), ground)
}
