import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftKeeper, type DraftState } from './draft-keeper.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A place that stores, or refuses while `offline`. */
const aPlace = (text: string) => {
  const stored: string[] = []
  const told: DraftState[] = []
  const line = { offline: false, slow: 0, refuses: false }
  const keeper = new DraftKeeper(text, {
    write: async (given, leaving) => {
      if (line.offline) return { refused: '与服务器的连接中断', again: true }
      if (line.refuses) return { refused: '草稿过长', again: false }
      if (line.slow > 0) await new Promise((resolve) => setTimeout(resolve, line.slow))
      stored.push(leaving ? `${given} (leaving)` : given)
      return { savedAt: '2024-10-23T08:00:00Z' }
    },
    erase: async () => void stored.push('erased'),
    tell: (state) => void told.push(state),
  })
  return { keeper, stored, told, line }
}

describe('自动保存', () => {
  it('停手一会儿才存，只存最后的样子', async () => {
    const { keeper, stored, told } = aPlace('')
    keeper.hold('1')
    await vi.advanceTimersByTimeAsync(1_000)
    keeper.hold('12')
    await vi.advanceTimersByTimeAsync(1_499)
    expect(stored).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(stored).toEqual(['12'])
    expect(told.at(-1)).toBe('saved')
  })

  it('离开页面时立即存下还没存的，没有改动的不存', async () => {
    const { keeper, stored } = aPlace('')
    await keeper.save(true)
    keeper.hold('12.5')
    await keeper.save(true)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(stored).toEqual(['12.5 (leaving)'])
  })

  it('存不上的标明，并自动再试', async () => {
    const { keeper, stored, told, line } = aPlace('')
    line.offline = true
    keeper.hold('1')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(told.at(-1)).toBe('unsaved')
    expect(keeper.pending).toBe(true)
    line.offline = false
    await vi.advanceTimersByTimeAsync(15_000)
    expect(stored).toEqual(['1'])
  })

  it('再试也没有用的，说明原因，不再自动重试；改动以后再存', async () => {
    const { keeper, stored, told, line } = aPlace('')
    line.refuses = true
    keeper.hold('太长')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(told).toEqual(['waiting', 'saving', 'refused'])
    expect(keeper.pending).toBe(true)
    line.refuses = false
    keeper.hold('短')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(stored).toEqual(['短'])
  })

  it('办理后草稿清除，在途的保存先了结，不会又写回来', async () => {
    const { keeper, stored, line } = aPlace('')
    line.slow = 5_000
    keeper.hold('1')
    await vi.advanceTimersByTimeAsync(1_500)
    void keeper.drop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(stored).toEqual(['1', 'erased'])
    expect(keeper.pending).toBe(false)
  })

  it('改回原样即不再是草稿，存过的也清除；再填同样的内容照存', async () => {
    const { keeper, stored } = aPlace('')
    keeper.rest('')
    expect(stored).toEqual([])
    keeper.hold('12')
    await vi.advanceTimersByTimeAsync(1_500)
    keeper.rest('')
    await vi.advanceTimersByTimeAsync(60_000)
    keeper.hold('12')
    await vi.advanceTimersByTimeAsync(1_500)
    expect(stored).toEqual(['12', 'erased', '12'])
  })
})
