import { readTable } from '@quanheng/papers/xlsx/read-table'
import { dataColumns, dataTemplate } from './table-columns.ts'

/** Runs in a child process with limits of its own: the bytes are somebody else's. */
export default (bytes: Uint8Array) => readTable(bytes, dataColumns, { template: dataTemplate, maxRows: 2_000 })
