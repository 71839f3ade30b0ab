import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import type { DataElement, PlanContent } from '../plan/model.ts'
import { aDatum, sources } from './datum.fixture.ts'
import { adoptTask, asksTheSame, type DatumTask, datumTasks } from './open.ts'

const withSource = (source: DataElement['source'], more: Partial<DataElement> = {}): PlanContent => {
  const plan = aPlan()
  return { ...plan, dataElements: plan.dataElements.map((element) => ({ ...element, source, ...more })) }
}
const ofLead = (plan: PlanContent) => datumTasks(plan).find((task) => task.unitId === planIds.lead)

describe('方案要什么数据', () => {
  it('每个数据项每个单位一项，记下问谁、谁评分', () => {
    const tasks = datumTasks(aPlan())
    expect(tasks).toHaveLength(6)
    expect(tasks[0]).toMatchObject({ elementKey: 'growthRate', asked: { unitId: 'statistics' }, leafKeys: ['growth'] })
    expect(tasks.find((task) => task.unitId === planIds.transport)?.scorers).toEqual([
      { unitId: planIds.lead, sectionId: planIds.section },
    ])
  })

  it('科室不采集本单位的数据：由替代单位采集，替代单位有科室的到科室', () => {
    const section = { kind: 'section', unitId: planIds.lead, sectionId: planIds.section } as const
    expect(ofLead(withSource(section))).toMatchObject({
      source: { kind: 'substitute', unitId: planIds.office },
      asked: { unitId: planIds.office },
    })
    const plan = withSource(section)
    const recusals = plan.recusals.map((row) => ({ ...row, substitute: { unitId: 'audit', sectionId: 'first' } }))
    expect(ofLead({ ...plan, recusals })).toMatchObject({
      source: { kind: 'section', unitId: 'audit', sectionId: 'first' },
      asked: { unitId: 'audit', sectionId: 'first' },
    })
    expect(ofLead({ ...plan, recusals: [] })?.source).toEqual(section)
  })

  it('上级认定由替代单位录入时，仍是那个上级的认定', () => {
    const superior = { kind: 'superior', body: '省商务厅', unitId: planIds.lead } as const
    expect(ofLead(withSource(superior))?.source).toEqual({ kind: 'superior', body: '省商务厅', unitId: planIds.office })
  })

  it('附件未到、还没有日期的数据项先不问', () => {
    expect(datumTasks(withSource({ kind: 'appraisedUnit' }, { due: '' }))).toEqual([])
  })
})

describe('新版方案', () => {
  const [element] = aPlan().dataElements as [DataElement]
  const task: DatumTask = {
    elementKey: 'newFirms',
    unitId: 'transport',
    period: '2024年',
    source: sources.appraisedUnit,
    asked: { unitId: 'transport' },
    due: '2025-01-05',
    cutoff: '2024-12-31',
    leafKeys: ['newFirms'],
    scorers: [],
  }

  it('只有类型、计量单位、截止时间、清单变了才算变了', () => {
    expect(asksTheSame(element, { ...element, name: '换个名称', due: '2025-02-01' })).toBe(true)
    expect(asksTheSame(element, { ...element, unit: '户' })).toBe(false)
    expect(asksTheSame(element, { ...element, cutoff: '2024-11-30' })).toBe(false)
    expect(asksTheSame(undefined, element)).toBe(false)
  })

  it('问的一样的不动；口径变了的已报数据退回，版本都在；未报的只换来源', () => {
    const closed = aDatum({ state: 'closed', final: 1 })
    expect(adoptTask(closed, task, true, 'x')).toEqual(closed)
    const back = adoptTask(closed, task, false, '方案变更')
    expect(back).toMatchObject({ state: 'returned', returnReason: '方案变更' })
    expect(back).not.toHaveProperty('final')
    const open = adoptTask(aDatum(), { ...task, source: sources.provider }, false, 'x')
    expect(open).toMatchObject({ state: 'notReported', source: sources.provider })
  })

  it('替代单位以前存作上级认定的，换成自己的来源，已报的不退回', () => {
    const substitute = { kind: 'substitute', unitId: 'office' } as const
    const earlier = { kind: 'superior', body: '回避替代单位', unitId: 'office' } as const
    const reported = aDatum({ state: 'reported', source: earlier })
    expect(adoptTask(reported, { ...task, source: substitute }, true, 'x')).toEqual({ ...reported, source: substitute })
    const verdict = aDatum({ state: 'reported', source: { ...earlier, body: '省商务厅' } })
    expect(adoptTask(verdict, { ...task, source: substitute }, true, 'x').state).toBe('returned')
  })

  it('换了填报单位：待确认的退回新单位，已确认的不动', () => {
    const moved = { ...task, source: sources.provider }
    expect(adoptTask(aDatum({ state: 'reported' }), moved, true, 'x').state).toBe('returned')
    expect(adoptTask(aDatum({ state: 'confirmed' }), moved, true, 'x').state).toBe('confirmed')
  })
})
