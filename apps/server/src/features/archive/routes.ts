import * as contract from '@quanheng/contract/archive'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindPrepared, bindQuery } from '../../platform/http/bind.ts'
import type { LoggedNouns } from '../../platform/log/check/check-rows.ts'
import type { Platform } from '../../platform/platform.ts'
import { listOf, makeBefore, makeWith, packageOf, publishBefore } from './archive-service.ts'

/** 归档: packages of a year that anyone can verify without this platform. */
export const archiveRoutes = (platform: Platform, nouns: LoggedNouns): readonly Binding[] => [
  bindQuery(contract.listArchives, async ({ db, posts }) => {
    const listed = await listOf(db, posts)
    return ok(platform.installation.current()?.archived == null ? listed : { ...listed, years: [], may: [] })
  }),
  bindPrepared(contract.makeArchive, makeBefore(platform, nouns), makeWith),
  bindPrepared(contract.publishArchive, publishBefore(platform, nouns), makeWith),
  bindQuery(contract.archiveFile, ({ db, actor, posts, params }) => packageOf(db, actor, posts, params.archiveId)),
]
