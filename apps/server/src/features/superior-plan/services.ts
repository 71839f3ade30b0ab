import type { Refusal } from '@quanheng/contract/errors'
import type { BodyOf } from '@quanheng/contract/route'
import type * as contract from '@quanheng/contract/superior-plan'
import type * as verdicts from '@quanheng/contract/superior-verdict'
import { normaliseName, normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { GivenShare } from '@quanheng/domain/superior-plan/commands'
import { beginSuperiorPlan } from '@quanheng/domain/superior-plan/decide'
import type { SuperiorDocument } from '@quanheng/domain/superior-plan/model'
import type { Reader } from '../../platform/database/database.ts'
import { commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { noticeIndicators } from '../notice/index.ts'
import { actOnSuperiorPlan, decideOnSuperiorPlan } from './act.ts'
import { superiorPlanKeeper } from './store.ts'

const trimmed = (text: string): string => normaliseText(text).trim()

const documentOf = ({ title, number, issuer, files }: SuperiorDocument): SuperiorDocument => ({
  title: normaliseName(title),
  number: normaliseName(number),
  issuer: normaliseName(issuer),
  files,
})

export const begin: CommandHandler<typeof contract.beginSuperiorPlan> = async ({ body, ...asked }) => {
  const [post] = asked.posts
  if (!post) return refuse('platform.notFound')
  const digests = body.document.files.map(({ digest }) => digest)
  const sent = await filesSent(asked, digests, [], (at) => `body.document.files[${at}].digest`)
  if (!sent.ok) return sent
  const begun = beginSuperiorPlan({ year: body.year, document: documentOf(body.document) }, commandContext(asked, post))
  if (!begun.ok) return begun
  const saved = await superiorPlanKeeper.insert(asked.tx, begun.value.next)
  return ok({
    post,
    events: begun.value.events,
    changes: [superiorPlanKeeper.change(null, saved)],
    reply: { superiorPlanId: saved.row.id },
  })
}

export const edit: CommandHandler<typeof contract.editSuperiorPlan> = (asked) =>
  actOnSuperiorPlan(asked, async ({ row }) => {
    const { document } = asked.body
    const digests = document.files.map(({ digest }) => digest)
    const sent = await filesSent(asked, digests, row.file_digests, (at) => `body.document.files[${at}].digest`)
    return sent.ok ? ok({ kind: 'edit', document: documentOf(document) }) : sent
  })

export const setIndicators: CommandHandler<typeof contract.setSuperiorIndicators> = (asked) =>
  actOnSuperiorPlan(asked, async () =>
    ok({
      kind: 'setIndicators',
      indicators: asked.body.indicators.map(({ key, name, measureUnit, task, sentence, ...one }) => ({
        ...one,
        ...(key !== null && { key }),
        name: normaliseName(name),
        measureUnit: normaliseName(measureUnit),
        task: trimmed(task),
        sentence: trimmed(sentence),
      })),
    }),
  )

/** Behind those that stand, as the reader found them; what a notice does not say stays empty. */
export const takeNotice: CommandHandler<typeof contract.takeSuperiorNotice> = async (asked) => {
  const { tx, actor, body, context } = asked
  const decided = await decideOnSuperiorPlan(asked, async ({ model }) => {
    const found = await noticeIndicators(tx, actor, body.noticeId, context.today)
    if (found === undefined) return refuse('platform.notFound')
    if (found.length === 0) return refuse('superiorPlan.noticeEmpty')
    const taken = found.map((one) => ({ ...one, target: '', measureUnit: '', sharing: 'split' as const, due: '' }))
    return ok({ kind: 'setIndicators', indicators: [...model.content.indicators, ...taken] })
  })
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  const count = after.model.content.indicators.length - before.model.content.indicators.length
  const changes = [superiorPlanKeeper.change(before, after)]
  return ok({ post, events, changes, reply: { version: after.row.version, count } })
}

/** Every unit is registered and at work, every section is one of its unit. */
const placesStand = async (
  db: Reader,
  shares: BodyOf<typeof contract.divideSuperiorPlan>['shares'],
): Promise<Result<null, Refusal>> => {
  const unitIds = [...new Set(shares.map(({ unitId }) => unitId))]
  const sectionIds = [...new Set(shares.flatMap(({ sectionId }) => sectionId ?? []))]
  const units =
    unitIds.length === 0
      ? []
      : await db.selectFrom('unit').select('id').where('id', 'in', unitIds).where('state', '=', 'active').execute()
  const sections =
    sectionIds.length === 0
      ? []
      : await db
          .selectFrom('section')
          .select(['id', 'unit_id'])
          .where('id', 'in', sectionIds)
          .where('state', '=', 'active')
          .execute()
  for (const [at, { unitId, sectionId }] of shares.entries()) {
    if (!units.some(({ id }) => id === unitId))
      return refuse('superiorPlan.unitUnknown', { at: `body.shares[${at}].unitId` })
    if (sectionId !== null && !sections.some(({ id, unit_id }) => id === sectionId && unit_id === unitId))
      return refuse('superiorPlan.sectionUnknown', { at: `body.shares[${at}].sectionId` })
  }
  return ok(null)
}

export const divide: CommandHandler<typeof contract.divideSuperiorPlan> = (asked) =>
  actOnSuperiorPlan(asked, async () => {
    const stand = await placesStand(asked.tx, asked.body.shares)
    if (!stand.ok) return stand
    const shares = asked.body.shares.map(
      ({ sectionId, ownerName, basis, ...one }): GivenShare => ({
        ...one,
        ...(sectionId !== null && { sectionId }),
        ownerName: normaliseName(ownerName),
        basis: trimmed(basis),
      }),
    )
    return ok({ kind: 'divide', shares })
  })

export const schedule: CommandHandler<typeof contract.scheduleSuperiorPlan> = (asked) =>
  actOnSuperiorPlan(asked, async () => ok({ kind: 'schedule', calendar: asked.body.calendar }))

export const issue: CommandHandler<typeof contract.issueSuperiorPlan> = (asked) =>
  actOnSuperiorPlan(asked, async () => ok({ kind: 'issue', reason: trimmed(asked.body.reason) }))

export const selfScore: CommandHandler<typeof verdicts.registerSelfScores> = (asked) =>
  actOnSuperiorPlan(asked, async () =>
    ok({
      kind: 'selfScore',
      scores: asked.body.scores.map(({ words, ...one }) => ({ ...one, words: trimmed(words) })),
    }),
  )

export const registerVerdict: CommandHandler<typeof verdicts.registerVerdict> = (asked) =>
  actOnSuperiorPlan(asked, async ({ row }) => {
    const { on, number, scanDigest, scores: given } = asked.body
    const sent = await filesSent(asked, [scanDigest], row.file_digests, 'body.scanDigest')
    if (!sent.ok) return sent
    const scores = given.map(({ words, ...one }) => ({ ...one, words: trimmed(words) }))
    return ok({ kind: 'registerVerdict', on, number: normaliseName(number), scanDigest, scores })
  })

export const revise: CommandHandler<typeof contract.reviseSuperiorPlan> = (asked) =>
  actOnSuperiorPlan(asked, async () => ok({ kind: 'revise', reason: trimmed(asked.body.reason) }))

export const cancel: CommandHandler<typeof contract.cancelSuperiorPlan> = (asked) =>
  actOnSuperiorPlan(asked, async () => ok({ kind: 'cancel', reason: trimmed(asked.body.reason) }))
