import type { Counted } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky } from './letters.ts'
import { listNames, nameBefore, readAddWord, readDeductWord, readPoints } from './terms.ts'

/** Counts without 每: 被媒体曝光的扣1分/次; 刊发1篇得0.5分，最高得3分. */

type Effect = Extract<Clause, { readonly kind: 'count' }>['effect']

const unit = '人次|户次|件次|[例起次个项件人户篇条份处天家期场]'
const many = '(?:扣减|扣除|扣|减|加|奖|得|计|记)\\d+(?:\\.\\d+)?分'
const perUnit = sticky(`[/每](?<unit>${unit})`)
const slashName = nameBefore(`的?，?${many}[/每](?:${unit})`, listNames)
const link = /的?，?/uy
const earned = /[得计记]/uy

const effectOf = (cursor: Cursor): Effect | undefined =>
  readDeductWord(cursor) ? 'deduct' : readAddWord(cursor) ? 'add' : cursor.take(earned) ? 'credit' : undefined

const pricedName = nameBefore(`的?，?按(?:照)?\\d+(?:\\.\\d+)?分[/每](?:${unit})`, listNames)
const priceOpens = /按照?/uy
const priceTail = /(?:的标准)?(?:(?<takes>扣减|扣分|扣除|减分|倒扣)|(?<adds>加分|奖励)|(?<gives>计分|得分|给分|赋分))/uy

/** 未按期完成的，按10分/项扣减. */
function readPriced(cursor: Cursor): Clause | undefined {
  const name = pricedName(cursor)
  cursor.take(link)
  const points = name !== undefined && cursor.take(priceOpens) ? readPoints(cursor) : undefined
  const per = points === undefined ? undefined : cursor.take(perUnit)?.groups?.unit
  const { takes, adds } = per === undefined ? {} : (cursor.take(priceTail)?.groups ?? { takes: '', adds: '' })
  if (name === undefined || points === undefined || per === undefined || (takes === '' && adds === '')) return undefined
  const effect = takes ? 'deduct' : adds ? 'add' : 'credit'
  return { kind: 'count', counted: { verb: '', per: '1', unit: per, name }, effect, points }
}

/** 引发舆情的扣2分/次. */
export function readSlashCount(cursor: Cursor): Clause | undefined {
  const priced = cursor.attempt(readPriced)
  if (priced) return priced
  const name = slashName(cursor)
  cursor.take(link)
  const effect = name === undefined ? undefined : effectOf(cursor)
  const points = effect && readPoints(cursor)
  const per = points === undefined ? undefined : cursor.take(perUnit)?.groups?.unit
  if (name === undefined || effect === undefined || points === undefined || per === undefined) return undefined
  return { kind: 'count', counted: { verb: '', per: '1', unit: per, name }, effect, points }
}

/** What is earned once is a mark of a list; where a limit follows, or it is a bonus, it is earned each time. */
const limitNext = sticky(
  `(?=(?:，[\\p{L}、]{1,24}(?:一|1)(?:${unit})的?[得计记]\\d+(?:\\.\\d+)?分)*，(?:累计|合计|本项|该项|全年|年度)?(?:最[多高]|不超过|上限|封顶|满分(?:为止|封顶|(?=\\d))|得满|加满|计满|\\d+(?:\\.\\d+)?分(?:封顶|为限)|以\\d))`,
)
const onceName = nameBefore(`(?:一|1)(?:${unit})的?，?(?:加|奖|得|计|记)\\d`, listNames)
const once = sticky(`(?:一|1)(?<unit>${unit})的?，?`)
const notOnce = /第|前|后|至少|不少于|多于/u
/** A verb of this length reads well behind 每; a longer one is what is counted. */
const verbLength = 8

/** 受到市级以上表彰一次计1分，最多2分. */
export function readOnceCredit(cursor: Cursor): Clause | undefined {
  const name = onceName(cursor)
  const per = name === undefined || notOnce.test(name) ? undefined : cursor.take(once)?.groups?.unit
  const effect = per && effectOf(cursor)
  const points = effect && readPoints(cursor)
  if (name === undefined || !per || !effect || points === undefined || effect === 'deduct') return undefined
  if (effect === 'credit' && cursor.take(limitNext) === undefined) return undefined
  return { kind: 'count', counted: countedBy(name, per), effect, points }
}

const countedBy = (words: string, unitWord: string): Counted =>
  /次$/u.test(unitWord) || words.length > verbLength
    ? { verb: '', per: '1', unit: unitWord, name: words }
    : { verb: words, per: '1', unit: unitWord }
