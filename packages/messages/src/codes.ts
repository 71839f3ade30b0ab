import type { ErrorCode } from '@quanheng/contract/errors'
import type { input } from './zh-CN/input.ts'

/**
 * Every code that has words. Refusals come from the contract; a noun whose findings, questions or warnings have codes
 * of their own adds them here, and a missing text no longer compiles.
 */
export type MessageCode = ErrorCode | 'platform.unknownCode' | keyof typeof input
