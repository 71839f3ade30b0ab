import { type CellMark, markErrors } from '@quanheng/papers/xlsx/mark-errors'

/** Runs in a child process with limits of its own: the bytes are somebody else's. */
export default ({ bytes, marks }: { readonly bytes: Uint8Array; readonly marks: readonly CellMark[] }) =>
  markErrors(bytes, marks)
