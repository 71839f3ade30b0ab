import { aRunContent } from '@quanheng/domain/result/run.fixture'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { wrongFigures } from '@quanheng/papers/paper/figures'
import { plain } from '@quanheng/papers/paper/text'
import { composeFormSheet } from '@quanheng/papers/sheet/form-sheet'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { describe, expect, it } from 'vitest'
import { deductionForm, letterFigureAt, letterOf } from './deduction-form.ts'

const basis = { kind: 'clause', article: '附件1' } as const

/** 1.67 and 0.83 of 10 marks, of which two reasons tell 2.5 as exact thirds. */
const run: RunContent = aRunContent({
  points: ['10', '7.5', '5'],
  deductions: [
    [],
    [
      { points: '5/3', reason: '少3家', basis },
      { points: '5/6', reason: '台账不全', basis: { kind: 'clause', article: '附件2' } },
    ],
    [],
  ],
})

const rowsOf = (unitId: string) => deductionForm(run, unitId).rows.map((row) => row.map(plain))

describe('扣分告知书', () => {
  it('tells each reason with what it took, and what all came to', () => {
    expect(rowsOf('town')).toEqual([
      ['1', '企业培规入统', '10', '7.50', '2.5', '1.少3家，扣1.67分\n2.台账不全，扣0.83分', '附件1；附件2'],
      ['', '合计（全部指标）', '10', '7.5', '2.5', '满分减得分等于扣分之和', ''],
    ])
    expect(rowsOf('water')[0]?.slice(4)).toEqual(['5', '理由见评分报告', '—'])
  })
  it('says of a unit in full that nothing was lost', () => {
    expect(rowsOf('transport')).toEqual([['', '合计（全部指标）', '10', '10', '0', '满分减得分等于扣分之和', '']])
    expect(plain(deductionForm(run, 'transport').prose?.[0] ?? '')).toContain('均得满分，没有扣分')
  })
  it('holds no figure that the locked version does not give', () => {
    const sheet = deductionForm(run, 'town')
    expect(wrongFigures(sheet, letterFigureAt(letterOf(run, 'town')))).toEqual([])
    const moved = letterFigureAt(letterOf(aRunContent({ points: ['10', '7.4', '5'] }), 'town'))
    expect(wrongFigures(sheet, moved).map(({ path }) => path)).toContain('lines[0].points')
    for (const path of ['lines[9].lost', 'lines[0].reasons[0].lost', 'count.units', 'lines[0].name'])
      expect(moved(path)).toBeUndefined()
  })
  it('is signed by both sides under its check code', async () => {
    const { text } = await openDocx(await composeFormSheet({ ...deductionForm(run, 'town'), checkCode: 'ABCD-EFGH' }))
    for (const role of ['评分单位经办人', '评分单位负责人', '被考核单位签收']) expect(text).toContain(role)
    expect(text).toContain('2.台账不全，扣0.83分')
  })
})
