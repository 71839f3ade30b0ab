import type { Basis } from './basis.ts'

/** What a refusal says: which rule stopped it, where, and with which figures. No prose; `@quanheng/messages` has the words. */
export interface DomainError<C extends string = string> {
  readonly code: C
  /** Path to the input at fault, e.g. `indicators[2].fullMark`; absent when the whole command is at fault. */
  readonly at?: string
  /** The clause or interpretation that the refusal rests on. */
  readonly basis?: Basis
  /** Values for the message, as text; never personal secrets. */
  readonly params?: Readonly<Record<string, string>>
}

export type Result<T, E = DomainError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error })

/** Shorthand for the common refusal: a code with optional place and figures. */
export const refuse = <C extends string>(
  code: C,
  more: Omit<DomainError<C>, 'code'> = {},
): { readonly ok: false; readonly error: DomainError<C> } => ({ ok: false, error: { code, ...more } })
