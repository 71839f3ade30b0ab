import type { Award, Measure, Reference, Relation } from '../model.ts'
import { defaultActual, defaultRate, defaultTarget } from '../phrases.ts'
import type { Clause, When } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { bandStart, chainStart, readBand, readChained, saysOfTarget } from './edges.ts'
import { type Family, family, firstOf } from './family.ts'
import { sticky, words } from './letters.ts'
import { longNameBefore } from './long-name.ts'
import { readAllFull, readLacking, readOneByOne, readOnly, readTogether } from './several-conditions.ts'
import { awardAhead, awardStart, measureBefore, nameBefore, readAward, readPoints, readReference } from './terms.ts'

const link = /的?，?/uy
const otherwise =
  /否则|其余(?:的|情况|情形|等次|名次|单位|档次)?(?:的)?|其他(?:的|情况|情形|等次|名次|单位|档次)?(?:的)?|反之|不在上述范围的?/uy

const relations: readonly (readonly [RegExp, Relation])[] = [
  [
    /(?:等于|达到|持平)(?:或|及)(?:高于|超过|大于)|(?:高于|超过|大于)(?:或|及)(?:等于|达到|持平)|达到|不低于|不少于|不小于|≥|>=/uy,
    'atLeast',
  ],
  [
    /(?:等于|达到)(?:或|及)(?:低于|少于|小于)|(?:低于|少于|小于)(?:或|及)等于|不超过|不高于|不多于|不大于|[未不]突破|未超过?|≤|<=|控制在/uy,
    'atMost',
  ],
  [/超过|突破|高于|大于|多于|>/uy, 'above'],
  [/低于|少于|小于|不足|</uy, 'below'],
  [/等于|=/uy, 'equal'],
]
/** What goes on behind 达到目标得满分: that more of it costs points. */
const excessCosts =
  /[^;。\n]*?，(?:每|(?:超过?|超出|高于?|高出)[^，;。\n]{0,8}，?每)(?:超过?|超出|超标|高于?|高出)[^，;。\n]*?扣(?![^;。\n]*每[低少])/uy

/** 达到 says nothing of the direction where it is the excess that costs: PM2.5浓度达到目标值得满分，每超1微克/立方米扣0.5分. */
function readRelation(cursor: Cursor): Relation | undefined {
  const from = cursor.at
  const relation = relations.find(([word]) => cursor.take(word))?.[1]
  if (relation !== 'atLeast' || cursor.text.slice(from, cursor.at) !== '达到') return relation
  excessCosts.lastIndex = cursor.at
  return excessCosts.test(cursor.text) ? 'atMost' : relation
}

const relationStart =
  '(?:等于|低于|高于|超过|小于|大于)或|达到|不?低于|不?少于|不?小于|不?超过|不?高于|不?多于|不?大于|不足|等于|控制在|[未不]突破|未超|≥|≤|>|<|='

const measureCompared = measureBefore(relationStart)
/** 不低于平均值: the first word belongs to what follows, it names no figure. */
const compared = (cursor: Cursor): Measure | undefined =>
  cursor.attempt((c) => {
    const measure = measureCompared(c)
    return measure?.kind === 'input' && measure.name.endsWith('不') ? undefined : measure
  })
const figureName = nameBefore(`(?:以内|以下)?${awardStart}`)
const factName = longNameBefore(awardStart)
const bandMeasure = measureBefore(bandStart)
/** 集体经济收入10万元以上的村占比达到85%: the number inside the name is no edge. */
const wordedMeasure = measureBefore('达到(?!或(?:好于|优于))|达(?=\\d)|不低于|不少于|不超过|不高于|低于|高于|超过|不足')
const title =
  '(?:评定?|确定|认定|列)?为(?:“\\p{L}{1,4}”|(?:优秀?|良好?|中等?|一般|较[好差]|差|不?合格|基本合格|(?:较|基本|很|非常|不)?满意)(?:等次|等级)?)'
const titled = sticky(`的?${title}`)
const marksAhead = /(?<=以[上下内])(?=\d+(?:\.\d+)?分(?:[，;。]|$))/uy
const scored = (cursor: Cursor): boolean =>
  awardAhead(cursor) ||
  cursor.attempt((c) => c.take(marksAhead)) !== undefined ||
  cursor.attempt((c) => (c.take(titled) && awardAhead(c)) || undefined) === true
