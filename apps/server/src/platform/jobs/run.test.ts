import { describe, expect, it } from 'vitest'
import { runInChild, runInWorker } from './run.ts'

const tasks = new URL('./testing/tasks.ts', import.meta.url)
const limits = { memoryMb: 64, seconds: 20 }

describe('work away from the request thread', () => {
  it('answers from a worker and from a child', async () => {
    expect(await runInWorker(tasks, { how: 'double', n: 21 })).toBe(42)
    expect(await runInChild(tasks, { how: 'double', n: 21 }, limits)).toBe(42)
  })
  it('hands on what went wrong', async () => {
    await expect(runInWorker(tasks, { how: 'throw', n: 0 })).rejects.toThrow('坏文件')
    await expect(runInChild(tasks, { how: 'throw', n: 0 }, limits)).rejects.toMatchObject({ reason: 'crash' })
  })
  it('hears from a worker how far it is', async () => {
    const heard: number[] = []
    const told = (progress: number) => heard.push(progress)
    expect(await runInWorker(tasks, { how: 'tell', n: 3 }, { told })).toBe(6)
    expect(heard).toEqual([1, 2, 3])
  })
  it('ends a worker where it is when it is cancelled, or does not begin it', async () => {
    const stop = new AbortController()
    const hanging = runInWorker(tasks, { how: 'hang', n: 0 }, { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('取消')), 200)
    await expect(hanging).rejects.toThrow('取消')
    await expect(runInWorker(tasks, { how: 'double', n: 1 }, { signal: stop.signal })).rejects.toThrow('取消')
  })
  it('stops a child that takes too long or too much', async () => {
    await expect(runInChild(tasks, { how: 'hang', n: 0 }, { ...limits, seconds: 1 })).rejects.toMatchObject({
      reason: 'time',
    })
    await expect(runInChild(tasks, { how: 'eat', n: 0 }, limits)).rejects.toMatchObject({ reason: 'crash' })
  })
})
