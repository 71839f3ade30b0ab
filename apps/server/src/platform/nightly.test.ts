import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isDue, keepNightly } from './nightly.ts'

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

describe('kept by a clock that is looked at', () => {
  const tenMinutes = 10 * 60_000
  let done = 0

  beforeEach(() => {
    done = 0
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const kept = (stored: string | null) =>
    keepNightly(
      { now: () => new Date() },
      {
        doneAt: async () => (stored === null ? null : new Date(stored)),
        work: async () => {
          done++
        },
      },
    )

  it('is done in the morning where the machine slept at three, and once', async () => {
    vi.setSystemTime(new Date('2025-01-11T09:00:00+08:00'))
    const keeping = kept('2025-01-10T02:00:00+08:00')
    await vi.advanceTimersByTimeAsync(3 * tenMinutes)
    expect(done).toBe(1)
    keeping.stop()
  })

  it('is done once a night over three nights, whatever day a rehearsal stores', async () => {
    vi.setSystemTime(new Date('2026-11-22T20:00:00+08:00'))
    const keeping = kept('2026-01-08T03:00:00+08:00')
    await vi.advanceTimersByTimeAsync(tenMinutes)
    expect(done).toBe(1)
    await vi.advanceTimersByTimeAsync(72 * 6 * tenMinutes)
    expect(done).toBeGreaterThanOrEqual(3)
    expect(done).toBeLessThanOrEqual(4)
    keeping.stop()
    await vi.advanceTimersByTimeAsync(48 * 6 * tenMinutes)
    expect(done).toBeLessThanOrEqual(4)
  })
})
