import { exact, hundred, mul, printExact } from '../../kernel/exact.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { chineseNumber, listNames, nameBefore, readAmount, readPoints } from './terms.ts'

/** Clauses about scores that others gave: votes, marks, quoted results, weights, coefficients. */

const votes = words`按?(?:照)?(?:各)?(?:[\p{L}]{0,10})?(?:得?票数?|测评票|有效票)(?:数)?(?:加权)?(?:平均)?(?:计算|折算)?(?:得分|计分)`

export const readVotes = (cursor: Cursor): Clause | undefined => (cursor.take(votes) ? { kind: 'votes' } : undefined)

const quoted = /[“”"]/gu
const levelList = words`(?:[\p{L}]{2,12}(?=“)|[\p{L}]{2,10}(?:按|分为?))?(?<names>[\p{L}“”]{1,10}(?:、[\p{L}“”]{1,10}?){1,8}|(?:“\p{L}{1,8}”){2,8})(?:[二三四五六]个)?(?:票|档次?|等次|等级)?(?:的)?，?(?:(?:票|得票)?的?(?:权重|系数)分别为|分别按(?:照)?)`
const weight = /(?<value>\d+(?:\.\d+)?)(?<unit>%|分)?/uy
const pause = /、|，/uy
const weightedMean = /，?(?:按|以)?(?:加权平均|加权)(?:法|数|值|分)?/uy
const listTail = /(?:的)?(?:系数|比例|权重)?(?:折算|计算|计分|计|加权)(?:平均分|平均得分|得分)?/uy
const oneLevel = words`(?:其中)?(?<name>[\p{L}“”]{1,10}?)(?:票)?(?:每票)?按`
const oneTail = /(?:折算|计算|计)/uy
const noPart = /不(?:计入|纳入|进入)(?:总票数|有效票数?|总数|基数|统计|计算)?/uy
const excludedNames = words`(?<names>[\p{L}“”]{1,10}?(?:、[\p{L}“”]{1,10}?)*)(?:的|票)?(?=不(?:计入|纳入|进入))`

const namesIn = (text: string): readonly string[] => text.replaceAll('”“', '”、“').replaceAll(quoted, '').split('、')

/** A share of full marks: 80%, 0.8 or, of a hundred, 80分. */
function readWeight(cursor: Cursor): string | undefined {
  const { value, unit } = cursor.take(weight)?.groups ?? {}
  if (value === undefined) return undefined
  const share = exact(value)
  return printExact(unit === undefined ? mul(share, hundred) : share)
}

/** 满意、基本满意、不满意分别按100%、60%、0计; 满意按100%、基本满意按60%计. */
export const readVoteWeights = (cursor: Cursor): Clause | undefined =>
  cursor.first<Clause>([
    (c) => {
      const names = c.take(levelList)?.groups?.names
      if (names === undefined) return undefined
      const levels = []
      for (const name of namesIn(names)) {
        if (levels.length > 0 && c.take(pause) === undefined) return undefined
        const percent = readWeight(c)
        if (percent === undefined) return undefined
        levels.push({ name, percent })
      }
      c.take(weightedMean)
      return c.take(listTail) ? { kind: 'voteWeights', levels } : undefined
    },
    (c) => {
      const levels = []
      do {
        const name = c.take(oneLevel)?.groups?.name?.replaceAll(quoted, '')
        const percent = name && readWeight(c)
        if (name === undefined || percent === undefined || percent === '') return undefined
        levels.push({ name, percent })
      } while (c.take(pause))
      return c.take(oneTail) && levels.length > 1 ? { kind: 'voteWeights', levels } : undefined
    },
    readCountedWeights,
    readWorthOfLevels,
  ])

const countsAs = words`(?<name>[\p{L}“”]{1,10}?)(?:票)?(?:每票)?计(?<value>\d+(?:\.\d+)?)(?:%|(?=[，、；。]|$))`

/** 满意计100%，基本满意计60%，不满意计0. */
function readCountedWeights(cursor: Cursor): Clause | undefined {
  const levels = []
  for (;;) {
    const { name, value } =
      cursor.attempt((c) => (levels.length > 0 && !c.take(pause) ? undefined : c.take(countsAs)))?.groups ?? {}
    if (name === undefined || value === undefined) break
    levels.push({ name: name.replaceAll(quoted, ''), percent: printExact(exact(value)) })
  }
  return levels.length > 1 ? { kind: 'voteWeights', levels } : undefined
}

const worthOpening = /按(?:照)?(?=“)/uy
const worthOf = words`“(?<name>\p{L}{1,10})”(?:票)?(?<value>\d(?:\.\d+)?)(?!\d|分|%)`

/** 按“好”1、“较好”0.8、“差”0.4的权重计算得分. */
function readWorthOfLevels(cursor: Cursor): Clause | undefined {
  if (cursor.take(worthOpening) === undefined) return undefined
  const levels = []
  do {
    const { name, value } = cursor.take(worthOf)?.groups ?? {}
    if (name === undefined || value === undefined) return undefined
    levels.push({ name, percent: printExact(mul(exact(value), hundred)) })
  } while (cursor.take(pause))
  return levels.length > 1 && cursor.take(listTail) ? { kind: 'voteWeights', levels } : undefined
}

export function readVoteExcluded(cursor: Cursor): Clause | undefined {
  const names = cursor.take(excludedNames)?.groups?.names
  return names !== undefined && cursor.take(noPart) ? { kind: 'voteExcluded', names: namesIn(names) } : undefined
}

const trimmed =
  /去(?:掉|除)(?<n>\d|[一二两三])个最高分(?:和|、|及|，)(?:去掉)?(?<m>\d|[一二两三])个最低分(?:后|，)?(?:的)?，?|去(?:掉|除)最高分(?:和|、|及)最低分各(?<each>\d|[一二两三])个(?:后|，)?(?:的)?，?/uy
const meanName = nameBefore('的?(?:算术)?平均(?:值|分|数)')
const meanTail =
  /的?(?:算术)?平均(?:值|分数?|数)?(?:得分|计分|作为(?:该项|本项|此项|其|最终|最后)?得分|[即]?为(?:该项|本项|此项|其|最终|最后)?(?:的)?得分|计算|计入)?/uy
/** 考核组打分去掉一个最高分…: whose marks they are. */
const scorers = words`[\p{L}]{2,12}?(?:打分|评分|得分|分数)(?:中)?，?(?=去[掉除])`
const take = /(?:取|按(?:照)?|以|计算)?/uy

/** 取各评分人评分的平均值; 去掉一个最高分和一个最低分后取平均值. */
export function readMean(cursor: Cursor): Clause | undefined {
  cursor.take(scorers)
  const { each, n = each, m = each } = cursor.take(trimmed)?.groups ?? {}
  if (n !== m) return undefined
  cursor.take(take)
  const name = meanName(cursor) ?? '各评分人评分'
  if (name.endsWith('全市') || cursor.take(meanTail) === undefined) return undefined
  const trim = n === undefined ? '0' : /^\d/.test(n) ? n : String(chineseNumber(n) ?? 0)
  return { kind: 'mean', name, trim }
}

const quoting = /(?:考核)?(?:得分)?(?:直接)?(?:按照?|引用|采用|以|根据)/uy
const isScore = '(?:得分|成绩|分数|评分|结果)'
const notQuoted = /每|扣|加分|达到|低于|平均/u
const quotedName = nameBefore(
  `，?(?:相应|按比例|同比例|等比例|按满分|按分值|直接|进行|予以|计入|折算|换算|作为|为|乘以|[，。;\n]|$)`,
  listNames,
  notQuoted,
)
const convert =
  /，?(?:相应|按比例|同比例|按(?:满分|分值)比例|直接|等比例)*(?:进行|予以)?(?:折算|换算)(?:为|成|计入)?(?:该项|本项)?(?:得分|计分|计入)?(?:总分)?/uy
const markOf = nameBefore('满分(?:为|是)?\\d', listNames, notQuoted)
const markWord = /(?:满分(?:为|是)?|(?=\d+分制))/uy
const system = /(?:制)?/uy

const scoreName = new RegExp(`${isScore}$`, 'u')

/** 按省级考核得分折算得分. */
export function readQuoted(cursor: Cursor): Clause | undefined {
  const word = cursor.take(quoting)?.[0]
  const name = word === undefined ? undefined : quotedName(cursor)
  if (name === undefined || !scoreName.test(name)) return undefined
  if (cursor.take(convert) === undefined && !word?.endsWith('引用')) return undefined
  return { kind: 'quoted', name }
}

/** 省级考核得分满分为100分. */
export function readQuotedMark(cursor: Cursor): Clause | undefined {
  const name = markOf(cursor)
  const of = cursor.take(markWord) && readPoints(cursor)
  if (of === undefined || name === undefined) return undefined
  cursor.take(system)
  return { kind: 'quotedMark', name, of }
}

const byWeight =
  /按(?:照)?(?:各自|相应)?(?:权重|比例)(?:加总|加权(?:平均|计算|求和|汇总)?)(?:得分|计分)?|(?:实行|采用)?加权(?:平均|计算|汇总)(?:得分|计分)?/uy

export const readByWeight = (cursor: Cursor): Clause | undefined =>
  cursor.take(byWeight) ? { kind: 'byWeight' } : undefined

const weighed = words`(?<name>[\p{L}“”]{1,20}?)(?:的)?(?:得分|成绩|评分|分数)?(?:的)?(?:占(?:比)?(?:权重)?|权重(?:为|占)?|按)(?=\d|百分)`
const weightList = words`(?<names>[\p{L}“”]{1,20}(?:、[\p{L}“”]{1,20})+)(?:的)?(?:得分|成绩|评分)?(?:的)?(?:权重|占比)?(?:分别)(?:占|为|按)?`
/** 、前三季度和全年: the last of a list. */
const lastOf = /(?:和|及|与)(?=[\p{L}“”]{1,12}$)/u
const weightTail = /(?:的)?(?:权重|比例)?(?:计入(?:总分|得分)?|计算|折算|加权)?/uy

/** 一季度得分占15%、上半年得分占25%; 一季度、上半年、前三季度、全年权重分别为15%、25%、25%、35%. */
export const readWeights = (cursor: Cursor): Clause | undefined =>
  cursor.first<Clause>([
    (c) => {
      const names = c.take(weightList)?.groups?.names
      if (names === undefined) return undefined
      const percents: string[] = []
      do {
        const amount = readAmount(c)
        if (amount?.unit !== '%') return undefined
        percents.push(amount.value)
      } while (c.take(pause))
      const plain = namesIn(names)
      const list = plain.length === percents.length ? plain : namesIn(names.replace(lastOf, '、'))
      if (list.length !== percents.length) return undefined
      c.take(weightTail)
      const scores = list.map((name, i) => ({
        name: name.replace(/的?(?:得分|成绩|评分|完成情况)的?$/u, ''),
        percent: percents[i] as string,
      }))
      return { kind: 'weights', scores }
    },
    (c) => {
      const scores = []
      for (;;) {
        const score = c.attempt((one) => (scores.length > 0 && !one.take(pause) ? undefined : readWeighed(one)))
        if (score === undefined) break
        scores.push(score)
      }
      return scores.length > 1 ? { kind: 'weights', scores } : undefined
    },
  ])

function readWeighed(cursor: Cursor): { readonly name: string; readonly percent: string } | undefined {
  const name = cursor.take(weighed)?.groups?.name
  const amount = name === undefined ? undefined : readAmount(cursor)
  // 优秀票按100%: what a vote counts for, and no weight.
  if (name === undefined || name.endsWith('票') || amount?.unit !== '%') return undefined
  cursor.take(weightTail)
  return { name: name.replaceAll(quoted, ''), percent: amount.value }
}

const product = words`(?:所得(?:分值|得分|分数)|(?:该项|本项|最后|最终|基础)?得分|合计得分|总分)(?:乘以|×|再乘以|乘)(?<name>[\p{L}]{0,16}系数)(?:计算|计分|为(?:最终|最后)得分)?`

export function readTimes(cursor: Cursor): Clause | undefined {
  const name = cursor.take(product)?.groups?.name
  return name === undefined ? undefined : { kind: 'times', name }
}
