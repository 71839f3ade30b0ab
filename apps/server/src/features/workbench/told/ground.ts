import type { Approval } from '@quanheng/domain/approval/model'
import type { Datum } from '@quanheng/domain/datum/model'
import type { Feedback, FeedbackQuestion } from '@quanheng/domain/feedback/model'
import type { LateEntry } from '@quanheng/domain/late-entry/model'
import type { Milestone } from '@quanheng/domain/milestone/model'
import type { ToldNoun } from '@quanheng/domain/notification/notifications-of'
import type { Objection } from '@quanheng/domain/objection/model'
import { nodeByKey } from '@quanheng/domain/plan/tree'
import type { ProgressReport } from '@quanheng/domain/progress-report/model'
import type { Rectification } from '@quanheng/domain/rectification/model'
import type { Remark } from '@quanheng/domain/remark/model'
import type { RoutineRecord } from '@quanheng/domain/routine-record/model'
import type { SelfReview } from '@quanheng/domain/self-review/model'
import type { SuperiorPlan } from '@quanheng/domain/superior-plan/model'
import type { SupervisionVisit } from '@quanheng/domain/supervision-visit/model'
import type { TargetAdjustment } from '@quanheng/domain/target-adjustment/model'
import type { Verification } from '@quanheng/domain/verification/model'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { mayStandAt } from '../../approval/index.ts'
import { placeFrom } from '../../collection/index.ts'
import { issuedPlan } from '../../plan/index.ts'
import { carryingPosts, paperOfResult, unitNames } from '../../result/index.ts'

export interface Place {
  readonly unitId: string
  readonly sectionId?: string | null | undefined
}

/** What the words of a notification need besides the change itself: names, the page, and the bodies that an audience means. */
export interface Ground {
  readonly plan: string
  readonly what: string
  readonly link: string
  /** Where several of the kind are listed. */
  readonly list: string
  readonly owner: string
  readonly scorers: readonly Place[]
  readonly inspectors: readonly string[]
  /** Narrower than post and body, where the plan says who stands at a step. */
  readonly fits?: (post: Place & { readonly kind: string }) => boolean
}

type Loader = (tx: Tx, form: never) => Promise<Ground | null>

const planOf = async (tx: Tx, planId: string) => {
  const plan = await issuedPlan(tx, planId)
  if (plan === null) return null
  const parent = plan.parentPlanId === null ? null : await issuedPlan(tx, plan.parentPlanId)
  const owners = [plan.ownerUnitId, ...(parent ? [parent.ownerUnitId] : [])]
  const base = { plan: plan.title, owner: plan.ownerUnitId, scorers: [] as Place[], inspectors: owners }
  return { plan, base }
}

const ofPlan = async (tx: Tx, { id, ownerUnitId }: { id: string; ownerUnitId: string }): Promise<Ground | null> => {
  const row = await tx.selectFrom('plan').select('title').where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const link = `/plans/${id}`
  return { plan: row.title, what: row.title, link, list: '/plans', owner: ownerUnitId, scorers: [], inspectors: [] }
}

const ofDatum = async (tx: Tx, datum: Datum & { scorers: readonly string[] }): Promise<Ground | null> => {
  const found = await planOf(tx, datum.planId)
  if (found === null) return null
  const element = found.plan.content.dataElements.find(({ key }) => key === datum.elementKey)
  const unit = (await unitNames(tx, [datum.unitId])).get(datum.unitId) ?? ''
  const query = new URLSearchParams({ planId: datum.planId, elementKey: datum.elementKey })
  return {
    ...found.base,
    what: `${element?.name ?? datum.elementKey}（${unit}）`,
    link: `/collection?${query}&open=${datum.id}`,
    list: `/collection?${query}`,
    scorers: datum.scorers.map(placeFrom),
  }
}

