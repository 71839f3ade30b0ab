import { askServer } from '../platform/process/control.ts'
import { Refusal } from '../platform/process/refusal.ts'
import { holderOf } from '../platform/process/run-file.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'

/** Says who holds the data directory and where it serves, after asking it; refuses where nobody does. */
export async function status(input: CommandInput, terminal: Terminal): Promise<void> {
  const { dir } = await locate(input, terminal.say)
  const run = await holderOf(dir)
  if (!run) throw new Refusal('server.notRunning', { dir })
  if (run.control) await askServer(dir, 'ping')
  terminal.say({
    code: 'server.status',
    params: { dir, pid: run.pid, what: run.what, address: run.address ?? '', database: String(run.database ?? '') },
  })
}
