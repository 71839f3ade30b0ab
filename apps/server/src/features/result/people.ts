import type { PostKind } from '@quanheng/domain/ability/posts'
import { postsFor } from '@quanheng/domain/kernel/transition'
import { leadReportWorkflow } from '@quanheng/domain/report/transitions'
import type { NextAct } from '@quanheng/domain/workbench/next-act'
import { nextOnSheet } from '@quanheng/domain/workbench/next-on-sheet'
import type { Reader } from '../../platform/database/database.ts'
import { heldPosts } from '../organisation/index.ts'
import { type IssuedPlan, issuedPlan } from '../plan/index.ts'
import { type LoadedSheet, signingOrder } from '../scoring/index.ts'
import { nextPeople, ofSheets } from '../verification/index.ts'
import { resultsOfPlan } from './result-store.ts'

interface Wanted {
  readonly unitId: string
  readonly sectionId?: string
  readonly posts: readonly PostKind[]
  readonly except?: readonly string[]
}

/** Who holds one of these posts in a body today, for 现在由谁办. */
const holdersOf = async (db: Reader, { unitId, sectionId, posts, except = [] }: Wanted, today: string) => {
  const held = await heldPosts(db, { unitId, on: today, ...(sectionId !== undefined && { sectionId }) })
  return held
    .filter((post) => posts.includes(post.kind) && !except.includes(post.personId))
    .map((post) => ({
      name: post.personName,
      post: post.kind,
      unitName: post.unitName,
      personId: post.personId,
      sectionId: post.sectionId,
    }))
}

/** The people of a next act; `unitId` stands in where the act itself names no body. */
export const peopleFor = (db: Reader, act: NextAct, unitId: string, today: string) =>
  holdersOf(
    db,
    {
      unitId: act.unitId ?? unitId,
      posts: act.posts,
      ...(act.sectionId !== undefined && { sectionId: act.sectionId }),
      ...(act.except && { except: act.except }),
    },
    today,
  )

/** Who acts next on a score sheet, or on its verification while that is under way. */
export const peopleForSheet = async (db: Reader, held: LoadedSheet, plan: IssuedPlan, today: string) => {
  const { row, sheet } = held
  const [verification] = sheet.state === 'toVerify' ? await ofSheets(db, [sheet.id]) : []
  if (verification) return (await nextPeople(db, verification, held, plan, today))?.people ?? []
  const act = nextOnSheet(sheet, await signingOrder(db, row, plan, today))
  return act === undefined ? [] : peopleFor(db, act, sheet.scorer.unitId, today)
}

/** 归口汇总科室 of the plan under which a lead unit scores for this year plan; undefined where it reports on paper. */
const coordinatingOf = async (db: Reader, yearPlanId: string, leadUnitId: string): Promise<string | undefined> =>
  (await planUnder(db, yearPlanId, leadUnitId))?.content.coordinating?.sectionId

/** The lead unit's own plan under a year plan; undefined where it reports on paper. */
const planUnder = async (db: Reader, yearPlanId: string, leadUnitId: string): Promise<IssuedPlan | undefined> => {
  const child = await db
    .selectFrom('plan')
    .select('id')
    .where('parent_plan_id', '=', yearPlanId)
    .where('owner_unit_id', '=', leadUnitId)
    .where('issued_number', 'is not', null)
    .executeTakeFirst()
  return (child && (await issuedPlan(db, child.id))) ?? undefined
}

/** Who acts next on a line of the register; for a lead unit, its clerks and the section that carries the report. */
export const peopleForReport = async (
  db: Reader,
  act: NextAct,
  plan: { readonly planId: string; readonly ownerUnitId: string },
  today: string,
) => {
  if (act.verb !== 'submit' || act.unitId === undefined) return peopleFor(db, act, plan.ownerUnitId, today)
  const sectionId = await coordinatingOf(db, plan.planId, act.unitId)
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  return held
    .filter((post) => act.posts.includes(post.kind))
    .filter((post) => post.kind === 'clerk' || (sectionId !== undefined && post.sectionId === sectionId))
    .map((post) => ({
      name: post.personName,
      post: post.kind,
      unitName: post.unitName,
      personId: post.personId,
      sectionId: post.sectionId,
    }))
}

type Holder = Awaited<ReturnType<typeof holdersOf>>[number]

/** Who acts now on the paper of a locked version; null while it has not been sent for approval. */
export type OnItsWay = (db: Reader, resultId: string, today: string) => Promise<readonly Holder[] | null>

/**
 * Who really acts next for a line of the register: on the paper under approval, before that the section that carries the
 * report, and for a unit that reports on paper the office that enters what comes.
 */
export const nextForReport = async (
  db: Reader,
  act: NextAct,
  plan: { readonly planId: string; readonly ownerUnitId: string },
  today: string,
  onItsWay: OnItsWay,
): Promise<readonly Holder[]> => {
  if (act.verb !== 'submit' || act.unitId === undefined) return peopleForReport(db, act, plan, today)
  const own = await planUnder(db, plan.planId, act.unitId)
  if (own === undefined) {
    const posts = postsFor(leadReportWorkflow, 'notReported', 'enterPaper')
    return holdersOf(db, { unitId: plan.ownerUnitId, posts }, today)
  }
  const standing = (await resultsOfPlan(db, own.planId)).find(({ result }) => result.state !== 'voided')
  const onPaper = standing && (await onItsWay(db, standing.result.id, today))
  if (onPaper) return onPaper
  const able = await peopleForReport(db, act, plan, today)
  const carrying = able.filter(({ post }) => post !== 'clerk')
  return carrying.length > 0 ? carrying : able
}
