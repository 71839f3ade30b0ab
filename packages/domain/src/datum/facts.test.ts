import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import type { PlanContent } from '../plan/model.ts'
import { aContext, aDatum, anElement, aReport, reporter } from './datum.fixture.ts'
import { decideDatum } from './decide.ts'
import { factsFrom, inputSources, versionForScoring } from './facts.ts'
import { type Datum, type DatumState, datumStates } from './model.ts'

const reported = (): Datum => {
  const decided = decideDatum(aDatum(), { kind: 'report', ...aReport() }, aContext(reporter, { element: anElement() }))
  if (!decided.ok) throw new Error(decided.error.code)
  return decided.value.next
}
const facts = (plan: PlanContent, data: readonly Datum[]) => {
  const byKey = new Map(data.map((datum) => [datum.elementKey, datum]))
  const sources = inputSources(
    plan,
    'newFirms',
    planIds.transport,
    () => byKey,
    (id) => id,
  )
  return { sources, facts: factsFrom(plan, 'newFirms', sources) }
}

describe('规则读到的事实', () => {
  it('数值、目标值按绑定取；没有的是缺，不是0', () => {
    const datum = { ...reported(), elementKey: 'newFirmCount' }
    expect(facts(aPlan(), [datum]).facts).toMatchObject({
      fullMark: '4',
      inputs: { 完成值: { kind: 'quantity', value: '12' }, 目标值: { kind: 'quantity', value: '8' } },
    })
    const none = facts(aPlan(), [])
    expect(none.facts.inputs).toMatchObject({ 完成值: { kind: 'missing' } })
    expect(none.sources[0]?.origin).toEqual({ from: 'datum', elementKey: 'newFirmCount' })
  })

  it('待上级下达的目标值是缺，并说明由谁负责', () => {
    const plan = aPlan()
    const pending = { kind: 'pending', owner: '绩效办', remindOn: '2024-06-30' } as const
    const tasks = plan.tasks.map((task) => ({ ...task, target: pending }))
    const { sources, facts: found } = facts({ ...plan, tasks }, [])
    expect(found.inputs).toMatchObject({ 目标值: { kind: 'missing' } })
    expect(sources.find(({ input }) => input.role === 'target')?.origin).toMatchObject({
      pending: { owner: '绩效办' },
    })
  })

  it('没有绑定的输入是缺；目标值没有另外绑定的，读任务分配表', () => {
    const plan = aPlan()
    const indicators = plan.indicators.map((node) =>
      node.scoring ? { ...node, scoring: { ...node.scoring, bindings: [] } } : node,
    )
    const { sources } = facts({ ...plan, indicators }, [])
    expect(sources.map(({ origin, value }) => [origin.from, value.kind])).toEqual([
      ['unbound', 'missing'],
      ['target', 'quantity'],
    ])
  })

  it('退回、撤回、未报的数不用；报送后即可试算，关闭后用定稿的一版', () => {
    const used = datumStates.filter((state: DatumState) => versionForScoring({ ...reported(), state }) !== undefined)
    expect(used).toEqual(['reported', 'confirmed', 'verified', 'closed'])
    const [first] = reported().versions
    if (!first) throw new Error('nothing was reported')
    const two: Datum = { ...reported(), state: 'closed', final: 1, versions: [first, { ...first, number: 2 }] }
    expect(versionForScoring(two)?.number).toBe(1)
  })

  it('阈值按修约值比较的方案，修约位数一并交给引擎', () => {
    const plan = aPlan()
    const thresholdsOn = { value: 'rounded', basis: { kind: 'default' } } as const
    const { places, mode } = plan.settings.rounding.value
    expect(facts({ ...plan, settings: { ...plan.settings, thresholdsOn } }, []).facts.thresholds).toEqual({
      mode,
      places,
    })
  })
})
