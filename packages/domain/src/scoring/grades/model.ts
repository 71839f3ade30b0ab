/** 等次建议: what the declared arithmetic gives. Deciding is the group's; where the arithmetic does not decide, it stops and says why. */
export interface Grades {
  /** By group in the plan's order, then rank, then unit id; units without a total have none. */
  readonly proposals: readonly GradeProposal[]
  readonly stops: readonly GradeStop[]
}

export interface GradeProposal {
  readonly groupKey: string
  readonly unitId: string
  /** Absent where it is open. */
  readonly grade?: string
  /** `line` or `failing`: by its score; `quota` or `rest`: by its place; `gate`: kept down or set by a gate; `stop`: see `stops`; `meeting`: open, and decided by a meeting. */
  readonly by: GradedBy
}

export type GradedBy = 'line' | 'failing' | 'quota' | 'rest' | 'gate' | 'unranked' | 'stop' | 'meeting'

export type GradeStop =
  /** 并列跨线: so many of the tied units find a place in each grade. */
  | {
      readonly groupKey: string
      readonly reason: 'tieAtCut'
      readonly unitIds: readonly string[]
      readonly places: readonly { readonly grade: string; readonly count: number }[]
    }
  /** The plan does not say what the arithmetic needs here; nobody in the group is graded. */
  | { readonly groupKey: string; readonly reason: 'barredUnsaid' | 'unusedUnsaid' }
