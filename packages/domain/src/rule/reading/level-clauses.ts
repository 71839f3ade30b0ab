import { exact, printExact } from '../../kernel/exact.ts'
import type { Award } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky, words } from './letters.ts'
import { awardStart, gradeNames, nameBeforeAward, readAddWord, readAward, readDeductWord, readPoints } from './terms.ts'

/** Levels: grades of a scale (优秀 …), ranks of an authority (国家级 …). */

const grade =
  '优秀|优良|良好|优|良|一般|合格|基本合格|不合格|达标|基本达标|未达标|不达标|称职|基本称职|不称职|满意|基本满意|不满意|非常满意|较满意|很满意|较好|好|中等|中|较差|差|及格|不及格|[一二三四五]等奖?|特等奖?|[一二三四五]级|第[一二三四五](?:方阵|梯队|档次?|等次|类)|[ⅠⅡⅢⅣⅤⅥ]类|[A-EＡ-Ｅ]'
const suffix = '(?:等次|等级|等|档次|档|级|类|水质)?'
const prefixed = words`(?:[\p{L}“”]{0,12}(?:考核|评价|评定|验收|测评|审计|检查|等次|等级|结果))?(?:评价|考核|结果)?分为|(?:专项|年度|年终|综合|日常|季度|半年|平时|绩效|信用)*(?:考核|评价|评定|验收|测评|审计|检查|创建|等次|等级|结果)*(?:为|被评为|评为|被评定为|评定为|获评|获得|获|被认定为|认定为|属于?|定为|达到|在|(?:位居|位列|列入|进入|处于|居)(?:全国|全省|全市|全县|全区)?)?`
/** 林长制工作年度考核为优秀的: which appraisal it was. */
const ofWhat = words`[\p{L}“”]{1,16}?(?=(?:(?:考核|考评|评价|评估|评定|验收|测评|审计|检查|创建)(?:结果|等次|等级)?|(?:综合)?(?:结果|等次|等级))(?:为|被评为|评为|被评定为|评定为|获评|获|被认定为|认定为|定为)|(?:位居|位列|列入|进入|处于|居)(?:全国|全省|全市|全县|全区)第)`
const rated = /评为/uy
const openName = nameBeforeAward(gradeNames, 1, 20)
const oneGrade = sticky(`“?(?<name>(?:${grade})${suffix}(?:及?以[上下])?)”?(?=${awardStart}|的)`)
const listGrade = sticky(`“?(?<name>(?:${grade})${suffix})”?`)
const pause = /、|\/|，/uy
const link = /(?:的|者)?，?/uy
const howMany = /[二两三四五六七]个?(?:等次|等级|档次|档|级)/uy
const separately = /(?:分别|依次|各)(?:得分?|计|记|赋|给|为)?/uy

/** 评为优秀的得10分; 优秀、良好、合格分别得10分、8分、6分. */
export function readLevelClause(cursor: Cursor): Clause | undefined {
  return cursor.first<Clause>([
    (c) => {
      const name = c.take(rated) && openName(c)
      return name === undefined ? undefined : oneLevel(c, name.replaceAll(/[“”]/gu, ''))
    },
    (c) => {
      c.take(ofWhat)
      c.take(prefixed)
      const name = c.take(oneGrade)?.groups?.name
      return name === undefined ? undefined : oneLevel(c, name)
    },
    readGradeList,
    readGradeShares,
  ])
}

function oneLevel(cursor: Cursor, name: string): Clause | undefined {
  cursor.take(link)
  const award = readAward(cursor)
  return award && { kind: 'levels', levels: [{ name, award }] }
}

function readGradeList(cursor: Cursor): Clause | undefined {
  cursor.take(prefixed)
  const names: string[] = []
  do {
    const name = cursor.take(listGrade)?.groups?.name
    if (name === undefined) return undefined
    names.push(name)
  } while (cursor.take(pause))
  cursor.take(howMany)
  cursor.take(link)
  if (names.length < 2 || cursor.take(separately) === undefined) return undefined
  const awards = readAwards(cursor, names.length)
  return awards && { kind: 'levels', levels: names.map((name, i) => ({ name, award: awards[i] as Award })) }
}

