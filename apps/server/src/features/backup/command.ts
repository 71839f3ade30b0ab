import { z } from 'zod'
import { backUp } from '../../platform/backup/back-up.ts'
import type { Platform } from '../../platform/platform.ts'
import type { ControlHandler } from '../../platform/process/control.ts'
import { recordBackup } from './record.ts'

const asked = z.object({
  file: z.string(),
  lock: z.object({ recipient: z.string().optional(), passphraseFile: z.string().optional() }),
})

/** `./quanheng backup`, in the server that runs or for the command's own duration: makes the file, and an act of it. */
export const answerBackup =
  (platform: Platform, ownerUrl: string): ControlHandler =>
  async (input) => {
    const { file, lock } = asked.parse(input)
    const { dataDir, version } = platform.options
    const made = await backUp({ ownerUrl, dataDir, file, lock, program: version, now: platform.clock.now() })
    const { log, parts, absent, damaged } = made.manifest
    await recordBackup(platform, { file, size: made.size, log })
    const files = parts.filter(({ name }) => name.startsWith('files/')).length
    return { file, size: made.size, leaves: log.size, files, absent, damaged }
  }
