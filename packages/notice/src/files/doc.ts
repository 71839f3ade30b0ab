/// <reference path="./word-extractor.d.ts" />
import { Buffer } from 'node:buffer'
import WordExtractor from 'word-extractor'
import { type Source, sourceOfText } from '../text/source.ts'
import { FileRefused } from './file-error.ts'

/** Reads the text of an older Word or WPS file; cells of its tables come parted by tabs, without merges. */
export async function readDoc(bytes: Uint8Array): Promise<Source> {
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return sourceOfText(document.getBody({ filterUnicode: false }))
  } catch (error) {
    throw new FileRefused('noticeFile.damaged', error)
  }
}
