import { exact, printExact } from '../../kernel/exact.ts'
import type { Award, Base, RankBand } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky, words } from './letters.ts'
import { readShare } from './share-places.ts'
import { chineseNumber, listNames, nameBefore, readAmount, readAward, readPoints } from './terms.ts'

/** Places in a ranking: 第1名, 前三名, 第4至6名, 倒数第1名. */

const numeral = String.raw`\d{1,3}|[一二两三四五六七八九十]{1,3}`
const unit = '(?:名|位|个名次|个位次)'
const lead = words`(?<name>[\p{L}\p{M}“”]{0,24}?)(?:(?:排在|排列|位居|名列|位列|列|居|进入|位于|获得|获|取得|为|在)(?:全市|全省|全县|全国|全区|本组|同组)?)?(?=第|前|后|末|倒数|最[后末]|居中|中间|\d{1,2}[-~至]\d{1,2}[名位]|[一二三四五六七八九十]{1,3}[-~至到][一二三四五六七八九十]{1,3}[名位])`
const from = sticky(`(?<end>第|前|倒数第|倒数|后|末|最后)(?<first>${numeral})${unit}?`)
const run = sticky(`(?:[-~至到—]|、)(?:第|倒数第)?(?<last>${numeral})${unit}?`)
const andNext = sticky(`、(?:第|倒数第)(?<last>${numeral})${unit}?`)
const bare = sticky(`(?<first>${numeral})[-~至到](?<last>${numeral})${unit}`)
export const rankLink = /(?:\(含并列\))?的?(?:单位|县区|部门|乡镇)?(?:的)?，?/uy
/** 的评为优秀，得10分: what such a place is called. */
const called = words`(?:评定?|确定|认定|列)为“?[\p{L}]{1,4}?”?(?:等次|等级|单位|档次?)?，`
const notOne = /^评$|评为$|每|各(?:季度|月)|当[季月]|低于|高于|扣|达到|超过|%/u

const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : (chineseNumber(text) ?? 0))

interface Places {
  readonly end: 'first' | 'last'
  readonly from: number
  readonly to: number
}

const lastAlone = /(?:最末位?|末[位名]|最后)(?:的|者)?(?=[，得计记为不扣])/uy