const chainedMeasure = measureBefore(chainStart)
const within = /(?:以内|以下)?/uy

/** Only what is called a value, a number or a rate can be compared with; 达到国家标准 is a judgement, not a figure. */
const isFigure = /[值数量率额]$|[增降涨]幅度?$|增长幅度$|增速$|比重$|占比$/u

function readCompared(cursor: Cursor): When | undefined {
  const said = compared(cursor)
  const measure: Measure = said ?? { kind: 'input', name: defaultActual }
  const relation = readRelation(cursor)
  const from = cursor.at
  const reference = cursor.attempt((c) => followed(readReference(c), c))
  if (relation === undefined || reference === undefined) return undefined
  // 控制数, 目标值: a figure with a name of its own keeps it.
  if ('input' in reference && isFigure.test(cursor.text.slice(from, cursor.at)) && reference.input === defaultTarget)
    return undefined
  if (!('input' in reference)) return { kind: 'reference', relation, measure, reference }
  if (measure.kind !== 'input' || (said === undefined && reference.input === defaultTarget && relation === 'atLeast'))
    return undefined
  return { kind: 'meets', actual: measure.name, relation, target: reference.input }
}

const followed = (reference: Reference | undefined, cursor: Cursor) => {
  cursor.take(within)
  return reference && awardAhead(cursor) ? reference : undefined
}

/** 按序时进度完成: the figure keeps up with the schedule. */
const onSchedule = /(?:按照?|达到|完成)序时进度(?:要求)?(?:推进|完成)?(?:任务|工作)?/uy
const readSchedule = (cursor: Cursor): When | undefined =>
  cursor.take(onSchedule) && awardAhead(cursor)
    ? { kind: 'meets', actual: defaultActual, relation: 'atLeast', target: '序时进度' }
    : undefined

function readMeets(cursor: Cursor): When | undefined {
  const measure: Measure = compared(cursor) ?? { kind: 'input', name: defaultActual }
  const relation = readRelation(cursor)
  const target = figureName(cursor)
  cursor.take(within)
  if (measure.kind !== 'input' || relation === undefined || target === undefined) return undefined
  return isFigure.test(target) ? { kind: 'meets', actual: measure.name, relation, target } : undefined
}

/** 完成80%以上: a rate, said by the deed alone. */
const deeds = /^(?:全部|实际|累计)?完成(?:年度|全年)?(?:目标|任务|计划|目标任务|任务数|计划数|目标值)?(?:的)?$/u

const doneOf =
  /^(?<what>\p{L}{2,20}?)完成(?:了?(?:下达|年度|全年|目标|任务|计划|规定)*(?:目标|任务|计划|指标)(?:数|值|量)?)?的?$/u
/** 任务数 by itself is the target, and no figure that is held against one. */
const aims = /(?:任务|目标|计划|指标)(?:数|值|量)?$|^(?:全部|实际|累计|按[时期]|及时|如期|年内|当年|全年)$/u
/** Words that say how far or deny it. */
const noThing = /[未没不已均都能各]$|超额|^.$/u

/** 完成80%以上, 高标准农田面积完成下达任务的90%: a rate, said by the deed. */
function ofDeed(measure: Measure): Measure {
  if (measure.kind !== 'input') return measure
  if (deeds.test(measure.name)) return defaultRate
  const what = doneOf.exec(measure.name)?.groups?.what
  if (what === undefined || noThing.test(what)) return measure
  return aims.test(what) ? defaultRate : { kind: 'rate', actual: what, target: defaultTarget }
}

const rising = /正增长(?:但|且|，)*/uy
const twoDigits = /(?:实现)?两位数(?=(?:以上)?增长)/uy
const anyGrowth = /(?:以上)?增长/uy
const growth: Measure = { kind: 'input', name: '增长' }

/** 两位数增长; 正增长但低于5%: bands of growth that say an edge in words. */
function readGrowth(cursor: Cursor): When | undefined {
  if (cursor.take(twoDigits) && cursor.take(anyGrowth))
    return { kind: 'band', measure: growth, from: { value: '10', unit: '%', inclusive: true } }
  const { from, to } = (cursor.take(rising) && readBand(cursor)) ?? {}
  if (from || to?.unit === undefined) return undefined
  return { kind: 'band', measure: growth, from: { value: '0', unit: to.unit, inclusive: false }, to }
}

