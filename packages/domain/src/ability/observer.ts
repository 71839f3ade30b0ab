import type { AbilityRule } from './ability-rule.ts'

export const observerAbilities = {
  /** 监督事项 of the mandate: what somebody who supervises looks at first. */
  'observed.read': { posts: ['observer'] },
} as const satisfies Record<string, AbilityRule>
