import { crc32 } from 'node:zlib'
import { checkDrawRecord } from '@quanheng/domain/verification/draw-record'
import { sha256, verifyMeans } from './means.ts'

const utf8Text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const decode = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8Text.decode(bytes)
  } catch {
    return undefined
  }
}

/** What the verifier of archive packages is handed. */
export const packageMeans = {
  ...verifyMeans,
  crc32: (bytes: Uint8Array) => crc32(bytes),
  decode,
  drawFault: (record: string): string | undefined => {
    const found = checkDrawRecord(record, sha256)
    return found.ok ? undefined : found.error.code
  },
}
