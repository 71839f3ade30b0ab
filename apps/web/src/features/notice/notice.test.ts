import { describe, expect, it } from 'vitest'
import { noticeOf } from './notice.ts'

type Shown = Parameters<typeof noticeOf>[0]
type Reading = Parameters<typeof noticeOf>[1]

const at = (key: string, start: number): Reading['findings'][number] => ({
  key,
  code: 'notice.vague',
  severity: 'note',
  params: {},
  proposals: [],
  start,
  end: start + 1,
})

describe('noticeOf', () => {
  it('puts what a draft could not take over among the findings, in the order of the text, each as it was settled', () => {
    const done = { reason: '已核实', on: '2024-11-01', by: '经办甲', post: 'handler' as const }
    const shown = { id: 'one', notes: [at('note', 5)], settled: { late: done } } as unknown as Shown
    const { findings } = noticeOf(shown, { text: '', rows: [], findings: [at('early', 1), at('late', 9)] })
    expect(findings.map(({ key, settled }) => [key, settled])).toEqual([
      ['early', null],
      ['note', null],
      ['late', done],
    ])
  })

  it('takes no word of the language for a finding that was settled', () => {
    const shown = { id: 'one', notes: [], settled: {} } as unknown as Shown
    expect(noticeOf(shown, { text: '', rows: [], findings: [at('constructor', 0)] }).findings[0]?.settled).toBeNull()
  })
})
