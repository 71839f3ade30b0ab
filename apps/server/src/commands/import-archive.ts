import { resolve } from 'node:path'
import type { Noticed } from '@quanheng/log/noticed'
import { makeDataDirectory } from '../platform/process/data-directory.ts'
import { type CommandInput, locate, type Terminal } from './command.ts'
import { answerOf } from './composed.ts'

export interface ImportInput extends CommandInput {
  readonly file: string
  /** Verifier keys noted down when the year's installation began; none: those that the package brings along. */
  readonly keys: readonly string[]
  /** A seal as paper shows it. */
  readonly seal?: string | undefined
}

interface Imported {
  readonly title: string
  readonly rows: number
  readonly things: number
  readonly leaves: number
  readonly files: number
  readonly login: string
  readonly password: string
  readonly trusted: boolean
  readonly noticed: readonly Noticed[]
}

/** Fills the empty data directory, or the empty database given by its address, with the archived year of a package, to be read only. */
export async function importArchive(input: ImportInput, terminal: Terminal): Promise<void> {
  const data = await locate(input, terminal.say)
  await makeDataDirectory(data)
  const file = resolve(input.file)
  terminal.say({ code: 'archive.importing', params: { file } })
  const asked = { file, keys: input.keys, ...(input.seal !== undefined && { seal: input.seal }) }
  const { trusted, noticed, title, rows, things, leaves, files, login, password } = (await answerOf(
    'import',
    asked,
    data,
    input,
    terminal,
  )) as Imported
  if (!trusted) terminal.say({ code: 'archive.ownKeys', params: {} })
  for (const one of noticed) terminal.say({ code: 'archive.noticed', params: one })
  terminal.say({
    code: 'archive.imported',
    params: { title, dir: data.dir, rows, things, leaves, files, login, password },
  })
}
