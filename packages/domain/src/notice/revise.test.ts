import { aPlan } from '@quanheng/testkit/a-plan'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { IndicatorNode, PlanContent } from '../plan/model.ts'
import { checkShape } from '../plan/shape.ts'
import { askedAsBefore, carryChoices } from './carry-choices.ts'
import type { ReadRow } from './model.ts'
import { clashNotes, reviseContent } from './revise.ts'

const base = aPlan()
const change = (content: PlanContent, name: string, more: Partial<IndicatorNode>): PlanContent => ({
  ...content,
  indicators: content.indicators.map((node) => (node.name === name ? { ...node, ...more } : node)),
})
const leaf = base.indicators.find(({ scoring }) => scoring !== undefined)
const name = leaf?.name ?? ''
const markOf = (content: PlanContent) => content.indicators.find((node) => node.name === name)?.fullMark

it('只有文件改的取文件；只有手工改的留手工；两边都改的留手工并说出来', () => {
  const theirs = change(base, name, { fullMark: '33' })
  expect(markOf(reviseContent({ base, theirs, mine: base }).content)).toBe('33')
  expect(reviseContent({ base, theirs: base, mine: theirs })).toEqual({ content: theirs, clashes: [] })
  const both = reviseContent({ base, theirs, mine: change(base, name, { fullMark: '44' }) })
  expect(markOf(both.content)).toBe('44')
  expect(both.clashes).toMatchObject([{ at: `indicators[${leaf?.key}].fullMark`, after: '33', mine: '44' }])
  const notes = clashNotes(
    both.clashes,
    { content: both.content, sources: { [`indicators[${leaf?.key}].fullMark`]: 'f' } },
    {
      rows: [
        {
          key: 'r',
          part: 'indicators',
          fields: [{ id: 'f', name: 'fullMark', value: '33', start: 5, end: 7, confidence: 90 }],
        },
      ],
    },
    () => '',
  )
  expect(notes).toMatchObject([
    { code: 'notice.editedSince', params: { name, after: '33', mine: '44' }, start: 5, end: 7 },
  ])
})

it('文件删去的环节删去，手工加的环节留着；调了次序的随文件', () => {
  const [first, ...rest] = base.steps
  const own = { key: 'own', kind: 'meeting', name: '手工加的', due: '', needs: [], basis: { kind: 'default' } } as const
  const bare = rest.map((step) => ({ ...step, needs: [] }))
  const start = { ...base, steps: [...(first ? [first] : []), ...bare] }
  const mine = { ...start, steps: [...start.steps, own] }
  const gone = reviseContent({ base: start, theirs: { ...start, steps: bare }, mine })
  expect(gone.content.steps.map(({ key }) => key)).toEqual([...bare.map(({ key }) => key), 'own'])
  const moved = reviseContent({ base: start, theirs: { ...start, steps: start.steps.toReversed() }, mine })
  expect(moved.content.steps.map(({ key }) => key).filter((key) => key !== 'own')).toEqual(
    start.steps.map(({ key }) => key).toReversed(),
  )
})

it('文件删去的指标上还有手工分的任务：指标留着并说出来', () => {
  const task = { leafKey: leaf?.key ?? '', unitId: 'hand', task: '手工' }
  const mine = { ...base, tasks: [...base.tasks, task] }
  const theirs = {
    ...base,
    indicators: base.indicators.filter(({ key }) => key !== leaf?.key),
    tasks: base.tasks.filter(({ leafKey }) => leafKey !== leaf?.key),
    responsibilities: base.responsibilities.filter(({ nodeKey }) => nodeKey !== leaf?.key),
  }
  const { content, clashes } = reviseContent({ base, theirs, mine })
  expect(content.tasks).toContainEqual(task)
  expect(clashes.map(({ at }) => at)).toContain(`indicators[${leaf?.key}]`)
  expect(checkShape(content).ok).toBe(true)
})

it('没有手工改动时，并入就是新稿；没有修订时，并入什么也不变', () => {
  const edits = fc.record({
    mark: fc.option(fc.integer({ min: 1, max: 99 }).map(String)),
    dropStep: fc.option(fc.nat(20)),
    dropNode: fc.option(fc.nat(20)),
  })
  const edited = ({
    mark,
    dropStep,
    dropNode,
  }: {
    mark: string | null
    dropStep: number | null
    dropNode: number | null
  }) => {
    const marked = mark === null ? base : change(base, name, { fullMark: mark })
    const step = dropStep === null ? undefined : base.steps[dropStep % base.steps.length]?.key
    const leaves = base.indicators.filter(({ scoring }) => scoring !== undefined)
    const node = dropNode === null ? undefined : leaves[dropNode % leaves.length]?.key
    return {
      ...marked,
      indicators: marked.indicators.filter(({ key }) => key !== node),
      tasks: marked.tasks.filter(({ leafKey }) => leafKey !== node),
      responsibilities: marked.responsibilities.filter(({ nodeKey }) => nodeKey !== node),
      steps: marked.steps
        .filter(({ key }) => key !== step)
        .map((row) => ({ ...row, needs: row.needs.filter((key) => key !== step) })),
    }
  }
  fc.assert(
    fc.property(edits, (edit) => {
      const other = edited(edit)
      expect(reviseContent({ base, theirs: other, mine: base })).toEqual({ content: other, clashes: [] })
      expect(reviseContent({ base, theirs: base, mine: other })).toEqual({ content: other, clashes: [] })
      expect(reviseContent({ base, theirs: other, mine: other })).toEqual({ content: other, clashes: [] })
    }),
    { numRuns: 200 },
  )
})

const rows = (mark: string, order: readonly [string, string]): readonly ReadRow[] =>
  order.map((indicator, at) => ({
    key: `indicators[${at}]`,
    part: 'indicators',
    fields: [
      { id: `indicators[${at}].indicator`, name: 'indicator', value: indicator, start: 0, end: 1, confidence: 90 },
      {
        id: `indicators[${at}].fullMark`,
        name: 'fullMark',
        value: indicator === '甲' ? mark : '5',
        start: 0,
        end: 1,
        confidence: 90,
      },
    ],
  }))

it('沿用：文字没变的照旧，挪了位置也认得；变了的重新核对', () => {
  const earlier = {
    rows: rows('10', ['甲', '乙']),
    choices: {
      'indicators[0].fullMark': { state: 'corrected', value: '11' },
      'indicators[1].fullMark': { state: 'left' },
    },
  } as const
  expect(carryChoices(earlier, { rows: rows('10', ['乙', '甲']) }, {})).toEqual({
    'indicators[0].fullMark': { state: 'left' },
    'indicators[1].fullMark': { state: 'corrected', value: '11' },
  })
  const changed = { rows: rows('12', ['甲', '乙']) }
  expect(carryChoices(earlier, changed, { 'indicators[1].fullMark': { state: 'accepted' } })).toEqual({
    'indicators[1].fullMark': { state: 'accepted' },
  })
  expect(askedAsBefore(earlier, changed, { 'indicators[0].fullMark': { state: 'asked' } })).toEqual({
    'indicators[0].fullMark': { state: 'corrected', value: '11' },
  })
})
