import type { taskClaimErrors } from '@quanheng/contract/errors/task-claim'

export const taskClaim = {
  'taskClaim.taken': '此事已由{name}领办。请先与其商定；由您办理的，选“接办”。',
  'taskClaim.already': '此事已由您领办。请刷新页面。',
} as const satisfies Record<keyof typeof taskClaimErrors, string>
