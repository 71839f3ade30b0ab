import type { ScoringSettings } from './model.ts'

/** What a plan foresees beside its indicators and nobody has entered: entries are none, which is not the same as having occurred to nobody. */
export type Unregistered = 'credits' | 'veto'

const kinds: readonly Unregistered[] = ['credits', 'veto']

/** A total over such a plan counts the indicators alone, and has to say so. */
export const unregistered = (settings: Pick<ScoringSettings, Unregistered>): readonly Unregistered[] =>
  kinds.filter((kind) => settings[kind] !== undefined && settings[kind].value !== 'none')
