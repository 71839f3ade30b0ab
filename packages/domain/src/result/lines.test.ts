import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../rule/outcome.ts'
import type { LeafOutcome } from '../scoring/model.ts'
import { linesOf, reportedLines } from './lines.ts'

const scored = (points: string, fullMark: string): Outcome => ({
  status: 'scored',
  points,
  fullMark,
  trace: { code: 't', clause: '', inputs: [], arithmetic: '', value: points, children: [], fullMark, losses: [] },
})
const outcome = (leafKey: string, unitId: string, points: string, fullMark: string): LeafOutcome => ({
  leafKey,
  unitId,
  outcome: scored(points, fullMark),
})
const plan = aPlan()

describe('points of the lines that a plan quotes', () => {
  it('are the sums of their parts, by unit', () => {
    const [line] = linesOf(plan, [
      outcome('growth', planIds.transport, '5.5', '6'),
      outcome('newFirms', planIds.transport, '4', '4'),
      outcome('growth', planIds.town, '6', '6'),
    ])
    const of = (unitId: string) => {
      const row = line?.unitIds.indexOf(unitId) ?? -1
      return [line?.points[row], line?.fullMarks[row]]
    }
    expect(line?.key).toBe('services')
    expect(of(planIds.transport)).toEqual(['9.5', '10'])
    expect(of(planIds.town)).toEqual(['6', '6'])
  })
  it('leave out a unit without an item, and one whose part is missing', () => {
    const [line] = linesOf(plan, [
      outcome('growth', planIds.transport, '5.5', '6'),
      { leafKey: 'newFirms', unitId: planIds.transport, outcome: { status: 'missing', needs: ['完成值'] } },
    ])
    expect(line?.unitIds).toEqual([])
  })
  it('are out of nothing where the line does not concern the unit', () => {
    const lines = linesOf(plan, [outcome('growth', planIds.town, '0', '0')])
    expect(reportedLines(lines, () => '10')).toEqual([
      { leafKey: 'services', unitId: planIds.town, points: '0', fullMark: '0' },
    ])
  })
  it('do not exist in a plan that stands alone', () => {
    const indicators = plan.indicators.map(({ line: _, ...node }) => node)
    expect(linesOf({ ...plan, indicators }, [outcome('growth', planIds.town, '6', '6')])).toEqual([])
  })
  it('say what they are out of only where it is less than the line', () =>
    expect(
      reportedLines([{ key: 'x', unitIds: ['a', 'b'], points: ['9', '5'], fullMarks: ['10', '6'] }], () => '10'),
    ).toEqual([
      { leafKey: 'x', unitId: 'a', points: '9' },
      { leafKey: 'x', unitId: 'b', points: '5', fullMark: '6' },
    ]))
})
