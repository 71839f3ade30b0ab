import { extractText, getDocumentProxy } from 'unpdf'

/** Text of each page as a reader takes it out, without white space. */
export async function pdfPages(bytes: Uint8Array): Promise<readonly string[]> {
  // The reader takes the bytes away with it.
  const document = await getDocumentProxy(Uint8Array.from(bytes))
  const { text } = await extractText(document, { mergePages: false })
  return text.map((page) => page.replace(/\s/g, ''))
}

/** Text of all pages. */
export const pdfText = async (bytes: Uint8Array): Promise<string> => (await pdfPages(bytes)).join('')
