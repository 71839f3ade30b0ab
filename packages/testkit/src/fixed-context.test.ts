import { describe, expect, it } from 'vitest'
import { anActor } from './an-actor.ts'
import { fixedContext } from './fixed-context.ts'

describe('fixedContext', () => {
  it('gives the day in Shanghai', () => {
    expect(fixedContext({ now: '2024-12-31T16:00:00Z' }).today).toBe('2025-01-01')
    expect(fixedContext({ now: '2024-12-31T15:59:59Z' }).today).toBe('2024-12-31')
  })

  it('repeats ids and salts for a seed, and never within one', () => {
    const draw = (seed: string) => {
      const { newId, salt } = fixedContext({ seed })
      return [newId(), newId(), Buffer.from(salt()).toString('hex'), newId()]
    }
    expect(draw('a')).toEqual(draw('a'))
    expect(new Set([...draw('a'), ...draw('b')])).toHaveLength(8)
    expect(draw('a')[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(fixedContext().salt()).toHaveLength(16)
  })

  it('goes on drawing where time or actor change', () => {
    const first = fixedContext()
    const id = first.newId()
    const later = first.at('2025-02-01T09:00:00+08:00').as(anActor('handler', 'lead'))
    expect([later.today, later.actor.post]).toEqual(['2025-02-01', 'handler'])
    expect(later.newId()).not.toBe(id)
    expect(first.today).toBe('2025-01-03')
  })
})
