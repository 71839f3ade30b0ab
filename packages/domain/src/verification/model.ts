import type { DatumValue } from '../datum/model.ts'
import type { Author, Proof } from '../kernel/command-context.ts'
import type { DrawAlgorithm, Picked, Stratum } from './draw.ts'
import type { Confidence } from './sample-size.ts'
import type { Weighing } from './weighing.ts'

/** 待提交承诺 · 待揭示 (random with an agreed seed) · 待抽样 (random only) · 核验中 · 待采纳 (every unit has an opinion) · 已办结. That nothing is verified, with the reason, is said on the sheet. */
export const verificationStates = ['committing', 'revealing', 'toDraw', 'visiting', 'answering', 'closed'] as const
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
  /** Absent where no seed was agreed on. */
  readonly commitments?: readonly SeedCommitment[]
  readonly fallback?: Fallback
  readonly visits: readonly Visit[]
  /** One a unit; a later opinion replaces an unanswered earlier one. */
  readonly opinions: readonly Opinion[]
}

/** 全面检查 · 重点检查 · 随机抽查. Key picks beside a random draw are marked as such and left out of its list. */
export type VerificationScope =
  | { readonly kind: 'full'; readonly unitIds: readonly string[] }
  | { readonly kind: 'key'; readonly picks: readonly KeyPick[] }
  | RandomScope

export interface RandomScope {
  readonly kind: 'random'
  readonly size: number
  /** Empty, and without a digest, until every party of an agreed seed has filed its commitment. */
  readonly strata: readonly Stratum[]
  /** Digest of the list, fixed before the seed is known. */
  readonly populationDigest?: string
  readonly picks: readonly KeyPick[]
  /** What is said about the rest of the list is said with this confidence; 95 % where nothing else was chosen. */
  readonly confidence?: Confidence
  /** 按风险加权: the factors chosen before the list was fixed, and whom their facts held for. */
  readonly weighing?: Weighing
  /** 承诺—揭示: how the seed comes about; absent where it is called out on the spot. */
  readonly agreement?: SeedAgreement
}

/** Two parties file a digest each before the list is fixed, and a public number of a later day joins what they reveal. */
export interface SeedAgreement {
  readonly parties: readonly (Author & { readonly name: string })[]
  /** 公开数: which number, of which publication. */
  readonly source: string
  /** `YYYY-MM-DD`, later than the list. */
  readonly publishedOn: string
  readonly by: 'group' | 'none'
}

/** 承诺 of one party, and what it revealed. */
export interface SeedCommitment {
  readonly by: Author
  readonly digest: string
  readonly at: string
  readonly reveal?: { readonly value: string; readonly at: string }
}

/** 改用当场报数, with the reason and the parties that had not filed or revealed. */
export interface Fallback {
  readonly by: Author
  readonly at: string
  readonly reason: string
  readonly missing: readonly string[]
}

export interface KeyPick {
  readonly unitId: string
  readonly reason: string
}

/** 抽样记录表: all that is needed to repeat the draw without us. */
export interface Draw {
  readonly id: string
  readonly algorithm: DrawAlgorithm
  readonly populationDigest: string
  readonly size: number
  /** Values that nobody alone controls, in order, each with who gave it. */
  readonly seedParts: readonly SeedPart[]
  /** The parts' values joined by `|`; of an agreed seed the SHA-256 of that. */
  readonly seed: string
  readonly picked: readonly Picked[]
  readonly drawnBy: Author
  /** 监督人 */
  readonly witness: Author
  readonly at: string
  readonly attestation?: Attestation
  readonly cancellation?: { readonly by: Author; readonly at: string; readonly reason: string }
}

/** 见证签字 of the witness over this draw, always on screen. */
export interface Attestation {
  readonly by: Author
  readonly at: string
  readonly digest: string
  /** What the witness proved before; absent in those from before it was kept. */
  readonly proof?: Proof
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

/** Whether the next draw takes the agreed seed: an agreement serves one draw, and only until it is given up. */
export const isCommitted = ({ scope, fallback, draws }: Verification): boolean =>
  scope.kind === 'random' && scope.agreement !== undefined && fallback === undefined && draws.length === 0

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

/** Units of the standing draw whose figures should be others: opinions that propose a change and were not declined. */
export const badUnits = (verification: Verification): ReadonlySet<string> =>
  new Set(
    (standingDraw(verification)?.picked ?? [])
      .map(({ unitId }) => opinionOn(verification, unitId))
      .filter((opinion) => opinion?.finding.kind === 'toChange' && opinion.answer?.kind !== 'declined')
      .map((opinion) => opinion?.unitId ?? ''),
  )

export const opinionOn = (verification: Verification, unitId: string): Opinion | undefined =>
  verification.opinions.findLast((opinion) => opinion.unitId === unitId)

export const canonicalVerification = (verification: Verification) => ({ v: 1, noun: 'verification', ...verification })
