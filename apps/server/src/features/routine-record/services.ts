import type { Refusal } from '@quanheng/contract/errors'
import type { BodyOf } from '@quanheng/contract/route'
import type * as contract from '@quanheng/contract/routine-record'
import { addDays } from '@quanheng/domain/kernel/local-date'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { addWorkingDays } from '@quanheng/domain/kernel/working-days'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { scorerFor } from '@quanheng/domain/plan/responsibility'
import type { RoutineRecordCommand, TypedContent } from '@quanheng/domain/routine-record/commands'
import { beginRoutineRecord, decideRoutineRecord, type RoutineSubject } from '@quanheng/domain/routine-record/decide'
import type { RoutineRecord } from '@quanheng/domain/routine-record/model'
import type { HeldPost } from '../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { type Acting, actOn } from '../../platform/work/act-on-kept.ts'
import { workCalendar } from '../calendar/index.ts'
import { lockIssuedPlan, planHeader, plansVisibleTo } from '../plan/index.ts'
import { recordIsVisible, recordsVisibleTo } from './scope.ts'
import { type KeptRoutineRecord, routineRecordKeeper } from './store.ts'
import { officeOf } from './subjects.ts'
import type { RoutineRecordRow } from './tables.ts'

/** 单位核对期限, in working days from the day it is told. */
const viewDays = 5

const trimmed = (text: string): string => normaliseText(text).trim()

type ContentBody = BodyOf<typeof contract.beginRoutineRecord>['content']

const readFiles = async (
  asked: Asking,
  files: ContentBody['files'],
  earlier: readonly string[],
  at: string,
): Promise<Result<ContentBody['files'], Refusal>> => {
  const digests = files.map(({ digest }) => digest)
  const sent = await filesSent(asked, digests, earlier, at)
  return sent.ok ? ok(files.map(({ digest, name }) => ({ digest, name }))) : sent
}

const typedContent = async (
  asked: Asking,
  content: ContentBody,
  earlier: readonly string[] = [],
): Promise<Result<TypedContent, Refusal>> => {
  const files = await readFiles(asked, content.files, earlier, 'body.content.files')
  if (!files.ok) return files
  const { happenedOn, happening, source, effect, proposalBasis, points } = content
  return ok({
    happenedOn,
    happening: trimmed(happening),
    source: trimmed(source),
    effect,
    proposalBasis: trimmed(proposalBasis),
    points,
    files: files.value,
  })
}

/** Of the lead unit's section, then of the lead unit, then whatever the person holds. */
const postAt = (
  posts: readonly HeldPost[],
  { unitId, sectionId }: { readonly unitId: string; readonly sectionId?: string | null | undefined },
): HeldPost | undefined =>
  posts.find((post) => post.unitId === unitId && (sectionId == null || post.sectionId === sectionId)) ??
  posts.find((post) => post.unitId === unitId) ??
  posts[0]

/** The post under which this person would record the item: of whoever scores it. */
export const postOfScorer = (
  posts: readonly HeldPost[],
  plan: PlanContent,
  leafKey: string,
  unitId: string,
): HeldPost | undefined => {
  const scorer = scorerFor(plan, leafKey, unitId)
  return scorer.ok ? postAt(posts, scorer.value) : posts[0]
}

/** The subject of a new record under the plan in force, which stays in force until the act is done. */
export const subjectFor = async (
  asked: Asking,
  planId: string,
): Promise<(Omit<RoutineSubject, 'leafKey' | 'unitId'> & { readonly year: number }) | null> => {
  const seen = await planHeader(asked.tx, plansVisibleTo(asked.actor), planId)
  const plan = seen && (await lockIssuedPlan(asked.tx, planId))
  if (plan === null) return null
  return { planId, plan: plan.content, officeUnitId: await officeOf(asked.tx, plan), year: plan.year }
}

