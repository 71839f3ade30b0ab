import { changeOf } from '../change.ts'
import type { Counted, Reference } from '../model.ts'
import { readCircumstance } from './circumstance.ts'
import type { Clause, StepClause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { isShort, namesSide, readSince } from './each-leads.ts'
import { sticky, words } from './letters.ts'
import { longNameBefore } from './long-name.ts'
import { readBracketedPartial } from './partial-clause.ts'
import { readEdge, readStepSize } from './step-size.ts'
import {
  listNames,
  measureBefore,
  nameBefore,
  readAddWord,
  readAmount,
  readDeductWord,
  readPoints,
  readReference,
} from './terms.ts'

/** Clauses that begin with 每. */

const each = /每/uy
const eachNext = /(?=每|[少缺][一1])/uy
const comparedWith = /(?:与|比(?![例重值率])|较|相比|对比)/uy
/** 少一次扣1分: 每 left out, one meant each time. */
const oneMissing =
  /(?=[少缺](?:一|1)(?:例|起|次|个|项|件|人|户|篇|条|份|处|天|家|人次|户次|所|名|场|场次|期|张|册)[扣减])/uy
const alike = /(?:相比|比较|相)?，?/uy
/** 与省统计局调查的全省群众安全感相比，: any figure, named in full. */
const comparedFigure = nameBefore('相比(?:较)?，?每', listNames)
const below =
  '低于?|短收|滞后|少(?:于|完成|降(?!低)|增(?![长加])|提高|增长|提升|上升|增加|下降|降低|减少)?|短缺|差|降低|下降|减少|下滑|落后|欠|缺少?|回落'
const above = '多降低?|多下降|多增长?|多提高|超额(?:完成)?|超收|超过|超出?|高于?|多于?|多'
/** Verbs that compare with something the clause may leave unsaid. */
const rising = '增加|增长|提高|提升|上升|增'
const side = sticky(`(?<below>${below})|(?<above>${above})|(?<rising>${rising})`)
const bothSides =
  /增减|升降|(?:高|超|超过|超出|高于|增加|多|提高|上升)(?:\(|或|\/|、)(?:低|少|低于|不足|减少|少于|降低|下降)\)?(?:于)?|(?:低|少|低于|降低|下降)(?:\(|或|\/|、)(?:高|超|超过|高于|提高|上升|多)\)?(?:于)?/uy
const bothEffects =
  /(?:相应)?(?:(?:加|奖)(?:\(|或|\/|、)(?:扣|减)\)?|(?:扣|减)(?:\(|或|\/|、)(?:加|奖)\)?|分别加、?减|加减|增减)/uy
const linked = /的?，?/uy
/** 每少完成目标的10%: a share of what it is held against. */
const possessive = /的(?=\d)/uy
const stepMeasure = measureBefore('(?:与|(?<![同环占])比(?![例重值率])|较)|每', listNames)
const outset =
  /(?:在(?:此|完成(?:年度)?(?:目标|任务|目标任务))(?:的)?基础上|(?:达到|完成)(?:目标|任务|目标任务)后|(?:在此之后|之后|以后|此后))，?/uy

const inYear = /(?:全年|年度内|年内)(?=[每少缺])/uy

const effectOf = (cursor: Cursor): 'add' | 'deduct' | undefined =>
  readDeductWord(cursor) ? 'deduct' : readAddWord(cursor) ? 'add' : undefined

/** 下降的, 材料不齐全: what the case is, and no figure. */
const isCase = /的$|不(?:及时|规范|到位|准确|完整|力|健全|齐全|落实|严|实)$/u

/** 完成率每低1个百分点扣0.5分; 比全市平均水平每少1个扣1分; 每少1个，扣0.5分; 每高（低）1个百分点加（扣）0.5分. */
export function readStepClause(cursor: Cursor): Clause | undefined {
  cursor.take(outset)
  cursor.take(inYear)
  const compared = (c: Cursor) => {
    if (c.take(comparedWith) === undefined) return undefined
    const known = c.attempt((one) => {
      const reference = readReference(one)
      return reference && one.take(alike) && one.take(eachNext) ? reference : undefined
    })
    if (known) return known
    const input = comparedFigure(c)
    return input !== undefined && c.take(alike) ? { input } : undefined
  }
  const first = cursor.attempt(compared)
  const measure = first === undefined ? stepMeasure(cursor) : undefined
  if (measure?.kind === 'input' && isCase.test(measure.name)) return undefined
  const before = first ?? cursor.attempt(compared)
  const beyond = measure === undefined && before === undefined ? readBeyond(cursor) : undefined
  if (beyond) return beyond
  if (cursor.take(each) === undefined && cursor.take(oneMissing) === undefined) return undefined
  const reference = before ?? cursor.attempt(compared)
  const start = measure ? { measure } : {}
  return cursor.first<Clause>([(c) => readBothWays(c, start, reference), (c) => readOneWay(c, start, reference)])
}

const partOver = /(?:(?<above>超[过出]|超额|高出)|(?<below>不足|低于))的?部分，?每(?=[\d一二两三四五六七八九十])/uy

/** 超过部分每1%加0.2分. */
const readBeyond = (cursor: Cursor): StepClause | undefined =>
  cursor.attempt((c) => {
    const sides = c.take(partOver)?.groups
    const by = sides && readAmount(c)
    c.take(linked)
    const effect = by && effectOf(c)
    const points = effect && readPoints(c)
    if (by === undefined || effect === undefined || points === undefined) return undefined
    return { kind: 'step', side: sides?.above === undefined ? 'below' : 'above', by, effect, points }
  })

type Start = Pick<StepClause, 'measure'>

/** 每超过（降低）5%扣2分: either way it costs. */
const both = '扣扣'

const withReference = (start: Start, reference: Reference | undefined) => ({
  ...start,
  ...(reference && { reference }),
})

function readBothWays(cursor: Cursor, start: Start, before: Reference | undefined): Clause | undefined {
  const words = cursor.take(bothSides)?.[0]
  if (words === undefined) return undefined
  const reference = before ?? readReference(cursor)
  const by = readAmount(cursor)
  cursor.take(linked)
  const effects =
    by && (cursor.take(bothEffects)?.[0] ?? (cursor.attempt((c) => readDeductWord(c) || undefined) && both))
  const points = effects === undefined ? undefined : readPoints(cursor)
  if (by === undefined || effects === undefined || points === undefined) return undefined
  const belowFirst = /^[低少降]/u.test(words)
  const deductFirst = /^(?:相应)?[扣减]/u.test(effects)
  const base = { kind: 'step' as const, ...withReference(start, reference), by, points }
  if (effects === both)
    return {
      kind: 'steps',
      steps: [
        { ...base, side: 'below', effect: 'deduct' },
        { ...base, side: 'above', effect: 'deduct' },
      ],
    }
  const [one, two]: readonly [StepClause['side'], StepClause['side']] = belowFirst
    ? ['below', 'above']
    : ['above', 'below']
  const steps: readonly StepClause[] = [
    { ...base, side: one, effect: deductFirst ? 'deduct' : 'add' },
    { ...base, side: two, effect: deductFirst ? 'add' : 'deduct' },
  ]
  return { kind: 'steps', steps: steps.toSorted((a) => (a.side === 'below' ? -1 : 1)) }
}

function readOneWay(cursor: Cursor, start: Start, before: Reference | undefined): Clause | undefined {
  const direction = cursor.take(side)
  if (direction === undefined) return undefined
  const reference = before ?? readReference(cursor) ?? cursor.attempt(readEdge)
  cursor.take(possessive)
  const by = readStepSize(cursor)
  const partial = by && readBracketedPartial(cursor)
  cursor.take(linked)
  const effect = by && effectOf(cursor)
  const points = effect && readPoints(cursor)
  if (by === undefined || by.value.startsWith('-') || effect === undefined || points === undefined) return undefined
  if (by.unit !== undefined && (places.has(by.unit) || (direction[0] === '差' && by.unit.includes('/'))))
    return undefined
  const step: StepClause = {
    kind: 'step',
    ...withReference(start, reference),
    side: direction.groups?.below === undefined ? 'above' : 'below',
    by,
    effect,
    points,
  }
  if (partial) return { kind: 'several', clauses: [step, partial] }
  if (direction.groups?.rising === undefined || reference !== undefined || by.unit === undefined) return step
  const name = start.measure?.kind === 'input' ? start.measure.name : start.measure && '完成率'
  const counted: Counted = { verb: direction[0], per: by.value, unit: by.unit, ...(name !== undefined && { name }) }
  return { kind: 'count', counted, effect, points, asStep: step }
}

const places = new Set(['名', '位', '位次', '名次', '个位次', '个名次'])

const leadingName = nameBefore('的，?每|每', listNames)
const longCase = longNameBefore('的，每')
const verb = words`(?:\p{L}{1,4}、)?[\p{L}]{0,8}?(?=\d|[一二两三四五六七八九十百]+[\p{L}%]|半)`
const bareUnit = /户次|人次|件次|批次|[个例起次家项件人户处条篇场名位份批座所宗笔张卷期天日]|[十百千]?万元|亿元|千元/uy
const credit = /(?:各)?(?:得|计|记|给)/uy
const many = String.raw`(?:扣减|扣除|扣|减扣|减|奖励|奖加|加计|加记|奖|加|得|计|记|给)(?:\d|[一二两三四五六七八九十百半]+分)`
const trailingName = nameBefore(`的?，?${many}`, listNames)

const readPer = (cursor: Cursor): Pick<Counted, 'verb' | 'per' | 'unit'> | undefined =>
  cursor.first([
    (c) => {
      const word = c.take(verb)?.[0] ?? ''
      const { value, unit } = readAmount(c) ?? {}
      if (value === undefined || unit === undefined || value.startsWith('-')) return undefined
      if (
        unit === '分' ||
        unit.includes('/') ||
        /不足|每|相差|偏离|偏差|增减|升降|不少于|不低于|至少|达到|高于|低于|平均|第$/u.test(word)
      )
        return undefined
      return { verb: word, per: value, unit }
    },
    (c) => {
      const unit = c.take(bareUnit)?.[0]
      return unit === undefined ? undefined : { verb: '', per: '1', unit }
    },
  ])

/** 每发现1例欠薪案件扣2分; 欠薪案件每发生1起扣2分; 未按规定审核的，每例扣0.1分; 每完成1个项目得2分; 每获得1项表彰加2分. */
export function readCountClause(cursor: Cursor): Clause | undefined {
  cursor.take(outset)
  const leads = [leadingName, readCircumstance, longCase, () => undefined]
  return cursor.first([readSinceCount, ...leads.map((lead) => (c: Cursor) => readEachAfter(c, lead(c)))])
}

/** 较上年每增长1%得0.1分: what is counted is how far the figure lies from its own of last year. */
function readSinceCount(cursor: Cursor): Clause | undefined {
  const since = readSince(cursor)
  const per = since && cursor.take(each) && readPer(cursor)
  if (since === undefined || per === undefined || !since.fits(per.verb)) return undefined
  return readCounted(cursor, { ...per, verb: `${since.words}${per.verb}` }, undefined, ['credit'])
}

function readEachAfter(cursor: Cursor, leading: string | undefined): Clause | undefined {
  // 下降的，每下降1个百分点: of the figure before it.
  if (leading !== undefined && changeOf(leading)?.since === '') return undefined
  if (leading !== undefined) cursor.take(linked)
  const per = cursor.take(each) && readPer(cursor)
  if (per === undefined) return undefined
  if (leading !== undefined && namesSide(leading, per)) return undefined
  return readCounted(cursor, per, leading)
}

const onceVerb = words`(?<verb>[\p{L}]{0,8}?)(?:一|1)(?<unit>人次|户次|批次|例|起|次|个|项|件|人|户|篇|条|份|处|天|周|家|笔)(?=[\p{L}、，]*[扣减])`

const happened = words`(?:有(?:一|1)(?<unit>例|起|次|个|项|件|人|户|篇|条|份|处|天|家)(?=\p{L}{2,30}[扣减])|(?:一|1)(?<lacking>例|次|个|项|件|人|户|篇|条|份|处|家)(?=[不未]\p{L}{1,30}[扣减])(?!.*[二两三四五2-5]\k<lacking>))`
const onceName = longNameBefore('的，\\p{L}{0,4}(?:一|1)[例起次个项件人户篇条份处天家]')

const longDeed = words`(?<name>[\p{L}“”、]{9,30}?)(?:一|1)(?<unit>人次|户次|批次|例|起|次|个|项|件|人|户|篇|条|份|处|家|笔)(?=的?，?[扣减]\d)`
const linkDeed = /的?，?/uy

/** 发生医疗事故承担完全责任1例扣5分: a deed of more words than stand well behind 每. */
function readLongDeed(cursor: Cursor): Clause | undefined {
  const { name = '', unit = '' } = cursor.take(longDeed)?.groups ?? {}
  if (unit === '' || /[每第]|前$|后$|少于|多于|等于|[扣加得]分|数$|至少|超过|不足|以[上下内]/u.test(name))
    return undefined
  cursor.take(linkDeed)
  const points = readDeductWord(cursor) ? readPoints(cursor) : undefined
  return points === undefined
    ? undefined
    : { kind: 'count', counted: { verb: '', per: '1', unit, name }, effect: 'deduct', points }
}

/** 环境整洁，无垃圾堆放点，发现一处: what is asked for, of which each lapse that is found costs. */
const foundName = longNameBefore('，(?:发现|发生|出现|查实)(?:一|1)[例起次个项件人户篇条份处家](?:的?，?[扣减])')
/** 迟报一次扣2分; 有1项未完成扣0.5分; 一项不达标扣1分; 公开不及时的，发现一次扣0.5分: said without 每, one is meant each time. */
export function readOnceClause(cursor: Cursor): Clause | undefined {
  const found = cursor.take(happened)?.groups
  const seen = found?.unit ?? found?.lacking
  if (seen !== undefined) return readCounted(cursor, { verb: '有', per: '1', unit: seen }, undefined, ['deduct'])
  const deed = cursor.attempt(readLongDeed)
  if (deed) return deed
  const leading = onceName(cursor) ?? readCircumstance(cursor) ?? foundName(cursor)
  if (leading !== undefined) cursor.take(linked)
  const { verb: word = '', unit = '' } = cursor.take(onceVerb)?.groups ?? {}
  if (unit === '' || (word === '' && leading === undefined) || /每|第|前|后|^有|有$|少于|多于|等于|数/u.test(word))
    return undefined
  const once = readCounted(cursor, { verb: word, per: '1', unit }, leading, ['deduct'])
  const bare = once?.kind === 'count' && once.counted.name === undefined
  return bare && (word === '少' || word === '缺') ? undefined : once
}

function readCounted(
  cursor: Cursor,
  per: Pick<Counted, 'verb' | 'per' | 'unit'>,
  leading: string | undefined,
  only: readonly ('deduct' | 'credit' | 'add')[] = ['deduct', 'credit', 'add'],
): Clause | undefined {
  const trailing = trailingName(cursor)
  if (trailing?.startsWith('各')) return undefined
  cursor.take(linked)
  const effect = effectOf(cursor) ?? (cursor.take(credit) ? 'credit' : undefined)
  const points = effect && only.includes(effect) ? readPoints(cursor) : undefined
  if (effect === undefined || points === undefined) return undefined
  // 检查中发现问题的，每个问题: the same thing, named again.
  const again = trailing === undefined || leading?.endsWith(trailing) === true
  const name = again ? (leading ?? trailing) : trailing
  const within = again ? undefined : leading
  if (isShort(within)) return undefined
  const counted = { ...per, ...(name !== undefined && { name }), ...(within !== undefined && { case: within }) }
  return { kind: 'count', counted, effect, points }
}
