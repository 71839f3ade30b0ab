import type { When } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky, words } from './letters.ts'
import { awardAhead, awardStart, entryNames, nameBeforeAward } from './terms.ts'

/** Conditions of several figures or tasks at once. */

const verbs = '完成|达到|实现'
const name = '[\\p{L}“”《》]{2,20}?'
const together = sticky(
  `同时(?<verb>${verbs})(?<a>${name})(?:和|与|及|、)(?<b>${name})(?=${awardStart})|(?<c>${name})(?:和|与|及|、)(?<d>${name})(?:均|都|同时)(?:已|能)?(?<done>${verbs}|达标)(?=${awardStart})`,
)
const only = /[只仅](?=完成|达到|实现)/uy
const doneOnly = nameBeforeAward(entryNames, 4, 22)
const noneOf = /(?:(?:两|各)[项者])?(?:均|都)未(?:完成|达到|实现|达标)/uy

/** 同时完成年度目标和进度目标; 年度目标和进度目标均完成. */
export function readTogether(cursor: Cursor): When | undefined {
  const said = cursor.take(together)?.groups
  if (said === undefined) return undefined
  const { verb, a, b, c, d, done } = said
  const names = verb
    ? [verb + a, verb + b]
    : done === '达标'
      ? [`${c}达标`, `${d}达标`]
      : [`${done}${c}`, `${done}${d}`]
  return { kind: 'all', conditions: names.map((each) => ({ name: each, met: true })) }
}

const lacking = /缺少?(?:其中)?(?:任[一何意]|一)?(?:项|个|环节|内容|要素|条件)+/uy
/** 缺少任一环节, 缺项: of what the clause before lists. */
export const readLacking = (cursor: Cursor): When | undefined =>
  cursor.take(lacking) && awardAhead(cursor) ? { kind: 'lacksOne' } : undefined

export function readOnly(cursor: Cursor): When | undefined {
  const alone = cursor.take(only) && doneOnly(cursor)
  if (alone !== undefined) return { kind: 'only', name: alone }
  return cursor.take(noneOf) && awardAhead(cursor) ? { kind: 'noneOf' } : undefined
}

const done = '完成|达到|达标|实现'
const oneByOne = sticky(
  `(?<a>[\\p{L}“”《》]{2,16}?)(?<na>未)?(?<da>${done})(?:、|，|但|而|且)(?<b>[\\p{L}“”《》]{2,16}?)(?<nb>未)?(?<db>${done})(?=${awardStart})`,
)

/** 年度目标完成、累计进度未完成: of each in turn. */
export function readOneByOne(cursor: Cursor): When | undefined {
  const { a, na, da, b, nb, db } = cursor.take(oneByOne)?.groups ?? {}
  if (a === undefined || (na === undefined && nb === undefined)) return undefined
  const named = (what: string | undefined, deed: string | undefined) =>
    deed === '达标' ? `${what}${deed}` : `${deed}${what}`
  return {
    kind: 'all',
    conditions: [
      { name: named(a, da), met: na === undefined },
      { name: named(b, db), met: nb === undefined },
    ],
  }
}

/** 见面率、答复率、满意率均达100%: one requirement of several figures, which no one figure answers. */
const allFull = words`[\p{L}“”]{2,12}(?:、[\p{L}“”]{2,12})+(?:均|都|全部)(?:达到?|为)100%`
export const readAllFull = (cursor: Cursor): When | undefined => {
  const name = cursor.take(allFull)?.[0]
  return name !== undefined && awardAhead(cursor) ? { kind: 'fact', name } : undefined
}
