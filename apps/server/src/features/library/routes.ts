import * as contract from '@quanheng/contract/library'
import { ok } from '@quanheng/domain/kernel/result'
import { label } from '@quanheng/messages/labels'
import { type Binding, bindCommand, bindQuery } from '../../platform/http/bind.ts'
import { listFile } from '../../platform/jobs/list-file.ts'
import type { Platform } from '../../platform/platform.ts'
import { citedReply } from './cited.ts'
import { clausesFor, everyLine, list } from './list.ts'
import { libraryRows, printed } from './print.ts'
import { readUploaded } from './read-file.ts'
import * as services from './services.ts'
import { fileOf, show } from './show.ts'
import type { UsesOf } from './uses.ts'

const holdsWords: Readonly<Record<(typeof contract.libraryHolds)[number], string>> = {
  inForce: '现行有效',
  notYet: '尚未施行',
  ended: '已失效',
  unpublished: '未发布',
}

/** `usedIn`: where other nouns cite what stands here; they are above the library and hand it down. */
export const libraryRoutes = (
  platform: Platform,
  { usedIn }: { readonly usedIn: readonly UsesOf[] },
): readonly Binding[] => [
  bindQuery(contract.listLibrary, async ({ db, actor, query, context }) =>
    ok(await list(db, actor, query, context.today)),
  ),
  bindQuery(contract.libraryTable, async (request) => {
    const { db, actor, query, context } = request
    const { q, kind, holds } = query
    const narrowing = [
      ['查找内容', q],
      ['类别', kind && label('zh-CN', 'libraryKind', kind)],
      ['效力', holds && holdsWords[holds]],
    ] as const
    const rows = libraryRows(await everyLine(db, actor, { q, kind, holds }, context.today))
    return ok(listFile(rows.title, { ...rows, narrowing }, request))
  }),
  bindQuery(contract.searchClauses, async ({ db, actor, query, context }) =>
    ok(await clausesFor(db, actor, query.q ?? '', context.today)),
  ),
  bindQuery(contract.citedInLibrary, async ({ db, body, context }) =>
    ok(await citedReply(db, body.names, context.today)),
  ),
  bindQuery(contract.readLibraryFile, ({ db, actor, query }) =>
    readUploaded(db, platform.files, { personId: actor.personId, digest: query.digest }),
  ),
  bindQuery(contract.showLibraryDocument, ({ db, actor, params, context }) =>
    show(db, actor, params.libraryDocumentId, { today: context.today, usedIn }),
  ),
  bindQuery(contract.libraryFile, ({ db, actor, params }) =>
    fileOf(db, actor, params.libraryDocumentId, params.fileDigest),
  ),
  bindQuery(contract.libraryPaper, ({ params, query, ...asked }) =>
    printed(platform, asked, { libraryDocumentId: params.libraryDocumentId, ...query }),
  ),
  bindCommand(contract.beginLibraryDocument, services.begin),
  bindCommand(contract.editLibraryDocument, services.edit),
  bindCommand(contract.publishLibraryDocument, services.publish),
  bindCommand(contract.discardLibraryDocument, services.discard),
  bindCommand(contract.correctLibraryDocument, services.correct),
  bindCommand(contract.repealLibraryDocument, services.repeal),
]
