import type { Pole, Slope } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { listNames, nameBefore, readAddWord, readAmount, readDeductWord, readPoints } from './terms.ts'

/** Clauses of the methods that measure a unit against its group, or along a curve. */

const figureName = nameBefore(
  '(?:排名)?(?:最高|最优|最好|最大|最低|最少|最小)(?:值)?(?:的|者|单位|县区|得|为|计)',
  listNames,
  /每|扣|加分|达到|等于|低于|高于|超过|平均/u,
)
const bestWord =
  /(?:排名)?(?:(最高|最优|最好|最大)|(最低|最少|最小))(?:值)?(?:的|者)?(?:单位|县区|县\((?:市、)?区\)|部门|乡镇)?，?(?:[得计为]|赋)?/uy
const fullMark = /满分/uy
const taking = /以/uy

/** 增速最高的得满分; 以最优值为满分. */
export function readBest(cursor: Cursor): Clause | undefined {
  cursor.take(taking)
  const name = figureName(cursor) ?? '完成值'
  const match = cursor.take(bestWord)
  if (match === undefined) return undefined
  const best = match[1] ? 'max' : 'min'
  if (cursor.take(fullMark)) return { kind: 'best', name, best }
  const of = readPoints(cursor)
  return of === undefined ? undefined : { kind: 'best', name, best, of }
}

const lowest =
  /(?:本组|同组|各单位)?最[低差小](?:值)?(?:的|者)?(?:单位|县区)?，?(?:得|计|为)(?:满分的|基本分的|分值的)?/uy
const ofMarks = /的?(?:满分|分值|分)?/uy

/** 最低值得满分的60%, 最低的得60分. */
export function readLowest(cursor: Cursor): Clause | undefined {
  if (cursor.take(lowest) === undefined) return undefined
  const points = readPoints(cursor)
  if (points !== undefined) return { kind: 'lowest', base: { kind: 'points', points } }
  const amount = readAmount(cursor)
  cursor.take(ofMarks)
  return amount?.unit === '%' && !amount.value.startsWith('-')
    ? { kind: 'lowest', base: { kind: 'share', percent: amount.value } }
    : undefined
}

const others =
  /其(?:余|他)(?:的|各?单位|各?县区|各?县\((?:市、)?区\)|部门|乡镇)?(?:的)?，?(?:依次)?(?:按照?|以|根据)(?:其|各自|实际|完成|得分)*(?:值|数)?(?:与|占|同)?(?:(最高值|最高(?:增速|增幅|水平|数)|最优值|最高者|最高分|最高的?|(?:第一|第1)名(?:数值|的数值|得分)?|最大值)|(最低值|最低者|最小值))的?(?:值|之比|比例|比值|百分比|比重)(?:折算|计算|换算|相应)*(?:得分|计分|赋分|分值)?/uy
const othersNamed = words`其(?:余|他)(?:的|各?单位|各?县区|部门|乡镇)?(?:的)?，?(?:依次)?(?:按照?|以)(?<own>[\p{L}]{2,12}?)(?:与|占|同)(?:本组|全市|全省)?(?:(?<max>最[高大优])|(?<min>最[低小]))(?<best>[\p{L}]{2,12}?)的?(?:之比|比例|比值|百分比|比重)(?:折算|计算|换算|相应)*(?:得分|计分|赋分)?`
const followers =
  /第2名?[-~至]第?(\d{1,2})名的?，?(?:依次)?按照?(?:其|各自)?(?:与|占)?(?:(?:第一名|第1名|最高值|最优值|最高者)|(最低值|最低者))的?(?:比例|比值|之比|百分比)(?:折算|计算)*(?:得分|计分|赋分)/uy
/** 其他单位得分＝本单位值÷最高值×分值. */
const othersByFormula = words`其(?:余|他)(?:的|各?单位|各?县区|部门|乡镇)?得分=(?:本单位|自身|实际|该单位|各单位)?[\p{L}]{0,8}[÷/](?:最高|最大|最优)[\p{L}]{0,6}[×*](?:该项|本项|指标)?(?:分值|满分|标准分)`
const othersPlain =
  /其(?:余|他)(?:的|各?单位|各?县区|部门|乡镇)?(?:的)?，?(?:依次)?按照?(?:相应|其)?比例(?:折算|计算|换算)*(?:得分|计分|赋分)?/uy

/** 其余按与最高值的比例得分. */
export function readToBest(cursor: Cursor): Clause | undefined {
  if (cursor.take(othersByFormula)) return { kind: 'toBest', best: 'max' }
  const match = cursor.take(others)
  if (match) return { kind: 'toBest', best: match[1] ? 'max' : 'min' }
  const { own, max, best } = cursor.take(othersNamed)?.groups ?? {}
  if (own !== undefined && own === best) return { kind: 'toBest', best: max === undefined ? 'min' : 'max' }
  const some = own === undefined ? cursor.take(followers) : undefined
  if (some) return { kind: 'toBest', best: some[2] ? 'min' : 'max', through: some[1] as string }
  return cursor.take(othersPlain) ? { kind: 'toBest' } : undefined
}

