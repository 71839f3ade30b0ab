import { aPlan } from '@quanheng/testkit/a-plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from './limits.ts'
import type { PlanContent } from './model.ts'
import { normaliseContent } from './normalise-content.ts'
import { element, node, scoring, step, task } from './plan-edit.fixture.ts'
import { checkShape } from './shape.ts'

type Edit = (content: PlanContent) => PlanContent

const basis = { kind: 'default' } as const
const honour = { key: 'honour', name: '表彰奖励', effect: 'bonus', cap: '3' } as const
const accident = { key: 'accident', name: '重大事故', factSource: '市应急局', effect: { kind: 'unranked' } } as const
const settings =
  (more: Partial<PlanContent['settings']>): Edit =>
  (c) => ({ ...c, settings: { ...c.settings, ...more } })

const chain = (length: number) =>
  Array.from({ length }, (_, at) => ({
    key: `n${at}`,
    name: `第${at}级`,
    fullMark: '1',
    basis: { kind: 'default' as const },
    ...(at > 0 && { parentKey: `n${at - 1}` }),
  }))

const bare =
  (indicators: PlanContent['indicators']): Edit =>
  (c) => ({ ...c, indicators, tasks: [], responsibilities: [] })

const faults: readonly (readonly [code: string, given: string, edit: Edit, at: string])[] = [
  [
    'plan.tooMany',
    '进度101行',
    (c) => ({
      ...c,
      steps: Array.from({ length: 101 }, (_, at) => ({
        key: `s${at}`,
        kind: 'meeting',
        name: '会',
        due: '',
        needs: [],
        basis: { kind: 'default' },
      })),
    }),
    'steps',
  ],
  ['plan.tooLong', '名称301字', node('growth', { name: '一'.repeat(301) }), 'indicators[growth].name'],
  ['plan.tooDeep', '七级指标', bare(chain(limits.depth + 1)), 'indicators[n6]'],
  [
    'plan.duplicateKey',
    '两个指标同一标识',
    (c) => ({ ...c, indicators: [...c.indicators, ...c.indicators.slice(1, 2)] }),
    'indicators[growth]',
  ],
  [
    'plan.duplicateKey',
    '同一单位同一指标两行',
    (c) => ({ ...c, tasks: [...c.tasks, ...c.tasks.slice(0, 1)] }),
    'tasks[growth,lead]',
  ],
  ['plan.unknownKey', '上级指标不存在', node('growth', { parentKey: 'gone' }), 'indicators[growth].parentKey'],
  [
    'plan.unknownKey',
    '任务指向不存在的指标',
    (c) => ({ ...c, tasks: [{ leafKey: 'gone', unitId: 'town', task: '' }] }),
    'tasks[gone,town]',
  ],
  [
    'plan.unknownKey',
    '数据项不存在',
    (c) => ({ ...c, dataElements: c.dataElements.slice(1) }),
    'indicators[growth].scoring.bindings[完成值]',
  ],
  ['plan.unknownKey', '前置环节不存在', step('verify', { needs: ['gone'] }), 'steps[verify].needs'],
  ['plan.unknownKey', '附件不存在', node('growth', { awaits: 'gone' }), 'indicators[growth].awaits'],
  [
    'plan.duplicateKey',
    '加减分类别同一标识',
    settings({ credits: { value: { bonusCap: '', deductionCap: '', proof: '', classes: [honour, honour] }, basis } }),
    'settings.credits[honour]',
  ],
  [
    'plan.duplicateKey',
    '否决事项同一标识',
    settings({ veto: { value: { scope: '', effect: '', gates: [accident, accident] }, basis } }),
    'settings.veto[accident]',
  ],
  ['plan.circular', '上下级绕圈', node('services', { parentKey: 'growth' }), 'indicators[services].parentKey'],
  ['plan.circular', '环节绕圈', step('score', { needs: ['aggregate'] }), 'steps[score].needs'],
  ['plan.circular', '环节以自己为前置', step('collect', { needs: ['collect'] }), 'steps[collect].needs'],
  [
    'plan.notALeaf',
    '任务放在一级指标上',
    (c) => ({ ...c, tasks: [{ leafKey: 'services', unitId: 'town', task: '' }] }),
    'tasks[services,town]',
  ],
  [
    'plan.notALeaf',
    '评分标准放在一级指标上',
    (c) => node('services', { ...(c.indicators[1]?.scoring && { scoring: c.indicators[1].scoring }) })(c),
    'indicators[services].scoring',
  ],
  ['plan.wrongYear', '年份不对', (c) => ({ ...c, year: 24 }), 'year'],
  ['date.noSuchDay', '2月30日', step('verify', { due: '2025-02-30' }), 'steps[verify].due'],
  ['date.malformed', '日期写法', element('growthRate', { due: '1月5日' }), 'dataElements[growthRate].due'],
  ['quantity.notANumber', '分值不是数', node('growth', { fullMark: '六' }), 'indicators[growth].fullMark'],
  [
    'quantity.exponent',
    '目标值为科学记数',
    task('growth', 'town', (row) => ({ ...row, target: { kind: 'set', value: '1e3' } })),
    'tasks[growth,town].target',
  ],
]

