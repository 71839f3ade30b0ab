import type { AbilityRule } from './ability-rule.ts'

export const workbenchAbilities = {
  /** 催报 over everything that the office waits for. */
  'workbench.urge': { posts: ['officeDirector', 'officeStaff'] },
  /** Who did what kind of act when, over the whole installation; never its content (三员分立, C-5.2). */
  'act.audit': { posts: ['auditAdmin', 'observer'] },
} as const satisfies Record<string, AbilityRule>
