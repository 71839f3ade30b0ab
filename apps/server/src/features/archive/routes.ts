import * as contract from '@quanheng/contract/archive'
import { ok } from '@quanheng/domain/kernel/result'
import { type Binding, bindCommand, bindPrepared, bindQuery } from '../../platform/http/bind.ts'
import type { LoggedNouns } from '../../platform/log/check/check-rows.ts'
import type { Platform } from '../../platform/platform.ts'
import { cancelWith, listOf, makeBefore, makeWith, makingOf, packageOf, publishBefore } from './archive-service.ts'
import { makeMakings } from './makings.ts'

/** 归档: packages of a year that anyone can verify without this platform. */
export const archiveRoutes = (platform: Platform, nouns: LoggedNouns): readonly Binding[] => {
  const makings = makeMakings()
  return [
    bindQuery(contract.listArchives, async ({ db, posts }) => {
      const listed = await listOf(db, posts)
      return ok(platform.installation.current()?.archived == null ? listed : { ...listed, years: [], may: [] })
    }),
    bindPrepared(contract.makeArchive, makeBefore(platform, nouns, makings), makeWith),
    bindPrepared(contract.publishArchive, publishBefore(platform, nouns, makings), makeWith),
    bindQuery(contract.showMaking, async ({ db, posts }) => ok(await makingOf(db, posts, makings))),
    bindCommand(contract.cancelMaking, cancelWith(makings)),
    bindQuery(contract.archiveFile, ({ db, actor, posts, params }) => packageOf(db, actor, posts, params.archiveId)),
  ]
}
