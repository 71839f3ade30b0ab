import { add, exact, hundred, neg, printExact } from '../../kernel/exact.ts'
import { unitOf } from '../bands.ts'
import { bandOfDirection, type Change, changeNamed, changeOf } from '../change.ts'
import type { Award, Edge, Measure, Tier, TiersRule } from '../model.ts'
import { defaultRate, defaultTarget, sayMeasure } from '../phrases.ts'
import { lineBehind } from './between-bands.ts'
import type { Clause, Taken, When } from './clause.ts'
import { isElse } from './denial.ts'
import { readGaps } from './read-gaps.ts'
import type { Placed } from './scan.ts'
import { isTargetMet, targetMet, wanted } from './target-met.ts'

type BandWhen = Extract<When, { readonly kind: 'band' }>

/** Bands of one figure, or of its distance from another; the distance where both would do: it needs no division, and so no figure above zero. */
export function readTiers(clauses: readonly Placed[]): Taken<TiersRule> | undefined {
  const [own, gaps] = [readBands(clauses), readGaps(clauses)]
  return gaps && gaps.used >= (own?.used ?? 0) ? gaps : own
}

/** In the order of the sentence, then what the rest earns. */
function readBands(clauses: readonly Placed[]): Taken<TiersRule> | undefined {
  const change = changeIn(clauses)
  const bands: Tier[] = []
  let measure = unnamed(clauses)
  for (const [i, { clause }] of clauses.entries()) {
    const when = scores(clause) ? bandOf(clause.when, i, clauses[i + 1]?.clause, change) : undefined
    if (!scores(clause) || when === undefined) break
    const reached = toReached(when, clause.award, bands)
    if (!reached && isUnsized(when, clause.award)) break
    const { measure: named, from, to } = when
    if (measure === undefined ? named === undefined : named !== undefined && !isSameFigure(named, measure)) break
    measure ??= named
    const award = reached ?? awardIn(clause, measure, (from ?? to)?.unit)
    if (award === undefined) break
    bands.push({ ...(from && { from }), ...(to && { to }), award })
  }
  if (measure === undefined || (bands.length === 1 && factOf(clauses[0]) !== undefined)) return undefined
  const line = lineBehind(bands, clauses[bands.length]?.clause)
  const used = bands.length + (line ? 1 : 0)
  const last = clauses[used]?.clause
  const [meets] = clauses.flatMap(({ clause }) =>
    clause.kind === 'award' && clause.when.kind === 'meets' ? clause.when : [],
  )
  const otherwise =
    last && scores(last) && isElse(last.when, meets ?? onlyBand(clauses, bands))
      ? ofTop(awardIn(last, measure, unitOf(bands)), last, bands)
      : undefined
  if (meets && (bands.length > 1 || otherwise === undefined)) return undefined
  if (isAllOrNothing(bands, otherwise)) return undefined
  const rule: TiersRule = {
    kind: 'tiers',
    measure,
    ...line,
    bands: boundedAtZero(inOneUnit(bands)),
    ...(otherwise && { otherwise }),
  }
  return { rule, used: used + (otherwise ? 1 : 0) }
}

/** 控制在0.9‰以内得3分，超出的不得分: what is denied is the one band there is. */
function onlyBand([first]: readonly Placed[], bands: readonly Tier[]): When | undefined {
  const said = first?.clause
  return bands.length === 1 && said !== undefined && scores(said) ? said.when : undefined
}

const scores = (clause: Clause): clause is Scoring => clause.kind === 'award' || clause.kind === 'proportion'

/** 完成率, 实际占比, 累计积分: the figure of these bands, by a general word or by the end of its name. */
const general = /^(?:实际|其)?(?:占比|比重|比例|比率|值|完成值|完成率|数值|增速|增幅|得分|数|数量)$/u
function isBy(by: string | undefined, measure: Measure | undefined): boolean {
  if (by === undefined) return true
  if (measure?.kind !== 'input') return measure !== undefined && by === '完成率'
  return by === '完成率' ? measure.name.endsWith(by) : general.test(by) || measure.name.endsWith(by)
}

