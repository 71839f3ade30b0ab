import { isAlive, within } from '../platform/process/alive.ts'
import { askServer } from '../platform/process/control.ts'
import { Refusal } from '../platform/process/refusal.ts'
import { holderOf } from '../platform/process/run-file.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'

/** Stops the server of the data directory and returns when its process is gone. */
export async function stop(input: CommandInput, terminal: Terminal): Promise<void> {
  const { dir } = await locate(input, terminal.say)
  const run = await holderOf(dir)
  if (!run) throw new Refusal('server.notRunning', { dir })
  await askServer(dir, 'stop')
  if (!(await within(60_000, () => !isAlive(run.pid), 50)))
    throw new Refusal('server.unreachable', { dir, pid: run.pid })
  terminal.say({ code: 'server.stopped', params: { pid: run.pid } })
}
