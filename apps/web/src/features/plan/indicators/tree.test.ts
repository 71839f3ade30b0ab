import type { PlanContent } from '@quanheng/domain/plan/model'
import { aPlan } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import { addNode, moveNode, removeNode, treeRows } from './tree.ts'

const keys = (content: PlanContent) => treeRows(content).map(({ node, depth }) => `${'-'.repeat(depth)}${node.key}`)
const after = (content: PlanContent, parts: Partial<PlanContent>): PlanContent => ({ ...content, ...parts })

describe('指标树', () => {
  it('末级指标加下级：评分标准、任务随之下移，不丢一行', () => {
    const content = aPlan()
    const next = after(content, addNode(content, 'new', 'growth'))
    expect(keys(next)).toEqual(['services', '-growth', '--new', '-newFirms'])
    expect(next.indicators.map((node) => node.key)).toEqual(['services', 'growth', 'new', 'newFirms'])
    const was = content.indicators.find((node) => node.key === 'growth')
    expect(next.indicators.find((node) => node.key === 'new')?.scoring).toEqual(was?.scoring)
    expect(next.indicators.find((node) => node.key === 'growth')?.scoring).toBeUndefined()
    expect(next.tasks).toHaveLength(content.tasks.length)
    expect(next.tasks.some((task) => task.leafKey === 'growth')).toBe(false)
  })

  it('上移下移只换姊妹，连同下级一起走；到头不动', () => {
    const content = after(aPlan(), addNode(aPlan(), 'other'))
    const moved = after(content, moveNode(content, 'other', -1))
    expect(keys(moved)).toEqual(['other', 'services', '-growth', '-newFirms'])
    expect(moved.indicators.map((node) => node.key)).toEqual(['other', 'services', 'growth', 'newFirms'])
    expect(moveNode(content, 'services', -1)).toEqual({})
  })

  it('删除一支，连同其任务和责任', () => {
    const content = aPlan()
    const next = after(content, removeNode(content, 'services'))
    expect([next.indicators, next.tasks, next.responsibilities]).toEqual([[], [], []])
  })
})
