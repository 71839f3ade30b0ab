import { expect, it } from 'vitest'
import { noticedLine, noticedWords } from './noticed.ts'

const moment = (at: Date) => `${at.getTime()}`
const time = '2025-01-10T02:00:00.000Z'

it('says leaf, time and figures, instants as the reader has them and digests by their beginning', () => {
  const figures = { version: '1.1.0', before: 'a'.repeat(64), digest: 'b'.repeat(64) }
  const line = noticedLine('zh-CN', { code: 'log.programChanged', leaf: 12, time, figures }, moment)
  expect(line).toMatch(/^第12号留痕（1736474400000）：运行的程序与以前不同，版本1\.1\.0，/)
  expect(line).toContain(`由${'a'.repeat(16)}…变为${'b'.repeat(16)}…。`)
  const jumped = { seconds: '-90', from: time, to: '2025-01-10T01:58:30.000Z' }
  expect(noticedWords('en', { code: 'log.clockJumped', leaf: 1, time, figures: jumped }, moment)).toContain(
    'set by -90 seconds, from 1736474400000 to 1736474310000.',
  )
})

it('is a sentence without the figures, where nobody opened the act', () => {
  const closed = { code: 'log.placeSilent', leaf: 3, time, figures: {} } as const
  expect(noticedLine('zh-CN', closed, moment)).toMatch(/没有收到存证点。请查明/)
  expect(noticedLine('en', closed, moment)).not.toContain('—')
})
