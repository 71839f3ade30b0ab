/** The package carries no types; this is what is used of it. */
declare module 'word-extractor' {
  import type { Buffer } from 'node:buffer'
  export default class WordExtractor {
    extract(source: Buffer | string): Promise<{ getBody(options: { readonly filterUnicode: boolean }): string }>
  }
}
