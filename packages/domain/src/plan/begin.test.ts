import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { anActor } from '@quanheng/testkit/an-actor'
import { describe, expect, it } from 'vitest'
import { type Beginning, contentUnder, emptyContent, linesLedBy } from './begin.ts'
import { contentFrom } from './copy.ts'
import { discard } from './discard.ts'
import type { PlanContent } from './model.ts'
import { citedFiles, namedIds } from './named.ts'
import { mayDo, nextAct } from './next-act.ts'
import { newPlan } from './plan.ts'
import { checkShape } from './shape.ts'

const beginning = (more: Partial<Beginning> = {}): Beginning => ({
  kind: 'indicatorPlan',
  ownerUnitId: planIds.lead,
  year: 2024,
  title: '实施方案',
  ...more,
})

/** A year plan with two lines: one led by the lead unit through its branch, one by another unit. */
const yearPlan = (): PlanContent => {
  const { indicators, tasks, ...rest } = aPlan({ kind: 'appraisalPlan', ownerUnitId: planIds.office })
  return {
    ...rest,
    indicators: [
      ...indicators.map(({ line: _, ...node }) =>
        node.key === 'services' ? { ...node, leadUnitId: planIds.lead } : node,
      ),
      {
        key: 'roads',
        name: '道路',
        fullMark: '5',
        leadUnitId: planIds.transport,
        basis: { kind: 'clause', article: '三' },
      },
    ],
    tasks: [...tasks, { leafKey: 'roads', unitId: planIds.town, task: '修路' }],
  }
}

describe('年度方案之下起草', () => {
  it('只取本单位牵头的条目，分值照引，承担单位和目标一并带来', () => {
    const year = yearPlan()
    expect(linesLedBy(year, planIds.lead).map((line) => line.key)).toEqual(['growth', 'newFirms'])
    const content = contentUnder(beginning(), { planId: 'year', content: year })
    if (!content.ok) throw new Error(content.error.code)
    expect(content.value.indicators.map(({ key, fullMark, line }) => [key, fullMark, line])).toEqual([
      ['growth', '6', { planId: 'year', key: 'growth' }],
      ['newFirms', '4', { planId: 'year', key: 'newFirms' }],
    ])
    expect(content.value.tasks).toEqual(year.tasks.filter((task) => task.leafKey !== 'roads'))
    expect(content.value.dataElements.map((row) => row.key)).toEqual(['growthRate', 'newFirmCount'])
    expect(checkShape(content.value).ok).toBe(true)
  })

  it('年度不同，不予起草', () => {
    const other = contentUnder(beginning({ year: 2025 }), { planId: 'year', content: yearPlan() })
    expect(other).toMatchObject({ ok: false, error: { code: 'plan.wrongYear' } })
  })
})

describe('复制', () => {
  it('同年同单位：除文号、日期、正文外照搬', () => {
    const { document, ...rest } = aPlan()
    const copy = contentFrom(aPlan(), beginning({ title: aPlan().title }))
    expect(copy).toEqual({ ...rest, document: { addressees: document.addressees } })
  })

  it('另一年：日期、目标、年度方案条目不带', () => {
    const copy = contentFrom(aPlan(), beginning({ year: 2025 }))
    expect(copy.steps.every((step) => step.due === '' && step.cutoff === undefined)).toBe(true)
    expect(copy.dataElements.every((row) => row.due === '' && row.cutoff === '')).toBe(true)
    expect(copy.tasks.every((task) => task.target === undefined)).toBe(true)
    expect(copy.indicators.every((node) => node.line === undefined)).toBe(true)
    expect(checkShape(copy).ok).toBe(true)
  })

  it('另一单位：科室、人员、回避不带', () => {
    const copy = contentFrom(aPlan(), beginning({ ownerUnitId: planIds.town }))
    expect([copy.responsibilities, copy.recusals, copy.coordinating]).toEqual([[], [], undefined])
    expect(namedIds(copy).people).toEqual([])
    expect(namedIds(copy).sections).toEqual([])
  })
})

it('点到的单位、科室、人员各列一次', () => {
  const { units, sections, people } = namedIds(aPlan())
  expect(new Set(units)).toEqual(new Set(['lead', 'transport', 'town', 'statistics', 'office']))
  expect(sections).toEqual(['services', 'supervision'])
  expect(people).toEqual([planIds.leaderInCharge, planIds.handler])
  const digest = 'a'.repeat(64)
  const file = { kind: 'present', digest, name: '附件.pdf' } as const
  expect(citedFiles(aPlan({ bases: [{ key: 'a', title: '附件', file }] }))).toEqual([digest])
})

it('下一步由谁办：起草的等校核，校核的等印发，印发的不等', () => {
  expect(nextAct('indicatorPlan', 'draft')).toMatchObject({ command: 'check', posts: ['handler', 'sectionHead'] })
  expect(nextAct('appraisalPlan', 'checked')).toMatchObject({ command: 'issue', posts: ['officeDirector', 'clerk'] })
  expect(nextAct('appraisalPlan', 'issued')).toBeUndefined()
  expect(mayDo('indicatorPlan', 'draft', ['handler'])).toEqual(['edit', 'check'])
  expect(mayDo('indicatorPlan', 'draft', ['unitReporter'])).toEqual([])
})

describe('放弃草稿', () => {
  const actor = anActor('handler', planIds.lead)
  const draft = newPlan('p', emptyContent(beginning()), { personId: 'x', post: 'handler', unitId: planIds.lead })

  it('要有理由；只有能改草稿的人可以放弃；他单位不行', () => {
    expect(discard(draft, null, ' ', { actor })).toMatchObject({ error: { code: 'plan.reasonMissing' } })
    const leader = anActor('leaderInCharge', planIds.lead)
    expect(discard(draft, null, '重复', { actor: leader })).toMatchObject({ error: { code: 'plan.notYours' } })
    const other = anActor('handler', planIds.town)
    expect(discard(draft, null, '重复', { actor: other })).toMatchObject({ error: { code: 'plan.otherUnit' } })
  })

  it('有现行版的回到现行版，没有的就此了结；已印发的不能放弃', () => {
    const inForce = { ...draft, state: 'issued' as const }
    expect(discard({ ...draft, version: 2 }, inForce, '未同意', { actor })).toMatchObject({ value: { plan: inForce } })
    expect(discard(draft, null, '重复', { actor })).toMatchObject({ value: { plan: null } })
    expect(discard(inForce, inForce, '反悔', { actor })).toMatchObject({ error: { code: 'plan.notNow' } })
  })
})
