import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'

/** 办结率＝办结件数÷受理件数×100%: how a rate that the sentence speaks of comes about. */

const defined = words`(?<name>\p{L}{1,16}(?:率|比例|占比|比重))(?:=|为|是指?)\(?(?<actual>\p{L}{2,20}?)[÷/](?<target>\p{L}{2,20}?)\)?(?:[×*]100%?)?(?=[，;。\n)]|$)`
/** A figure of the group, a score or a count of something else is no part of a unit's own rate. */
const notOwn = /得分|满分|分值|最[高大低小优]|第一|平均|全[国省市县区]|[×*每扣]/u

export function readDefinition(cursor: Cursor): Clause | undefined {
  const { name, actual, target } = cursor.take(defined)?.groups ?? {}
  if (name === undefined || actual === undefined || target === undefined) return undefined
  if (actual === target || [name, actual, target].some((word) => notOwn.test(word))) return undefined
  return { kind: 'definition', name, measure: { kind: 'rate', actual, target } }
}
