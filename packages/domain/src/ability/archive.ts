import type { AbilityRule } from './ability-rule.ts'

/** 文秘 / 档案 keeps the archive; whether totals may be in it is the result's business. */
const keepers = ['officeDirector', 'officeStaff', 'clerk'] as const

export const archiveAbilities = {
  'archive.read': { posts: keepers },
  'archive.make': { posts: keepers },
  'archive.publish': { posts: ['officeDirector'] },
} as const satisfies Record<string, AbilityRule>
