/** Placeholder shape owned by the rule language; see rule/model. */
export interface StoredRule {
  readonly v: 1
  readonly text: string
  readonly rule: unknown
  readonly answers: readonly unknown[]
}
