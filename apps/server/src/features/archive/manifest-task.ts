import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { manifestOf } from '@quanheng/papers/archive/write-archive'
import type { Task } from '../../platform/jobs/run.ts'
import { sha256, sm3 } from '../../platform/log/means.ts'
import { type MakingProgress, type PackageOrder, packedFiles } from './package-order.ts'

/** The manifest as it will stand in the package. Runs in a worker. */
const task: Task<PackageOrder, string, MakingProgress> = async (order, tell) =>
  canonicalJson(
    await manifestOf(order.head, packedFiles(order), { sha256, sm3 }, (done, total) =>
      tell({ stage: 'digesting', done, total }),
    ),
  )

export default task
