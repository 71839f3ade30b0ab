import type { ExactText } from '../../kernel/exact.ts'
import type { PlanSettings } from '../../plan/settings.ts'

/** 等次稳健性 of one unit in one group: how far it stands from the next grades, and every single thing that its grade hangs by. */
export interface GradeHold {
  readonly groupKey: string
  readonly unitId: string
  readonly total?: ExactText
  /** Absent where it is open. */
  readonly grade?: string
  /** Points that it lacks of the next better grade; absent where there is none, or a gate and not the points decides. */
  readonly up?: Gap
  /** Points that keep it from the next worse one. */
  readonly down?: Gap
  /** Items first, the smallest change first; then rounding, then weights. Empty: no single thing gives it another grade. */
  readonly flips: readonly Flip[]
}

export interface Gap {
  readonly grade: string
  readonly points: ExactText
}

/** One single thing that, had it been otherwise, would have given the unit another grade; `grade` is that one, absent where it is open. */
export type Flip = { readonly grade?: string } & (
  | {
      readonly kind: 'item'
      readonly leafKey: string
      readonly from: ExactText
      /** The nearest points, in steps of the plan's decimal places, that give the other grade. */
      readonly points: ExactText
    }
  | ({ readonly kind: 'arithmetic' } & OtherArithmetic)
  | { readonly kind: 'weight'; readonly nodeKey: string; readonly weight: string }
)

export type OtherArithmetic =
  | { readonly setting: 'mode'; readonly value: 'halfUp' | 'gb8170' }
  | { readonly setting: 'stage'; readonly value: PlanSettings['rounding']['value']['stage'] }
  | { readonly setting: 'rankOn' | 'thresholdsOn'; readonly value: 'rounded' | 'unrounded' }