const shareName = nameBefore(
  '占(?:本组|全市|全省|全县|全区|各单位)?(?:总量|合计|总数|总额)?的?(?:比重|份额|比例|贡献率)',
)
const by = /按照?(?=[^，;。]*占)/uy
const shareTail =
  /占(?:本组|全市|全省|全县|全区|各单位)?(?:总量|合计|总数|总额)的?(?:比重|份额|比例|贡献率)(?:计算|折算)?(?:得分|计分|赋分)/uy
const contribution = words`按(?:照)?(?:对(?:全市|全省|本组)(?:的)?)?(?<name>[\p{L}]{0,12}?)的?贡献率(?:计算|折算)?(?:得分|计分|赋分)`

/** 按增加值占本组合计的比重得分; 按贡献率得分. */
export function readShare(cursor: Cursor): Clause | undefined {
  const named = cursor.attempt((c) => {
    const name = c.take(by) && shareName(c)
    return name !== undefined && c.take(shareTail) ? name : undefined
  })
  if (named !== undefined) return { kind: 'share', name: named }
  const given = cursor.take(contribution)
  return given && { kind: 'share', name: given.groups?.name || '完成值' }
}

const efficacyName = nameBefore('(?:采用|按照?|运用)(?:指数型)?功效(?:系数|函数)')
const efficacy = /(?:采用|按照?|运用)(?<exponential>指数型)?功效(?:系数|函数)法?(?:计算)?(?:得分|计分|赋分)?/uy

const rest = /其(?:余|他)(?:的|各?单位)?，?/uy

/** 增速按功效系数法得分. */
export function readEfficacy(cursor: Cursor): Clause | undefined {
  cursor.take(rest)
  const name = efficacyName(cursor) ?? '完成值'
  const match = cursor.take(efficacy)
  return match && { kind: 'efficacy', name, exponential: match.groups?.exponential !== undefined }
}

const groupPole = /(?:本组|各单位|全市|各县区)?(?:(最高值|最大值|最优值)|(最低值|最小值|最差值))/uy
const satisfied = /(?:以)?(?:满意值|上限值)(?:为|是|取|:)/uy
const notAllowed = /(?:不允许值|不容许值|下限值)(?:为|是|取|:)/uy
const asSatisfied = /为(?:满意值|上限值?)/uy
const asNotAllowed = /为(?:不允许值|不容许值|下限值?)/uy
const comma = /[，、]?(?:以)?/uy

const readPole = (cursor: Cursor): Pole | undefined => {
  const group = cursor.take(groupPole)
  if (group) return { group: group[1] ? 'max' : 'min' }
  return readAmount(cursor)
}

/** 以本组最高值为满意值、本组最低值为不允许值; 满意值为90%，不允许值为60%. */
export const readPoles = (cursor: Cursor): Clause | undefined =>
  cursor.first<Clause>([
    (c) => {
      c.take(taking)
      const high = readPole(c)
      if (high === undefined || c.take(asSatisfied) === undefined) return undefined
      c.take(comma)
      const low = readPole(c)
      return low && c.take(asNotAllowed) ? { kind: 'poles', high, low } : undefined
    },
    (c) => {
      const high = c.take(satisfied) && readPole(c)
      if (high === undefined) return undefined
      c.take(comma)
      const low = c.take(notAllowed) && readPole(c)
      return low && { kind: 'poles', high, low }
    },
  ])

const baseWord = /(?:以)?(?:基础分|基础得分|基本分)(?:为|占|是)?(?:满分|分值)?的?/uy

export function readBase(cursor: Cursor): Clause | undefined {
  if (cursor.take(baseWord) === undefined) return undefined
  const points = cursor.attempt(readPoints)
  if (points !== undefined) return { kind: 'base', base: { kind: 'points', points } }
  const amount = readAmount(cursor)
  return amount?.unit === '%' ? { kind: 'base', base: { kind: 'share', percent: amount.value } } : undefined
}

const placesWord = /(?:系数|结果|得分)?保留(?<places>\d{1,2}|[一二两三四五六七八])位小数/uy
const digits = '一二三四五六七八'

export function readPlaces(cursor: Cursor): Clause | undefined {
  const said = cursor.take(placesWord)?.groups?.places
  if (said === undefined) return undefined
  const places = /^\d/.test(said) ? Number(said) : said === '两' ? 2 : digits.indexOf(said) + 1
  return places <= 12 ? { kind: 'places', places } : undefined
}

const below = /(?:低于|不足)/uy
const beyond = /(?:超过|高于)/uy
const partOf = /的部分，?/uy
const eachLower = /每(?:低|少|降低|下降)/uy
const eachHigher = /每(?:高|超|多|增加|提高)/uy
const linked = /的?，?/uy

/** 超过130%的部分每高1%加0.1分. */
export function readSlope(cursor: Cursor): Clause | undefined {
  const side: Slope['side'] | undefined = cursor.take(below) ? 'below' : cursor.take(beyond) ? 'above' : undefined
  const from = side && readAmount(cursor)
  if (from === undefined || cursor.take(partOf) === undefined) return undefined
  if (cursor.take(side === 'below' ? eachLower : eachHigher) === undefined) return undefined
  const by = readAmount(cursor)
  cursor.take(linked)
  const effect = readDeductWord(cursor) ? 'deduct' : readAddWord(cursor) ? 'add' : undefined
  const points = by && effect && readPoints(cursor)
  if (side === undefined || by === undefined || effect === undefined || points === undefined) return undefined
  return { kind: 'slope', slope: { side, from, by, points, effect } }
}
