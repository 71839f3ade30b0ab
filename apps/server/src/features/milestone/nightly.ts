import type { Database } from '../../platform/database/database.ts'
import { nobody, writeOwnActIn } from '../../platform/door/own-act.ts'
import type { NightlyWork } from '../../platform/nightly.ts'
import { contextFor, type Platform, today } from '../../platform/platform.ts'
import { tellLights } from './tell.ts'

/** Act of the platform itself: lights that told somebody. */
const lightsTold = 'milestone.tellLights'

/**
 * Every night, and soon after a start: whoever a light has reached is told, with one act for all of them. A night that was missed is
 * caught up, for what was told is kept by rung and day and not by night.
 */
export const nightlyLights = (
  platform: Pick<Platform, 'clock' | 'installation'>,
  database: () => Database | null,
): NightlyWork => ({
  doneAt: async () => null,
  work: async () => {
    const db = database()
    const facts = platform.installation.current()
    if (db === null || facts === null || facts.kind === 'archive') return
    const key = [lightsTold, today(platform), platform.clock.now().toISOString()].join('\n')
    const context = contextFor(platform, nobody, key)
    await db.transaction().execute(async (tx) => {
      const told = await tellLights(tx, context)
      if (told.length === 0) return
      await writeOwnActIn(tx, facts, context, { action: lightsTold, events: [{ type: 'milestonesTold', told }] })
    })
  },
})