describe('checkShape', () => {
  it.each(faults)('%s：%s', (code, _given, edit, at) => {
    expect(checkShape(edit(aPlan()))).toMatchObject({ ok: false, error: { code, at } })
  })

  it('takes a draft that is hardly begun', () => {
    const begun = aPlan({ title: '', indicators: [], tasks: [], responsibilities: [], dataElements: [], steps: [] })
    expect(checkShape(begun)).toEqual({ ok: true, value: begun })
    expect(checkShape(node('growth', { name: '', fullMark: '' })(aPlan())).ok).toBe(true)
  })

  it('takes names at the limit and trees at the limit, code points counted', () => {
    expect(checkShape(node('growth', { name: '𠮷'.repeat(limits.name) })(aPlan())).ok).toBe(true)
    expect(checkShape(bare(chain(limits.depth))(aPlan())).ok).toBe(true)
  })

  it('ends for any wiring of parents and needs', () => {
    const keys = ['a', 'b', 'c', 'd']
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...keys), { minLength: 4, maxLength: 4 }),
        fc.array(fc.subarray(keys), { minLength: 4, maxLength: 4 }),
        (parents, needs) => {
          const basis = { kind: 'default' } as const
          const content = aPlan({
            indicators: keys.map((key, at) => ({
              key,
              name: key,
              fullMark: '1',
              basis,
              parentKey: parents[at] ?? 'a',
            })),
            steps: keys.map((key, at) => ({ key, kind: 'meeting', name: key, due: '', needs: needs[at] ?? [], basis })),
            tasks: [],
            responsibilities: [],
          })
          expect(checkShape(content)).toMatchObject({ ok: false, error: { code: 'plan.circular' } })
        },
      ),
    )
  })
})

describe('normaliseContent', () => {
  it('reads weights with a percent sign, and an emptied one is none', () => {
    const stored = normaliseContent(node('growth', { weight: ' ' })(node('services', { weight: '６０％' })(aPlan())))
    expect(stored.indicators.map(({ weight }) => weight)).toEqual(['60', undefined, undefined])
    expect(stored.indicators.filter((row) => 'weight' in row)).toHaveLength(1)
  })

  it('reads caps and names of 加减分类别 and 否决事项', () => {
    const value = { bonusCap: '', deductionCap: '', proof: '', classes: [{ ...honour, name: ' 表彰 ', cap: '３' }] }
    const veto = { scope: '', effect: '', gates: [{ ...accident, factSource: ' 市应急局' }] }
    const stored = normaliseContent(settings({ credits: { value, basis }, veto: { value: veto, basis } })(aPlan()))
    expect(stored.settings.credits?.value).toMatchObject({ classes: [{ name: '表彰', cap: '3' }] })
    expect(stored.settings.veto?.value).toMatchObject({ gates: [{ factSource: '市应急局' }] })
  })

  it('reads figures as people type them', () => {
    const typed = scoring('growth', (s) => ({
      ...s,
      bindings: [{ input: 'a', from: 'constant', value: '１，２００．５０' }],
    }))(
      task('growth', 'town', (row) => ({ ...row, target: { kind: 'set', value: ' 负3 ' } }))(
        node('growth', { fullMark: '６．０' })(aPlan()),
      ),
    )
    const stored = normaliseContent(typed)
    const leaf = stored.indicators.find((row) => row.key === 'growth')
    expect(leaf?.fullMark).toBe('6')
    expect(leaf?.scoring?.bindings).toEqual([{ input: 'a', from: 'constant', value: '1200.5' }])
    expect(stored.tasks.find((row) => row.leafKey === 'growth' && row.unitId === 'town')?.target).toEqual({
      kind: 'set',
      value: '-3',
    })
  })

  it('reads the figures of settings too', () => {
    const plan = aPlan()
    const quotas = [{ name: ' 优秀 ', percent: '３０％' }]
    const stored = normaliseContent({
      ...plan,
      settings: {
        ...plan.settings,
        grades: { value: { by: 'quotas', quotas, rest: '良好', places: 'floor', atLeastOne: false }, basis },
        credits: { value: { bonusCap: '５', deductionCap: '', proof: '' }, basis },
      },
    })
    expect(stored.settings.grades?.value).toMatchObject({ quotas: [{ name: '优秀', percent: '30' }] })
    expect(stored.settings.credits?.value).toEqual({ bonusCap: '5', deductionCap: '', proof: '' })
  })

  it('cleans names and days, and leaves sentences verbatim', () => {
    const typed = step('verify', { name: '现场\u200B核验 ', due: '２０２５-01-20' })(
      scoring('growth', ({ rule: _rule, ...rest }) => ({ ...rest, sentence: ' 视情\u3000给分 ' }))(aPlan()),
    )
    const stored = normaliseContent(typed)
    expect(stored.steps.find((row) => row.key === 'verify')).toMatchObject({ name: '现场核验', due: '2025-01-20' })
    expect(stored.indicators.find((row) => row.key === 'growth')?.scoring?.sentence).toBe(' 视情\u3000给分 ')
  })

  it('is stable, and changes nothing that is sound', () => {
    expect(normaliseContent(aPlan())).toEqual(aPlan())
  })
})
