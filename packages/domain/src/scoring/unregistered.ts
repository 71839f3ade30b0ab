import type { ScoringSettings } from './model.ts'

/** What a plan foresees beside its indicators, and of which not all is known to be entered until its register is closed. */
export type Unregistered = 'credits' | 'veto'

const kinds: readonly Unregistered[] = ['credits', 'veto']

/** A total over such a plan has to say so while the register is open. */
export const unregistered = (settings: Pick<ScoringSettings, Unregistered>): readonly Unregistered[] =>
  kinds.filter((kind) => settings[kind] !== undefined && settings[kind].value !== 'none')