type Scoring = Extract<Clause, { readonly kind: 'award' | 'proportion' }>

/** A proportion must be of the figure of the bands, and to a number in their unit. */
function awardIn(clause: Scoring, measure: Measure | undefined, unit: string | undefined): Award | undefined {
  if (clause.kind === 'award') return clause.award
  const { award, by } = clause
  if (award.of === undefined) return award
  if (!isBy(by, measure) || (award.of.unit !== undefined && award.of.unit !== unit)) return undefined
  return by === undefined ? award : { ...award, of: { value: award.of.value, ...(unit !== undefined && { unit }) } }
}

/** 达到70%得4分，未达到的按实际与70%之比: of what reaching it earns. */
function ofTop(award: Award | undefined, clause: Scoring, bands: readonly Tier[]): Award | undefined {
  if (award?.kind !== 'rate' || award.of === undefined || award.worth) return award
  if (clause.kind === 'award' || clause.by === undefined) return award
  const { value } = award.of
  const top = bands.find(({ from }) => from?.value === value)?.award
  return top?.kind === 'points' || top?.kind === 'share' ? { ...award, worth: top } : award
}

/** 20条以上的得5分，不足20条的按比例得分: of the number that the marks are for. */
function toReached({ from, to }: BandWhen, award: Award, bands: readonly Tier[]): Award | undefined {
  if (award.kind !== 'rate' || award.of || from || to?.unit === undefined || to.unit === '%') return undefined
  const top = bands.find((band) => band.from?.value === to.value && band.from.unit === to.unit && !band.to)?.award
  if (top?.kind !== 'full' && top?.kind !== 'points') return undefined
  const of = { value: to.value, unit: to.unit }
  return { kind: 'rate', of, ...(top.kind === 'points' && { worth: top }) }
}

/** 比值不足1的按比例得分: a proportion of a figure that is no percentage is not said. */
const isUnsized = ({ from, to }: BandWhen, award: Award): boolean =>
  award.kind === 'rate' && !award.of && (from ?? to)?.unit !== '%'

/** The same name, its last words (败诉率 after 行政诉讼败诉率), or the completion of what was named. */
const isSameFigure = (named: Measure, first: Measure): boolean =>
  sayMeasure(named) === sayMeasure(first) ||
  (named === defaultRate && (first.kind === 'rate' || /完成(?:率|比例)$/u.test(first.name))) ||
  (named.kind === 'input' && first.kind === 'input' && named.name.length > 1 && first.name.endsWith(named.name))

const factOf = (placed: Placed | undefined): string | undefined =>
  placed?.clause.kind === 'award' && placed.clause.when.kind === 'fact' ? placed.clause.when.name : undefined

/** 80%以上的得10分，60%以上的得8分: two or more shares of no figure that the sentence names are of 完成率 (0015). */
function unnamed(clauses: readonly Placed[]): Measure | undefined {
  const [first, second] = clauses.map(({ clause }) => (scores(clause) ? clause.when : undefined))
  const bare = [first, second].every(
    (when) => when?.kind === 'band' && when.measure === undefined && (when.from ?? when.to)?.unit === '%',
  )
  const scored = [first, second].every(
    (when) => when?.kind === 'band' && when.measure === undefined && (when.from ?? when.to)?.unit === '分',
  )
  return bare ? defaultRate : scored ? { kind: 'input', name: '得分' } : undefined
}

/** 符合要求，得2分；≥规定数的90%，得1分: all that was asked, before shares of it. */
const isRateBand = (when: When): boolean => when.kind === 'band' && when.measure?.kind === 'rate'

