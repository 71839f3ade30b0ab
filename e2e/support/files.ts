import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { readZip } from '../../packages/papers/src/zip/read.ts'

export const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n% ${name}\n%%EOF\n`),
})

export const xlsx = (name: string, buffer: Buffer) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer,
})

/** Presses what opens the chooser, and chooses; a name alone stands for a small PDF of that name. */
export const chooseFile = async (
  page: Page,
  press: Locator,
  file: string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<void> => {
  const chooser = page.waitForEvent('filechooser')
  await press.click()
  await (await chooser).setFiles(typeof file === 'string' ? pdf(file) : file)
}

/** The file that the page hands over when pressed. */
export const downloaded = async (page: Page, press: Locator): Promise<Buffer> => {
  const waiting = page.waitForEvent('download')
  await press.click()
  return readFile(await (await waiting).path())
}

/** All words of a printed sheet, heads and feet of its pages too. */
export const printedText = async (docx: Buffer): Promise<string> =>
  (await readZip(docx))
    .filter(({ path }) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(path))
    .map(({ bytes }) =>
      Buffer.from(bytes)
        .toString('utf8')
        .replaceAll(/<[^>]+>/g, ''),
    )
    .join('\n')

/** The check code in the footer of a printed sheet. */
export const printedCode = async (docx: Buffer): Promise<string> => {
  const code = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(await printedText(docx))?.[0]
  if (code === undefined) throw new Error('the sheet has no check code')
  return code
}
