import { exact, hundred, printExact, sub } from '../../kernel/exact.ts'
import type { Amount, Award, Measure, Reference } from '../model.ts'
import { defaultRate, defaultTarget } from '../phrases.ts'
import type { Cursor } from './cursor.ts'
import { lettered, sticky, words } from './letters.ts'
import { type Alphabet, alphabet, nameUpTo, places } from './names.ts'

/** The words out of which clauses are made. Each reader takes exactly what it understands. */

const numeralPattern = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[一二两三四五六七八九十百]+(?!般)(?:点[零一二三四五六七八九]+)?|半`
/** 万元, 千万元, 百亿元: the order of magnitude belongs to the unit. */
const magnitude = '(?:[十百千]?[万亿]|千|百)?'
const units = `(?:毫克|微克)/(?:立方米|升)|个百分点|百分点|个点|个单位|%|‰|${magnitude}(?:美元|元|平方公里|公里|平方米|立方米|吨标准煤|吨|亩|公顷|千瓦时|千瓦|人次|户次|件次|场次|批次|人|户|株|头|羽)|个工作日|工作日|个月|小时|课时|学时|分钟|个位次|个名次|位次|名次|个|例|起|次|家|项|件|处|条|篇|场|天|日|周(?![岁边期围末报刊年])|岁|名|位|份|批|座|所|套|台|宗|期|倍|辆|艘|枚|间|栋|幢|门|部|本|册|笔|张|卷|票|分|米`
/** 10万元以上的村, 35岁及以下: a bound that tells which things are meant; not one that a figure is held against. */
const bound = String.raw`(?:周岁|小时|${units})(?:\(含\)|及|或)?以[上下内]`
const kindOf = String.raw`\d+(?:\.\d+)?(?=(?:周岁|岁|年|小时|万元|亿元)(?:及)?以[上下]|(?:\d(?!\d))?(?!%|个百分点|分)${bound}(?:的(?=[\p{L}])(?![得计记扣加减奖不按])|(?![的，;。得计记扣加减奖不按为\n)]|$)))`
/** PM2.5, 12345热线, 5G, 2024年: digits that are part of a word. */
const wordDigits = String.raw`(?<=[A-Za-z])\d+(?:\.\d+)?(?![\d.]*%)|\d+(?=[A-Za-z])|1\d{2,4}(?=[热平系工服投诉政举接环报])|20\d\d(?=年)`
const listOthers = String.raw`${kindOf}|${wordDigits}|\d+(?=月(?:[底初末份\d])|日(?:之)?[前内]|(?:个工作日|天|小时|个月|年|分钟|周)(?:之)?(?:[内前未不没]|以内|的(?=\p{L}{2}))|(?:平方)?米(?:范围)?(?:以)?[内下上]|[-~至]\d+人的)|(?<=\d)[-~](?=\d+人的)|\((?![^)]*[分%扣])[\p{L}、\d]{1,20}\)`
const letters = String.raw`\p{L}\p{M}\p{Nl}“”‘’《》「」·&`
/** Letters of any script and the marks found in the names of tasks; a digit only inside such words, never a stop or a blank. */
export const listChar = `(?:[${letters}、/+]|${listOthers})`
/** The same for names that are read by themselves. */
export const listNames = alphabet(`[${letters}、/+]`, sticky(listOthers))
/** 每年开展2次以上: what is done so many times, where marks in brackets follow. */
export const headingNames = alphabet(`[${letters}、/+]`, sticky(`${listOthers}|\\d+(?=[次个项家人件场期篇])`))
export const entryNames = alphabet('[\\p{L}“”《》]')
export const gradeNames = alphabet('[\\p{L}“”·]')
const nameOthers = String.raw`${kindOf}|${wordDigits}|\((?:市、区|区|市|街道|中心|场|社区|党组|党委|乡|镇|乡镇|局|委|居|专|兼|党工委)\)`
const plainNames = alphabet(`[${letters}]`, sticky(nameOthers))

const amountPattern = sticky(
  `(?<sign>-|负)?(?:百分之(?<percent>${numeralPattern})|(?<value>${numeralPattern})(?<unit>${units})?)`,
)
const pointsPattern = sticky(`(?<value>${numeralPattern})分(?!贝)`)

const rate = '(?:任务|目标|目标任务|计划|年度目标|年度任务)?完成(?:率|比例)'
/** 完成率 is computed from two inputs and never an input itself. */
const rateWords = new RegExp(`^${rate}$`, 'u')

/** Nouns in which such a word is at home: 省级以上表彰, 35周岁以下占比, 打折扣. */
const compounds = lettered(
  String.raw`(?:\d+(?:周岁|岁|年|小时)|\d*[十百千]?[万亿]元|(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)[\p{L}]{1,4}?(?:\(含\))?|[级等省市县区州乡镇国部厅局处科]|警告|处分|记过|撤职|硕士|本科|大专|研究生|副高|中级|较大|一般|重大|特大|规模|限额)[及或]?以[上下内]|超过\d+(?:个工作日|天|小时|个月|年)(?=[未不没])|达到或(?:好于|优于)[ⅠⅡⅢⅣⅤⅥ一二三四五]类|优于|折扣|克扣|每年|每月|每季度?|每周|(?:考核|综合|测评|评价|考评|评估|平均|满意度|考试|评议)得分(?=率?$)|(?:^|未|没有|未能|不能|是否|数|量|率)达到(?:国家|省级?|市级?|国定|省定|市定|上级|规定|相关|目标|任务|计划|考核|标准|进度|序时|时限)*(?:要求|标准|进度)$|(?:储备|准备|力度|投入|重视|配备|人员|经费|保障|宣传|落实|措施|深度|能力|力量|认识)不足$|(?:未能?|没有)达到$|不满意`,
  'g',
)

/** A name holding one of these has swallowed a phrase that the language should have understood. */
const notInNames =
  /每|以上|以下|以内|达到|不?低于|不?高于|不足|不满|不?超过|不?少于|不?多于|不?大于|不?小于|百分|最高|最多|至多|满分|不得分|扣|加分|得分|计分|酌情|视情|按比例|不等于|除.*外|除非|如果|倒$|^[若但且、]|、$|分别|各得|依次/u

/** Each compound but 优于 holds words that no name may hold, so that a name without these need not be searched for compounds. */
const swallowed = (name: string, refused: RegExp): boolean =>
  (refused !== notInNames || name.includes('优于') || refused.test(name)) &&
  refused.test(name.replaceAll(compounds, ''))

const digits: Readonly<Record<string, number>> = Object.fromEntries(
  [...'零一二三四五六七八九'].map((c, i) => [c, i]).concat([['两', 2]]),
)

/** 1 to 999 in Chinese numerals; undefined for what is not one number (一二, 十十). */
export function chineseNumber(text: string): number | undefined {
  if (text === '半') return 0.5
  if (text === '百') return 100
  const match = /^(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/u.exec(
    text,
  )
  if (match === null) return undefined
  const [, h, t, ten, o] = match
  const of = (c: string | undefined) => (c === undefined ? 0 : (digits[c] ?? 0))
  return of(h) * 100 + (ten === undefined ? 0 : (t === undefined ? 1 : of(t)) * 10) + of(o)
}

const exactText = /^(?:0|[1-9]\d{0,15})(?:\.\d{0,15}[1-9])?$/

/** A number as written, to its exact text. */
function numeral(text: string): string | undefined {
  if (exactText.test(text)) return text
  if (/^\d/.test(text)) return printExact(exact(text.replaceAll(',', '')))
  const [before = '', after] = text.split('点')
  if (after !== undefined) {
    const one = chineseNumber(before)
    return one === undefined ? undefined : printExact(exact(`${one}.${[...after].map((c) => digits[c] ?? 0).join('')}`))
  }
  const value = chineseNumber(text)
  return value === undefined ? undefined : String(value)
}

/** Signs with which a number may begin. */
const mayCount = new Set('-负百0123456789一二两三四五六七八九十半')

export function readAmount(cursor: Cursor): Amount | undefined {
  if (!mayCount.has(cursor.text.charAt(cursor.at))) return undefined
  return cursor.attempt(() => {
    const groups = cursor.take(amountPattern)?.groups
    const value = groups && numeral(groups.percent ?? groups.value ?? '')
    if (groups === undefined || value === undefined) return undefined
    const signed = groups.sign && value !== '0' ? `-${value}` : value
    const unit = groups.percent ? '%' : groups.unit === '百分点' || groups.unit === '个点' ? '个百分点' : groups.unit
    return unit === undefined ? { value: signed } : { value: signed, unit }
  })
}

export function readPoints(cursor: Cursor): string | undefined {
  if (!mayCount.has(cursor.text.charAt(cursor.at))) return undefined
  return cursor.attempt(() => {
    const value = cursor.take(pointsPattern)?.groups?.value
    return value === undefined ? undefined : numeral(value)
  })
}

/**
 * The shortest name that one of `followers` comes after; it must not have swallowed a phrase. `chars` widens what it may hold:
 * what is done or left undone is often a list (未及时、准确报送).
 */
export const nameBefore = (
  followers: string,
  chars = plainNames,
  refused = notInNames,
): ((cursor: Cursor) => string | undefined) => {
  const name = nameUpTo(chars, places(followers))
  return (cursor) =>
    cursor.attempt((c) => {
      const own = name(c)
      if (own === undefined || swallowed(own, refused)) return undefined
      return refused === notInNames && rateWords.test(own) ? undefined : own
    })
}

const rateWord = sticky(rate)
const mayBeRate = new Set('任目计年完')
const open = /\(/uy
const over = /[÷/]/uy
const close = /\)/uy
const dividend = nameUpTo(plainNames, places('[÷/]'))
const divisor = nameUpTo(plainNames, places('\\)'))

/** （A÷B） behind 完成率: what it is computed from. */
function readQuotient(cursor: Cursor): Measure | undefined {
  const actual = cursor.take(open) && dividend(cursor)
  const target = actual === undefined || cursor.take(over) === undefined ? undefined : divisor(cursor)
  if (actual === undefined || target === undefined || cursor.take(close) === undefined) return undefined
  return { kind: 'rate', actual, target }
}

/** 完成率, 完成率（A÷B）, or the name of one figure. */
export const measureBefore = (followers: string, chars = plainNames): ((cursor: Cursor) => Measure | undefined) => {
  const named = nameBefore(followers, chars)
  const follow = places(followers)
  const computed = (cursor: Cursor): Measure | undefined => {
    if (!mayBeRate.has(cursor.text.charAt(cursor.at)) || cursor.take(rateWord) === undefined) return undefined
    const follows = (c: Cursor): boolean => follow(c.text, c.at) === c.at
    const quotient = cursor.attempt((c) => {
      const measure = readQuotient(c)
      return measure && follows(c) ? measure : undefined
    })
    return quotient ?? (follows(cursor) ? defaultRate : undefined)
  }
  const input = (cursor: Cursor): Measure | undefined => {
    const name = named(cursor)
    return name === undefined ? undefined : { kind: 'input', name }
  }
  return (cursor) => cursor.first([computed, input])
}

/** The words by which a sentence points at the unit's target. */
const targetPattern =
  /(?:(?:上级(?:政府|部门)?|省|市|县|国家|年度|全年|当年)?(?:年度|全年|当年|下达|确定|考核|规定|核定|分解|批复|约束性|进度)?的?)(?:目标任务数?|目标(?:值|数|线)?|任务数|任务|计划数|计划值?|(?:事故)?控制(?:数|值|目标|指标)|(?:债务)?限额|(?:约束性)?指标(?:值|数)?|达标线)/uy
const groupPattern =
  /(?:本组|各单位|各地|各县区|各县|各乡镇|各部门|被考核单位|参评单位|同组)?的?(?:(平均(?:值|数|水平|得分|分|年龄|增速)?|均值)|(最高值|最优值)|(最低值))/uy
/** A figure of a wider area or an earlier year is given, not worked out of the group. */
const givenPattern = words`(?:(?:全国|全省|全市|全县|全区|全州|省|市|国家)\p{L}{0,6}?(?:平均(?:水平|值|数|增速|增幅|年龄|占比|比例|进度|得分|分|[\p{L}]{2,4}率)?|均值)|(?:本地|本市|本县|本区|本组|我市|我县|本单位)?(?:上年度?|上一年度?|去年|往年|[前近][三五两]年)(?:同期|同口径)?(?:平均)?(?:水平|数|值|实绩|基数)?|基期值|基数|序时进度)`

/** 限额, 控制数: a name that is a target by itself. */
const targetName = new RegExp(`^(?:${targetPattern.source}|(?:债务)?限额)$`, 'u')
export const namesTarget = (name: string): boolean => targetName.test(name)

const readTarget = (cursor: Cursor): string | undefined =>
  cursor.take(targetPattern) === undefined ? undefined : defaultTarget

/** What a figure is held against, by its words: the target, the group's mean, last year. */
export function readReference(cursor: Cursor): Reference | undefined {
  const given = cursor.take(givenPattern)?.[0]
  if (given !== undefined) return { input: given }
  const group = cursor.take(groupPattern)
  if (group) return { group: group[1] ? 'mean' : group[2] ? 'max' : 'min' }
  const target = readTarget(cursor)
  return target === undefined ? undefined : { input: target }
}

const ownItem =
  /(?:在(?:以上|上述)(?:得分)?的?基础上)?(?:则|即|只|可)?(?:该项|本项|此项|该指标|本指标|该项目|本项目|该小项|该子项|全项)?/uy
const fullAward =
  /(?:[得计记给赋]|为)?(?:该项|本项)?满分(?![的\d])|得全分|[得计记给赋](?:该项|本项)?(?:基本分|基础分|标准分)(?![的\d为]|[一二两三四五六七八九十百半])/uy
const noAward = /不得分|不计分|不给分|不予计分|[得计记为]?零分/uy
const unchanged = /不扣分/uy
const unraised = /不加分/uy
const shareAward = /(?:[得计记给]|按)(?:该项|本项|此项)?(?:满分|分值|总分|标准分|基本分|基础分)的(?=\d|百)/uy
const shareFirst =
  /(?:[得计记给]|按)(?=\d+(?:\.\d+)?%的?(?:分|满分|分值|标准分|计分))|得(?:基本分|基础分)?(?=\d+(?:\.\d+)?%(?:[，；。;)]|$))/uy
/** 得一半分, 减半计分. */
const halfAward =
  /(?:[得计记给]|按)(?:该项|本项|此项)?(?:满分|分值|总分|标准分|基本分)?的?一半(?:分值|分数|分)?(?:计分|得分|计算|计)?|减半(?:计分|得分|计算|赋分)/uy
/** 扣50%: of full marks, where no marks are named. */
const lostShare =
  /扣(?:除|减)?(?:该项|本项|此项)?(?:得分|分值)?(?:的)?(?=\d+(?:\.\d+)?%(?:的?(?:该项|本项)?(?:分值|得分|分数|满分))?(?:[，;。]|$))/uy
const shareTail = /的?(?:满分|分值|标准分|分数|分)?(?:计分|得分|计算|计)?/uy
const rateAward =
  /按(?:实际|完成|相应|任务)*(?:比例|完成率|完成比例)(?:(?:乘以|乘|×|\*)(?:该项|本项|此项|指标)?(?:分值|满分|标准分|基本分|权重分?))?(?:折算|计算|换算)?(?:得分|计分|给分|赋分|计)/uy
const given = /(?:各)?(?:分别)?(?:得分?|计分?|记分?|给|赋予?|为)(?:(?:基本|基础|标准)分|满分(?=\d))?/uy
const taken = /(?:加|另|再)?(?:扣减|扣除|扣|减扣|减|扣分)/uy
const bonus = /(?:奖励|奖加|加计|加记|奖|加分?|另加|再加)/uy

export const readDeductWord = (cursor: Cursor): boolean => cursor.take(taken) !== undefined
export const readAddWord = (cursor: Cursor): boolean => cursor.take(bonus) !== undefined

/** Signs with which an award may begin. */
const awardSigns = '的，在则即只可该本此全得满计记给赋不零为按各分另再扣减奖加'
const mayAward = sticky(`(?=[${awardSigns}])`)

export function readAward(cursor: Cursor): Award | undefined {
  if (cursor.take(mayAward) === undefined) return undefined
  cursor.take(ownItem)
  if (cursor.take(fullAward)) return { kind: 'full' }
  if (cursor.take(noAward)) return { kind: 'none' }
  if (cursor.take(unchanged)) return { kind: 'deduct', points: '0' }
  if (cursor.take(unraised)) return { kind: 'add', points: '0' }
  if (cursor.take(rateAward)) return { kind: 'rate' }
  if (cursor.take(halfAward)) return { kind: 'share', percent: '50' }
  if (cursor.take(shareAward)) return shareOf(readAmount(cursor), cursor)
  if (cursor.take(shareFirst)) return shareOf(readAmount(cursor), cursor)
  if (cursor.take(lostShare)) return keptOf(readAmount(cursor), cursor)
  return cursor.first<Award>([
    (c) => worth(c.take(given) && readPoints(c), 'points'),
    (c) => worth(c.take(taken) && readPoints(c), 'deduct'),
    (c) => worth(c.take(bonus) && readPoints(c), 'add'),
  ])
}

/** 得0分 is 不得分. */
const worth = (points: string | undefined, kind: 'points' | 'deduct' | 'add'): Award | undefined => {
  if (points === undefined) return undefined
  return kind === 'points' && points === '0' ? { kind: 'none' } : { kind, points }
}

function shareOf(amount: Amount | undefined, cursor: Cursor): Award | undefined {
  if (amount?.unit !== '%' || amount.value.startsWith('-')) return undefined
  cursor.take(shareTail)
  return { kind: 'share', percent: amount.value }
}

/** What is left of full marks when so much of them is taken. */
function keptOf(amount: Amount | undefined, cursor: Cursor): Award | undefined {
  if (amount?.unit !== '%' || amount.value.startsWith('-')) return undefined
  cursor.take(shareTail)
  const kept = sub(hundred, exact(amount.value))
  return kept.n < 0n ? undefined : { kind: 'share', percent: printExact(kept) }
}

/** Where an award may begin, for names that stand before one. */
export const awardStart = `(?<![累合共统总](?=计))(?=[${awardSigns}])的?，?(?:在(?:以上|上述)(?:得分)?的?基础上)?[则即只可]?(?:[该本此]项|[该本]指标|[该本]项目|该小项|该子项)?(?:得?满分|[得计记给赋](?:基本|基础|标准)分|不(?:[得扣加计给]分|予计分)|[得计记为]?零分|按(?:实际|完成|相应|任务)*(?:比例|完成率|完成比例)|按(?:满分|分值)的|(?:[得计记给]|按)(?:满分|分值|总分|标准分|基本分)?的?一半|减半[得计赋]|按(?:未完成|短缺|差额|缺口)(?:部分)?的?比例扣|按\\d+(?:\\.\\d+)?%|扣(?:除|减)?\\d+(?:\\.\\d+)?%|各?(?:分别)?(?:[得计记]分?|给|赋予?|为)(?:满分|[该本]项|分值|全分|\\d|[一二两三四五六七八九十百半]+分)|[另再]?(?:加?扣[减除]?|减扣?|奖[励加]?|加[计记分]?)(?:\\d|[一二两三四五六七八九十百半]+分))`
const awards = places(awardStart)

export const awardAhead = ({ text, at }: Cursor): boolean => awards(text, at) === at

/** A name of `least` to `most` signs before an award. */
export const nameBeforeAward = (
  chars: Alphabet,
  least: number,
  most: number,
): ((cursor: Cursor) => string | undefined) => nameUpTo(chars, awards, least, most)
