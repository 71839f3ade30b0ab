import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky, words } from './letters.ts'
import { listChar, listNames, nameBefore, readAward, readPoints } from './terms.ts'

/** What decides an item whatever its rule gives, and what goes beyond it. */

const quotedCase = /有“(?<when>[^”]{1,60})”情形的，/uy
const ownAward = /该项/uy
const opening = /(?:凡|如|若|如果|一旦|对)?(?:有|存在|因)?/uy
const ofItem =
  '(?:一经(?:查实|发现|核实|认定)的?，)?(?:取消)?(?:本项|该项|此项|此小项|该小项|该指标|本指标|本项指标|该项指标|该项目|本项目|全项|该项工作)'
const strict = nameBefore(
  `的?，?(?:则|即)?${ofItem}(?:不得分|得?0分|为?零分|为0分|[计记]0分|不计分|得分为0|得分为零|全部(?:得分|分值))`,
  listNames,
)
const zero = sticky(
  `的?，?(?:则|即)?${ofItem}(?:不得分|得?0分|为?零分|为0分|[计记][0零]分|不计分|得分为0分?|得分为零|全部(?:得分|分值))`,
)
const vetoName = nameBefore(
  '的?，?(?:一经(?:查实|发现|核实|认定)的?，)?(?:实行|予以|直接|则|即)*(?:“?一票否决|取消|不得评|不得参|年度考核|考核等次|评为不合格|降[低一])',
  listNames,
)
const scope = words`(?:实行|予以|直接|则|即)*(?:“?一票否决”?(?:制)?|取消[\p{L}]{2,20}|不得(?:评|参)[\p{L}“”]{1,20}|年度考核[\p{L}“”]{2,20}|考核等次[\p{L}“”]{2,20}|评为不合格|降[低一][\p{L}]{1,12})(?:，(?:(?:本|当)?年度)?(?:考核|考评|综合考核)?(?:实行|直接|一律)?(?:取消|不得(?:评|参)|定为|评为不)[\p{L}“”]{1,20})?`
const link = /的?，?(?:一经(?:查实|发现|核实|认定)的?，)?/uy

export const readGate = (cursor: Cursor): Clause | undefined =>
  cursor.first<Clause>([readQuotedCase, readZero, readVeto])

/** 有“发生较大事故”情形的，该项不得分. */
function readQuotedCase(cursor: Cursor): Clause | undefined {
  const when = cursor.take(quotedCase)?.groups?.when
  if (when === undefined) return undefined
  if (cursor.take(ownAward) === undefined) {
    const words = cursor.take(scope)?.[0]
    return words === undefined ? undefined : { kind: 'gate', when, effect: { kind: 'veto', scope: words } }
  }
  const award = readAward(cursor)
  return award && { kind: 'gate', when, effect: award }
}

/** 发生较大事故的，本项不得分: said of the item, so it overrides whatever else the sentence says. */
function readZero(cursor: Cursor): Clause | undefined {
  cursor.take(opening)
  const when = strict(cursor)
  return when !== undefined && cursor.take(zero) ? { kind: 'gate', when, effect: { kind: 'none' } } : undefined
}

function readVeto(cursor: Cursor): Clause | undefined {
  cursor.take(opening)
  const when = vetoName(cursor)
  if (when === undefined || appraisal.test(when)) return undefined
  cursor.take(link)
  const words = cursor.take(scope)?.[0]
  if (words === undefined) return undefined
  const veto: Clause = { kind: 'gate', when, effect: { kind: 'veto', scope: words } }
  return cursor.take(andNothing)
    ? { kind: 'several', clauses: [{ kind: 'gate', when, effect: { kind: 'none' } }, veto] }
    : veto
}

/** 年度考核不得评为优秀: what it does to, and no fact. */
const appraisal = /^(?:(?:本|当)?年度?|单位|年终)?(?:综合)?(?:考核|考评|绩效|评优)*$/u

/** 实行一票否决，安全生产项记0分. */
const andNothing = words`，(?:并且?)?(?:[\p{L}]{1,8}项)?(?:不得分|[得计记为][0零]分)`

const number = '(?:\\d|[一二两三四五六七八九十]+分)'
const faultNames = sticky(`(?<names>${listChar}{2,60}?的?(?:，${listChar}{2,60}?的)*)，?各(?=[扣减]${number})`)
const each = /[扣减]/uy
/** Asked first: long names are slow to try. */
const eachTakesAhead = /(?=[^；;。\n]*各[扣减])/uy
const eachGivesAhead = /(?=[^；;。\n]*各[得计加奖])/uy
const earnedNames = sticky(`(?<names>${listChar}{2,80}?)的?，?各(?:得|计|加|奖)(?=${number})`)
const adds = /[加奖]$/u

/** 未公示的，未培训的，各扣1分. */
export function readFaultList(cursor: Cursor): Clause | undefined {
  const names = cursor.take(eachTakesAhead) && cursor.take(faultNames)?.groups?.names
  const points = names === undefined ? undefined : cursor.take(each) && readPoints(cursor)
  if (names === undefined || points === undefined) return undefined
  const list = names.split(/，|、/u).map((name) => name.replace(/的$/u, ''))
  return list.every((name) => name.length > 1 && !name.startsWith('每'))
    ? { kind: 'faults', names: list, points }
    : undefined
}

/** 有制度、有人员、有经费的各得1分: an entry each. */
export function readEarnedList(cursor: Cursor): Clause | undefined {
  const match = cursor.take(eachGivesAhead) && cursor.take(earnedNames)
  const points = match && readPoints(cursor)
  const names = match?.groups?.names?.split('、') ?? []
  if (points === undefined || names.length < 2 || names.some((name) => name.length < 2)) return undefined
  const award = { kind: adds.test(match?.[0] ?? '') ? 'add' : 'points', points } as const
  return { kind: 'several', clauses: names.map((name) => ({ kind: 'award', when: { kind: 'fact', name }, award })) }
}