const shareOpening = words`[\p{L}]{0,12}?(?:评价|评定|评议|考核|测评|评分|打分)(?:结果|得?分|等次)?(?:分?为|分)?(?=“)`
const shareLead = /(?:的)?，?分别按(?:照)?/uy
const shareTail = /(?:的(?:比例|系数))?(?:折算|计算|计分|得分|赋分|计)(?:得分|计分)?/uy
const ofHundred = /(?<percent>\d+(?:\.\d+)?)%/uy

/** 评价分“好、较好、一般、差”四个等次，分别按100%、85%、70%、50%计分: one level, not votes. */
function readGradeShares(cursor: Cursor): Clause | undefined {
  cursor.take(shareOpening)
  cursor.take(prefixed)
  const names: string[] = []
  do {
    const name = cursor.take(listGrade)?.groups?.name
    if (name === undefined) return undefined
    names.push(name)
  } while (cursor.take(pause))
  if (names.length < 2 || cursor.take(howMany) === undefined || cursor.take(shareLead) === undefined) return undefined
  const levels = names.map((name, i) => {
    const share = i === 0 || cursor.take(pause) ? cursor.take(ofHundred)?.groups?.percent : undefined
    return share === undefined
      ? undefined
      : { name, award: { kind: 'share' as const, percent: printExact(exact(share)) } }
  })
  const all = levels.filter((level) => level !== undefined)
  return all.length === names.length && cursor.take(shareTail) ? { kind: 'levels', levels: all } : undefined
}

export function readAwards(cursor: Cursor, count: number): readonly Award[] | undefined {
  const kind = readDeductWord(cursor) ? 'deduct' : readAddWord(cursor) ? 'add' : 'points'
  const awards: Award[] = []
  while (awards.length < count) {
    if (awards.length > 0 && cursor.take(pause) === undefined) return undefined
    const points = readPoints(cursor)
    if (points === undefined) return undefined
    awards.push({ kind, points })
  }
  return awards
}

const authority =
  '中共中央国务院|党中央、?国务院|中央和国家机关|国家部委|国家级|国家|中央|国务院|部委|部级|省委、?省政府|省委|省政府|省部级|省级|省|市委、?市政府|市委|市政府|市厅级|厅级|市级|市(?!场)|县委、?县政府|县委|县政府|县级|县|区级|区(?!域)|乡镇级|国际级'
const levelled = sticky(
  `(?:年内|全年|当年|本年度)?(?:(?:被)?(?:评选?为|评定为|认定为|命名为|确定为|列为|授予)|获评|获批|创成|(?:成功)?创建(?:为|成)?|获得?|受到?|被|得到|取得|荣获|入选|列入|在)?(?<name>${authority})(?<subject>[\\p{L}“”《》、]{0,30}?)(?:的)?，?(?:(?<each>每(?:项|次|个|例|篇|件|起|条|场|期|份|人次))|各|一次性)?(?=(?:加|奖|扣|减|加计)\\d|(?:加|奖|扣|减)[一二两三四五六七八九十]+分)`,
)
/** 在全国、全省会议上: only in a list, alone it is the place that a ranking is held in. */
const area = `${authority}|全国|全省|全市|全县|我省|我市|我县|本省|本市`
const levelNames = sticky(
  `(?:年内)?(?<lead>[\\p{L}“”《》、]{0,16}?)(?:获得?|受到?|被|得到|取得|荣获|入选|列入|在)?(?<names>(?:${area})(?:[、，/](?:${area}))+)(?<subject>[\\p{L}“”《》、]{0,30}?(?:，[\\p{L}、]{2,24}?)?)(?:的)?，?(?<each>每(?:项|次|个|例|篇|件|起|处|人))?(?:的)?，?(?=分别|依次|各)`,
)

