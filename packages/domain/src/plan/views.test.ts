import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { collectionTasks } from './collection.ts'
import { planDigestForm } from './digest-form.ts'
import { itemKeys, sheetsOf, unassignedItems } from './items.ts'
import type { PlanContent } from './model.ts'
import { ownItems } from './own-items.ts'
import { node, responsibility, scoring, task } from './plan-edit.fixture.ts'
import { responsibilityFor, scorerFor } from './responsibility.ts'
import { scoringBlocks } from './scoring-blocks.ts'
import { leaves, lineage, subtreeMarks, totalMarks } from './tree.ts'

const basis = { kind: 'default' } as const

describe('指标体系', () => {
  it('scores leaves only', () => {
    expect(leaves(aPlan()).map(({ key }) => key)).toEqual(['growth', 'newFirms'])
    expect(lineage(aPlan(), 'growth').map(({ key }) => key)).toEqual(['growth', 'services'])
    expect(lineage(aPlan(), 'gone')).toEqual([])
  })

  it('adds marks exactly, and not over gaps', () => {
    expect(subtreeMarks(aPlan(), 'services')).toBe('10')
    expect(
      subtreeMarks(node('growth', { fullMark: '0.1' })(node('newFirms', { fullMark: '0.2' })(aPlan())), 'services'),
    ).toBe('0.3')
    expect(subtreeMarks(aPlan(), 'growth')).toBe('6')
    expect(totalMarks(aPlan())).toBe('10')
    expect(subtreeMarks(node('growth', { fullMark: '' })(aPlan()), 'services')).toBeUndefined()
    expect(subtreeMarks(aPlan(), 'gone')).toBeUndefined()
  })
})

describe('责任分工', () => {
  it('inherits from the branch', () => {
    const owner = responsibilityFor(aPlan(), 'newFirms')
    expect(owner.ok && owner.value.nodeKey).toBe('services')
  })

  it('lets a part have its own', () => {
    const own = aPlan()
    const split = {
      ...own,
      responsibilities: [
        ...own.responsibilities,
        { nodeKey: 'growth', leadUnitId: 'statistics', supporters: [], basis },
      ],
    }
    const [growth, newFirms] = [scorerFor(split, 'growth', 'town'), scorerFor(split, 'newFirms', 'town')]
    expect(growth.ok && growth.value).toEqual({ unitId: 'statistics', by: 'responsibility', basis })
    expect(newFirms.ok && newFirms.value.sectionId).toBe(planIds.section)
  })

  it('falls back on the lead unit that a year plan names', () => {
    const year = node('services', { leadUnitId: 'lead' })(aPlan({ responsibilities: [] }))
    expect(scorerFor(year, 'growth', 'town')).toMatchObject({
      ok: true,
      value: { unitId: 'lead', by: 'responsibility' },
    })
  })

  it('refuses what nobody owns, and what is not there', () => {
    expect(scorerFor(aPlan({ responsibilities: [] }), 'growth', 'town')).toMatchObject({
      error: { code: 'plan.noResponsibility' },
    })
    expect(
      scorerFor(responsibility('services', (row) => ({ ...row, leadUnitId: '' }))(aPlan()), 'growth', 'town'),
    ).toMatchObject({ error: { code: 'plan.noResponsibility' } })
    expect(responsibilityFor(aPlan(), 'gone')).toMatchObject({ error: { code: 'plan.noSuchIndicator' } })
  })
})

describe('年度方案里牵头单位自己承担的考核项', () => {
  const bare = (content: PlanContent): PlanContent => ({
    ...content,
    indicators: content.indicators.map(({ scoring: _, ...row }) =>
      row.parentKey ? { ...row, leadUnitId: 'lead' } : row,
    ),
  })
  const year = bare(aPlan({ kind: 'appraisalPlan', responsibilities: [], recusals: [] }))
  const recusal = (unitId: string) => ({ unitId: 'lead', substitute: { unitId }, basis })

  it('are not left without a scorer: the lead unit’s own plan says who', () => {
    expect(scoringBlocks(year)).toEqual([])
    expect(ownItems(year, [])).toEqual([{ unitId: 'lead', leafKeys: ['growth', 'newFirms'] }])
  })

  it('go to the substitute of the lead unit’s plan, before that to the year plan’s', () => {
    expect(ownItems(year, [recusal('finance')])).toMatchObject([{ substitute: { unitId: 'finance' } }])
    const named = { ...year, recusals: [recusal('office')] }
    expect(ownItems(named, [])).toMatchObject([{ substitute: { unitId: 'office' } }])
    expect(ownItems(named, [recusal('finance')])).toMatchObject([{ substitute: { unitId: 'finance' } }])
    expect(ownItems(year, [recusal('lead'), recusal('')])[0]).not.toHaveProperty('substitute')
  })

  it('are none where the unit leads nothing that it carries', () => {
    expect(ownItems({ ...year, tasks: year.tasks.filter(({ unitId }) => unitId !== 'lead') }, [])).toEqual([])
  })
})

