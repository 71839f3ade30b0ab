import type { ScoreFound } from '@quanheng/domain/objection/model'

/** 维持原分 · 更正为8.5分. */
export const sayFound = (found: ScoreFound): string => (found.outcome === 'kept' ? '维持原分' : `更正为${found.to}分`)
