import { describe, expect, it } from 'vitest'
import { figuresOf, instantOf, rehearsalOrigin, watchLeaves } from './noticed.ts'

const at = (clock: string): string => `2025-01-10T${clock}.000Z`

const told = (origin: string, ...leaves: readonly (readonly [string, string?])[]) => {
  const watch = watchLeaves(origin)
  for (const [leaf, [clock, action = 'datum.report']] of leaves.entries()) watch.look(leaf, { time: at(clock), action })
  return watch.noticed(() => undefined).map(({ code, leaf, figures }) => [code, leaf, figures])
}

describe('the order of time in a log', () => {
  it('lets an act wait for its turn for a minute, and no longer', () => {
    expect(told('log', ['10:00:00'], ['09:59:00'], ['10:00:01'])).toEqual([])
    expect(told('log', ['10:00:00'], ['09:58:59'])).toEqual([['log.timeBack', 1, { seconds: '61', after: '0' }]])
  })

  it('is held against the latest leaf, so that small steps back do not add up', () => {
    const steps = Array.from({ length: 5 }, (_, step) => [`10:0${4 - step}:30`] as const)
    expect(told('log', ['10:05:00'], ...steps)).toEqual([
      ['log.timeBack', 2, { seconds: '90', after: '0' }],
      ['log.timeBack', 4, { seconds: '120', after: '2' }],
    ])
  })

  it('names a clock set back once, where it was set back', () => {
    const back = [['10:00:00'], ['08:00:00'], ['08:00:01'], ['08:30:00'], ['10:00:01']] as const
    expect(told('log', ...back)).toEqual([['log.timeBack', 1, { seconds: '7200', after: '0' }]])
  })

  it('goes back with the act that says so', () => {
    expect(told('log', ['10:00:00'], ['08:00:00', 'log.clockJumped'], ['08:00:01'])).toEqual([
      ['log.clockJumped', 1, {}],
    ])
  })

  it('is no matter of a rehearsal, whose days are moved on purpose', () => {
    expect(told(rehearsalOrigin, ['10:00:00'], ['08:00:00'])).toEqual([])
  })
})

describe('acts of the log’s own', () => {
  it('are named each time, but for the first program to name itself', () => {
    const program = 'log.programChanged'
    const acts = [['10:00:00', program], ['10:00:01'], ['10:00:02', program], ['10:00:03', 'log.placeSilent']] as const
    expect(told('log', ...acts)).toEqual([
      [program, 2, {}],
      ['log.placeSilent', 3, {}],
    ])
  })

  it.each<[string, string, object]>([
    [
      'as they are',
      '[{"place":"/mnt/a","hours":25,"since":4,"type":"placeSilent"}]',
      { place: '/mnt/a', hours: '25', since: '4' },
    ],
    ['without what is no figure', '[{"place":{"a":1},"hours":true,"since":1.5}]', {}],
    ['without what no number holds', '[{"hours":1e999,"since":9007199254740993}]', {}],
    ['without what would move the cursor', '[{"place":"\\u001b[2J","hours":1}]', { hours: '1' }],
    ['without half a character', '[{"place":"\\ud800","hours":1}]', { hours: '1' }],
    ['from the first event alone', '[[],{"hours":1}]', {}],
    ['from nothing that is no list', '{"hours":1}', {}],
    ['from nothing too long', `[{"hours":1,"place":"${'a'.repeat(1_000)}"}]`, {}],
    ['from nothing that is no JSON', '[', {}],
  ])('tell their figures %s', (_, events, figures) => {
    expect(figuresOf('log.placeSilent', events)).toEqual(figures)
  })
})

describe('an instant', () => {
  it.each([
    ['2025-01-10T02:00:00.000Z', 1_736_474_400_000],
    ['2024-02-29T23:59:59.999Z', 1_709_251_199_999],
    ['2000-02-29T00:00:00.000Z', 951_782_400_000],
    ['1900-02-29T00:00:00.000Z', undefined],
    ['1969-12-31T23:59:59.999Z', -1],
    ['2025-13-01T00:00:00.000Z', undefined],
    ['2025-02-29T02:00:00.000Z', undefined],
    ['2025-01-10T24:00:00.000Z', undefined],
    ['2025-01-10T02:00:00Z', undefined],
    ['2025-01-10T02:00:00.000+08:00', undefined],
    ['0001-01-10T02:00:00.000Z', undefined],
  ])('%s', (text, milliseconds) => {
    expect(instantOf(text)).toBe(milliseconds)
  })

  it('is the one that the machine counts, on every day of four centuries', () => {
    for (let at = Date.UTC(1890, 0, 1); at < Date.UTC(2290, 0, 1); at += 86_399_123)
      expect(instantOf(new Date(at).toISOString())).toBe(at)
  })
})
