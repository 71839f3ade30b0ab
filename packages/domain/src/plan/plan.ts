import type { Author } from '../kernel/command-context.ts'
import type { LocalDate } from '../kernel/local-date.ts'
import { planDigestForm } from './digest-form.ts'
import type { FindingCode } from './findings.ts'
import type { PlanContent } from './model.ts'

/** 起草 · 已校核 · 已印发 · 已被新版替代 */
export const planStates = ['draft', 'checked', 'issued', 'superseded'] as const
export type PlanState = (typeof planStates)[number]

/** One version of a plan. From `issued` on its content never changes: a change is the next version, with its reason. */
export interface Plan {
  /** The same over all versions. */
  readonly id: string
  /** 1, 2, 3 … */
  readonly version: number
  readonly state: PlanState
  readonly content: PlanContent
  readonly acceptances: readonly Acceptance[]
  readonly drafter: Author
  /** Why this version follows the one before; on every version after the first. */
  readonly reason?: string
  readonly issue?: Issue
  /** The version that replaced this one, once superseded. */
  readonly replacedBy?: number
}

/** 按原文执行: a person lets a finding stand, by name and with a reason. */
export interface Acceptance {
  /** See `findingKey`: the fault with its place and figures. A fault that has changed is not covered. */
  readonly finding: string
  readonly code: FindingCode
  readonly at: string
  readonly reason: string
  readonly by: Author
  readonly on: LocalDate
}

export interface Issue {
  /** Issued on the platform, or 已印发文件补录: printed before, entered with its number and date. */
  readonly way: 'here' | 'registered'
  readonly number: string
  readonly date: LocalDate
  readonly by: Author
  /** Digest of the stamped scan of a registered document. */
  readonly scanDigest?: string
}

/** The whole record, for the digests of an act's `before` and `after`. */
export const canonicalPlan = (plan: Plan) => ({ v: 1, noun: 'plan', ...plan, content: planDigestForm(plan.content) })

/** A first draft. The caller gives a content whose settings start from `defaultSettings`. */
export const newPlan = (id: string, content: PlanContent, drafter: Author): Plan => ({
  id,
  version: 1,
  state: 'draft',
  content,
  acceptances: [],
  drafter,
})