/** 全部完成得满分 at the head of bands of the rate is its 100%. */
function bandOf(when: When, index: number, next: Clause | undefined, change: Main | undefined): BandWhen | undefined {
  if (when.kind === 'band')
    return change && when.measure ? ofChange(when, change) : (inExcess(when, defaultRate) ?? when)
  if (when.kind === 'meets') return index === 0 ? shareOf(when) : undefined
  if (when.kind !== 'fact') return undefined
  const said = change && changeOf(when.name)
  if (said && isOf(said, change))
    return { kind: 'band', measure: change.measure, ...bandOfDirection(said, change, undefined) }
  const still = change && unmoved.exec(when.name)?.groups?.word
  if (change && still !== undefined && changeOf(still)?.direction === change.direction)
    return { kind: 'band', measure: change.measure, to: { value: '0', inclusive: true } }
  if (index > 0) return undefined
  const late = next?.kind === 'award' && next.when.kind === 'band' ? latenessOf(next.when) : undefined
  if (late && onTime.test(when.name)) return late
  const whose = targetMet(when.name)?.subject
  if (whose !== undefined && next?.kind === 'award' && isShareOfTask(next.when))
    return { kind: 'band', measure: { kind: 'rate', actual: whose, target: defaultTarget }, from: whole }
  const asked = wanted.test(when.name) && next?.kind === 'award' && isRateBand(next.when)
  if (!asked && !isTargetMet(when.name)) return undefined
  return { kind: 'band', measure: defaultRate, from: whole }
}

/** 未下降的: no change that way. */
const unmoved = /^(?:未|没有)(?<word>下降|上升|提高|提升|增长|增加|降低|减少)$/u

const whole: Edge = { value: '100', unit: '%', inclusive: true }
const isShareOfTask = (when: When): boolean =>
  when.kind === 'band' && (when.measure === defaultRate || inExcess(when, defaultRate) !== undefined)

/** 耕地保有量不低于下达指标的得5分: all of the target, as a share of it. */
function shareOf({ actual, relation, target }: Extract<When, { kind: 'meets' }>): BandWhen | undefined {
  if (relation === 'equal') return undefined
  const edge = { value: '100', unit: '%', inclusive: relation === 'atLeast' || relation === 'atMost' }
  const measure = { kind: 'rate', actual, target } as const
  return { kind: 'band', measure, ...(relation === 'atLeast' || relation === 'above' ? { from: edge } : { to: edge }) }
}

/** The change that the sentence is about, and the figure that it makes. */
type Main = Change & { readonly measure: Measure }

/** 增长10%以内 behind 信访量下降的: the same figure, said by its direction alone. */
const isOwnWay = (measure: Measure | undefined): boolean =>
  measure === undefined ||
  (measure.kind === 'input' && (extent.test(measure.name) || changeOf(measure.name)?.since === ''))

const growth = /(?:增速|增幅|增长率)$/u
const grown: Change = { since: '', what: '', word: '增长', direction: 'up' }

/** 森林覆盖率较上年提高的…，持平的…: what the first clause names, where the next one speaks of the same figure. */
function changeIn(clauses: readonly Placed[]): Main | undefined {
  const [first, second] = clauses.map(({ clause }) => (scores(clause) ? clause.when : undefined))
  if (first?.kind === 'band' && first.measure?.kind === 'input') {
    const { measure } = first
    const change = changeNamed(measure.name) ?? (growth.test(measure.name) ? grown : undefined)
    return change && { ...change, measure }
  }
  const own = first?.kind === 'fact' ? changeOf(first.name) : undefined
  const other = second?.kind === 'fact' ? changeOf(second.name) : undefined
  if (own === undefined || (other === undefined && !(second?.kind === 'band' && isOwnWay(second.measure))))
    return undefined
  const word = own.direction === 'level' ? other?.word : own.word
  const main = word === undefined ? undefined : changeNamed(own.since + (plainly[word] ?? word))
  return main && { ...main, measure: { kind: 'input', name: main.since + main.word } }
}

const plainly: Readonly<Record<string, string>> = { 正增长: '增长', 负增长: '增长', 零增长: '增长' }

/** 与上年持平, 下降: of the same figure, its name left out or said again. */
const isOf = ({ what, since }: Change, main: Main): boolean => what === '' || since === main.since

