import type { FilesStanding } from '../platform/files/files-standing.ts'
import type { LogStanding } from '../platform/options.ts'
import { askServer } from '../platform/process/control.ts'
import { Refusal } from '../platform/process/refusal.ts'
import { holderOf } from '../platform/process/run-file.ts'
import { tellCheck } from './check-files.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'

/** Says who holds the data directory, where it serves, whether its log and its files are sound, after asking it; refuses where nobody does. */
export async function status(input: CommandInput, terminal: Terminal): Promise<void> {
  const { dir } = await locate(input, terminal.say)
  const run = await holderOf(dir)
  if (!run) throw new Refusal('server.notRunning', { dir })
  const log = run.control ? await askServer(dir, 'log') : undefined
  const files = (run.control ? await askServer(dir, 'files') : undefined)?.result as FilesStanding | undefined
  terminal.say({
    code: 'server.status',
    params: { dir, pid: run.pid, what: run.what, address: run.address ?? '', database: String(run.database ?? '') },
  })
  const standing = log?.result as LogStanding | undefined
  if (standing?.sealed) terminal.say({ code: 'log.sealed', params: standing.sealed })
  for (const fault of standing?.trouble ?? []) terminal.say({ code: 'log.trouble', params: fault })
  if (files === undefined) return
  terminal.say({ code: 'files.scanner', params: { scanner: files.scanner ?? '' } })
  tellCheck(terminal.say, files)
}
