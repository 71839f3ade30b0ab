import type { LogStanding } from '../platform/options.ts'
import { askServer } from '../platform/process/control.ts'
import { Refusal } from '../platform/process/refusal.ts'
import { holderOf } from '../platform/process/run-file.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'

/** Says who holds the data directory, where it serves and whether its log is sound, after asking it; refuses where nobody does. */
export async function status(input: CommandInput, terminal: Terminal): Promise<void> {
  const { dir } = await locate(input, terminal.say)
  const run = await holderOf(dir)
  if (!run) throw new Refusal('server.notRunning', { dir })
  const log = run.control ? await askServer(dir, 'log') : undefined
  terminal.say({
    code: 'server.status',
    params: { dir, pid: run.pid, what: run.what, address: run.address ?? '', database: String(run.database ?? '') },
  })
  const standing = log?.result as LogStanding | undefined
  if (standing?.sealed) terminal.say({ code: 'log.sealed', params: standing.sealed })
  for (const fault of standing?.trouble ?? []) terminal.say({ code: 'log.trouble', params: fault })
}
