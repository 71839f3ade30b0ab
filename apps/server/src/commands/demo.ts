import { makeDataDirectory } from '../platform/process/data-directory.ts'
import { Refusal } from '../platform/process/refusal.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'
import { answerOf } from './composed.ts'

export interface DemoInput extends CommandInput {
  /** Begin the rehearsal again even where one stands. */
  readonly reset: boolean
}

interface Standing {
  readonly kind: 'real' | 'rehearsal' | 'archive' | null
  readonly date: string | null
}

/** Begins a rehearsal in an empty data directory and plays its year to the end. */
export async function playDemo(input: CommandInput, terminal: Terminal): Promise<void> {
  const data = await locate(input, terminal.say)
  await makeDataDirectory(data)
  await answerOf('demo', { reset: false, wholeYear: true }, data, input, terminal)
}

/** Puts a rehearsal into the data directory, or begins it again; refuses a real one. */
export async function demo(input: DemoInput, terminal: Terminal): Promise<void> {
  const data = await locate(input, terminal.say)
  await makeDataDirectory(data)
  const standing = (await answerOf('demo', { reset: input.reset }, data, input, terminal)) as Standing
  if (standing.kind !== 'rehearsal') throw new Refusal('demo.real', { dir: data.dir })
  terminal.say({ code: 'demo.ready', params: { dir: data.dir, date: standing.date ?? '' } })
}
