import { type PrintOrder, printPaper } from '@quanheng/papers/print/print-paper'

/** Runs in a worker: fonts are read and a paper of a hundred pages takes seconds. */
const print = (order: PrintOrder): Promise<Uint8Array> => printPaper(order)

export default print
