import { composeEntrySheet } from '@quanheng/papers/sheet/entry-sheet'
import type { EntrySheet, SignOffSheet } from '@quanheng/papers/sheet/model'
import { composeSignOffSheet } from '@quanheng/papers/sheet/sign-off-sheet'

export type SheetOrder =
  | { readonly kind: 'signOff'; readonly sheet: SignOffSheet }
  | { readonly kind: 'entry'; readonly sheet: EntrySheet }

/** Runs in a worker. */
const compose = (order: SheetOrder): Promise<Uint8Array> =>
  order.kind === 'signOff' ? composeSignOffSheet(order.sheet) : composeEntrySheet(order.sheet)

export default compose
