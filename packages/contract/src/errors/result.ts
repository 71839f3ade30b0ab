import type { FeedbackBlockCode } from '@quanheng/domain/feedback/standing'
import type { ScoreReportErrorCode } from '@quanheng/domain/report/words'
import type { ResultErrorCode } from '@quanheng/domain/result/decide'
import type { FreezeErrorCode } from '@quanheng/domain/result/freeze'
import type { ErrorRow } from './error-row.ts'

export const resultErrors = {
  'freeze.nothingScored': { status: 409, level: 'info' },
  'freeze.sheetNotFinal': { status: 409, level: 'info' },
  'freeze.itemUncovered': { status: 409, level: 'info' },
  'freeze.reportsOwed': { status: 409, level: 'info' },
  'freeze.runStale': { status: 409, level: 'info' },
  'freeze.alreadyFrozen': { status: 409, level: 'info' },
  'result.notNow': { status: 409, level: 'info' },
  'result.notYours': { status: 403, level: 'warn' },
  'result.otherDecision': { status: 409, level: 'warn' },
  'result.numberMissing': { status: 422, level: 'info' },
  'result.inFuture': { status: 422, level: 'info' },
  'result.causeMissing': { status: 422, level: 'info' },
  /** 与会议所见不同. [count, figures] */
  'result.notAsSeen': { status: 409, level: 'warn' },
  'result.hidden': { status: 403, level: 'warn' },
  'ownResult.notOpen': { status: 403, level: 'info' },
  'ownResult.moved': { status: 409, level: 'info' },
  'scoreReport.underWay': { status: 409, level: 'info' },
  'scoreReport.unknownFigure': { status: 422, level: 'info' },
  'scoreReport.textMissing': { status: 422, level: 'info' },
} as const satisfies Record<
  | ResultErrorCode
  | Exclude<FreezeErrorCode, 'remark.unanswered' | FeedbackBlockCode>
  | ScoreReportErrorCode
  | 'result.hidden'
  | 'result.notAsSeen'
  | 'ownResult.notOpen'
  | 'ownResult.moved',
  ErrorRow
>
