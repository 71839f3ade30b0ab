import type { RuleInput } from './facts.ts'

/** The input that holds a unit's place, 1 = best. */
export const rankInput = (name: string): RuleInput => ({
  name,
  kind: 'count',
  role: 'actual',
  part: 'rank',
  unit: '名',
})

/** How many units are ranked: needed to count from the last. */
export const rankedInput: RuleInput = { name: '参加排名单位数', kind: 'count', role: 'actual', unit: '个' }
