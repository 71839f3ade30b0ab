import type { DatumValue } from '../datum/model.ts'
import type { Author } from '../kernel/command-context.ts'
import type { drawAlgorithm, Picked, Stratum } from './draw.ts'

/** 待抽样 (random only) · 核验中 · 待采纳 (every unit has an opinion) · 已办结. That nothing is verified, with the reason, is said on the sheet. */
export const verificationStates = ['toDraw', 'visiting', 'answering', 'closed'] as const
export type VerificationState = (typeof verificationStates)[number]

/** 现场核验 of one score sheet's items (C-4.3). */
export interface Verification {
  readonly id: string
  readonly planId: string
  readonly sheetId: string
  readonly leafKey: string
  readonly scope: VerificationScope
  /** 核验标准, from the plan or given here. */
  readonly standard: string
  readonly state: VerificationState
  /** Every draw, those that were made void too. */
  readonly draws: readonly Draw[]
  readonly visits: readonly Visit[]
  /** One a unit; a later opinion replaces an unanswered earlier one. */
  readonly opinions: readonly Opinion[]
}

/** 全面检查 · 重点检查 · 随机抽查. Key picks beside a random draw are marked as such and left out of its list. */
export type VerificationScope =
  | { readonly kind: 'full'; readonly unitIds: readonly string[] }
  | { readonly kind: 'key'; readonly picks: readonly KeyPick[] }
  | {
      readonly kind: 'random'
      readonly size: number
      readonly strata: readonly Stratum[]
      /** Digest of the list, fixed before the seed is known. */
      readonly populationDigest: string
      readonly picks: readonly KeyPick[]
    }

export interface KeyPick {
  readonly unitId: string
  readonly reason: string
}

/** 抽样记录表: all that is needed to repeat the draw without us. */
export interface Draw {
  readonly id: string
  readonly algorithm: typeof drawAlgorithm
  readonly populationDigest: string
  readonly size: number
  /** Values that nobody alone controls, in order, each with who gave it. */
  readonly seedParts: readonly SeedPart[]
  /** The parts' values joined by `|`. */
  readonly seed: string
  readonly picked: readonly Picked[]
  readonly drawnBy: Author
  /** 监督人 */
  readonly witness: Author
  readonly at: string
  readonly cancellation?: { readonly by: Author; readonly at: string; readonly reason: string }
}

export interface SeedPart {
  readonly by: string
  readonly value: string
}

/** 核验记录, signed by both sides on the printed form. */
export interface Visit {
  readonly id: string
  readonly unitId: string
  readonly visitedOn: string
  readonly memberIds: readonly string[]
  readonly record: string
  readonly evidenceIds: readonly string[]
  /** Scan of the form with both signatures, or why the unit's side did not sign. */
  readonly unitSide:
    | { readonly kind: 'signed'; readonly scanDigest: string }
    | { readonly kind: 'declined'; readonly reason: string }
  readonly recordedBy: Author
  readonly at: string
}

/** 指标评分意见 on one item, and what the scoring side makes of it. */
export interface Opinion {
  readonly id: string
  readonly unitId: string
  readonly finding: Finding
  readonly by: Author
  readonly at: string
  readonly answer?: Answer
}

export type Finding =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'toChange'; readonly changes: readonly [ProposedChange, ...ProposedChange[]] }

export interface ProposedChange {
  readonly datumId: string
  readonly value: DatumValue
  readonly reason: string
  readonly evidenceIds: readonly string[]
}

/** An adopted change becomes a datum version by `verify`, which lets the row fall; a declined one keeps its reason beside it. */
export type Answer = { readonly by: Author; readonly at: string } & (
  | { readonly kind: 'adopted' }
  | { readonly kind: 'declined'; readonly reason: string }
)

export const standingDraw = (verification: Verification): Draw | undefined =>
  verification.draws.find((draw) => draw.cancellation === undefined)

/** Whom to visit, and whether they were chosen, drawn or are all there is. */
export const unitsToVisit = (
  verification: Verification,
): readonly { readonly unitId: string; readonly how: VerificationScope['kind'] }[] => {
  const { scope } = verification
  if (scope.kind === 'full') return scope.unitIds.map((unitId) => ({ unitId, how: 'full' }))
  const key = scope.picks.map(({ unitId }) => ({ unitId, how: 'key' as const }))
  const drawn = standingDraw(verification)?.picked ?? []
  return [...key, ...drawn.map(({ unitId }) => ({ unitId, how: 'random' as const }))]
}

export const opinionOn = (verification: Verification, unitId: string): Opinion | undefined =>
  verification.opinions.findLast((opinion) => opinion.unitId === unitId)

export const canonicalVerification = (verification: Verification) => ({ v: 1, noun: 'verification', ...verification })
