import { remarkAnswerers } from '../remark/decide.ts'
import type { AbilityRule } from './ability-rule.ts'

export const observerAbilities = {
  /** 监督事项 of the mandate: what somebody who supervises looks at first. */
  'observed.read': { posts: ['observer'] },
  /** 监督意见: filed by observers, answered by the plan's owner. */
  'remark.read': { posts: ['observer', ...remarkAnswerers] },
  'remark.file': { posts: ['observer'] },
  'remark.answer': { posts: remarkAnswerers },
} as const satisfies Record<string, AbilityRule>
