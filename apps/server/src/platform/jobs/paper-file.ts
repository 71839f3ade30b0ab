import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SiteFaces } from '@quanheng/papers/fonts/site-faces'
import type { AnyPaper, PaperFormat, PrintOrder } from '@quanheng/papers/print/print-paper'
import type { Actor } from '../door/actor.ts'
import { type Context, minuteOf } from '../door/context.ts'
import type { FileReply } from '../door/outcome.ts'
import type { Platform } from '../platform.ts'
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
  readonly watermark?: string | undefined
}

/** A paper as a file, made away from the request thread. */
export async function paperFile(platform: Pick<Platform, 'options'>, asked: AskedPaper): Promise<FileReply> {
  const { paper, format, name, watermark } = asked
  const content = await runInWorker<PrintOrder, Uint8Array>(new URL('./paper-task.ts', import.meta.url), {
    format,
    paper,
    fontsFolder: fontsFolder(platform),
    ...(watermark !== undefined && { watermark }),
  })
  return { name: `${name}.${format}`, mediaType: mediaTypes[format], content, size: content.length }
}

/** What stands behind the pages of a paper that is not issued: who had it made, of which unit, when. */
export const watermarkOf = ({ name, posts }: Actor, { now }: Context): string =>
  [name, posts[0]?.unitName, minuteOf(now)].filter(Boolean).join(' ')

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
