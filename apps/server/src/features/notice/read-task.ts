import { readImport } from '@quanheng/notice/import/read-import'

/** Runs in a child process with limits of its own: the bytes are somebody else's. */
export default (bytes: Uint8Array) => readImport(bytes)
