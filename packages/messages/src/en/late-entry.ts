import type { lateEntryErrors } from '@quanheng/contract/errors/late-entry'

export const lateEntry = {
  'lateEntry.notNow': 'This request is answered or withdrawn already. Reload to see the outcome.',
  'lateEntry.notYours':
    'Your present post may not do this. Requests are answered by the head of the scoring section, the leader in charge or the director of the office.',
  'lateEntry.notLate':
    'Nothing of this unit under this indicator is locked, so no late entry is needed. Report in time, or reload.',
  'lateEntry.pending':
    'Late entry was asked for on {day} and waits for its answer. Do not ask twice; withdraw the request to change it.',
  'lateEntry.dayPassed': 'The day {day} has passed already. Give today or a later day.',
  'lateEntry.ownUnit':
    'You hold a post in the unit concerned and are recused. Another head or the director of the office has to answer.',
  'lateEntry.otherLeaf': 'The indicator chosen does not use this figure. Reload and choose again.',
} as const satisfies Record<keyof typeof lateEntryErrors, string>
