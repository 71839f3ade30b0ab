import type { taskClaimErrors } from '@quanheng/contract/errors/task-claim'

export const taskClaim = {
  'taskClaim.taken': '{name} has taken this on. Agree first; if it is yours now, choose “Take over”.',
  'taskClaim.already': 'You have taken this on already. Reload the page.',
} as const satisfies Record<keyof typeof taskClaimErrors, string>
