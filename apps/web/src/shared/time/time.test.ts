import { afterEach, describe, expect, it, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null })
const { sayClock, sayDay, sayMoment } = await import('./time.ts')

afterEach(() => vi.unstubAllEnvs())

describe('dates as officials write them', () => {
  it('writes a day without leading zeros', () => {
    expect(sayDay('2025-01-05')).toBe('2025年1月5日')
  })

  it('writes an instant in Beijing time wherever the reader is', () => {
    vi.stubEnv('TZ', 'America/New_York')
    expect(sayMoment('2025-01-05T16:30:00Z')).toBe('2025-01-06 00:30')
    expect(sayClock('2025-01-05T09:40:00Z')).toBe('17:40')
  })
})
