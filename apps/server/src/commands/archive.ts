import { resolve } from 'node:path'
import { makeDataDirectory } from '../platform/process/data-directory.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'
import { answerOf } from './composed.ts'

export interface ArchiveInput extends CommandInput {
  readonly year: number
  /** The file to make; must not be there. */
  readonly out: string
  /** Only what may be published (公开稿). */
  readonly isPublic?: true
}

interface Made {
  readonly file: string
  readonly title: string
  readonly size: number
  readonly leaves: number
  readonly files: number
  /** What is not final yet. */
  readonly open: readonly string[]
}

/** Makes the archive package of a year, running or not, into one file that its own verifier has read from end to end. */
export async function archive(input: ArchiveInput, terminal: Terminal): Promise<void> {
  const data = await locate(input, terminal.say)
  await makeDataDirectory(data)
  const { year } = input
  const file = resolve(input.out)
  terminal.say({ code: 'archive.making', params: { year, file } })
  const { open, ...made } = (await answerOf(
    'archive',
    { year, file, isPublic: input.isPublic },
    data,
    input,
    terminal,
  )) as Made
  for (const text of open) terminal.say({ code: 'archive.open', params: { text } })
  terminal.say({ code: 'archive.made', params: made })
}
