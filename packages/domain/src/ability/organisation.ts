import type { AbilityRule } from './ability-rule.ts'

export const organisationAbilities = {
  'unit.manage': { posts: ['officeDirector', 'officeStaff'] },
  'section.manage': { posts: ['officeDirector', 'officeStaff', 'unitAdmin'] },
  'person.manage': { posts: ['securityAdmin'] },
  'post.manage': { posts: ['securityAdmin'] },
} as const satisfies Record<string, AbilityRule>
