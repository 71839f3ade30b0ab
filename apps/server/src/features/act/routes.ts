import * as contract from '@quanheng/contract/act'
import { hex } from '@quanheng/domain/kernel/digest'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import { type HeldPost, watchedBy } from '../../platform/door/actor.ts'
import { type Binding, bindQuery } from '../../platform/http/bind.ts'
import { treeHead } from '../../platform/log/sequencer.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Sights } from '../../platform/work/sight.ts'
import { auditActs, countActs, kindsOfActs, type Watched } from './audit.ts'
import { actFile } from './export.ts'
import type { ActWords } from './heads.ts'
import { historyOf } from './history.ts'

/** An auditor audits everything, whatever else is held; an observer what the mandate covers. */
const watchedOf = (posts: readonly HeldPost[]): Watched =>
  posts.some(({ kind }) => kind === 'auditAdmin') ? null : watchedBy(posts)

/** `sights` says of each noun who may read the history of which object. */
export const actRoutes = (platform: Platform, words: ActWords, sights: Sights): readonly Binding[] => [
  bindQuery(contract.listActs, async ({ db, actor, context, params, query }) => {
    const found = await historyOf(db, actor, context, { sights, words }, params.subjectId, query)
    return found === null ? refuse('platform.notFound') : ok(found)
  }),
  bindQuery(contract.searchActs, async ({ db, posts, query }) => {
    const watched = watchedOf(posts)
    const { page, size } = query
    const rows = await auditActs(db, query, watched, words, { limit: size, offset: (page - 1) * size })
    return ok({ rows, total: await countActs(db, query, watched) })
  }),
  bindQuery(contract.exportActs, async (request) =>
    ok(await actFile(request.db, request.query, watchedOf(request.posts), words, request)),
  ),
  bindQuery(contract.actKinds, async ({ db, posts }) => {
    const kinds = await kindsOfActs(db, watchedOf(posts), words)
    const acts = await countActs(db, {}, null)
    const { size, root } = await treeHead(platform.db)
    return ok({ kinds, acts, inTree: size, root: hex(root) })
  }),
]
