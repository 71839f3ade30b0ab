import { runInWorker } from '../../platform/jobs/run.ts'
import type { ComposeOrder } from './compose-task.ts'

/** Bytes of a paper or table, made away from the request thread. */
export const compose = (order: ComposeOrder): Promise<Uint8Array> =>
  runInWorker<ComposeOrder, Uint8Array>(new URL('./compose-task.ts', import.meta.url), order)
