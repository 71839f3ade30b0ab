import { authorOf, type CommandContext } from '../kernel/command-context.ts'
import { exact, sign } from '../kernel/exact.ts'
import { readQuantity } from '../kernel/quantity.ts'
import { ok, type Result, refuse } from '../kernel/result.ts'
import { permit } from '../kernel/transition.ts'
import { breakdownFaults } from './breakdown.ts'
import type {
  GivenIndicator,
  GivenShare,
  SuperiorPlanCommand,
  SuperiorPlanRefusal,
  SuperiorPlanResult,
} from './commands.ts'
import {
  type IndicatorScore,
  type IndicatorShare,
  inForce,
  type SuperiorContent,
  type SuperiorDocument,
  type SuperiorIndicator,
  type SuperiorPlan,
  type SuperiorStep,
} from './model.ts'
import { calendarHolds } from './rounds.ts'
import { superiorPlanWorkflow } from './transitions.ts'

type Read<T> = Result<T, SuperiorPlanRefusal>
type Move = Read<Partial<SuperiorPlan>>

const readDocument = (document: SuperiorDocument): Read<SuperiorDocument> => {
  if (document.title === '') return refuse('superiorPlan.titleMissing', { at: 'document.title' })
  return document.issuer === '' ? refuse('superiorPlan.issuerMissing', { at: 'document.issuer' }) : ok(document)
}

/** Registers a paper of the superior; what it asks is read or typed afterwards. */
export const beginSuperiorPlan = (
  { year, document }: { readonly year: number; readonly document: SuperiorDocument },
  context: CommandContext,
): SuperiorPlanResult => {
  const read = readDocument(document)
  if (!read.ok) return read
  const { actor, now } = context
  const id = context.newId()
  const next: SuperiorPlan = {
    id,
    unitId: actor.unitId,
    year,
    state: 'draft',
    content: { document: read.value, indicators: [], shares: [] },
    standing: { versions: [] },
    steps: [{ command: 'begin', by: authorOf(actor), at: now, words: '' }],
  }
  return ok({ next, events: [{ type: 'superiorPlanBegun', superiorPlanId: id }] })
}

/** The one way a plan of the superior changes. */
export const decideSuperiorPlan = (
  plan: SuperiorPlan,
  command: SuperiorPlanCommand,
  context: CommandContext,
): SuperiorPlanResult => {
  const { actor, now } = context
  const row = permit(superiorPlanWorkflow, plan.state, command.kind, actor.post)
  if (!row.ok) return row
  if (actor.unitId !== plan.unitId) return refuse('superiorPlan.otherUnit')
  const moved = move(plan, command, context)
  if (!moved.ok) return moved
  const [first, ...rest] = plan.steps
  const step: SuperiorStep = {
    command: command.kind,
    by: authorOf(actor),
    at: now,
    words: 'reason' in command ? command.reason : '',
  }
  const next: SuperiorPlan = { ...plan, ...moved.value, steps: [first, ...rest, step] }
  return ok({ next, events: [{ type: 'superiorPlanMoved', superiorPlanId: plan.id, command }] })
}

const move = (plan: SuperiorPlan, command: SuperiorPlanCommand, context: CommandContext): Move => {
  const { content } = plan
  switch (command.kind) {
    case 'edit': {
      const document = readDocument(command.document)
      return document.ok ? ok({ content: { ...content, document: document.value } }) : document
    }
    case 'setIndicators':
      return setIndicators(content, command.indicators, context)
    case 'divide': {
      const shares = readShares(content, command.shares, context)
      return shares.ok ? ok({ content: { ...content, shares: shares.value } }) : shares
    }
    case 'schedule':
      return calendarHolds(command.calendar)
        ? ok({ standing: { ...plan.standing, calendar: command.calendar } })
        : refuse('superiorPlan.calendarWrong', { at: 'calendar' })
    case 'issue':
      return issue(plan, command.reason, context)
    case 'selfScore': {
      const scores = readScores(plan, command.scores)
      return scores.ok ? ok({ standing: { ...plan.standing, selfScores: scores.value } }) : scores
    }
    case 'registerVerdict':
      return registerVerdict(plan, command, context)
    case 'revise':
      return command.reason === ''
        ? refuse('superiorPlan.reasonMissing', { at: 'reason' })
        : ok({ state: 'revising' as const })
    case 'cancel':
      return command.reason === ''
        ? refuse('superiorPlan.reasonMissing', { at: 'reason' })
        : ok({ state: 'cancelled' as const })
  }
}

/** Exact, or empty where nothing is said. @returns refusals of `readQuantity`, at this place */
const readFigure = (text: string, unit: string, at: string): Read<string> => {
  if (text.trim() === '') return ok('')
  const read = readQuantity(text, { unit })
  return read.ok ? ok(read.value) : { ok: false, error: { ...read.error, at } }
}

/** Marks are more than nothing. */
const readMarks = (text: string, at: string): Read<string> => {
  const read = readFigure(text, '', at)
  if (!read.ok || read.value === '') return read
  return sign(exact(read.value)) > 0 ? read : refuse('superiorPlan.notPositive', { at })
}