const ofLateEntry = async (tx: Tx, entry: LateEntry): Promise<Ground | null> => {
  const { planId, leafKey, unitId, askedUnitId } = entry
  const found = await planOf(tx, planId)
  if (found === null) return null
  const unit = (await unitNames(tx, [unitId])).get(unitId) ?? ''
  const places = await tx
    .selectFrom('datum')
    .select('scorer_places')
    .where('plan_id', '=', planId)
    .where('unit_id', '=', unitId)
    .where('asked_unit_id', '=', askedUnitId)
    .where('asked', '=', true)
    .where(sql<boolean>`${leafKey} = ANY(leaf_keys)`)
    .execute()
  const leaf = nodeByKey(found.plan.content, leafKey)?.name ?? leafKey
  return {
    ...found.base,
    what: `${leaf}（${unit}）`,
    link: `/collection/late-entries?open=${entry.id}`,
    list: '/collection/late-entries',
    scorers: [...new Set(places.flatMap(({ scorer_places }) => scorer_places))].map(placeFrom),
  }
}

const ofSheetRow = async (tx: Tx, sheetId: string) => {
  const row = await tx
    .selectFrom('sheet')
    .select(['plan_id', 'leaf_name', 'scorer_unit_id', 'scorer_section_id'])
    .where('id', '=', sheetId)
    .executeTakeFirst()
  const found = row && (await planOf(tx, row.plan_id))
  if (!row || !found) return null
  const scorer: Place = { unitId: row.scorer_unit_id, sectionId: row.scorer_section_id }
  return {
    ...found.base,
    what: row.leaf_name,
    scorers: [scorer],
    inspectors: [...found.base.inspectors, scorer.unitId],
  }
}

const ofSheet = async (tx: Tx, { id }: { id: string }): Promise<Ground | null> => {
  const ground = await ofSheetRow(tx, id)
  return ground && { ...ground, link: `/scoring/${id}`, list: '/scoring' }
}

const ofSelfReview = async (tx: Tx, { planId, unitId }: SelfReview): Promise<Ground | null> => {
  const found = await planOf(tx, planId)
  const link = `/self-reviews/${planId}/${unitId}`
  return found && { ...found.base, what: found.plan.title, link, list: '/self-reviews' }
}

/** Each unit finds its own scores on the list. */
const ofFeedback = async (tx: Tx, { planId }: Feedback): Promise<Ground | null> => {
  const found = await planOf(tx, planId)
  return found && { ...found.base, what: found.plan.title, link: '/feedback', list: '/feedback' }
}

const ofQuestion = async (tx: Tx, { id, planId, leafKey, unitId }: FeedbackQuestion): Promise<Ground | null> => {
  const found = await planOf(tx, planId)
  if (found === null) return null
  const sheets = await tx
    .selectFrom('sheet')
    .select(['scorer_unit_id', 'scorer_section_id'])
    .where('plan_id', '=', planId)
    .where('leaf_key', '=', leafKey)
    .where(sql<boolean>`${unitId}::uuid = ANY(unit_ids)`)
    .execute()
  const unit = (await unitNames(tx, [unitId])).get(unitId) ?? ''
  return {
    ...found.base,
    what: `${nodeByKey(found.plan.content, leafKey)?.name ?? leafKey}（${unit}）`,
    link: `/feedback?open=${id}`,
    list: '/feedback',
    scorers: sheets.map((row) => ({ unitId: row.scorer_unit_id, sectionId: row.scorer_section_id })),
  }
}

const ofVerification = async (tx: Tx, { id, sheetId }: Verification): Promise<Ground | null> => {
  const ground = await ofSheetRow(tx, sheetId)
  return ground && { ...ground, link: `/verification/${id}`, list: '/verification' }
}

const ofRemark = async (tx: Tx, { planId }: Remark): Promise<Ground | null> => {
  const found = await planOf(tx, planId)
  return found && { ...found.base, what: found.plan.title, link: '/remarks', list: '/remarks' }
}

const ofResult = async (tx: Tx, { planId }: { planId: string }): Promise<Ground | null> => {
  const found = await planOf(tx, planId)
  const link = `/results/${planId}`
  return found && { ...found.base, what: found.plan.title, link, list: '/results' }
}

