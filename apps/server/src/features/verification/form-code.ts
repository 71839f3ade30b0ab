import { digestOf } from '@quanheng/domain/kernel/digest'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { sha256 } from '../../platform/log/means.ts'

/** 校验码 of a printed 现场核验记录表: it belongs to one verification and one unit. */
export const formCode = (verificationId: string, unitId: string): string =>
  checkCode(digestOf(sha256, { v: 1, noun: 'visitForm', verificationId, unitId }))