const readIndicator = (
  one: GivenIndicator,
  at: string,
  { newId }: Pick<CommandContext, 'newId'>,
): Read<SuperiorIndicator> => {
  if (one.name === '') return refuse('superiorPlan.nameMissing', { at: `${at}.name` })
  const fullMark = readMarks(one.fullMark, `${at}.fullMark`)
  if (!fullMark.ok) return fullMark
  const target = readFigure(one.target, one.measureUnit, `${at}.target`)
  if (!target.ok) return target
  return ok({ ...one, key: one.key ?? newId(), fullMark: fullMark.value, target: target.value })
}

/** All of them, or the first that cannot stand. */
const readAll = <G, T>(list: readonly G[], read: (one: G, at: number) => Read<T>): Read<readonly T[]> => {
  const values: T[] = []
  for (const [at, one] of list.entries()) {
    const value = read(one, at)
    if (!value.ok) return value
    values.push(value.value)
  }
  return ok(values)
}

/** The whole list. What was divided of an indicator that is no longer there goes with it. */
const setIndicators = (
  content: SuperiorContent,
  given: readonly GivenIndicator[],
  context: Pick<CommandContext, 'newId'>,
): Move => {
  const known = new Set(content.indicators.map(({ key }) => key))
  const unknown = given.findIndex(({ key }) => key !== undefined && !known.has(key))
  if (unknown >= 0) return refuse('superiorPlan.indicatorUnknown', { at: `indicators[${unknown}].key` })
  const read = readAll(given, (one, at) => readIndicator(one, `indicators[${at}]`, context))
  if (!read.ok) return read
  const seen = new Set<string>()
  for (const [at, { name }] of read.value.entries()) {
    if (seen.has(name)) return refuse('superiorPlan.nameTwice', { at: `indicators[${at}].name`, params: { name } })
    seen.add(name)
  }
  const kept = new Set(read.value.map(({ key }) => key))
  const shares = content.shares.filter(({ indicatorKey }) => kept.has(indicatorKey))
  return ok({ content: { ...content, indicators: read.value, shares } })
}

const readShares = (
  { indicators, shares: held }: SuperiorContent,
  given: readonly GivenShare[],
  { newId }: Pick<CommandContext, 'newId'>,
): Read<readonly IndicatorShare[]> => {
  const placeOf = ({ indicatorKey, unitId, sectionId }: GivenShare) =>
    [indicatorKey, unitId, sectionId ?? ''].join('\n')
  // A share that stays where it was keeps its key, and so the progress that was reported of it.
  const keys = new Map(held.map((share) => [placeOf(share), share.key]))
  const seen = new Set<string>()
  return readAll(given, (one, index): Read<IndicatorShare> => {
    const at = `shares[${index}]`
    const indicator = indicators.find(({ key }) => key === one.indicatorKey)
    if (!indicator) return refuse('superiorPlan.indicatorUnknown', { at: `${at}.indicatorKey` })
    const place = placeOf(one)
    if (seen.has(place))
      return refuse('superiorPlan.shareTwice', { at: `${at}.unitId`, params: { name: indicator.name } })
    seen.add(place)
    const target = readFigure(one.target, indicator.measureUnit, `${at}.target`)
    if (!target.ok) return target
    const marks = readMarks(one.marks, `${at}.marks`)
    if (!marks.ok) return marks
    return ok({ ...one, key: keys.get(place) ?? newId(), target: target.value, marks: marks.value })
  })
}

const issue = (plan: SuperiorPlan, reason: string, { actor, today }: CommandContext): Move => {
  const { content, standing } = plan
  if (content.indicators.length === 0) return refuse('superiorPlan.nothingDivided')
  const faults = breakdownFaults(content)
  if (faults.length > 0) return refuse('superiorPlan.breakdownFaults', { params: { count: String(faults.length) } })
  const before = inForce(plan)
  if (before && reason === '') return refuse('superiorPlan.reasonMissing', { at: 'reason' })
  const version = { ...content, number: (before?.number ?? 0) + 1, reason, on: today, by: authorOf(actor) }
  return ok({ state: 'issued', standing: { ...standing, versions: [...standing.versions, version] } })
}

/** Of indicators in force, none below zero; a superior may give more than full marks. */
const readScores = (plan: SuperiorPlan, given: readonly IndicatorScore[]): Read<readonly IndicatorScore[]> => {
  const known = new Set(inForce(plan)?.indicators.map(({ key }) => key))
  return readAll(given, (one, index): Read<IndicatorScore> => {
    const at = `scores[${index}]`
    if (!known.has(one.indicatorKey)) return refuse('superiorPlan.indicatorUnknown', { at: `${at}.indicatorKey` })
    const read = readQuantity(one.score)
    if (!read.ok) return { ok: false, error: { ...read.error, at: `${at}.score` } }
    if (sign(exact(read.value)) < 0) return refuse('superiorPlan.scoreNegative', { at: `${at}.score` })
    return ok({ ...one, score: read.value })
  })
}

const registerVerdict = (
  plan: SuperiorPlan,
  { on, number, scanDigest, scores: given }: Extract<SuperiorPlanCommand, { readonly kind: 'registerVerdict' }>,
  { actor, today }: CommandContext,
): Move => {
  if (on > today) return refuse('superiorPlan.verdictInFuture', { at: 'on' })
  if (given.length === 0) return refuse('superiorPlan.verdictMissing', { at: 'scores' })
  const scores = readScores(plan, given)
  if (!scores.ok) return scores
  const verdict = { on, number, scanDigest, scores: scores.value, by: authorOf(actor) }
  return ok({ state: 'judged', standing: { ...plan.standing, verdict } })
}
