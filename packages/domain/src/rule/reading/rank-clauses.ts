import { exact, printExact } from '../../kernel/exact.ts'
import type { Award, Base, RankBand } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { chineseNumber, readAmount, readAward, readPoints } from './terms.ts'

/** Places in a ranking: 第1名, 前三名, 第4至6名, 倒数第1名. */

const numeral = String.raw`\d{1,3}|[一二三四五六七八九十]{1,3}`
const unit = '(?:名|位|个名次|个位次)'
const lead =
  /(?<name>[\p{L}\p{M}“”]{0,24}?)(?:(?:位居|名列|位列|列|居|进入|位于|获得|获|取得|为|在)(?:全市|全省|全县|全国|全区|本组|同组)?)?(?=第|前|后|末|倒数|最后|\d{1,2}[-~至]\d{1,2}名)/uy
const from = new RegExp(`(?<end>第|前|倒数第|倒数|后|末|最后)(?<first>${numeral})${unit}?`, 'uy')
const run = new RegExp(`(?:[-~至到—]|、)(?:第|倒数第)?(?<last>${numeral})${unit}?`, 'uy')
const andNext = new RegExp(`、(?:第|倒数第)(?<last>${numeral})${unit}?`, 'uy')
const bare = new RegExp(`(?<first>\\d{1,2})[-~至](?<last>\\d{1,2})${unit}`, 'uy')
const link = /的?(?:单位|县区|部门|乡镇)?(?:的)?，?/uy
const notOne = /每|低于|高于|扣|达到|超过|%/u

const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : (chineseNumber(text) ?? 0))

interface Places {
  readonly end: 'first' | 'last'
  readonly from: number
  readonly to: number
}

function readPlaces(cursor: Cursor): Places | undefined {
  const plain = cursor.take(bare)?.groups
  if (plain) return ordered('first', numberOf(plain.first ?? ''), numberOf(plain.last ?? ''))
  const start = cursor.take(from)?.groups
  if (start === undefined) return undefined
  const first = numberOf(start.first ?? '')
  const end = /^[第前]/u.test(start.end ?? '') ? 'first' : 'last'
  if (start.end === '第' || start.end === '倒数第') {
    const last = cursor.take(run)?.groups?.last
    return last === undefined ? ordered(end, first, first) : listed(cursor, end, first, numberOf(last))
  }
  return ordered(end, 1, first)
}

/** 第1名、第2名、第3名: one after another. */
function listed(cursor: Cursor, end: Places['end'], first: number, second: number): Places | undefined {
  let last = second
  for (let next = second; next === last; ) {
    const more = cursor.attempt((c) => {
      const found = c.take(andNext)?.groups?.last
      return found !== undefined && numberOf(found) === last + 1 ? found : undefined
    })
    if (more === undefined) return ordered(end, first, last)
    last = numberOf(more)
    next = last
  }
  return undefined
}

const ordered = (end: Places['end'], first: number, last: number): Places | undefined =>
  first >= 1 && last >= first ? { end, from: first, to: last } : undefined

const band = ({ end, from: first, to }: Places, award: Award): RankBand => ({
  end,
  from: String(first),
  to: String(to),
  award,
})

const separately = /(?:依次|分别)(?:得|计|赋予?|给)?/uy
const pause = /、|，/uy

/** 前三名分别加10分、5分、3分: one award a place. */
function readSeparately(cursor: Cursor, places: Places): readonly RankBand[] | undefined {
  const first = cursor.take(separately) && readEach(cursor)
  if (first === undefined) return undefined
  const awards: Award[] = [first]
  while (awards.length <= places.to - places.from) {
    if (cursor.take(pause) === undefined) return undefined
    const points = readPoints(cursor)
    if (points === undefined || !('points' in first)) return undefined
    awards.push({ ...first, points })
  }
  return awards.map((award, i) => band({ end: places.end, from: places.from + i, to: places.from + i }, award))
}

const readEach = (cursor: Cursor): Award | undefined =>
  cursor.first<Award>([
    (c) => {
      const points = readPoints(c)
      return points === undefined ? undefined : { kind: 'points', points }
    },
    readAward,
  ])

/** 名次第1名至第3名的得7分; 前三名分别加10分、5分、3分. */
export function readRankClause(cursor: Cursor): Clause | undefined {
  const said = cursor.take(lead)?.groups?.name ?? ''
  const places = readPlaces(cursor)
  if (places === undefined || notOne.test(said)) return undefined
  cursor.take(link)
  const name = said === '' ? '名次' : said
  const bands = cursor.first<readonly RankBand[]>([
    (c) => readSeparately(c, places),
    (c) => {
      const award = readAward(c)
      return award && [band(places, award)]
    },
  ])
  return bands && { kind: 'rank', name, named: said !== '', bands }
}

const lower =
  /(?:(?:名次|位次|排名|以后|其后|之后|此后|其余|其他|以下)?(?:的)?，?(?:名次|位次|排名)?每(?:降低|下降|退后|后移|落后|低|退|降|下滑|向后|靠后|少)(?:一|1)?个?(?:名次|位次|名|位)|(?:名次|位次|排名)每(?:降低|下降|退后|低|退|降)(?:一|1)|(?:以后|其后|之后|此后|其余|其他|以下)?(?:名次|位次)?(?:的)?，?(?:依次|逐名|逐位)(?=递|减|扣))(?:的)?，?(?:依次)?(?:递减|递扣|减少|减扣|扣减|扣除|扣|减)/uy
const ofMark = /(?:该项|本项)?(?:满分|分值|标准分)的/uy

/** 每低1名减0.5分, 依次递减2%. */
export function readRankStep(cursor: Cursor): Clause | undefined {
  if (cursor.take(lower) === undefined) return undefined
  const points = cursor.attempt(readPoints)
  if (points !== undefined) return { kind: 'rankStep', each: { kind: 'points', points } }
  cursor.take(ofMark)
  const amount = readAmount(cursor)
  if (amount?.unit !== '%' || amount.value.startsWith('-')) return undefined
  return { kind: 'rankStep', each: { kind: 'share', percent: printExact(exact(amount.value)) } satisfies Base }
}
