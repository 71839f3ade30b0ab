import type { Refusal } from '@quanheng/contract/errors'
import type * as contract from '@quanheng/contract/matter'
import type { BodyOf } from '@quanheng/contract/route'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { beginMatter } from '@quanheng/domain/matter/decide'
import type { MatterContent } from '@quanheng/domain/matter/model'
import { conveners } from '@quanheng/domain/meeting/transitions'
import type { HeldPost } from '../../platform/door/actor.ts'
import type { Asking } from '../../platform/door/asking.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { filesSent } from '../../platform/files/sent-files.ts'
import { actOnMatter, matterContext } from './act-on-matter.ts'
import { type KeptMatter, matterKeeper } from './store.ts'

const trimmed = (text: string): string => normaliseText(text).trim()

type ContentBody = BodyOf<typeof contract.beginMatter>['content']

const readContent = async (
  asked: Asking,
  { sort, title, wording, files }: ContentBody,
  earlier: readonly string[] = [],
): Promise<Result<MatterContent, Refusal>> => {
  const digests = files.map(({ digest }) => digest)
  const sent = await filesSent(asked, digests, earlier, 'body.content.files')
  if (!sent.ok) return sent
  const named = files.map(({ digest, name }) => ({ digest, name }))
  return ok({ sort, title: trimmed(title), body: trimmed(wording), files: named })
}

export const begin: CommandHandler<typeof contract.beginMatter> = async ({ body, ...asked }) => {
  const [post] = asked.posts
  if (post === undefined) return refuse('platform.notFound')
  const content = await readContent(asked, body.content)
  if (!content.ok) return content
  const begun = beginMatter(content.value, await matterContext(asked, post.unitId, post))
  if (!begun.ok) return begun
  const saved = await matterKeeper.insert(asked.tx, begun.value.next)
  return ok({
    post,
    events: begun.value.events,
    changes: [matterKeeper.change(null, saved)],
    reply: { matterId: saved.row.id },
  })
}

const changed = (
  asked: Parameters<typeof actOnMatter>[0] & { readonly body: { readonly content: ContentBody } },
  kind: 'edit' | 'revise',
) =>
  actOnMatter(asked, async ({ row }) => {
    const content = await readContent(asked, asked.body.content, row.file_digests)
    return content.ok ? ok({ kind, content: content.value }) : content
  })

export const edit: CommandHandler<typeof contract.editMatter> = (asked) => changed(asked, 'edit')
export const revise: CommandHandler<typeof contract.reviseMatter> = (asked) => changed(asked, 'revise')

export const seek: CommandHandler<typeof contract.seekOpinions> = (asked) => {
  const { seatKeys, until, silence } = asked.body
  return actOnMatter(asked, async () => ok({ kind: 'seek', seatKeys: [...new Set(seatKeys)], until, silence }))
}

export const proposeDirect: CommandHandler<typeof contract.proposeMatterDirect> = (asked) => {
  const { reason, tellMembers } = asked.body
  return actOnMatter(asked, async () => ok({ kind: 'proposeDirect', reason: trimmed(reason), tellMembers }))
}

/** The seat's own post, then one of the unit it represents, then one of the office. */
const postForSeat =
  (seatKey: string) =>
  (posts: readonly HeldPost[], { row }: KeptMatter): HeldPost | undefined =>
    posts.find(({ id, unitId }) => [`post:${id}`, `unit:${unitId}`].includes(seatKey)) ??
    posts.find(({ unitId, kind }) => unitId === row.unit_id && (conveners as readonly string[]).includes(kind)) ??
    posts[0]

const scan = (scanDigest: string | null) => (scanDigest === null ? {} : { scanDigest })

export const giveOpinion: CommandHandler<typeof contract.giveMatterOpinion> = (asked) => {
  const { seatKey, stance, words, scanDigest } = asked.body
  return actOnMatter(
    asked,
    async () => {
      const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
      return sent.ok ? ok({ kind: 'giveOpinion', seatKey, stance, words: trimmed(words), ...scan(scanDigest) }) : sent
    },
    postForSeat(seatKey),
  )
}

export const close: CommandHandler<typeof contract.closeRound> = (asked) =>
  actOnMatter(asked, async () => ok({ kind: 'close' }))

export const answer: CommandHandler<typeof contract.answerOpinions> = (asked) =>
  actOnMatter(asked, async () =>
    ok({
      kind: 'answer',
      answers: asked.body.answers.map(({ reason, ...one }) => ({ ...one, reason: trimmed(reason) })),
    }),
  )

export const propose: CommandHandler<typeof contract.proposeMatter> = (asked) =>
  actOnMatter(asked, async () => ok({ kind: 'propose' }))

export const approve: CommandHandler<typeof contract.approveMatter> = (asked) =>
  actOnMatter(asked, async () => {
    const { words, on, scanDigest } = asked.body
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    return sent.ok ? ok({ kind: 'approve', words: trimmed(words), on, ...scan(scanDigest) }) : sent
  })

export const sendBack: CommandHandler<typeof contract.returnMatter> = (asked) =>
  actOnMatter(asked, async () => {
    const { reason, scanDigest } = asked.body
    const sent = await filesSent(asked, [scanDigest], [], 'body.scanDigest')
    return sent.ok ? ok({ kind: 'return', reason: trimmed(reason), ...scan(scanDigest) }) : sent
  })

export const cancel: CommandHandler<typeof contract.cancelMatter> = (asked) =>
  actOnMatter(asked, async () => ok({ kind: 'cancel', reason: trimmed(asked.body.reason) }))
