import * as contract from '@quanheng/contract/account'
import { ok, refuse } from '@quanheng/domain/kernel/result'
import type { SwappableDatabase } from '../../platform/database/swappable.ts'
import { type Binding, bindHousekeeping, bindQuery } from '../../platform/http/bind.ts'
import type { Platform } from '../../platform/platform.ts'
import { loadRehearsal, playWholeYear } from './begin.ts'
import { keepAsTemplate, replaceDatabase } from './world-template.ts'

/** What the composition root lends for moving databases; absent where nothing may be moved (tests of other features). */
export interface RehearsalMeans {
  readonly database: SwappableDatabase
  readonly ownerUrl: string
}

interface Progress {
  readonly state: 'idle' | 'loading' | 'done' | 'failed'
  readonly percent: number
  readonly doing: string | null
}

export interface Rehearsal {
  readonly routes: readonly Binding[]
  /** Begins or begins again, and resolves when the world stands. */
  readonly reset: () => Promise<void>
  /** Plays the year that stands to its end; tells how far it is. */
  readonly playOn: (tell: (percent: number, doing: string) => void) => Promise<void>
}

export const makeRehearsal = (
  platform: Platform,
  served: () => readonly Binding[],
  means: RehearsalMeans | undefined,
): Rehearsal => {
  let progress: Progress = { state: 'idle', percent: 0, doing: null }
  let running: Promise<void> | null = null
  const tell = (percent: number, doing: string): void => {
    progress = { state: 'loading', percent, doing }
  }
  const load = async (): Promise<void> => {
    if (means === undefined) throw new Error('no database may be moved here')
    const { database, ownerUrl } = means
    await platform.chooseKind('rehearsal')
    tell(1, '准备数据库')
    let found: 'loaded' | 'empty' = 'empty'
    await database.whileClosed(async () => {
      found = await replaceDatabase(ownerUrl)
    })
    await platform.installation.reload()
    if (found === 'empty') {
      await loadRehearsal({ platform, bindings: served(), tell })
      tell(98, '保存为重置样板')
      await database.whileClosed(() => keepAsTemplate(ownerUrl))
      await platform.installation.reload()
    }
    progress = { state: 'done', percent: 100, doing: null }
  }
  const reset = (): Promise<void> => {
    running ??= load()
      .catch((error: Error) => {
        platform.logger.error('rehearsal', { message: error.message, stack: error.stack })
        progress = { state: 'failed', percent: progress.percent, doing: error.message }
        throw error
      })
      .finally(() => {
        running = null
      })
    return running
  }
  const start = (): void => {
    tell(0, '准备')
    reset().catch(() => {})
  }
  const routes = [
    bindHousekeeping(contract.beginRehearsal, async () => {
      if (platform.installation.current() !== null || running !== null) return refuse('account.alreadyBegun')
      start()
      return ok({})
    }),
    bindQuery(contract.rehearsalProgress, async () => ok(progress)),
    bindHousekeeping(contract.resetRehearsal, async () => {
      if (platform.installation.current()?.kind !== 'rehearsal') return refuse('account.notRehearsal')
      if (running !== null) return refuse('platform.inProgress')
      start()
      return ok({})
    }),
  ]
  const playOn: Rehearsal['playOn'] = async (tellYear) => {
    await playWholeYear({ platform, bindings: served(), tell: tellYear })
    // Time on the last day goes on from the last act that was played.
    await platform.installation.reload()
  }
  return { routes, reset, playOn }
}