export function readPlaces(cursor: Cursor): Places | undefined {
  const plain = cursor.take(bare)?.groups
  if (plain) return ordered('first', numberOf(plain.first ?? ''), numberOf(plain.last ?? ''))
  if (cursor.take(lastAlone)) return ordered('last', 1, 1)
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

export const rankBand = ({ end, from: first, to }: Places, award: Award): RankBand => ({
  end,
  from: String(first),
  to: String(to),
  award,
})

const separately = /(?:依次|分别)(?:得|计|赋予?|给)?/uy
const pause = /、|，/uy

/** 前三名分别加10分、5分、3分: one award a place. */
function readSeparately(cursor: Cursor, places: Places): readonly RankBand[] | undefined {
  if (cursor.take(separately) === undefined) return undefined
  const plain = cursor.attempt((c) => readPlainList(c, places))
  if (plain) return plain
  const first = readEach(cursor)
  if (first === undefined) return undefined
  const awards: Award[] = [first]
  while (awards.length <= places.to - places.from) {
    if (cursor.take(pause) === undefined) return undefined
    const points = readPoints(cursor)
    if (points === undefined || !('points' in first)) return undefined
    awards.push({ ...first, points })
  }
  return awards.map((award, i) => rankBand({ end: places.end, from: places.from + i, to: places.from + i }, award))
}

const changing = /加|奖(?:励)?|扣|减|得|计/uy
const plainList = /\d+(?:\.\d+)?(?:、\d+(?:\.\d+)?)+(?=分)/uy
const mark = /分/uy

/** 分别加5、4、3、2、1分: 分 said once, behind the last. */
function readPlainList(cursor: Cursor, { end, from: start, to }: Places): readonly RankBand[] | undefined {
  const word = cursor.take(changing)?.[0] ?? '得'
  const points = cursor.take(plainList)?.[0].split('、')
  if (points === undefined || points.length !== to - start + 1 || cursor.take(mark) === undefined) return undefined
  const kind = /加|奖/u.test(word) ? 'add' : /扣|减/u.test(word) ? 'deduct' : 'points'
  return points.map((each, i) =>
    rankBand({ end, from: start + i, to: start + i }, { kind, points: printExact(exact(each)) }),
  )
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
  const top = cursor.text[cursor.at] === '前'
  const share = notOne.test(said) ? undefined : cursor.attempt(readShare)
  if (share) {
    const { middle, ...places } = share
    cursor.take(rankLink)
    cursor.take(called)
    const award = readAward(cursor)
    const own = { name: said === '' ? '名次' : said, named: said !== '' }
    return (
      award && {
        kind: 'rank',
        ...own,
        ...(middle ? { middle } : { top: true as const }),
        bands: [{ ...places, award }],
      }
    )
  }
  const places = readPlaces(cursor)
  if (places === undefined || notOne.test(said)) return undefined
  cursor.take(rankLink)
  cursor.take(called)
  const name = said === '' ? '名次' : said
  const bands = cursor.first<readonly RankBand[]>([
    (c) => readSeparately(c, places),
    (c) => {
      const award = readAward(c)
      return award && [rankBand(places, award)]
    },
    // 第1名100分
    (c) => {
      const points = places.from === places.to ? readPoints(c) : undefined
      return points === undefined ? undefined : [rankBand(places, { kind: 'points', points })]
    },
  ])
  return bands && { kind: 'rank', name, named: said !== '', ...(top && { top }), bands }
}

const evenly =
  /(?:其余|其他|中间)(?:的|各?名次|各?位次|各?单位|县区)?的?，?(?:得分)?(?:按照?|依|以)?(?:名次|位次|排名)?(?:先后|高低|顺序)?(?:进行)?(?:均匀|等额|等距离?|等差|等分)(?:数列|级差)?(?:递减)?(?:计分|得分|赋分|递减|扣减|减分)/uy

/** 中间各位次按等差计分, 其余按名次等距离递减. */
export const readEvenly = (cursor: Cursor): Clause | undefined => (cursor.take(evenly) ? { kind: 'evenly' } : undefined)

const later = sticky(`(?:位[列居于]|排名|名次)?第?(?<last>${numeral})${unit}?(?<own>及)?(?:以后|之后|以下|开外)的?，?`)

/** 第七及以后的得6分; 10位以后的得60%. */
export function readAfterRank(cursor: Cursor): Clause | undefined {
  const { last, own } = cursor.take(later)?.groups ?? {}
  const award = last === undefined ? undefined : readAward(cursor)
  const from = numberOf(last ?? '') + (own === undefined ? 1 : 0)
  return award && from > 1 ? { kind: 'afterRank', from: String(from), award } : undefined
}

const ranked = nameBefore('(?:进行)?(?:排名|排序|排位)(?:先后|情况|结果|高低)?', listNames)
const ranking = /(?:进行)?(?:排名|排序|排位|名次)(?:先后|情况|结果|高低|顺序)*(?:进行)?(?:计分|得分|赋分|打分|评分)?/uy
const by = /按照?|根据/uy

/** 县区之间排序计分: among whom, and in no figure. */
const amongUnits = words`[\p{L}]{2,8}之间(?:进行)?(?:排名|排序)(?:计分|得分|赋分)`

/** 按得分从高到低排序: in what order, which the places say again. */
const inOrderOf = words`按照?[\p{L}()、“”]{0,24}?[从由]高到低(?:的?顺序)?(?:依次)?(?:进行)?(?:排序|排名|排列|排位)(?=[，:])`

const method = /(?:采取|采用|实行|按照?|以)(?:排序|排名|名次)(?:法|方式|赋分法)(?:进行)?(?:计分|得分|赋分|打分|评分)?/uy

/** 按增速排名计分: said before the places. */
export function readRanking(cursor: Cursor): Clause | undefined {
  if (cursor.take(method) ?? cursor.take(inOrderOf)) return { kind: 'ranking' }
  if (cursor.take(by) === undefined) return cursor.take(amongUnits) ? { kind: 'ranking' } : undefined
  const of = ranked(cursor)
  return cursor.take(ranking) ? { kind: 'ranking', ...(of !== undefined && { of }) } : undefined
}

const andSoOn = /(?:以此|依此|依次)类推/uy
export const readAndSoOn = (cursor: Cursor): Clause | undefined =>
  cursor.take(andSoOn) ? { kind: 'andSoOn' } : undefined

const lower =
  /(?:(?:第(?:2|二)名(?:及以后|及以下|以后|起|开始)?的?，?)?(?:名次|位次|排名|以后|其后|之后|此后|其余|其他|以下)?(?:的)?，?(?:名次|位次|排名)?每(?:降低|下降|退后|后移|落后|低|退|降|下滑|向后|靠后|少)(?:一|1)?个?(?:名次|位次|名|位)|(?:名次|位次|排名)每(?:降低|下降|退后|低|退|降)(?:一|1)|(?:以后|其后|之后|此后|(?:其余|其他)(?:单位|县区|部门|乡镇)?|以下)?(?:的，?)?(?:按照?(?:名次|位次|排名)(?:先后|高低)?(?:顺序)?|名次|位次)?(?:的)?，?(?:依次|逐名|逐位)(?=递|减|扣)|(?:以后|其后|之后|此后|其余|其他)(?:单位|县区|部门|乡镇)?的?，?(?:按照?|依|随)(?:名次|位次|排名)(?:先后|高低)?(?:顺序)?(?=递[减扣]))(?:的)?，?(?:依次)?(?:递减|递扣|减少|减扣|扣减|扣除|扣|减)/uy
const ofMark = /(?:该项|本项)?(?:满分|分值|标准分)的/uy
/** 依次按满分的3%递减, 以后按5%依次递减: the amount before the verb. */
const inTurn = /(?:以后|其后|之后|其余|其他|以下)?(?:名次)?(?:的)?，?(?:依次)?按(?=[^，;。]*递减)/uy
const decreasing = /(?:依次|逐名|逐位)?(?:递减|递扣)/uy

/** 每低1名减0.5分, 依次递减2%. */
export function readRankStep(cursor: Cursor): Clause | undefined {
  const before = cursor.take(lower) === undefined
  if (before && cursor.take(inTurn) === undefined) return undefined
  const each = readLoss(cursor)
  if (each === undefined || (before && cursor.take(decreasing) === undefined)) return undefined
  return { kind: 'rankStep', each }
}

function readLoss(cursor: Cursor): Base | undefined {
  const points = cursor.attempt(readPoints)
  if (points !== undefined) return { kind: 'points', points }
  cursor.take(ofMark)
  const amount = readAmount(cursor)
  if (amount?.unit !== '%' || amount.value.startsWith('-')) return undefined
  return { kind: 'share', percent: printExact(exact(amount.value)) }
}