const figureNext = sticky(`的\\p{L}{1,20}?(?:${relationStart})(?=\\d)`)

export function readBandOf(cursor: Cursor, named: typeof bandMeasure = bandMeasure): When | undefined {
  const rated = (from: number): boolean => saysOfTarget.test(cursor.text.slice(from, cursor.at))
  const start = cursor.at
  const alone = cursor.attempt((c) => {
    const band = readBand(c)
    // 10万元以上的村占比达到85%: a bound of what is meant, and no band yet.
    return band && c.take(figureNext) === undefined ? band : undefined
  })
  if (alone) return { kind: 'band', ...(rated(start) && { measure: defaultRate }), ...alone }
  const measure = named(cursor)
  const bandAt = cursor.at
  const band = measure && readBand(cursor)
  if (band === undefined || measure === undefined || rated(bandAt) || isShareOfMarks(measure)) return undefined
  const unit = (band.from ?? band.to)?.unit
  if (measure.kind === 'input' && distance.test(measure.name)) return undefined
  return { kind: 'band', measure: unit === '%' ? ofDeed(measure) : measure, ...band }
}

/** 落后10个百分点以上: how far from a figure that these words do not name. */
const distance = /^(?:落后|相差|差距?|[高低多少]出?|超出)$/u

/** 增速占40%: what a part is worth, not what a figure comes to. */
const isShareOfMarks = (measure: Measure): boolean => measure.kind === 'input' && /占$|权重$/u.test(measure.name)

export function readChainedBand(cursor: Cursor): When | undefined {
  const read = readChained(cursor, chainedMeasure)
  return read && { kind: 'band', measure: read.measure, ...read.band }
}

const and = /(?:，?(?:且|并且|同时|但|而))/u
const none = /^(?:均|都|两项均|各项均)(?:未|没有|不)/u

/** 完成年度目标且进度达标: conditions joined, one beginning with 未 denied. */
function readAll(cursor: Cursor): When | undefined {
  const text = cursor.take(joinedFacts)?.[0]
  if (text === undefined) return undefined
  const conditions = text.split(and).map(condition)
  return conditions.length > 1 && conditions.every(({ name }) => name !== '')
    ? { kind: 'all', conditions, said: text }
    : undefined
}

const joinedFacts = sticky(
  `[\\p{L}\\p{M}“”《》]{2,30}(?:，?(?:且|并且|同时|但|而)[\\p{L}\\p{M}“”《》]{2,30}?)+(?=${awardStart})`,
)

const condition = (words: string): { readonly name: string; readonly met: boolean } =>
  words.includes('未') ? { name: words.replace('未', ''), met: false } : { name: words, met: true }

const alone = /(?:(?<above>高于|超过|大于)|(?<same>等于)|(?<below>低于|小于))(?=的，?[得计记按不加扣])/uy

/** 高于全省平均增速的得满分，等于的得80%，低于的得60%: against the figure just named. */
function readAlone(cursor: Cursor): When | undefined {
  const said = cursor.take(alone)?.groups
  if (said === undefined) return undefined
  const edge = { value: '0', inclusive: said.same !== undefined }
  return { kind: 'gap', ...(!said.below && { from: edge }), ...(!said.above && { to: edge }) }
}

/** Signs with which a relation may begin, and of which an amount has one. */
const relationSigns = '等达持不≥>≤<未控超突高大多低少小='
const amountSigns = '0123456789一二两三四五六七八九十百半零'

