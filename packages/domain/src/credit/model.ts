import type { Author } from '../kernel/command-context.ts'
import type { ExactText } from '../kernel/exact.ts'

/** 加分 · 扣分 · 一票否决. */
export const entryKinds = ['bonus', 'deduction', 'veto'] as const
export type EntryKind = (typeof entryKinds)[number]

/**
 * 待初审 · 已退回 · 待受理 · 待陈述 · 待联审 · 拟认定 · 公示中 · 待复核 · 已审定 · 不予认定 · 已撤回 · 已解除.
 * A bonus begins at `claimed`, a deduction or veto at `proposed`.
 */
export const creditStates = [
  'claimed',
  'returned',
  'proposed',
  'stating',
  'toReview',
  'recognised',
  'shown',
  'toConfirm',
  'decided',
  'refused',
  'withdrawn',
  'lifted',
] as const
export type CreditState = (typeof creditStates)[number]

/** One bonus claim, proposed deduction or proposed veto fact of one unit, from the writing it begins with to the decision it ends in. */
export interface CreditEntry {
  readonly id: string
  /** The year plan whose totals it counts in. */
  readonly planId: string
  readonly kind: EntryKind
  /** The appraised unit concerned. */
  readonly unitId: string
  /** 初审单位 of a bonus; of the rest the office. */
  readonly reviewUnitId: string
  readonly state: CreditState
  readonly claim: CreditClaim
  readonly standing: CreditStanding
  readonly steps: readonly [CreditStep, ...CreditStep[]]
}

/** What is claimed or proposed, with its proof. */
export interface CreditClaim {
  /** 事项, e.g. `获评全国文明单位`. */
  readonly matter: string
  /** One of the plan's classes of 加减分; absent where the plan has none, and for a veto. */
  readonly classKey?: string
  /** One of the plan's gates; a veto only. */
  readonly gateKey?: string
  /** More than zero, the kind says which way; absent for a veto. */
  readonly points?: ExactText
  readonly proof: Proof
  /** 级别 of the honour or of the body that found the fact, as the document says. */
  readonly level: string
  /** 受表彰（处理）对象 and with whom the honour is shared, as the document names them. */
  readonly honoured: string
  /** Scans of the document and what belongs to it. */
  readonly files: readonly CreditFile[]
}

/** The document that the entry rests on: without one there is nothing to recognise. */
export interface Proof {
  readonly title: string
  readonly number: string
  readonly issuer: string
  readonly on: string
}

export interface CreditFile {
  readonly digest: string
  readonly name: string
}

/** What review, hearing, publicity and decision made of it; a member is absent until its step was taken. */
export interface CreditStanding {
  /** 初审意见: points that the reviewing unit agrees to. */
  readonly firstReview?: { readonly points: ExactText; readonly by: Author }
  /** 陈述期, inclusive. */
  readonly stating?: { readonly until: string }
  /** 陈述申辩; empty words are 无异议. */
  readonly statement?: { readonly words: string; readonly files: readonly CreditFile[]; readonly by: Author }
  /** 联审意见: what is put before the deciding body. */
  readonly review?: {
    readonly points?: ExactText
    /** The entry whose matter this is too: of one matter only the highest counts. */
    readonly matterOf?: string
    readonly by: Author
  }
  /** 公示期, inclusive. */
  readonly shown?: { readonly from: string; readonly until: string }
  readonly objections: readonly CreditObjection[]
  /** Registered from the minutes, and not yet compared by a second person. */
  readonly pending?: PendingDecision
  readonly decision?: CreditDecision
  readonly lifting?: CreditDecision
}

/** 公示异议 of an appraised unit. */
export interface CreditObjection {
  readonly id: string
  readonly unitId: string
  readonly words: string
  readonly by: Author
  readonly at: string
  readonly answer?: { readonly upheld: boolean; readonly reason: string; readonly by: Author; readonly at: string }
}

/** What the deciding body said, from its minutes. */
export interface CreditDecision {
  readonly body: string
  readonly on: string
  readonly number: string
  readonly text: string
  readonly scanDigest: string
}

export interface PendingDecision extends CreditDecision {
  readonly effect: DecisionEffect
  /** Where the entry goes back to when the second person does not find it in the minutes. */
  readonly from: CreditState
  readonly by: Author
}

/** 认定 · 不予认定 · 解除. */
export const decisionEffects = ['recognise', 'refuse', 'lift'] as const
export type DecisionEffect = (typeof decisionEffects)[number]

/** One act on the entry, as its history shows it. */
export interface CreditStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  /** Reason, opinion or statement as written; empty where none is asked for. */
  readonly words: string
}

/** Nothing more is done with it; what was decided may still be lifted. */
export const isSettled = ({ state }: Pick<CreditEntry, 'state'>): boolean =>
  state === 'decided' || state === 'refused' || state === 'withdrawn' || state === 'lifted'

export const canonicalCredit = (entry: CreditEntry) => ({ v: 1, noun: 'credit', ...entry })
