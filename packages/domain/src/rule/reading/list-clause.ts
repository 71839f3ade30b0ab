import type { Edge } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readAwards } from './level-clauses.ts'
import { listNames, measureBefore, readAmount } from './terms.ts'

/** 低于80%、70%、60%的，分别扣1分、2分、3分: several bands of one figure said in one. */

const words: readonly (readonly [RegExp, 'from' | 'to', boolean])[] = [
  [/低于|不足|少于|小于/uy, 'to', false],
  [/不超过|不高于/uy, 'to', true],
  [/达到|不低于|达(?=\d)/uy, 'from', true],
  [/超过|高于|大于/uy, 'from', false],
]
const measure = measureBefore('低于|不足|少于|小于|不超过|不高于|达到|达(?=\\d)|不低于|超过|高于|大于', listNames)
/** Asked first: long names are slow to try. */
const inTurnAhead = /(?=[^；;。\n]*(?:分别|依次))/uy
const pause = /、(?=\d)/uy
const tail = /(?:以上)?的?，?(?:每次)?(?:分别|依次)(?:得|计|赋)?/uy

export function readBandList(cursor: Cursor): Clause | undefined {
  const named = cursor.take(inTurnAhead) && measure(cursor)
  const word = words.find(([pattern]) => cursor.take(pattern))
  if (named === undefined || word === undefined) return undefined
  const [, side, inclusive] = word
  const edges: Edge[] = []
  do {
    const amount = readAmount(cursor)
    if (amount === undefined) return undefined
    edges.push({ ...amount, inclusive })
  } while (cursor.take(pause))
  const unit = edges.at(-1)?.unit
  const awards = edges.length > 1 && cursor.take(tail) ? readAwards(cursor, edges.length) : undefined
  return (
    awards && {
      kind: 'several',
      clauses: edges.flatMap((edge, i): readonly Clause[] => {
        const award = awards[i]
        const whole = { ...edge, ...(edge.unit === undefined && unit !== undefined && { unit }) }
        return award ? [{ kind: 'award', when: { kind: 'band', measure: named, [side]: whole }, award }] : []
      }),
    }
  )
}
