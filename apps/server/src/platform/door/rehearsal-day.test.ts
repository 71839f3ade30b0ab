import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginDay, onDay, shownAt } from './context.ts'

const day = '2026-01-08'
const at = (text: string): Date => new Date(`${text}+08:00`)
const iso = (text: string): string => at(text).toISOString()

describe('演练业务日期上的时刻', () => {
  it('业务日期从当时的钟点开始，最晚从中午开始，不早于当日最后一次操作', () => {
    const shown = (real: string, newest?: string) => beginDay(day, at(real), newest ? at(newest) : undefined).shown
    expect(shown('2026-11-23T09:30:00').toISOString()).toBe(iso(`${day}T09:30:00`))
    expect(shown('2026-11-23T23:58:00').toISOString()).toBe(iso(`${day}T12:00:00`))
    expect(shown('2026-11-23T00:05:00', `${day}T17:59:59`).toISOString()).toBe(iso(`${day}T17:59:59.001`))
    expect(shown('2026-11-23T09:30:00', `${day}T08:10:00`).toISOString()).toBe(iso(`${day}T09:30:00`))
  })

  it('过了零点，后一次操作仍在前一次之后', () => {
    const began = beginDay(day, at('2026-11-23T23:50:00'), undefined)
    const evening = shownAt(day, began, at('2026-11-23T23:59:00'))
    const night = shownAt(day, began, at('2026-11-24T00:05:00'))
    expect(onDay(day, at('2026-11-24T00:05:00')).getTime()).toBeLessThan(evening.getTime())
    expect(night.getTime() - evening.getTime()).toBe(6 * 60_000)
  })

  it('任意久之后仍在当日，时刻只向前', () => {
    const instants = fc.integer({ min: 0, max: 400 * 86_400_000 })
    fc.assert(
      fc.property(instants, instants, fc.integer({ min: 0, max: 86_399 }), (one, other, second) => {
        const real = new Date(at('2026-11-23T00:00:00').getTime() + second * 1000)
        const began = beginDay(day, real, undefined)
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map((passed) =>
          shownAt(day, began, new Date(real.getTime() + passed)),
        )
        expect(earlier?.getTime()).toBeLessThanOrEqual(later?.getTime() ?? 0)
        expect(later?.getTime()).toBeLessThan(at(`${day}T23:59:59.999`).getTime() + 1)
        expect(earlier?.getTime()).toBeGreaterThanOrEqual(began.shown.getTime())
      }),
    )
  })
})
