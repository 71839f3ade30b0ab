import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { listChar, nameBefore, readAward, readPoints } from './terms.ts'

/** What decides an item whatever its rule gives, and what goes beyond it. */

const quotedCase = /有“(?<when>[^”]{1,60})”情形的，/uy
const ownAward = /该项/uy
const opening = /(?:凡|如|若|如果|一旦|对)?(?:有|存在|因)?/uy
const ofItem =
  '(?:一经(?:查实|发现|核实|认定)的?，)?(?:本项|该项|此项|该指标|本指标|本项指标|该项指标|该项目|本项目|全项|该项工作)'
const strict = nameBefore(
  `的?，?(?:则|即)?${ofItem}(?:不得分|得?0分|为?零分|[计记]0分|不计分|得分为0|得分为零)`,
  listChar,
)
const zero = new RegExp(
  `的?，?(?:则|即)?${ofItem}(?:不得分|得?0分|为?零分|[计记][0零]分|不计分|得分为0分?|得分为零)`,
  'uy',
)
const vetoName = nameBefore(
  '的?，?(?:一经(?:查实|发现|核实|认定)的?，)?(?:实行|予以|直接|则|即)*(?:“?一票否决|取消|不得评|不得参|年度考核|考核等次|评为不合格|降[低一])',
  listChar,
)
const scope =
  /(?:实行|予以|直接|则|即)*(?:“?一票否决”?(?:制)?|取消[\p{L}]{2,20}|不得(?:评|参)[\p{L}“”]{1,20}|年度考核[\p{L}“”]{2,20}|考核等次[\p{L}“”]{2,20}|评为不合格|降[低一][\p{L}]{1,12})/uy
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
  if (when === undefined) return undefined
  cursor.take(link)
  const words = cursor.take(scope)?.[0]
  return words === undefined ? undefined : { kind: 'gate', when, effect: { kind: 'veto', scope: words } }
}

const faultNames = new RegExp(`(?<names>${listChar}{2,60}?的?(?:，${listChar}{2,60}?的)*)，?各(?=[扣减]\\d)`, 'uy')
const each = /[扣减]/uy

/** 未公示的，未培训的，各扣1分. */
export function readFaultList(cursor: Cursor): Clause | undefined {
  const names = cursor.take(faultNames)?.groups?.names
  const points = names === undefined ? undefined : cursor.take(each) && readPoints(cursor)
  if (names === undefined || points === undefined) return undefined
  const list = names.split(/，|、/u).map((name) => name.replace(/的$/u, ''))
  return list.every((name) => name.length > 1) ? { kind: 'faults', names: list, points } : undefined
}
