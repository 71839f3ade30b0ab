import type { urging as source } from '../zh-CN/urging.ts'

export const urging = {
  'urging.dueSoon': '“{what}” is due by {due}, {days} days from now. Please finish it in time.',
  'urging.dueToday': '“{what}” is due today ({due}). Please finish it before midnight.',
  'urging.overdue': '“{what}” was due by {due} and is {days} days late. Please finish it now or say what keeps you.',
} as const satisfies Record<keyof typeof source, string>
