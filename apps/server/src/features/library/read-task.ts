import { readLibrary } from '@quanheng/notice/import/read-library'

/** Runs in a child process with limits of its own: the bytes are somebody else's. */
export default (bytes: Uint8Array) => readLibrary(bytes)
