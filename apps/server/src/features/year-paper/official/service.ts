import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/official-paper'
import { authorOf } from '@quanheng/domain/kernel/command-context'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import {
  beginOfficialPaper,
  changedBlocks,
  decideOfficialPaper,
  type OfficialPaperCommand,
} from '@quanheng/domain/official-paper/decide'
import { blocksOf, type OfficialWords } from '@quanheng/domain/official-paper/model'
import type { HeldPost } from '../../../platform/door/actor.ts'
import { type Asking, commandContext } from '../../../platform/door/asking.ts'
import type { CommandHandler, Outcome, Preparation } from '../../../platform/door/outcome.ts'
import { sameVersion } from '../../../platform/door/stale.ts'
import type { Platform } from '../../../platform/platform.ts'
import { issuedPlan, visibleDraft } from '../../plan/index.ts'
import { carryingPosts } from '../../result/index.ts'
import { type OfficialSource, officialSource } from './source.ts'
import {
  insertOfficialPaper,
  insertRevisions,
  type LoadedPaper,
  lockOfficialPaper,
  officialPaperById,
  officialPaperChange,
  officialPapersOf,
  saveOfficialPaper,
} from './store.ts'

/** The post on the owner's side that this person acts under. */
const postFor = async ({ tx, actor, posts }: Asking, planId: string): Promise<HeldPost | undefined> => {
  const draft = await visibleDraft(tx, actor, planId)
  return draft && carryingPosts(posts, (await issuedPlan(tx, planId)) ?? draft)[0]
}

export interface HeldPaper extends LoadedPaper {
  readonly post: HeldPost
}

/** A paper in scope, held to the end of the transaction, as the caller saw it. */
export const holdOfficialPaper = async (
  asked: Asking,
  id: string,
  seen: number,
): Promise<Result<HeldPaper, Refusal>> => {
  const found = await lockOfficialPaper(asked.tx, id)
  const post = found && (await postFor(asked, found.paper.planId))
  if (found === undefined || post === undefined) return refuse('platform.notFound')
  const current = await sameVersion(asked.tx, found.row, seen)
  return current.ok ? ok({ ...found, post }) : current
}

/** Decides, saves, and keeps how changed blocks read. */
export const applyToPaper = async (
  asked: Asking,
  held: HeldPaper,
  command: OfficialPaperCommand,
  restored = false,
): Promise<Result<Outcome<{ version: number }> & { readonly after: LoadedPaper }, Refusal>> => {
  const { post } = held
  const by = commandContext(asked, post)
  const decided = decideOfficialPaper(held.paper, command, by)
  if (!decided.ok) return decided
  const after = await saveOfficialPaper(asked.tx, held, decided.value.next)
  const blocks = changedBlocks(held.paper.kind, held.paper.words, after.paper.words)
  await insertRevisions(asked.tx, after, { blocks, restored, author: authorOf(by.actor), at: asked.context.now })
  return ok({
    post,
    events: decided.value.events,
    changes: [officialPaperChange(held, after)],
    reply: { version: after.row.version },
    after,
  })
}

/** The source of the paper that a command is about, read before the transaction; null where there is no such paper in sight. */
export const sourceBefore =
  (platform: Platform): Preparation<typeof contract.refreshOfficialPaper, OfficialSource | null> =>
  async ({ db, actor, params, context }) => {
    const found = await officialPaperById(db, params.officialPaperId)
    if (found === undefined) return ok(null)
    const { planId, kind } = found.paper
    const source = await officialSource(platform.db, actor, { planId, kind, now: context.now })
    return source.ok || source.error.code !== 'platform.notFound' ? source : ok(null)
  }

export const sourceOfPlan =
  (platform: Platform): Preparation<typeof contract.beginOfficialPaper, OfficialSource> =>
  ({ actor, params, context }) =>
    officialSource(platform.db, actor, { planId: params.planId, kind: params.officialKind, now: context.now })

export const begin: CommandHandler<typeof contract.beginOfficialPaper, OfficialSource> = async (asked, source) => {
  const { tx, params, context } = asked
  const kind = params.officialKind
  const post = await postFor(asked, params.planId)
  if (post === undefined) return refuse('platform.notFound')
  // Two at once: the second waits here and then sees the first.
  await tx.selectFrom('plan').select('id').where('id', '=', params.planId).forUpdate().execute()
  const standing = await officialPapersOf(tx, params.planId, kind)
  const begun = standing.some(
    ({ paper }) =>
      paper.state === 'draft' || (paper.state === 'issued' && paper.source.digest === source.source.digest),
  )
  if (begun) return refuse('officialPaper.begun')
  const by = commandContext(asked, post)
  const { next, events } = beginOfficialPaper(
    { planId: params.planId, ownerUnitId: source.ownerUnitId, kind, words: source.proposed, source: source.source },
    by,
  )
  const after = await insertOfficialPaper(tx, next)
  const author = authorOf(by.actor)
  await insertRevisions(tx, after, { blocks: blocksOf[kind], restored: false, author, at: context.now })
  return ok({
    post,
    events,
    changes: [officialPaperChange(null, after)],
    reply: { officialPaperId: after.row.id, version: 1 },
  })
}

/** Lines as they are kept: one form of every character, nothing at their ends. */
const tidy = (text: string): string =>
  normaliseText(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()

const tidyWords = (words: OfficialWords): OfficialWords =>
  Object.fromEntries(Object.entries(words).map(([block, text]) => [block, tidy(text)]))

export const edit: CommandHandler<typeof contract.editOfficialPaper> = async (asked) => {
  const { params, body } = asked
  const held = await holdOfficialPaper(asked, params.officialPaperId, body.version)
  if (!held.ok) return held
  const { kind, words } = held.value.paper
  const known = Object.fromEntries(
    Object.entries(tidyWords(body.words as OfficialWords)).filter(([block]) =>
      (blocksOf[kind] as readonly string[]).includes(block),
    ),
  )
  return applyToPaper(asked, held.value, { kind: 'edit', words: { ...words, ...known } })
}

export const restore: CommandHandler<typeof contract.restoreOfficialBlock> = async (asked) => {
  const { tx, params, body } = asked
  const held = await holdOfficialPaper(asked, params.officialPaperId, body.version)
  if (!held.ok) return held
  const revision = await tx
    .selectFrom('official_paper_revision')
    .select('text')
    .where('paper_id', '=', params.officialPaperId)
    .where('number', '=', body.revision)
    .where('block', '=', body.block)
    .executeTakeFirst()
  if (revision === undefined) return refuse('platform.notFound')
  const words = { ...held.value.paper.words, [body.block]: revision.text }
  return applyToPaper(asked, held.value, { kind: 'edit', words }, true)
}

export const refresh: CommandHandler<typeof contract.refreshOfficialPaper, OfficialSource | null> = async (
  asked,
  source,
) => {
  const held = await holdOfficialPaper(asked, asked.params.officialPaperId, asked.body.version)
  if (!held.ok) return held
  if (source === null) return refuse('platform.notFound')
  return applyToPaper(asked, held.value, { kind: 'refresh', source: source.source })
}
