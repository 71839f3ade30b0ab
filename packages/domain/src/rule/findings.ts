import type { OpenQuestion } from './outcome.ts'

export type FindingCode =
  | 'rule.open'
  | 'rule.answerUnknown'
  | 'rule.textDiffers'
  | 'rule.textNotUnderstood'
  | 'rule.vague'
  | 'rule.tiersOverlap'
  | 'rule.tiersGap'
  | 'rule.tierUnreachable'
  | 'rule.fullMarkUnreachable'
  | 'rule.aboveFullMark'
  | 'rule.entriesSum'
  | 'rule.weightsSum'
  | 'rule.conditionsGap'
  | 'rule.conditionsOverlap'
  | 'rule.range'
  | 'rule.praise'
  | 'rule.stepSize'
  | 'rule.sideUnsaid'
  | 'rule.unitMismatch'
  | 'rule.rangeEmpty'
  | 'rule.malformed'

/** What a drafter is shown before issue: 必须处理 or 提请注意. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: 'mustResolve' | 'notice'
  /** Path in the rule, e.g. `bands[2]`; empty for the whole. */
  readonly at: string
  readonly params?: Readonly<Record<string, string>>
  /** With `rule.open`: the question to answer. */
  readonly question?: OpenQuestion
  /** With a finding about words: code points of the text, end exclusive. */
  readonly span?: { readonly start: number; readonly end: number }
}

export const mustResolve = (code: FindingCode, at = '', params?: Finding['params']): Finding => ({
  code,
  severity: 'mustResolve',
  at,
  ...(params && { params }),
})

export const notice = (code: FindingCode, at = '', params?: Finding['params']): Finding => ({
  code,
  severity: 'notice',
  at,
  ...(params && { params }),
})
