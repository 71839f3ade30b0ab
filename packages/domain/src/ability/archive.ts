import type { AbilityRule } from './ability-rule.ts'

/** 文秘 / 档案 keeps the archive; whether totals may be in it is the result's business. */
export const fileKeepers = ['officeDirector', 'officeStaff', 'clerk'] as const

export const archiveAbilities = {
  'archive.read': { posts: fileKeepers },
  'archive.make': { posts: fileKeepers },
  /** Which stored files are damaged or missing: auditors of all, keepers of their own. */
  'fileCheck.read': { posts: ['auditAdmin', 'observer', ...fileKeepers] },
  'archive.publish': { posts: ['officeDirector'] },
} as const satisfies Record<string, AbilityRule>
