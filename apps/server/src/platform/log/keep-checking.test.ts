import { expect, it } from 'vitest'
import { isDue } from './keep-checking.ts'

it.each<[string, string, string | null, boolean]>([
  ['never done', '2025-01-10T10:00:00+08:00', null, true],
  ['done last night, and it is night again', '2025-01-11T02:05:00+08:00', '2025-01-10T02:00:00+08:00', true],
  ['done in this night', '2025-01-11T04:50:00+08:00', '2025-01-11T01:00:00+08:00', false],
  ['done last night, and it is day', '2025-01-10T17:00:00+08:00', '2025-01-10T02:00:00+08:00', false],
  ['missed, for the machine sleeps at night', '2025-01-11T09:00:00+08:00', '2025-01-10T02:00:00+08:00', true],
  [
    'done yesterday noon by a machine that sleeps at night',
    '2025-01-11T09:00:00+08:00',
    '2025-01-10T12:00:00+08:00',
    false,
  ],
])('%s', (_, now, last, due) => {
  expect(isDue(new Date(now), last === null ? null : new Date(last))).toBe(due)
})
