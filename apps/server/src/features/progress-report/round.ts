import type { Refusal } from '@quanheng/contract/errors'
import type { showProgress } from '@quanheng/contract/progress-report'
import type { ReplyOf } from '@quanheng/contract/route'
import { div, exact, hundred, mul, sign } from '@quanheng/domain/kernel/exact'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { printRounded } from '@quanheng/domain/kernel/rounding'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { reporterOf } from '@quanheng/domain/progress-report/decide'
import { litOn, type ProgressReport } from '@quanheng/domain/progress-report/model'
import { type ProgressCommandKind, progressWorkflow } from '@quanheng/domain/progress-report/transitions'
import { type IndicatorShare, inForce, type SuperiorPlan } from '@quanheng/domain/superior-plan/model'
import { openRounds, type ProgressRound, roundsOf } from '@quanheng/domain/superior-plan/rounds'
import { label } from '@quanheng/messages/labels'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, unitIdsOf } from '../../platform/door/actor.ts'
import { workCalendar } from '../calendar/index.ts'
import { namesOf } from '../scoring/index.ts'
import { readsWhole, visibleSuperiorPlan } from '../superior-plan/index.ts'
import { type KeptProgress, reportsOf } from './store.ts'

type Reply = ReplyOf<typeof showProgress>
export type ProgressRow = Reply['rows'][number]

/** Rounds of a plan whose period is over, the first one first. */
export const roundsFor = async (
  db: Reader,
  { year, standing }: SuperiorPlan,
  today: string,
): Promise<readonly ProgressRound[]> =>
  standing.calendar ? openRounds(roundsOf(year, standing.calendar, await workCalendar(db)), today) : []

/** Shares of the breakdown in force; to a unit its own. */
export const sharesFor = (actor: Actor, plan: SuperiorPlan): readonly IndicatorShare[] => {
  const shares = inForce(plan)?.shares ?? []
  if (readsWhole(actor, plan)) return shares
  const own = unitIdsOf(actor.posts)
  return shares.filter(({ unitId }) => own.includes(unitId))
}

/** What the domain would not refuse this person, as far as post, place and person decide. */
const mayNow = (
  actor: Actor,
  plan: SuperiorPlan,
  share: IndicatorShare,
  report: ProgressReport | undefined,
): ProgressCommandKind[] => {
  const may = actor.posts.flatMap(({ kind, unitId, sectionId }) => {
    const isPlace =
      unitId === share.unitId && (share.sectionId === undefined || sectionId === null || sectionId === share.sectionId)
    return commandsFor(progressWorkflow, report?.state ?? 'returned', kind).filter((command) => {
      if (command === 'report') return isPlace && plan.state !== 'cancelled'
      if (report === undefined) return false
      if (command === 'confirm') return isPlace && reporterOf(report) !== actor.personId
      return isPlace || (unitId === plan.unitId && (kind === 'officeStaff' || kind === 'officeDirector'))
    })
  })
  return [...new Set(may)]
}

/** Percent of the target to two places; undefined where there is none to divide by. */
const rateOf = (target: string, actual: string | undefined): string | null => {
  if (target === '' || actual === undefined || actual === '' || sign(exact(target)) <= 0) return null
  return printRounded(mul(div(exact(actual), exact(target)), hundred), { places: 2, mode: 'halfUp' })
}

const reportShown = (
  { model, row }: KeptProgress,
  names: ReadonlyMap<string, string>,
): NonNullable<ProgressRow['report']> => {
  const { content, standing, state, steps } = model
  const { actual, yearEnd, words, difficulties, files, on } = content
  return {
    id: model.id,
    version: row.version,
    state,
    actual,
    yearEnd,
    words,
    difficulties,
    files: [...files],
    on,
    by: names.get(reporterOf(model) ?? '') ?? '',
    confirmedBy: standing.confirmation ? (names.get(standing.confirmation.by.personId) ?? '') : null,
    returned: state === 'returned' ? (steps.findLast(({ command }) => command === 'return')?.words ?? '') : '',
  }
}

/** One round as this person sees it; undefined where the plan is out of sight. */
export const progressRound = async (
  db: Reader,
  actor: Actor,
  asked: { readonly superiorPlanId: string; readonly period?: string | undefined },
  today: string,
): Promise<{ readonly plan: SuperiorPlan; readonly reply: Reply } | undefined> => {
  const plan = await visibleSuperiorPlan(db, actor, asked.superiorPlanId)
  if (!plan) return undefined
  const shares = sharesFor(actor, plan)
  const rounds = await roundsFor(db, plan, today)
  const chosen = asked.period === undefined ? rounds.at(-1) : rounds.find(({ period }) => period === asked.period)
  const keys = new Set(shares.map(({ key }) => key))
  const reports = (await reportsOf(db, [plan.id])).filter(({ model }) => keys.has(model.shareKey))
  const of = (period: string) => reports.filter(({ model }) => model.period === period)
  const names = await namesOf(db, {
    units: shares.map(({ unitId }) => unitId),
    sections: shares.flatMap(({ sectionId }) => sectionId ?? []),
    people: reports.flatMap(({ model }) => model.steps.map(({ by }) => by.personId)),
  })
  const calendar = await workCalendar(db)
  const indicators = new Map(inForce(plan)?.indicators.map((one) => [one.key, one]))
  const rows = !chosen
    ? []
    : shares.map((share): ProgressRow => {
        const held = of(chosen.period).find(({ model }) => model.shareKey === share.key)
        const indicator = indicators.get(share.indicatorKey)
        return {
          shareKey: share.key,
          indicator: indicator?.name ?? '',
          unitName: names.get(share.unitId) ?? '',
          sectionName: share.sectionId === undefined ? '' : (names.get(share.sectionId) ?? ''),
          owner: share.ownerName || label('zh-CN', 'sharePost', share.post),
          target: share.target,
          measureUnit: indicator?.measureUnit ?? '',
          report: held ? reportShown(held, names) : null,
          rate: rateOf(share.target, held?.model.content.actual),
          ...litOn(chosen.due, held?.model, calendar, today),
          may: mayNow(actor, plan, share, held?.model),
        }
      })
  const reply: Reply = {
    rounds: rounds.map((one) => {
      const found = of(one.period)
      return {
        ...one,
        asked: shares.length,
        reported: found.filter(({ model }) => model.state !== 'returned').length,
        confirmed: found.filter(({ model }) => model.state === 'confirmed').length,
      }
    }),
    period: chosen?.period ?? null,
    end: chosen?.end ?? null,
    due: chosen?.due ?? null,
    rows,
    mayUrge: actor.posts.some(
      ({ kind, unitId }) => unitId === plan.unitId && (kind === 'officeStaff' || kind === 'officeDirector'),
    ),
    today,
  }
  return { plan, reply }
}

export const show = async (...given: Parameters<typeof progressRound>): Promise<Result<Reply, Refusal>> => {
  const found = await progressRound(...given)
  return found ? ok(found.reply) : refuse('platform.notFound')
}
