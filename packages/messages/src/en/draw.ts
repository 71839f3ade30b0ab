/** First faults of a draw's record, as both verifiers name them. */
import type { draw as zh } from '../zh-CN/draw.ts'

export const draw = {
  'draw.unreadable': 'Does not hold: this is no record of a draw, or it is incomplete. Download it again.',
  'draw.algorithm': 'Does not hold: this program does not know the algorithm of the draw.',
  'draw.list': 'Does not hold: the list is not the one that was fixed before the draw.',
  'draw.chance': 'Does not hold: risks and size give unit {unit} another chance of being drawn.',
  'draw.commitment':
    'Does not hold: what party {place} revealed is not what it had committed to, or the public number is missing.',
  'draw.seed': 'Does not hold: the seed is not made of its parts.',
  'draw.picks': 'Does not hold: drawn again from list and seed, place {place} is another.',
} as const satisfies Record<keyof typeof zh, string>
