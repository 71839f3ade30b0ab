import { daysPast, lightAt, usualLimits } from '@quanheng/domain/milestone/light'
import { type IndicatorShare, inForce, type SuperiorPlan } from '@quanheng/domain/superior-plan/model'
import type { ProgressRound } from '@quanheng/domain/superior-plan/rounds'
import { mayAct } from '@quanheng/domain/workbench/next-act'
import { nextOnProgress } from '@quanheng/domain/workbench/next-on-progress'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { holdings, type Owed, type OwedProvider, type Task, type TaskProvider } from '../../platform/work/task.ts'
import { sayUrging } from '../../platform/work/urging.ts'
import { workCalendar } from '../calendar/index.ts'
import { reachable } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { issuedSuperiorPlans, readsWhole } from '../superior-plan/index.ts'
import { roundsFor, sharesFor } from './round.ts'
import { sayPeriod } from './say-period.ts'
import { reportsOf } from './store.ts'
import { isInHand, owedShares } from './urge.ts'

interface Latest {
  readonly plan: SuperiorPlan
  readonly round: ProgressRound
}

/** Plans in sight with the round that is asked now: the latest whose period is over. */
const latestRounds = async (db: Reader, actor: Actor, today: string): Promise<readonly Latest[]> => {
  const plans = await issuedSuperiorPlans(db, actor)
  const found = await Promise.all(
    plans.map(async (plan) => ({ plan, round: (await roundsFor(db, plan, today)).at(-1) })),
  )
  return found.flatMap(({ plan, round }) => (round ? [{ plan, round }] : []))
}

const nameIn = (plan: SuperiorPlan, share: IndicatorShare): string =>
  inForce(plan)?.indicators.find(({ key }) => key === share.indicatorKey)?.name ?? ''

const linkTo = ({ plan, round }: Latest): string => `/cascade/${plan.id}?tab=progress&period=${round.period}`

/** 待办: what this person reports of the latest round, and what waits for this person’s confirmation of any. */
export const progressTasksOf: TaskProvider = async (db, actor, { today }) => {
  const latest = await latestRounds(db, actor, today)
  const held = holdings(actor)
  const calendar = await workCalendar(db)
  const toReport = await Promise.all(
    latest.map(async (one): Promise<readonly Task[]> => {
      const owed = new Set((await owedShares(db, one.plan, one.round)).map(({ key }) => key))
      const { light } = {
        light: lightAt(usualLimits, daysPast(calendar, one.round.due, today)),
      }
      return sharesFor(actor, one.plan).flatMap((share): Task[] => {
        const mine = held.some(({ post, unitId, sectionId }) =>
          isInHand(share, { unitId, kind: post, sectionId: sectionId ?? null }),
        )
        if (!mine || !owed.has(share.key) || light === 'waiting') return []
        return [
          {
            noun: 'progressReport',
            id: `${one.round.period} ${share.key}`,
            verb: 'report',
            object: `${nameIn(one.plan, share)}（${sayPeriod(one.round.period)}）`,
            within: one.plan.content.document.title,
            due: one.round.due,
            link: linkTo(one),
          },
        ]
      })
    }),
  )
  const plans = new Map((await issuedSuperiorPlans(db, actor)).map((plan) => [plan.id, plan]))
  const reports = await reportsOf(db, [...plans.keys()])
  const toConfirm = reports.flatMap(({ model }): Task[] => {
    const act = nextOnProgress(model)
    if (!act || !held.some((post) => mayAct(act, post))) return []
    return [
      {
        noun: 'progressReport',
        id: model.id,
        verb: act.verb,
        object: `${model.content.demand.indicator}（${sayPeriod(model.period)}）`,
        within: plans.get(model.superiorPlanId)?.content.document.title,
        link: `/cascade/${model.superiorPlanId}?tab=progress&period=${model.period}`,
      },
    ]
  })
  return [...toReport.flat(), ...toConfirm]
}

/** 催报: units that owe a report of the latest round, for the office. */
export const progressOwed: OwedProvider = async (db, actor, { today }) => {
  const latest = (await latestRounds(db, actor, today)).filter(({ plan }) => readsWhole(actor, plan))
  const mine = latest.filter(({ plan }) =>
    actor.posts.some(
      ({ unitId, kind }) => unitId === plan.unitId && (kind === 'officeStaff' || kind === 'officeDirector'),
    ),
  )
  const all = await Promise.all(
    mine.map(async (one) => ({ ...one, shares: await owedShares(db, one.plan, one.round) })),
  )
  const unitIds = [...new Set(all.flatMap(({ shares }) => shares.map(({ unitId }) => unitId)))]
  if (unitIds.length === 0) return []
  const names = await namesOf(db, { units: unitIds })
  const held = await reachable(db, { unitIds }, today)
  return all.flatMap((one) =>
    one.shares.map((share): Owed => {
      const body = names.get(share.unitId) ?? ''
      const object = `${nameIn(one.plan, share)}（${sayPeriod(one.round.period)}）`
      return {
        noun: 'progressReport',
        id: `${one.round.period} ${share.key}`,
        verb: 'report',
        body,
        object,
        within: one.plan.content.document.title,
        due: one.round.due,
        people: held
          .filter(({ unitId, post, sectionId }) =>
            isInHand(share, { unitId, kind: post, sectionId: sectionId ?? null }),
          )
          .map(({ name, post, phone }) => ({ name, post, phone })),
        text: `${body}：${sayUrging(`报告“${object}”进展`, one.round.due, today)}`,
        link: linkTo(one),
      }
    }),
  )
}
