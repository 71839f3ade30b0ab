import type { milestone as zhCN } from '../zh-CN/milestone.ts'

export const milestone = {
  'milestone.notNow': 'This cannot be done in the present state of the milestone. Reload the page.',
  'milestone.notYours': 'Your present post cannot do this. Let whoever has the duty do it, or switch posts.',
  'milestone.otherUnit':
    'The unit that has the milestone reports it; the lead unit that scores the indicator, or the office, confirms it.',
  'milestone.ownUnit': 'You hold a post in the unit concerned and cannot confirm its milestone. Another person must.',
  'milestone.wordsMissing': 'Say what was completed and how far.',
  'milestone.reasonMissing': 'Give the reason; the unit will see it.',
  'milestone.evidenceMissing': 'Attach what proves completion, such as documents, photographs or tables.',
  'milestone.inFuture': 'The day of completion cannot be after today.',
  'milestone.reachedMissing':
    'A share of the target is expected by this day ({expected}). Enter what has been reached.',
  'milestone.samePerson': 'Whoever reported cannot confirm. Another person must.',
  'milestone.short':
    'The reported {reached} falls short of the expected {expected} and cannot be confirmed. Return it, or state that it was missed.',
  'milestone.notDue': 'The milestone is due on {due}; it cannot be stated as missed before.',
} as const satisfies Record<keyof typeof zhCN, string>
