import type { Refusal } from '@quanheng/contract/errors'
import type { BodyOf } from '@quanheng/contract/route'
import type * as contract from '@quanheng/contract/supervision'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { beginSupervision } from '@quanheng/domain/supervision/decide'
import type { SupervisionContent } from '@quanheng/domain/supervision/model'
import { plannedVisits } from '@quanheng/domain/supervision-visit/decide'
import type { Asking } from '../../platform/door/asking.ts'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { draftCircular } from '../circular/index.ts'
import { actOnSupervision, decideOnSupervision, supervisionContext } from './act-on-supervision.ts'
import { circularOf } from './circular.ts'
import { supervisionKeeper, visitKeeper } from './store.ts'

export const trimmed = (text: string): string => normaliseText(text).trim()

type ContentBody = BodyOf<typeof contract.beginSupervision>['content']

const readContent = async (
  { tx }: Asking,
  { unitIds, ...body }: ContentBody,
): Promise<Result<SupervisionContent, Refusal>> => {
  const ids = [...new Set(unitIds)]
  const known = ids.length === 0 ? [] : await tx.selectFrom('unit').select('id').where('id', 'in', ids).execute()
  if (known.length !== ids.length) return refuse('platform.notFound', { at: 'body.content.unitIds' })
  const { hint, yellow, red } = body.ladder.follows
  return ok({
    kind: body.kind,
    title: trimmed(body.title),
    basis: trimmed(body.basis),
    body: trimmed(body.wording),
    subjects: [...new Set(body.subjects.map(trimmed).filter((subject) => subject !== ''))],
    unitIds: ids,
    from: body.from ?? '',
    to: body.to ?? '',
    ladder: { ...body.ladder, follows: { hint: trimmed(hint), yellow: trimmed(yellow), red: trimmed(red) } },
  })
}

export const begin: CommandHandler<typeof contract.beginSupervision> = async ({ body, ...asked }) => {
  const [post] = asked.posts
  if (post === undefined) return refuse('platform.notFound')
  const content = await readContent(asked, body.content)
  if (!content.ok) return content
  const begun = beginSupervision(content.value, await supervisionContext(asked, post))
  if (!begun.ok) return begun
  const saved = await supervisionKeeper.insert(asked.tx, begun.value.next)
  const changes = [supervisionKeeper.change(null, saved)]
  return ok({ post, events: begun.value.events, changes, reply: { supervisionId: saved.row.id } })
}

export const edit: CommandHandler<typeof contract.editSupervision> = (asked) =>
  actOnSupervision(asked, async () => {
    const content = await readContent(asked, asked.body.content)
    return content.ok ? ok({ kind: 'edit', content: content.value }) : content
  })

export const propose: CommandHandler<typeof contract.proposeSupervision> = (asked) =>
  actOnSupervision(asked, async () => ok({ kind: 'propose' }))

const scan = (scanDigest: string | null) => (scanDigest === null ? {} : { scanDigest })

/** The head's order opens one visit for each unit of its scope. */
export const order: CommandHandler<typeof contract.orderSupervision> = async (asked) => {
  const { words, on, scanDigest } = asked.body
  const decided = await decideOnSupervision(asked, async () => {
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    return sent.ok ? ok({ kind: 'order', words: trimmed(words), on, ...scan(scanDigest) }) : sent
  })
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  const { id, unitId, content, standing } = after.model
  const changes: Change[] = [supervisionKeeper.change(before, after)]
  if (standing.order) {
    const given = { id, unitId, unitIds: content.unitIds, by: standing.order.by }
    for (const visit of plannedVisits(given, await supervisionContext(asked, post, id))) {
      changes.push(visitKeeper.change(null, await visitKeeper.insert(asked.tx, visit)))
    }
  }
  return ok({ post, events, changes, reply: { version: after.row.version } })
}

export const sendBack: CommandHandler<typeof contract.returnSupervision> = (asked) =>
  actOnSupervision(asked, async () => {
    const { reason, scanDigest } = asked.body
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    return sent.ok ? ok({ kind: 'return', reason: trimmed(reason), ...scan(scanDigest) }) : sent
  })

export const cancel: CommandHandler<typeof contract.cancelSupervision> = (asked) =>
  actOnSupervision(asked, async () => ok({ kind: 'cancel', reason: trimmed(asked.body.reason) }))

/** Ends the order; 督查通报 stands as a draft among the circulars, for the office to finish and the head to let out. */
export const conclude: CommandHandler<typeof contract.concludeSupervision> = async (asked) => {
  const { tx, context, params, body } = asked
  const visited = await tx
    .selectFrom('supervision_visit')
    .select('id')
    .where('supervision_id', '=', params.supervisionId)
    .where('state', '=', 'settled')
    .limit(1)
    .executeTakeFirst()
  const circularId = visited && context.newId()
  const decided = await decideOnSupervision(asked, async () =>
    ok({ kind: 'conclude', words: trimmed(body.words), ...(circularId !== undefined && { circularId }) }),
  )
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  const change = supervisionKeeper.change(before, after)
  const reply = { version: after.row.version, circularId: circularId ?? null }
  if (circularId === undefined) return ok({ post, events, changes: [change], reply })
  const content = await circularOf(tx, after.model)
  const drafted = await draftCircular({ ...asked, context: { ...context, newId: () => circularId } }, content, post)
  if (!drafted.ok) return drafted
  return ok({ post, events: [...events, ...drafted.value.events], changes: [change, drafted.value.change], reply })
}
