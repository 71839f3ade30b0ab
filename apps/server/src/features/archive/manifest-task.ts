import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { manifestOf } from '@quanheng/papers/archive/write-archive'
import { sha256, sm3 } from '../../platform/log/means.ts'
import { type PackageOrder, packedFiles } from './package-order.ts'

/** The manifest as it will stand in the package. Runs in a worker. */
export default async (order: PackageOrder): Promise<string> =>
  canonicalJson(await manifestOf(order.head, packedFiles(order), { sha256, sm3 }))