const excess = /^超额(?:完成)?(?:任务|目标|目标任务)?(?:的)?$/u

/** 超额10%以内的: of the completion rate, from 100% on. */
export function inExcess({ from, to, measure }: BandWhen, rate: Measure): BandWhen | undefined {
  if (measure?.kind !== 'input' || !excess.test(measure.name) || (from ?? to)?.unit !== '%') return undefined
  const beyond = (edge: Edge): Edge => ({ ...edge, value: printExact(add(exact(edge.value), hundred)) })
  const start = from ? beyond(from) : { value: '100', unit: '%', inclusive: false }
  return { kind: 'band', measure: rate, from: start, ...(to && { to: beyond(to) }) }
}

const extent = /^(?:[正负]增长(?:但|且))?(?:(?<up>[增涨升]幅)|(?<down>[降跌]幅))$/u

/** 降幅不到10%的: the figure itself, by its direction. */
function ofChange(when: BandWhen, main: Main): BandWhen | undefined {
  if (when.measure?.kind !== 'input') return when
  const { name } = when.measure
  const sized = extent.exec(name)?.groups
  const said = changeOf(name)
  const direction = sized ? (sized.up === undefined ? 'down' : 'up') : said?.what === '' ? said.direction : undefined
  if (direction === undefined || (said && said.since === main.since)) return when
  if (direction === main.direction) return { ...when, measure: main.measure }
  return sized || main.what !== '' ? mirrored(when, main.measure) : undefined
}

/** 降幅小于5% of a growth: between -5% and 0. */
function mirrored({ from, to }: BandWhen, measure: Measure): BandWhen | undefined {
  const unit = (from ?? to)?.unit
  if (unit === undefined) return undefined
  const turned = (edge: Edge): Edge => ({ ...edge, value: printExact(neg(exact(edge.value))) })
  const upper = from ? turned(from) : { value: '0', unit, inclusive: false }
  return { kind: 'band', measure, ...(to && { from: turned(to) }), to: upper }
}

const onTime = /按时|按期|如期|及时|按规定时间|规定时限|[时期]限内|时间内/u
const lateness = /^(?:逾期|超期|延期|迟报|延迟|推迟|超时)$/u

/** 按期完工 of a figure that counts lateness. */
export const isOnTime = (measure: Measure, words: string): boolean =>
  measure.kind === 'input' && lateness.test(measure.name) && onTime.test(words)

/** 按时报送得5分，逾期3天以内得3分: on time is no day late. */
function latenessOf({ measure, from, to }: BandWhen): BandWhen | undefined {
  const unit = (from ?? to)?.unit
  if (measure?.kind !== 'input' || !lateness.test(measure.name) || unit === undefined) return undefined
  return { kind: 'band', measure, to: { value: '0', unit, inclusive: true } }
}

const isAllOrNothing = (bands: readonly Tier[], otherwise: Award | undefined) =>
  bands.length === 1 && bands[0]?.award.kind === 'full' && otherwise?.kind === 'none'

/** 低于8%的按比例，负增长不得分: the proportion goes no further down than zero. */
function boundedAtZero(bands: readonly Tier[]): readonly Tier[] {
  const [last, before] = [bands.at(-1), bands.at(-2)]
  if (last?.to?.value !== '0' || last.from || last.to.inclusive || last.award.kind !== 'none') return bands
  if (before?.award.kind !== 'rate' || before.from || before.to === undefined) return bands
  return [...bands.slice(0, -2), { ...before, from: { ...last.to, inclusive: true } }, last]
}

/** 败诉率为0的: a zero is in the unit of the others. */
function inOneUnit(bands: readonly Tier[]): readonly Tier[] {
  const unit = unitOf(bands)
  const own = (edge: Edge): Edge =>
    edge.value === '0' && edge.unit === undefined && unit !== undefined ? { ...edge, unit } : edge
  return bands.map(({ from, to, award }) => ({ ...(from && { from: own(from) }), ...(to && { to: own(to) }), award }))
}
