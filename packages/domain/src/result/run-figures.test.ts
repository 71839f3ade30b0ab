import { sha256 } from '@quanheng/testkit/sha256'
import { describe, expect, it } from 'vitest'
import { aRunContent } from './run.fixture.ts'
import { nameRun } from './run-content.ts'
import { figureAt } from './run-figures.ts'

const content = aRunContent()

describe('figures of a run', () => {
  it.each([
    ['count.leaves', '1'],
    ['count.units', '3'],
    ['count.items', '3'],
    ['count.full', '1'],
    ['count.deducted', '2'],
    ['count.marks', '10'],
    ['leaves[0].fullMark', '10'],
    ['leaves[0].deducted', '2'],
    ['leaves[0].mean', '7.83'],
    ['leaves[0].rows[0].target', '20'],
    ['leaves[0].rows[1].actual', '17'],
    ['leaves[0].rows[1].points', '8.50'],
    ['leaves[0].rows[1].lost', '1.50'],
    ['leaves[0].rows[1].deductions[0]', '1.50'],
    ['leaves[0].rows[2].fullMark', '10'],
  ])('prints %s', (path, text) => expect(figureAt(content, path)).toBe(text))

  it.each([
    'count.nothing',
    'leaves[1].mean',
    'leaves[0].rows[3].points',
    'leaves[0].rows[0].deductions[0]',
    'leaves[0].rows[0].nothing',
    'leaves[0].constructor',
    'points',
  ])('has nothing at %s', (path) => expect(figureAt(content, path)).toBeUndefined())

  it('rounds once, from the exact figure, as the plan says', () => {
    const thirds = aRunContent({ points: ['1/3', '2/3', '10'] })
    expect(figureAt(thirds, 'leaves[0].rows[0].points')).toBe('0.33')
    expect(figureAt(thirds, 'leaves[0].mean')).toBe('3.67')
  })
})

describe('the name of a run', () => {
  const name = nameRun(content, sha256).digest
  it('is the same for the same facts', () => expect(nameRun(aRunContent(), sha256).digest).toBe(name))
  it('moves with a reason, a figure and the plan version', () => {
    const others = [
      aRunContent({ points: ['10', '8.5', '4'] }),
      aRunContent({ sources: ['市统计局', '市统计局', '台账'] }),
      { ...content, plan: { ...content.plan, digest: 'b'.repeat(64) } },
    ]
    expect(new Set([name, ...others.map((other) => nameRun(other, sha256).digest)]).size).toBe(4)
  })
  it('moves with the engine, which leaves the name of the facts alone', () => {
    const later = nameRun({ ...content, engine: '2' }, sha256)
    expect(later.digest).not.toBe(name)
    expect(later.factsDigest).toBe(nameRun(content, sha256).factsDigest)
  })
  it('is not moved by what the engine explains beside the facts', () => {
    const leaf = content.leaves[0]
    if (!leaf) throw new Error('the fixture has one leaf')
    const explained = { ...content, leaves: [{ ...leaf, traces: [null, null, null] }], lines: [] }
    expect(nameRun(explained, sha256).digest).toBe(name)
  })
})