/** 国家级表彰的每项加5分; 获国家级、省级、市级表彰的，分别加5分、3分、2分. */
export const readCreditsClause = (cursor: Cursor): Clause | undefined =>
  cursor.first<Clause>([readCreditList, readCredit])

/** 通报批评的一次扣2分: 每 left out. */
const oneEach = /的?一[项次个例篇件起条场期份]$/u

/** 省对市考核排名进入前三的加2分 is a place in a ranking. */
const isPlace = /排名|名次|位次|[前第][\d一二三四五六七八九十]/u

function readCredit(cursor: Cursor): Clause | undefined {
  const { name, subject: words = '', each: every } = cursor.take(levelled)?.groups ?? {}
  const once = every === undefined ? oneEach.exec(words)?.[0] : undefined
  const subject = words.slice(0, words.length - (once?.length ?? 0))
  if (isPlace.test(subject)) return undefined
  const each = every ?? once
  const effect = readAddWord(cursor) ? 'add' : readDeductWord(cursor) ? 'deduct' : undefined
  const points = effect && readPoints(cursor)
  if (name === undefined || effect === undefined || points === undefined) return undefined
  return {
    kind: 'credits',
    effect,
    ...(subject !== '' && { subject }),
    ...(each && { each: true }),
    levels: [{ name, points }],
  }
}

function readCreditList(cursor: Cursor): Clause | undefined {
  const { names, lead = '', subject: after = '', each } = cursor.take(levelNames)?.groups ?? {}
  const subject = lead + after
  if (names === undefined || cursor.take(separately) === undefined) return undefined
  const list = names.split(/[、，/]/u)
  const effect = readAddWord(cursor) ? 'add' : readDeductWord(cursor) ? 'deduct' : undefined
  if (effect === undefined) return undefined
  const levels = []
  for (const name of list) {
    if (levels.length > 0) cursor.take(pause)
    const points = readPoints(cursor)
    if (points === undefined) return undefined
    levels.push({ name, points })
  }
  return { kind: 'credits', effect, ...(subject !== '' && { subject }), ...(each && { each: true }), levels }
}

/** Which of several is taken: 按最高级别计, 取最高减分值, 就高, 不重复加分. */
const theHighest =
  '(?:只计级别最高的一项|(?:(?:按|只按|只计|只取|取|按照|以)(?:最高(?:级别|等次|层级|层次|奖项|档次|[加减扣]?分值?|项|一级|一项)?|[扣加减]分(?:最)?高的|就高原则)|就高(?:不就低)?)(?:的)?(?:一项)?(?:加分|扣分|减分|计分|执行|计算|计|得分)?(?:，?不(?:重复|累[计加])(?:计算|计分|加分|计)?)?|(?:加分)?不(?:得)?(?:重复(?:加分|扣分|计分|计算|奖励|累计)|累[加计](?:加分|计分|计算)?))'
const highest = sticky(theHighest)
/** 同一事由: the matter that is entered once; what is recognised for different matters is not held together. */
const perMatter = sticky(`同一(?!级别)\\p{L}{2,4}?(?:(?:获得?|被|受到?|既)[\\p{L}]{1,16}?的?，?)?${theHighest}`)
const once = /同一级别只计一项/uy
const every = words`(?:每项都计|(?:不同\p{L}{2,4})?可(?:以)?累[计加](?:加分|计分|计算)?|累计(?:加分|计分|计算))`

export function readCounting(cursor: Cursor): Clause | undefined {
  if (cursor.take(every)) return { kind: 'counting', counting: 'each' }
  if (cursor.take(once)) return { kind: 'counting', counting: 'once' }
  if (cursor.take(perMatter)) return { kind: 'counting', counting: 'perMatter' }
  return cursor.take(highest) ? { kind: 'counting', counting: 'highest' } : undefined
}
