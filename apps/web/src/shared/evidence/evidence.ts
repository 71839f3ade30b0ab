import type { StateTagProps } from '../state/StateTag.tsx'

export interface EvidenceFile {
  readonly id: string
  readonly name: string
  /** SHA-256, lower-case hex. */
  readonly digest: string
  /** Bytes. */
  readonly size: number
  readonly by?: string
  readonly at?: string
  /** Where it opens; absent when this person may not read it. */
  readonly href?: string
  /** The day the paper itself took effect, beside `at`, when it was received. */
  readonly effectiveOn?: string
  /** Words that need a look, or settle one: late, not scanned, alike. */
  readonly notes?: readonly StateTagProps[]
  /** 公开 / 内部资料 / 敏感, in words. */
  readonly label?: StateTagProps
  readonly mayRelabel?: boolean
  /** How many earlier versions it took the place of. */
  readonly earlier?: number
}

export interface EvidenceSlot {
  readonly id: string
  /** What the checklist asks for, in the plan's words. */
  readonly name: string
  readonly required: boolean
  readonly files: readonly EvidenceFile[]
}
