import type { AbilityRule } from './ability-rule.ts'

export const organisationAbilities = {
  'unit.manage': { posts: ['officeDirector', 'officeStaff'] },
  'section.manage': { posts: ['officeDirector', 'officeStaff', 'unitAdmin'] },
  'person.manage': { posts: ['securityAdmin'] },
  'post.manage': { posts: ['securityAdmin'] },
  /** 职责分离: who supervises it, and who gives posts or draws up plans. */
  'separation.read': { posts: ['securityAdmin', 'officeDirector', 'officeStaff', 'observer'] },
} as const satisfies Record<string, AbilityRule>
