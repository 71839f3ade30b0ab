import * as contract from '@quanheng/contract/remark'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { answerRemark, fileRemark } from '@quanheng/domain/remark/decide'
import { commandContext } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { sameVersion } from '../../platform/door/stale.ts'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { issuedPlan, lockIssuedPlan } from '../plan/index.ts'
import { list } from './list.ts'
import { insertRemark, remarkChange, remarkOf, saveAnswer } from './store.ts'
import { isOfPlan, itemsOn, subjectsOf } from './subject.ts'

const trimmed = (text: string): string => normaliseText(text).trim()

/** The plan is held, so that nothing is locked between the remark and its being seen. */
const file: CommandHandler<typeof contract.fileRemark> = async ({ tx, actor, posts, params, body, context }) => {
  const plan = await lockIssuedPlan(tx, params.planId)
  const post = posts.find(({ unitId, watches = [unitId] }) => plan !== null && watches.includes(plan.ownerUnitId))
  if (plan === null || post === undefined) return refuse('platform.notFound')
  const { subject } = body
  const id =
    subject.noun === 'year'
      ? plan.planId
      : subject.noun === 'sheet'
        ? subject.sheetId
        : subject.noun === 'item'
          ? subject.itemId
          : subject.drawId
  if (subject.noun !== 'year' && !(await isOfPlan(tx, plan.planId, subject.noun, id))) {
    return refuse('platform.notFound', { at: 'body.subject' })
  }
  const made = fileRemark(
    { planId: plan.planId, subject: { noun: subject.noun, id }, words: trimmed(body.words) },
    commandContext({ actor, context }, post),
  )
  if (!made.ok) return made
  await insertRemark(tx, made.value.next)
  const { next, events } = made.value
  return ok({ post, events, changes: [remarkChange(next, 1, null)], reply: { remarkId: next.id } })
}

const answer: CommandHandler<typeof contract.answerRemark> = async ({ tx, actor, posts, params, body, context }) => {
  const row = await tx.selectFrom('remark').selectAll().where('id', '=', params.remarkId).forUpdate().executeTakeFirst()
  const plan = row && (await issuedPlan(tx, row.plan_id))
  const post = posts.find(({ unitId }) => unitId === plan?.ownerUnitId)
  if (row === undefined || post === undefined) return refuse('platform.notFound')
  const current = await sameVersion(tx, row, body.version)
  if (!current.ok) return current
  const decided = answerRemark(
    remarkOf(row),
    { kind: body.kind, words: trimmed(body.words) },
    commandContext({ actor, context }, post),
  )
  if (!decided.ok) return decided
  const { next, events } = decided.value
  const version = row.version + 1
  await saveAnswer(tx, next, version)
  return ok({ post, events, changes: [remarkChange(next, version, row)], reply: { version } })
}

export const remarkRoutes = (): readonly Binding[] => [
  bindQuery(contract.listRemarks, async ({ db, actor, query }) => ok(await list(db, actor, query))),
  bindQuery(contract.remarkSubjectsOf, async ({ db, posts, params }) => {
    const plan = await issuedPlan(db, params.planId)
    const seen = posts.some(({ unitId, watches = [unitId] }) => plan && watches.includes(plan.ownerUnitId))
    return seen ? ok(await subjectsOf(db, params.planId)) : refuse('platform.notFound')
  }),
  bindQuery(contract.remarkItemsOf, async ({ db, posts, params }) => {
    const sheet = await db.selectFrom('sheet').select('plan_id').where('id', '=', params.sheetId).executeTakeFirst()
    const plan = sheet && (await issuedPlan(db, sheet.plan_id))
    const seen = posts.some(({ unitId, watches = [unitId] }) => plan && watches.includes(plan.ownerUnitId))
    return seen ? ok({ items: await itemsOn(db, params.sheetId) }) : refuse('platform.notFound')
  }),
  bindCommand(contract.fileRemark, file),
  bindCommand(contract.answerRemark, answer),
]
