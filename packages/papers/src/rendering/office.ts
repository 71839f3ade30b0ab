import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Longest that setting a paper may take. */
const patience = 120_000

const found = async (program: string, argument: string): Promise<boolean> => {
  try {
    await run(program, [argument], { timeout: patience })
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}

/** Whether papers can be set and measured on this machine: LibreOffice and poppler are there. */
export const canRender = async (): Promise<boolean> => {
  const there = await Promise.all([found('soffice', '--version'), found('pdftotext', '-v'), found('pdftoppm', '-v')])
  return there.every(Boolean)
}

/** Faces that fontconfig knows by any of their names; nothing where there is no fontconfig. */
export async function installedFaces(): Promise<ReadonlySet<string> | undefined> {
  try {
    const { stdout } = await run('fc-list', [':', 'family'], { timeout: patience, maxBuffer: 16 * 1024 * 1024 })
    return new Set(stdout.split(/[\n,]/).map((name) => name.trim()))
  } catch {
    return undefined
  }
}

/** Sets .docx files as PDF in a folder that is gone afterwards, one start of the office program for all; `use` gets the paths in order. */
export async function withPdfs<T>(
  papers: readonly Uint8Array[],
  use: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'quanheng-paper-'))
  try {
    const names = papers.map((_, index) => `${index}.docx`)
    await Promise.all(papers.map((bytes, index) => writeFile(join(folder, names[index] ?? ''), bytes)))
    // A profile of its own: a second start on the user's profile would wait for the first.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const options = ['--headless', '--norestore', '--convert-to', 'pdf', '--outdir', folder]
    await run('soffice', [profile, ...options, ...names.map((name) => join(folder, name))], {
      timeout: patience + papers.length * 20_000,
    })
    const made = new Set(await readdir(folder))
    if (papers.some((_, index) => !made.has(`${index}.pdf`))) throw new Error('the office program set no page')
    return await use(papers.map((_, index) => join(folder, `${index}.pdf`)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Standard output of a poppler program. */
export async function poppler(program: 'pdftotext' | 'pdftoppm', parameters: readonly string[]): Promise<Uint8Array> {
  const { stdout } = await run(program, [...parameters], {
    encoding: 'buffer',
    timeout: patience,
    maxBuffer: 512 * 1024 * 1024,
  })
  return stdout
}
