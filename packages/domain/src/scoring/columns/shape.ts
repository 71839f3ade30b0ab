import type { Exact } from '../../kernel/exact.ts'

/**
 * What a rule does, as a function of one number: how 600,000 items are computed in the time of a tight loop. A shape holds no meaning of
 * its own: the rule's method is the definition, a property test holds each shape equal to it, and wherever a method would ask, fail
 * or leave the shape, the shape says `unsettled` and the method itself is run for that item.
 */
export interface Shape {
  readonly variable: Variable
  /** From minus infinity up; each ends at `to`, the last at infinity. */
  readonly pieces: readonly Piece[]
}

/** A fraction of two linear forms of the inputs, its denominator above zero; at or below zero the item is unsettled. */
export interface Variable {
  readonly top: Linear
  readonly bottom: Linear
  /** Counts whole things: a figure that is not whole is the method's to refuse. */
  readonly whole?: true
}

export interface Linear {
  readonly constant: Exact
  readonly terms: readonly Term[]
}

/** So many times an input: the unit's own figure, or one of its group's. */
export interface Term {
  readonly input: string
  readonly factor: Exact
  readonly figure?: GroupFigure
}

export const groupFigures = ['max', 'min', 'sum', 'mean'] as const
export type GroupFigure = (typeof groupFigures)[number]

export type Piece = { readonly to?: End } & (
  | { readonly kind: 'unsettled' }
  | ({ readonly kind: 'points'; readonly base: Exact; readonly slope: Exact; readonly stair?: Stair } & Clamp)
)

export interface End {
  readonly at: Exact
  readonly included: boolean
}

/** So many points for each whole step of the variable. */
export interface Stair {
  readonly size: Exact
  readonly points: Exact
  readonly rounding: 'floor' | 'ceil'
}

export interface Clamp {
  readonly atLeast?: Exact
  readonly atMost?: Exact
}
