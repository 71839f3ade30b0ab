import type * as contract from '@quanheng/contract/supervision-visit'
import { normaliseCode } from '@quanheng/domain/kernel/normalise'
import { ok } from '@quanheng/domain/kernel/result'
import { itemsOf } from '@quanheng/domain/rectification/decide'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { commandContext } from '../../platform/door/asking.ts'
import type { Change, CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { officePost } from '../../platform/work/act-on-kept.ts'
import { actOnVisit, decideOnVisit } from './act-on-visit.ts'
import { trimmed } from './services.ts'
import { itemKeeper, type KeptVisit, supervisionKeeper, visitKeeper } from './store.ts'

const named = (files: readonly { readonly digest: string; readonly name: string }[]) =>
  files.map(({ digest, name }) => ({ digest, name }))

export const record: CommandHandler<typeof contract.recordVisit> = (asked) =>
  actOnVisit(asked, async ({ row }) => {
    const { notes } = asked.body
    const digests = [notes, ...notes.findings.map(({ photographs }) => ({ files: photographs }))].flatMap(({ files }) =>
      files.map(({ digest }) => digest),
    )
    const sent = await filesSent(asked, digests, row.file_digests, 'body.notes.files')
    if (!sent.ok) return sent
    return ok({
      kind: 'record',
      notes: {
        on: notes.on,
        visitors: trimmed(notes.visitors),
        overview: trimmed(notes.overview),
        files: named(notes.files),
        findings: notes.findings.map(({ subject, fact, basis, seriousness, photographs }) => ({
          id: asked.context.newId(),
          subject: trimmed(subject),
          fact: trimmed(fact),
          basis: trimmed(basis),
          seriousness,
          photographs: named(photographs),
        })),
      },
    })
  })

export const send: CommandHandler<typeof contract.sendVisit> = (asked) =>
  actOnVisit(asked, async () => ok({ kind: 'send', until: asked.body.until }))

/** The visited unit's own post first, then the office's, which brings the signed statement. */
const stating = (posts: Parameters<typeof officePost>[0], { row }: KeptVisit) =>
  posts.find(({ unitId }) => unitId === row.unit_id) ?? officePost(posts, row.from_unit_id)

export const state: CommandHandler<typeof contract.stateOnVisit> = (asked) =>
  actOnVisit(
    asked,
    async () => {
      const { words, files, scanDigest } = asked.body
      const digests = [...files.map(({ digest }) => digest), scanDigest]
      const sent = await filesSent(asked, digests, [], (index) =>
        index < files.length ? 'body.files' : 'body.scanDigest',
      )
      if (!sent.ok) return sent
      const scan = scanDigest === null ? {} : { scanDigest }
      return ok({ kind: 'state', words: trimmed(words), files: named(files), ...scan })
    },
    stating,
  )

/** Occasions on which this office found the same at the unit before; two that settle at once wait for each other at the unit. */
const timesBefore = async (tx: Tx, { row }: KeptVisit): Promise<(subject: string) => number> => {
  await tx.selectFrom('unit').select('id').where('id', '=', row.unit_id).forUpdate().execute()
  const { rows } = await sql<{ subject: string; times: number }>`
    SELECT subject, count(DISTINCT visit_id)::int AS times FROM rectification
    WHERE unit_id = ${row.unit_id} AND from_unit_id = ${row.from_unit_id} GROUP BY subject`.execute(tx)
  const times = new Map(rows.map((one) => [one.subject, one.times]))
  return (subject) => times.get(subject) ?? 0
}

/** Each finding that is upheld becomes an item to be put right. */
export const settle: CommandHandler<typeof contract.settleVisit> = async (asked) => {
  const { documentNumber, upshots } = asked.body
  const decided = await decideOnVisit(asked, async () =>
    ok({
      kind: 'settle',
      documentNumber: normaliseCode(documentNumber),
      upshots: upshots.map(({ findingId, upheld, words, due }) => ({
        findingId,
        upheld,
        words: trimmed(words),
        ...(upheld && due !== null && { due }),
      })),
    }),
  )
  if (!decided.ok) return decided
  const { post, before, after, events } = decided.value
  const changes: Change[] = [visitKeeper.change(before, after)]
  const [order] = await supervisionKeeper.lock(asked.tx, [after.model.supervisionId])
  const context = { ...commandContext(asked, post), timesOf: await timesBefore(asked.tx, after) }
  const items = order ? itemsOf(after.model, order.model, context) : []
  for (const item of items) changes.push(itemKeeper.change(null, await itemKeeper.insert(asked.tx, item)))
  return ok({ post, events, changes, reply: { version: after.row.version, items: items.length } })
}

export const drop: CommandHandler<typeof contract.dropVisit> = (asked) =>
  actOnVisit(asked, async () => ok({ kind: 'drop', reason: trimmed(asked.body.reason) }))
