import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SiteFaces } from '@quanheng/papers/fonts/site-faces'
import type { AnyPaper, PaperFormat, PrintOrder } from '@quanheng/papers/print/print-paper'
import type { FileReply } from '../door/outcome.ts'
import type { Platform } from '../platform.ts'
import { exportMark, markOf, type Taking } from './export-mark.ts'
import { runInWorker } from './run.ts'

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const mediaTypes: Readonly<Record<PaperFormat, string>> = {
  docx: docxType,
  pdf: 'application/pdf',
  ofd: 'application/ofd',
}

/** Where a site puts its licensed fonts. */
export const fontsFolder = ({ options }: Pick<Platform, 'options'>): string => join(options.dataDir, 'fonts')

export interface AskedPaper {
  readonly paper: AnyPaper
  readonly format: PaperFormat
  /** Of the file, without its ending. */
  readonly name: string
  /** Not issued yet: as PDF and OFD it is marked in any case. */
  readonly draft?: boolean
}

/** The .docx of a draft is what an office goes on writing in: it is marked only where the plan says so. */
const watermarkFor = ({ format, draft = false }: AskedPaper, taking: Taking | 'issued'): string | undefined => {
  if (taking === 'issued') return undefined
  return draft && format !== 'docx' ? markOf(taking) : exportMark(taking)
}

/** A paper as a file, made away from the request thread; an `issued` official paper is nobody's copy and carries no mark. */
export async function paperFile(
  platform: Pick<Platform, 'options'>,
  asked: AskedPaper,
  taking: Taking | 'issued',
): Promise<FileReply> {
  const { paper, format, name } = asked
  const watermark = watermarkFor(asked, taking)
  const content = await runInWorker<PrintOrder, Uint8Array>(new URL('./paper-task.ts', import.meta.url), {
    format,
    paper,
    fontsFolder: fontsFolder(platform),
    ...(watermark !== undefined && { watermark }),
  })
  return { name: `${name}.${format}`, mediaType: mediaTypes[format], content, size: content.length }
}

let known: { readonly stamp: string; readonly faces: Promise<SiteFaces> } | undefined

/** Names and times of the folder's files: fonts are read again only when they changed. */
const stampOf = async (folder: string): Promise<string> => {
  const entries = await readdir(folder).catch(() => [])
  const times = await Promise.all(entries.map(async (name) => `${name} ${(await stat(join(folder, name))).mtimeMs}`))
  return [folder, ...times.toSorted()].join('\n')
}

/** The fonts that PDF and OFD are drawn with here. */
export async function paperFonts(platform: Pick<Platform, 'options'>): Promise<SiteFaces> {
  const folder = fontsFolder(platform)
  const stamp = await stampOf(folder)
  if (known?.stamp !== stamp) {
    const faces = runInWorker<string, SiteFaces>(new URL('./fonts-task.ts', import.meta.url), folder)
    known = { stamp, faces }
    // What failed once is tried again.
    faces.catch(() => {
      known = undefined
    })
  }
  return known.faces
}
