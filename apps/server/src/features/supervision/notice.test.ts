import { usualLadder } from '@quanheng/domain/supervision/ticket'
import type { SupervisionVisit } from '@quanheng/domain/supervision-visit/model'
import { expect, it } from 'vitest'
import { noticeLetter } from './notice.ts'

const by = { personId: 'p', post: 'clerk', unitId: 'office' } as const
const finding = {
  id: 'f-1',
  subject: '投资',
  fact: '未开工',
  basis: '第三条',
  seriousness: 'minor',
  photographs: [],
} as const
const visit = (statement: string | null): SupervisionVisit => ({
  id: 'v-1',
  supervisionId: 's-1',
  fromUnitId: 'office',
  unitId: '甲',
  state: 'settled',
  standing: {
    notes: { on: '2025-01-20', visitors: '', overview: '', findings: [finding], files: [], by, at: '' },
    ...(statement !== null && { statement: { words: statement, files: [], by, at: '' } }),
    settled: {
      on: '2025-01-23',
      documentNumber: '云督〔2025〕1号',
      by,
      upshots: [{ findingId: 'f-1', upheld: true, words: '开工', due: '2025-02-28' }],
    },
  },
  steps: [{ command: 'begin', by, at: '', words: '' }],
})
const supervision = {
  content: { kind: 'routine', title: '督查', basis: '督查计划', ladder: usualLadder },
} as never
const said = (statement: string | null, times = 1): string =>
  JSON.stringify(
    noticeLetter(supervision, visit(statement), { organ: '办公室', unit: '甲局', timesOf: () => times }).body,
  )

it('单位没有陈述的、没有异议的，通知书不说听取了陈述', () => {
  expect(said(null)).toContain('在规定期限内未作陈述')
  expect(said('')).toContain('对督查情况无异议')
  expect(said('已开工一个')).toContain('经听取你单位陈述')
})

it('时限是通知当日所定；再次发现的写明次数，督办随之升级', () => {
  expect(said(null)).toContain('2025年2月28日\\n提示')
  expect(said(null, 2)).toContain('第2次发现')
  expect(said(null, 2)).toContain('黄色督办')
})