/** A lead unit finds the report that came back under its own plan; the register itself is the office's. */
const ofLeadReport = async (
  tx: Tx,
  { id, planId, leadUnitId, state }: { id: string; planId: string; leadUnitId: string; state: string },
): Promise<Ground | null> => {
  const found = await planOf(tx, planId)
  if (found === null) return null
  const own = await tx
    .selectFrom('plan')
    .select('id')
    .where('parent_plan_id', '=', planId)
    .where('owner_unit_id', '=', leadUnitId)
    .where('issued_number', 'is not', null)
    .executeTakeFirst()
  const link = state === 'returned' ? `/results/${own?.id ?? planId}` : `/results/${planId}?report=${id}`
  const what = (await unitNames(tx, [leadUnitId])).get(leadUnitId) ?? ''
  return { ...found.base, what, link, list: '/results' }
}

const titleOf = async (tx: Tx, resultId: string): Promise<string> =>
  (await paperOfResult(tx, resultId))?.words.letter.title ?? ''

const signedSteps: readonly string[] = ['leaderReview', 'coordinating', 'countersign', 'principalSign']

const ofApproval = async (tx: Tx, approval: Approval): Promise<Ground | null> => {
  const found = await planOf(tx, approval.planId)
  if (found === null) return null
  const { plan, base } = found
  const fits: Ground['fits'] = signedSteps.includes(approval.state)
    ? (post) => mayStandAt(approval, plan, post)
    : (post) => carryingPosts([post as never], plan).length > 0
  const what = await titleOf(tx, approval.subject.id)
  const waits = !['returned', 'completed', 'fallen'].includes(approval.state)
  return { ...base, what, link: `/approvals/${approval.id}`, list: '/approvals', ...(waits && { fits }) }
}

const ofSubmission = async (tx: Tx, { approvalId }: { approvalId: string }): Promise<Ground | null> => {
  const row = await tx
    .selectFrom('approval')
    .select(['plan_id', 'result_id'])
    .where('id', '=', approvalId)
    .executeTakeFirst()
  const found = row && (await planOf(tx, row.plan_id))
  if (!row || !found) return null
  const what = await titleOf(tx, row.result_id)
  return { ...found.base, what, link: `/approvals/${approvalId}`, list: '/approvals' }
}

const ofAdjustment = async (tx: Tx, { id, planId, unitId, content }: TargetAdjustment): Promise<Ground | null> => {
  const found = await planOf(tx, planId)
  if (found === null) return null
  const unit = (await unitNames(tx, [unitId])).get(unitId) ?? ''
  const list = '/target-adjustments'
  return { ...found.base, what: `${content.was.leafName}（${unit}）`, link: `${list}/${id}`, list }
}

const ofObjection = async (tx: Tx, { id, score }: Objection): Promise<Ground | null> => {
  const found = await planOf(tx, score.planId)
  if (found === null) return null
  const unit = (await unitNames(tx, [score.unitId])).get(score.unitId) ?? ''
  return { ...found.base, what: `${score.leafName}（${unit}）`, link: `/objections/${id}`, list: '/objections' }
}

const ofProgress = async (_tx: Tx, report: ProgressReport): Promise<Ground> => ({
  plan: '',
  what: report.content.demand.indicator,
  link: `/cascade/${report.superiorPlanId}?tab=progress&period=${report.period}`,
  list: '/cascade',
  owner: report.officeUnitId,
  scorers: [],
  inspectors: [],
})

const ofSuperiorPlan = async (_tx: Tx, { id, unitId, content }: SuperiorPlan): Promise<Ground> => ({
  plan: '',
  what: content.document.title,
  link: `/cascade/${id}`,
  list: '/cascade',
  owner: unitId,
  scorers: [],
  inspectors: [],
})

const titled =
  (list: '/circulars' | '/matters' | '/supervision' | '/year-reviews' | '/evaluations') =>
  async (
    _tx: Tx,
    { id, unitId, content }: { id: string; unitId: string; content: { title: string } },
  ): Promise<Ground> => ({
    plan: '',
    what: content.title,
    link: `${list}/${id}`,
    list,
    owner: unitId,
    scorers: [],
    inspectors: [],
  })

