import type { AbilityRule } from './ability-rule.ts'

export const cockpitAbilities = {
  /** 驾驶舱: the office and the leading group. What of the totals each sees is decided with the locked version. */
  'cockpit.read': {
    posts: ['officeDirector', 'officeStaff', 'steeringHead', 'steeringDeputy', 'steeringMember'],
  },
} as const satisfies Record<string, AbilityRule>
