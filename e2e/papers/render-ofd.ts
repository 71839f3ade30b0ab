import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { descendants, parseXml } from '../../packages/papers/src/conformity/file/xml.ts'
import { ownLimits, readZip } from '../../packages/papers/src/zip/read.ts'

/** The reader rounds its scale to tenths of a pixel: this is five to a millimetre, 127 to an inch. */
export const resolution = 127
const askedWidth = 1060

/** The embedded fonts by the names that the file gives them: ofd.js asks the browser for a face by its name. */
async function fontsOf(bytes: Uint8Array): Promise<{ name: string; font: string }[]> {
  const parts = new Map((await readZip(bytes, ownLimits)).map((part) => [part.path, part.bytes]))
  const resources = parseXml(new TextDecoder().decode(parts.get('Doc_0/PublicRes.xml')))
  return [...descendants(resources, 'ofd:Font')].map((font, index) => ({
    name: font.attributes.FontName ?? '',
    font: Buffer.from(parts.get(`Doc_0/Res/font_${index}.ttf`) ?? []).toString('base64'),
  }))
}

/** What ofd.js gives the page. */
interface Reader {
  parseOfdDocument(options: { ofd: File; success(documents: unknown[]): void; fail(error: unknown): void }): void
  renderOfd(width: number, document: unknown): HTMLElement[]
}

/** Pictures of the upright pages of an OFD file, as the reader package ofd.js draws them. */
export async function renderOfd(page: Page, bytes: Uint8Array): Promise<{ index: number; picture: Buffer }[]> {
  await page.setContent('<body style="margin:0;background:#fff"></body>')
  await page.addScriptTag({ path: fileURLToPath(import.meta.resolve('ofd.js')) })
  await page.evaluate(
    async ({ file, fonts, width }) => {
      const bytesOf = (text: string) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
      for (const { name, font } of fonts) document.fonts.add(await new FontFace(name, bytesOf(font)).load())
      const { ofd } = window as unknown as { ofd: Reader }
      const documents = await new Promise<unknown[]>((success, fail) =>
        ofd.parseOfdDocument({ ofd: new File([bytesOf(file)], 'paper.ofd'), success, fail }),
      )
      for (const sheet of ofd.renderOfd(width, documents[0])) document.body.append(sheet)
    },
    { file: Buffer.from(bytes).toString('base64'), fonts: await fontsOf(bytes), width: askedWidth },
  )
  const out: { index: number; picture: Buffer }[] = []
  for (const [index, sheet] of (await page.locator('body > div').all()).entries()) {
    const box = await sheet.boundingBox()
    if (box && box.height > box.width) out.push({ index, picture: await sheet.screenshot() })
  }
  return out
}
