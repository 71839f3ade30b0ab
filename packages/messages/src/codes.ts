import type { ErrorCode } from '@quanheng/contract/errors'
import type { FindingCode, NoticeFindingCode } from '@quanheng/domain/plan/findings'
import type { ProposalCode } from '@quanheng/domain/plan/proposals'
import type { BreakdownFaultCode } from '@quanheng/domain/superior-plan/breakdown'
import type { archive } from './zh-CN/archive.ts'
import type { draw } from './zh-CN/draw.ts'
import type { input } from './zh-CN/input.ts'
import type { notice } from './zh-CN/notice.ts'
import type { notification } from './zh-CN/notification.ts'
import type { packaged } from './zh-CN/package.ts'
import type { paper } from './zh-CN/paper.ts'
import type { planFile } from './zh-CN/plan-file.ts'
import type { receipt } from './zh-CN/receipt.ts'
import type { rule } from './zh-CN/rule.ts'
import type { table } from './zh-CN/table.ts'
import type { urging } from './zh-CN/urging.ts'

/**
 * Every code that has words. Refusals come from the contract; a noun whose findings, questions or warnings have codes
 * of their own adds them here, and a missing text no longer compiles.
 */
export type MessageCode =
  | ErrorCode
  | 'platform.unknownCode'
  | keyof typeof input
  | keyof typeof urging
  | keyof typeof notice
  | keyof typeof notification
  | Exclude<FindingCode, NoticeFindingCode>
  | ProposalCode
  | BreakdownFaultCode
  | keyof typeof planFile
  | keyof typeof rule
  | keyof typeof table
  | keyof typeof paper
  | keyof typeof packaged
  | keyof typeof receipt
  | keyof typeof archive
  | keyof typeof draw