export const conditions: readonly Family<When>[] = [
  family((c) => (c.take(otherwise) ? { kind: 'else' } : undefined), '否其反不'),
  family((c) => (c.take(targetReached) && awardAhead(c) ? { kind: 'fact', name: '达到目标' } : undefined), '目'),
  family(readGrowth, '增', '两正'),
  family(readChainedBand, '≤<≥>小大低高'),
  family((c) => {
    const when = readBandOf(c, bandMeasure)
    c.take(orWorse)
    return when && scored(c) ? when : undefined
  }, amountSigns),
  family((c) => readBandOf(c, wordedMeasure), amountSigns),
  family(readAlone, '高超大等低小'),
  family(readCompared, relationSigns),
  family(readMeets, '值数量率额增降涨比占', relationSigns),
  family(readSchedule, '序'),
  family(readTogether, '同均都'),
  family(readOneByOne, '未', '完达实'),
  family(readLacking, '缺'),
  family(readAllFull, '%', '、'),
  family(readOnly, '只仅均都'),
  family(readAll, '且并同但而'),
  family((c) => {
    const name = factName(c)
    // 发现活鼠一只扣0.5分: a number cut off from its measure word.
    if (name !== undefined && cutOff.test(name) && c.text.charAt(c.at) === '只') return undefined
    if (name !== undefined && foundOnce.test(name)) return undefined
    return name === undefined || none.test(name) ? undefined : { kind: 'fact', name }
  }),
]
/** 下降不足1%或上升的, 低于60%或未完成的: what lies further that way anyway. */
const orWorse =
  /(?<=(?:不足|低于|少于|未达到|不到)\d{1,4}(?:\.\d+)?(?:%|个百分点))(?:或者?|、)(?:上升|增长|增加|持平|下降|负增长|未完成|未达标|未开展)/uy
const readWhen = (cursor: Cursor): When | undefined => firstOf(conditions, cursor)

/** 应急值守在岗，发现一次脱岗扣1分: a count behind what is asked for, and no case that runs over the stop. */
const foundOnce = /，(?:发现|发生|出现|查实)(?:一|1)[次起例个件人]|，.{2,}(?:一|1)(?:人次|[次起例件处])$/u
const cutOff = /[一二两三四五六七八九十]$/u

/** 达到目标得20分: no figure is named, and no target in numbers. */
const targetReached = /(?:完成|达到|实现)(?:年度|预期|既定)*目标/uy

/** 按比例得分 follows what was not reached, not any words before a stop. */
const shortfall = /^未|^没有|^达不到|^其/u

/** 未完成的, 低于90%的: a case that lies under what is asked for. */
const fallsShort = (when: When): boolean =>
  when.kind === 'fact'
    ? shortfall.test(when.name)
    : when.kind === 'band' && when.from === undefined && when.to?.inclusive !== true

const shortfallShare =
  /按(?:照)?(?:相应|同等|未完成|短缺|差额|缺口)*(?:部分)?的?比例(?:相应)?扣(?:减|除)?(?:相应)?(?:基本|基础|标准)?(?:分值|分数|得分|分)/uy

/** 未完成的按比例扣分: what is lacking costs its share of full marks, so what is done earns its own. */
const readShortfall = (cursor: Cursor): Award | undefined =>
  cursor.attempt((c) => {
    c.take(link)
    return c.take(shortfallShare) ? { kind: 'rate' } : undefined
  })

/** 90分以上为“优”，得5分: what the band is called. */
const called = sticky(`的?${title}(?=的|，)`)

/** ≥90%，80分; 其余3分: the marks alone, their 得 left out. */
const readMarks = (cursor: Cursor): Award | undefined => {
  const points = readPoints(cursor)
  if (points === undefined) return undefined
  return points === '0' ? { kind: 'none' } : { kind: 'points', points }
}

/** 不得分并追究责任: what else comes of it scores nothing. */
const andBlamed = words`，?(?:并|同时)(?:依法|按规定|严肃|依规)?(?:追究|追责|问责|通报|约谈|责令)[\p{L}]{0,14}(?=[，;。]|$)`

/** 完成率达到90%的，得8分: what has to hold and what it earns. */
export function readAwardClause(cursor: Cursor): Clause | undefined {
  const when = readWhen(cursor)
  if (when === undefined) return undefined
  if (when.kind === 'band') cursor.take(called)
  const linked = cursor.take(link)?.[0]
  const unsaid =
    when.kind === 'band' ? linked === '，' || /[上下内]/u.test(cursor.text.charAt(cursor.at - 1)) : when.kind === 'else'
  const bare = unsaid ? cursor.attempt(readMarks) : undefined
  const award = bare ?? (fallsShort(when) ? readShortfall(cursor) : undefined) ?? readAward(cursor)
  if (award?.kind === 'rate' && when.kind === 'fact' && !shortfall.test(when.name)) return undefined
  if (award?.kind === 'none') cursor.take(andBlamed)
  return award && { kind: 'award', when, award }
}