export const begin: CommandHandler<typeof contract.beginRoutineRecord> = async ({ body, ...asked }) => {
  const { planId, leafKey, unitId } = body
  const subject = await subjectFor(asked, planId)
  if (subject === null) return refuse('platform.notFound')
  const post = postOfScorer(asked.posts, subject.plan, leafKey, unitId)
  if (post === undefined) return refuse('platform.notFound')
  const content = await typedContent(asked, body.content)
  if (!content.ok) return content
  const context = { ...commandContext(asked, post), year: subject.year }
  const begun = beginRoutineRecord({ ...subject, leafKey, unitId }, content.value, context)
  if (!begun.ok) return begun
  const saved = await routineRecordKeeper.insert(asked.tx, begun.value.next)
  return ok({
    post,
    events: begun.value.events,
    changes: [routineRecordKeeper.change(null, saved)],
    reply: { routineRecordId: saved.row.id },
  })
}

const yearOf = async ({ tx }: Asking, planId: string): Promise<number> =>
  (await tx.selectFrom('plan').select('year').where('id', '=', planId).executeTakeFirstOrThrow()).year

type Choose = Acting<RoutineRecordRow, RoutineRecord, RoutineRecordCommand>['postOn']

const ofLead: Choose = (posts, { row }) => postAt(posts, { unitId: row.lead_unit_id, sectionId: row.lead_section_id })
const ofUnit: Choose = (posts, { row }) => postAt(posts, { unitId: row.unit_id })

const acting: Acting<RoutineRecordRow, RoutineRecord, RoutineRecordCommand> = {
  keeper: routineRecordKeeper,
  seenBy: (actor) => recordIsVisible(recordsVisibleTo(actor)),
  postOn: ofLead,
  decide: async (asked, { model }, command, post) => {
    const year = await yearOf(asked, model.planId)
    return decideRoutineRecord(model, command, { ...commandContext(asked, post), year })
  },
}

interface Asked extends Asking {
  readonly params: { readonly routineRecordId: string }
  readonly body: { readonly version: number }
}

const actOnRecord = (
  asked: Asked,
  read: (held: KeptRoutineRecord) => Promise<Result<RoutineRecordCommand, Refusal>>,
  choose?: Choose,
) => actOn(acting, asked, { id: asked.params.routineRecordId, version: asked.body.version }, read, choose)

export const edit: CommandHandler<typeof contract.editRoutineRecord> = (asked) =>
  actOnRecord(asked, async ({ row }) => {
    const content = await typedContent(asked, asked.body.content, row.file_digests)
    return content.ok ? ok({ kind: 'edit', content: content.value }) : content
  })

export const discard: CommandHandler<typeof contract.discardRoutineRecord> = (asked) =>
  actOnRecord(asked, async () => ok({ kind: 'discard' }))

export const submit: CommandHandler<typeof contract.submitRoutineRecord> = (asked) =>
  actOnRecord(asked, async () => ok({ kind: 'submit' }))

export const confirm: CommandHandler<typeof contract.confirmRoutineRecord> = (asked) =>
  actOnRecord(asked, async () => {
    const { today } = asked.context
    const until = addWorkingDays(await workCalendar(asked.tx), today, viewDays)
    // A year without a table of holidays counts calendar days.
    return ok({ kind: 'confirm', viewUntil: until.ok ? until.value : addDays(today, viewDays) })
  })

export const sendBack: CommandHandler<typeof contract.returnRoutineRecord> = (asked) =>
  actOnRecord(asked, async () => ok({ kind: 'return', reason: trimmed(asked.body.reason) }))

export const state: CommandHandler<typeof contract.stateOnRoutineRecord> = (asked) =>
  actOnRecord(
    asked,
    async ({ row }) => {
      const { stance, words, files: sent } = asked.body
      const files = await readFiles(asked, sent, row.file_digests, 'body.files')
      return files.ok ? ok({ kind: 'state', stance, words: trimmed(words), files: files.value }) : files
    },
    ofUnit,
  )

export const uphold: CommandHandler<typeof contract.upholdRoutineRecord> = (asked) =>
  actOnRecord(asked, async () => ok({ kind: 'uphold', reason: trimmed(asked.body.reason) }))

export const withdraw: CommandHandler<typeof contract.withdrawRoutineRecord> = (asked) =>
  actOnRecord(asked, async () => ok({ kind: 'withdraw', reason: trimmed(asked.body.reason) }))
