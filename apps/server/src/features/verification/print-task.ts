import type { VisitRecord } from '@quanheng/papers/sheet/model'
import { composeVisitRecord } from '@quanheng/papers/sheet/visit-record'

/** Runs in a worker. */
const print = (record: VisitRecord): Promise<Uint8Array> => composeVisitRecord(record)

export default print
