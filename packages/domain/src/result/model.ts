import type { Author } from '../kernel/command-context.ts'

/** What a run was frozen for: a lead unit's report, or the office's totals. */
export const freezePurposes = ['leadReport', 'totals'] as const
export type FreezePurpose = (typeof freezePurposes)[number]

/** 已汇总 · 已审定 · 已印发 · 失效. */
export const resultStates = ['aggregated', 'approved', 'issued', 'voided'] as const
export type ResultState = (typeof resultStates)[number]

/** 锁定版: a run frozen for a purpose, and what became of it. Papers, approvals and packages cite it; it is never changed. */
export interface FrozenResult {
  readonly id: string
  readonly planId: string
  readonly purpose: FreezePurpose
  readonly runDigest: string
  readonly frozenBy: Author
  readonly frozenAt: string
  readonly state: ResultState
  readonly decisionId?: string
  readonly issue?: { readonly documentNumber: string; readonly issuedOn: string }
  readonly voiding?: { readonly by: Author; readonly at: string; readonly cause: string }
}

export const canonicalResult = (result: FrozenResult) => ({ v: 1, noun: 'result', ...result })
