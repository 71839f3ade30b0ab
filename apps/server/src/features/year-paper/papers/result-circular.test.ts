import { aRunContent } from '@quanheng/domain/result/run.fixture'
import type { RunContent } from '@quanheng/domain/result/run-content'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { checkPaper } from '@quanheng/papers/conformity/check-paper'
import { composeLetter } from '@quanheng/papers/docx/letter'
import { checkLetter } from '@quanheng/papers/paper/check'
import { wrongFigures } from '@quanheng/papers/paper/figures'
import { partsOf } from '@quanheng/papers/testing/faulty'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx, textOf } from '@quanheng/papers/testing/open-docx'
import { aPlan } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import { gradesOpen, resultCircular } from './result-circular.ts'

const basis = { kind: 'clause', article: '五' } as const
const grades = {
  value: {
    by: 'lines',
    lines: [
      { name: '优秀', from: '90' },
      { name: '良好', from: '80' },
      { name: '一般', from: '0' },
    ],
  },
  basis,
} as const

const total = (unitId: string, published: string) => ({
  unitId,
  nodes: [],
  raw: published,
  applicableFullMark: '100',
  total: published,
  published,
  missing: [],
})

/** Three units in the order of the plan: second, first, third; the first two are 优秀. */
const run: RunContent = {
  ...aRunContent(),
  purpose: 'totals',
  totals: {
    units: [total('transport', '93.10'), total('town', '95.20'), total('water', '61.00')],
    ranks: [
      { groupKey: 'all', unitId: 'town', rank: 1, tied: false },
      { groupKey: 'all', unitId: 'transport', rank: 2, tied: false },
      { groupKey: 'all', unitId: 'water', rank: 3, tied: false },
    ],
    grades: {
      proposals: [
        { groupKey: 'all', unitId: 'town', grade: '优秀', by: 'line' },
        { groupKey: 'all', unitId: 'transport', grade: '优秀', by: 'line' },
        { groupKey: 'all', unitId: 'water', grade: '一般', by: 'line' },
      ],
      stops: [],
    },
  },
}

const head = { organs: ['云岭市绩效考评工作领导小组'], word: '文件' }

const plan = (visibility: 'ownAfterIssue' | 'allAfterIssue') => {
  const content = aPlan({ kind: 'appraisalPlan' })
  return { ...content, settings: { ...content.settings, grades, visibility: { value: visibility, basis } } }
}

const cellsOf = (document: string): string[][] =>
  [...document.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
  )

describe('考评结果通报', () => {
  it('names grades from the best down, and no score where the plan keeps scores to each unit', async () => {
    const paper = resultCircular(run, plan('ownAfterIssue'), head)
    const { text } = await openDocx(await composeLetter(paper))
    expect(text).toContain('优秀等次（2个）')
    // In the order of the plan, which says nothing of places: the town, first by score, comes second.
    expect(text).toContain('交通运输局、百里镇。')
    expect(text.indexOf('优秀等次')).toBeLessThan(text.indexOf('一般等次'))
    expect(text).not.toContain('良好等次')
    for (const score of ['95.20', '93.10', '61.00']) expect(text).not.toContain(score)
  })
  it('attaches totals and places by rank where the plan opens them to all: each as the run has it', async () => {
    const paper = resultCircular(run, plan('allAfterIssue'), head)
    expect(checkLetter(paper)).toEqual([])
    const on = '2025-02-10'
    const numbered = {
      ...paper,
      number: '云考办发〔2025〕2号',
      signature: { ...paper.signature, on },
      imprint: { organ: '云岭市绩效办', on },
    }
    const bytes = await composeLetter(numbered)
    expect(checkPaper(await partsOf(bytes)).answers.filter(({ status }) => status === 'fail')).toEqual([])
    expect(cellsOf((await openDocx(bytes)).document).slice(1)).toEqual([
      ['1', '百里镇', '95.20', '1'],
      ['2', '交通运输局', '93.10', '2'],
      ['3', '水利局', '61.00', '3'],
    ])
    expect(wrongFigures(paper, (path) => figureAt(run, path))).toEqual([])
    const totals = run.totals?.units ?? []
    const places = new Map(run.totals?.ranks.map(({ unitId, rank }) => [unitId, rank]))
    await figuresHeld('resultCircular', bytes, {
      rows: totals.map(({ unitId, published }) => [
        run.units.find(({ id }) => id === unitId)?.name,
        published,
        places.get(unitId),
      ]),
      from: [run.plan, '优秀等次（2个）', '一般等次（1个）', numbered.number, on],
    })
  })
  it('a figure that is not the run’s is found before the paper leaves', () => {
    const paper = resultCircular(run, plan('allAfterIssue'), head)
    const changed: RunContent = {
      ...run,
      totals: {
        ...run.totals,
        units: [total('transport', '93.11'), total('town', '95.20'), total('water', '61.00')],
        ranks: run.totals?.ranks ?? [],
      },
    }
    expect(wrongFigures(paper, (path) => figureAt(changed, path))).toEqual([
      { path: 'totals.units[0].total', text: '93.10', expected: '93.11' },
    ])
  })
  it('waits while a grade is open', () => {
    expect(gradesOpen(run)).toBe(false)
    const stop = { groupKey: 'all', reason: 'barredUnsaid' } as const
    expect(gradesOpen({ ...run, totals: { units: [], ranks: [], grades: { proposals: [], stops: [stop] } } })).toBe(
      true,
    )
  })
})
