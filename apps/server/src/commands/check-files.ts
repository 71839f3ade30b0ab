import { reachedPercent } from '@quanheng/domain/evidence/reached-percent'
import type { FilesStanding } from '../platform/files/files-standing.ts'
import { makeDataDirectory } from '../platform/process/data-directory.ts'
import type { Say } from '../platform/process/notice.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'
import { answerOf } from './composed.ts'

/** Says how the last check ended, and names every file that is not what it was. */
export const tellCheck = (say: Say, { check }: FilesStanding): void => {
  if (check === null) {
    say({ code: 'files.unchecked', params: {} })
    return
  }
  const { files, bytes, faults, endedAt, reached } = check
  say({ code: 'files.checked', params: { at: endedAt, files, bytes, faults: faults.length } })
  if (reached !== null) say({ code: 'files.reached', params: { percent: reachedPercent(reached) } })
  for (const { digest, fault, names } of faults) {
    say({ code: 'files.fault', params: { digest, fault, names: names.join('、') } })
  }
}

/** Hashes every stored file again, now. @returns whether all of them are what they were */
export async function checkFiles(input: CommandInput, terminal: Terminal): Promise<boolean> {
  const data = await locate(input, terminal.say)
  await makeDataDirectory(data)
  const standing = (await answerOf('check-files', null, data, input, terminal)) as FilesStanding
  tellCheck(terminal.say, standing)
  return standing.check?.faults.length === 0 && standing.check.reached === null
}