describe('回避', () => {
  it('gives the own unit to its substitute', () => {
    expect(scorerFor(aPlan(), 'growth', planIds.lead)).toMatchObject({
      ok: true,
      value: { unitId: planIds.office, by: 'recusal' },
    })
    expect(scorerFor(aPlan(), 'growth', planIds.town)).toMatchObject({
      ok: true,
      value: { unitId: planIds.lead, by: 'responsibility' },
    })
  })

  it.each([
    ['no recusal', []],
    ['a recusal that points back', [{ unitId: 'lead', substitute: { unitId: 'lead' }, basis }]],
    ['a recusal that is not filled in', [{ unitId: 'lead', substitute: { unitId: '' }, basis }]],
    ['the recusal of another unit', [{ unitId: 'town', substitute: { unitId: 'office' }, basis }]],
  ])('refuses with %s, and says so', (_given, recusals) => {
    const content = aPlan({ recusals })
    expect(scorerFor(content, 'growth', 'lead')).toMatchObject({
      ok: false,
      error: { code: 'plan.noSubstitute', at: 'tasks[growth,lead]' },
    })
    expect(unassignedItems(content).map(({ leafKey, unitId }) => [leafKey, unitId])).toEqual([
      ['growth', 'lead'],
      ['newFirms', 'lead'],
    ])
    expect(scoringBlocks(content).map(({ reason }) => reason)).toEqual(['noScorer', 'noScorer'])
  })
})

describe('评分表', () => {
  it('has one regular sheet a leaf and one for each substitute', () => {
    expect(sheetsOf(aPlan()).map(({ key, unitIds }) => [key, unitIds])).toEqual([
      ['growth@office', ['lead']],
      ['growth', ['transport', 'town']],
      ['newFirms@office', ['lead']],
      ['newFirms', ['transport', 'town']],
    ])
  })

  it('covers every item exactly once, with nobody scoring the own unit', () => {
    const units = ['lead', 'transport', 'town', 'office']
    const table = fc.subarray(
      ['growth', 'newFirms'].flatMap((leafKey) => units.map((unitId) => ({ leafKey, unitId, task: '' }))),
    )
    const recusals = fc.subarray(
      units.map((unitId) => ({ unitId, substitute: { unitId: unitId === 'office' ? 'lead' : 'office' }, basis })),
    )
    fc.assert(
      fc.property(table, recusals, fc.constantFrom(...units), (tasks, rows, leadUnitId) => {
        const content = responsibility('services', (row) => ({ ...row, leadUnitId }))(aPlan({ tasks, recusals: rows }))
        const sheets = sheetsOf(content)
        const covered = [
          ...sheets.flatMap(({ leafKey, unitIds }) => unitIds.map((unitId) => `${leafKey} ${unitId}`)),
          ...unassignedItems(content).map(({ leafKey, unitId }) => `${leafKey} ${unitId}`),
        ]
        expect(covered.toSorted()).toEqual(
          itemKeys(content)
            .map(({ leafKey, unitId }) => `${leafKey} ${unitId}`)
            .toSorted(),
        )
        expect(new Set(sheets.map(({ key }) => key)).size).toBe(sheets.length)
        for (const { scorer, unitIds } of sheets) expect(unitIds).not.toContain(scorer.unitId)
      }),
    )
  })
})