const orderTitle = async (tx: Tx, supervisionId: string): Promise<string> =>
  (await tx.selectFrom('supervision').select('content').where('id', '=', supervisionId).executeTakeFirst())?.content
    .title ?? ''

const ofVisit = async (tx: Tx, { id, supervisionId, fromUnitId, unitId }: SupervisionVisit): Promise<Ground> => {
  const unit = (await unitNames(tx, [unitId])).get(unitId) ?? ''
  return {
    plan: '',
    what: `${await orderTitle(tx, supervisionId)}（${unit}）`,
    link: `/supervision/visits/${id}`,
    list: '/supervision/rectifications',
    owner: fromUnitId,
    scorers: [],
    inspectors: [],
  }
}

const ofRectification = async (tx: Tx, { id, fromUnitId, unitId, demand }: Rectification): Promise<Ground> => {
  const unit = (await unitNames(tx, [unitId])).get(unitId) ?? ''
  return {
    plan: '',
    what: `${demand.subject}（${unit}）`,
    link: `/supervision/rectifications/${id}`,
    list: '/supervision/rectifications',
    owner: fromUnitId,
    scorers: [],
    inspectors: [],
  }
}

const ofMilestone = async (tx: Tx, { id, planId, unitId, officeUnitId, demand }: Milestone): Promise<Ground> => {
  const unit = (await unitNames(tx, [unitId])).get(unitId) ?? ''
  const row = await tx.selectFrom('plan').select('title').where('id', '=', planId).executeTakeFirst()
  return {
    plan: row?.title ?? '',
    what: `${demand.indicator.split(' › ').at(-1) ?? ''} · ${demand.name}（${unit}）`,
    link: `/milestones/${id}`,
    list: '/milestones/list',
    owner: officeUnitId,
    scorers: [],
    inspectors: [],
  }
}

const ofRoutineRecord = async (tx: Tx, record: RoutineRecord): Promise<Ground> => {
  const { id, planId, unitId, leadUnitId, indicator, content } = record
  const unit = (await unitNames(tx, [unitId])).get(unitId) ?? ''
  const row = await tx.selectFrom('plan').select('title').where('id', '=', planId).executeTakeFirst()
  return {
    plan: row?.title ?? '',
    what: `${indicator.split(' › ').at(-1) ?? ''}（${unit}，${content.happenedOn}）`,
    link: `/routine-records/${id}`,
    list: '/routine-records',
    owner: leadUnitId,
    scorers: [],
    inspectors: [],
  }
}
const ofPeopleProposal = async (tx: Tx, { id, unitId }: { id: string; unitId: string }): Promise<Ground> => ({
  plan: '',
  what: `${(await unitNames(tx, [unitId])).get(unitId) ?? ''}人员变动申报`,
  link: `/people-proposals/${id}`,
  list: '/people-proposals',
  owner: unitId,
  scorers: [],
  inspectors: [],
})

const loaders: Readonly<Record<ToldNoun, Loader>> = {
  plan: ofPlan,
  datum: ofDatum,
  lateEntry: ofLateEntry,
  selfReview: ofSelfReview,
  feedback: ofFeedback,
  feedbackQuestion: ofQuestion,
  sheet: ofSheet,
  verification: ofVerification,
  remark: ofRemark,
  leadReport: ofLeadReport,
  result: ofResult,
  approval: ofApproval,
  submission: ofSubmission,
  circular: titled('/circulars'),
  matter: titled('/matters'),
  supervision: titled('/supervision'),
  supervisionVisit: ofVisit,
  rectification: ofRectification,
  targetAdjustment: ofAdjustment,
  objection: ofObjection,
  milestone: ofMilestone,
  routineRecord: ofRoutineRecord,
  yearReview: titled('/year-reviews'),
  superiorPlan: ofSuperiorPlan,
  peopleProposal: ofPeopleProposal,
  evaluation: titled('/evaluations'),
  progressReport: ofProgress,
}

/** Read only once something is to be told: an ordinary act asks for nothing. */
export const groundFor = (tx: Tx, noun: ToldNoun, form: unknown): Promise<Ground | null> =>
  loaders[noun](tx, form as never)
