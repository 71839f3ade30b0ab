import { canonicalJson } from '@quanheng/domain/kernel/canonical-json'
import { digestOf } from '@quanheng/domain/kernel/digest'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { PackStamp } from '@quanheng/domain/report-pack/model'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { z } from 'zod'
import { sha256 } from '../../platform/log/means.ts'

/** By its name a pack is found again, in whatever folder somebody packed it. */
export const stampName = '填报包标识（请勿改动）.json'

const shape = z.object({
  v: z.literal(1),
  noun: z.literal('reportPackStamp'),
  planId: z.uuid(),
  planNumber: z.int().min(1),
  unitId: z.uuid(),
  madeOn: z.iso.date(),
  checkCode: z.string(),
})

const body = ({ planId, planNumber, unitId, madeOn }: PackStamp) => ({
  v: 1,
  noun: 'reportPackStamp',
  planId,
  planNumber,
  unitId,
  madeOn,
})

const codeOf = (stamp: PackStamp): string => checkCode(digestOf(sha256, body(stamp)))

export const stampText = (stamp: PackStamp): string =>
  `${canonicalJson({ ...body(stamp), checkCode: codeOf(stamp) })}\n`

/** The code shows a slip of the hand and no more: whatever the stamp names is looked up within the reader's own scope. */
export const readStamp = (bytes: Uint8Array): Result<PackStamp, { readonly code: 'reportPack.stampChanged' }> => {
  try {
    const read = shape.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    if (!read.success || read.data.checkCode !== codeOf(read.data)) return refuse('reportPack.stampChanged')
    const { planId, planNumber, unitId, madeOn } = read.data
    return ok({ planId, planNumber, unitId, madeOn })
  } catch {
    return refuse('reportPack.stampChanged')
  }
}