describe('数据采集任务与报送负担', () => {
  const shared: PlanContent = scoring('newFirms', (s) => ({
    ...s,
    bindings: [
      { input: '完成值', from: 'element', elementKey: 'growthRate' },
      { input: '目标值', from: 'target' },
    ],
  }))(aPlan())

  it('asks who holds the figure, once, whoever uses it', () => {
    const tasks = collectionTasks(shared)
    expect(tasks.map(({ elementKey, unitId }) => `${elementKey} ${unitId}`)).toEqual([
      'growthRate lead',
      'growthRate transport',
      'growthRate town',
    ])
    expect(tasks[0]).toEqual({
      elementKey: 'growthRate',
      unitId: 'lead',
      asked: { unitId: 'statistics', via: 'provider' },
      due: '2025-01-10',
      cutoff: '2024-12-31',
      leafKeys: ['growth', 'newFirms'],
    })
  })

  it('asks the appraised unit, a section, or whoever enters a verdict', () => {
    const asked = (source: PlanContent['dataElements'][number]['source']) =>
      collectionTasks({ ...aPlan(), dataElements: aPlan().dataElements.map((row) => ({ ...row, source })) })[0]?.asked
    expect(asked({ kind: 'appraisedUnit' })).toEqual({ unitId: 'lead', via: 'appraisedUnit' })
    expect(asked({ kind: 'section', unitId: 'lead', sectionId: 's' })).toEqual({
      unitId: 'lead',
      sectionId: 's',
      via: 'section',
    })
    expect(asked({ kind: 'superior', body: '上级', unitId: 'office' })).toEqual({ unitId: 'office', via: 'superior' })
  })

  it('lists tasks in the order of the declared elements', () => {
    const keys = (content: PlanContent) => [...new Set(collectionTasks(content).map(({ elementKey }) => elementKey))]
    expect(keys(aPlan())).toEqual(['growthRate', 'newFirmCount'])
    expect(keys({ ...aPlan(), dataElements: aPlan().dataElements.toReversed() })).toEqual([
      'newFirmCount',
      'growthRate',
    ])
  })
})

describe('暂不评分', () => {
  it('waits for an annex and for a target from above', () => {
    const annex = { key: 'annex1', title: '附件', annex: 1, file: { kind: 'missing' as const } }
    const waiting = node('growth', { awaits: 'annex1' })(
      task('newFirms', 'town', (row) => ({
        ...row,
        target: { kind: 'pending', owner: '服务业科', remindOn: '2024-03-01' },
      }))(aPlan({ bases: [annex] })),
    )
    expect(scoringBlocks(waiting).map(({ leafKey, unitId, reason, at }) => [leafKey, unitId, reason, at])).toEqual([
      ['growth', 'lead', 'annexMissing', 'bases[annex1].file'],
      ['growth', 'transport', 'annexMissing', 'bases[annex1].file'],
      ['growth', 'town', 'annexMissing', 'bases[annex1].file'],
      ['newFirms', 'town', 'targetPending', 'tasks[newFirms,town].target'],
    ])
    const arrived = {
      ...waiting,
      bases: [{ ...annex, file: { kind: 'present' as const, digest: 'd', name: '附件1' } }],
    }
    expect(scoringBlocks(arrived).map(({ reason }) => reason)).toEqual(['targetPending'])
    expect(scoringBlocks(aPlan())).toEqual([])
  })
})

describe('planDigestForm', () => {
  const text = (content: PlanContent) => canonicalJson(planDigestForm(content))

  it('is the same whatever order rows were entered in', () => {
    const shuffled = fc.tuple(
      fc.shuffledSubarray([...aPlan().tasks], { minLength: aPlan().tasks.length }),
      fc.shuffledSubarray([...aPlan().dataElements], { minLength: aPlan().dataElements.length }),
    )
    fc.assert(fc.property(shuffled, ([tasks, dataElements]) => text(aPlan({ tasks, dataElements })) === text(aPlan())))
  })

  it('differs when a mark, the tree order or a step order differs', () => {
    const [top, first, second] = aPlan().indicators
    if (!top || !first || !second) throw new Error('aPlan has three nodes')
    const others = [
      node('growth', { fullMark: '6.5' })(aPlan()),
      aPlan({ indicators: [top, second, first] }),
      aPlan({ steps: aPlan().steps.toReversed() }),
    ]
    expect(new Set([aPlan(), ...others].map(text)).size).toBe(4)
  })
})
