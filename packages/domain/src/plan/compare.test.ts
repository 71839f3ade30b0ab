import { aPlan } from '@quanheng/testkit/a-plan'
import { describe, expect, it } from 'vitest'
import { changedPaths, compareVersions } from './compare.ts'
import type { PlanContent } from './model.ts'
import { element, node, scoring, step, task } from './plan-edit.fixture.ts'
import { changedAspects, keepsSignatures } from './signature-keeping.ts'

type Edit = (content: PlanContent) => PlanContent

const reversed: Edit = (c) => ({ ...c, steps: c.steps.toReversed() })

const usual = { kind: 'default' } as const
const caps = { bonusCap: '5', deductionCap: '', proof: '' }
const classes = [{ key: 'honour', name: '表彰奖励', effect: 'bonus', cap: '3' }] as const
const gates = [{ key: 'g', name: '重大事故', factSource: '', effect: { kind: 'unranked' } }] as const

describe('版本与比对', () => {
  it.each<readonly [string, Edit, readonly string[]]>([
    ['nothing', (c) => ({ ...c, tasks: c.tasks.toReversed() }), []],
    ['a mark', node('growth', { fullMark: '7' }), ['indicators[growth].fullMark']],
    [
      'a standard',
      scoring('growth', (s) => ({ ...s, completionStandard: '达到' })),
      ['indicators[growth].scoring.completionStandard'],
    ],
    ['a due day', step('verify', { due: '2025-01-21' }), ['steps[verify].due']],
    [
      'a target',
      task('growth', 'town', (row) => ({ ...row, target: { kind: 'set', value: '7' } })),
      ['tasks[growth,town].target'],
    ],
    ['a removed task', (c) => ({ ...c, tasks: c.tasks.slice(1) }), ['tasks[growth,lead]']],
    ['the order of steps', reversed, ['steps']],
    ['a title', (c) => ({ ...c, title: '新题' }), ['title']],
    ['the number', (c) => ({ ...c, document: { ...c.document, number: '示例〔2024〕1号' } }), ['document.number']],
    ['a lost coordinating section', ({ coordinating: _coordinating, ...c }) => c, ['coordinating']],
    [
      'a setting',
      (c) => ({ ...c, settings: { ...c.settings, selfReview: { ...c.settings.selfReview, value: 'required' } } }),
      ['settings.selfReview'],
    ],
    ['a weight', node('services', { weight: '60' }), ['indicators[services].weight']],
    [
      '加减分的类别封顶',
      (c) => ({ ...c, settings: { ...c.settings, credits: { value: { ...caps, classes }, basis: usual } } }),
      ['settings.credits'],
    ],
    [
      '否决事项',
      (c) => ({ ...c, settings: { ...c.settings, veto: { value: { scope: '', effect: '', gates }, basis: usual } } }),
      ['settings.veto'],
    ],
    ['the approval chain', (c) => ({ ...c, approvalChain: c.approvalChain.slice(1) }), ['approvalChain']],
  ])('names %s', (_what, edit, paths) => {
    expect(changedPaths(aPlan(), edit(aPlan()))).toEqual(paths)
  })

  it('says what was and what is, in the row’s own name', () => {
    expect(compareVersions(aPlan(), node('growth', { fullMark: '7' })(aPlan()))).toEqual([
      {
        part: 'indicators',
        at: 'indicators[growth].fullMark',
        name: '服务业增加值增速',
        field: 'fullMark',
        before: '6',
        after: '7',
      },
    ])
  })

  it('shows a row that is new and one that is gone', () => {
    const less = { ...aPlan(), steps: aPlan().steps.filter((row) => row.key !== 'verify') }
    const gone = compareVersions(aPlan(), less).find((change) => change.at === 'steps[verify]')
    const back = compareVersions(less, aPlan()).find((change) => change.at === 'steps[verify]')
    expect([gone?.name, gone && 'after' in gone, back && 'before' in back]).toEqual(['现场核验', false, false])
  })
})

describe('签名随方案变更的去留', () => {
  const regrouped: Edit = (c) => ({
    ...c,
    unitGroups: [{ key: 'b', name: '第二组', unitIds: ['lead', 'transport', 'town'] }],
  })
  const mateLeft: Edit = (c) => ({
    ...c,
    unitGroups: c.unitGroups.map((row) => ({ ...row, unitIds: ['lead', 'town'] })),
  })
  const answered: Edit = scoring('growth', (s) =>
    s.rule ? { ...s, rule: { ...s.rule, answers: s.rule.answers.slice(1) } } : s,
  )
  const reworded: Edit = scoring('growth', (s) =>
    s.rule ? { ...s, rule: { ...s.rule, text: '按完成率计分，最高得满分' } } : s,
  )

  it.each<readonly [string, Edit, boolean, readonly string[]]>([
    ['an untouched plan', (c) => c, false, []],
    ['another leaf’s mark', node('newFirms', { fullMark: '5' }), false, []],
    ['a due day', step('verify', { due: '2025-01-21' }), false, []],
    ['the printed words of the rule only', reworded, false, []],
    ['rows entered in another order', (c) => ({ ...c, tasks: c.tasks.toReversed() }), false, []],
    ['the mark', node('growth', { fullMark: '7' }), false, ['mark']],
    [
      'the target',
      task('growth', 'town', (row) => ({ ...row, target: { kind: 'set', value: '7' } })),
      false,
      ['target'],
    ],
    [
      'another unit’s target',
      task('growth', 'transport', (row) => ({ ...row, target: { kind: 'set', value: '7' } })),
      false,
      [],
    ],
    ['an answer of the rule', answered, false, ['rule']],
    ['what the datum means', element('growthRate', { period: '2023年' }), false, ['rule']],
    ['another datum', element('newFirmCount', { period: '2023年' }), false, []],
    [
      'the rounding',
      (c) => ({
        ...c,
        settings: {
          ...c.settings,
          rounding: { ...c.settings.rounding, value: { mode: 'gb8170', places: 2, stage: 'item' } },
        },
      }),
      false,
      ['rule'],
    ],
    [
      'who confirmed the rounding',
      (c) => ({ ...c, settings: { ...c.settings, rounding: { ...c.settings.rounding, basis: { kind: 'default' } } } }),
      false,
      [],
    ],
    ['the group', regrouped, false, ['group']],
    ['a mate of an absolute rule', mateLeft, false, []],
    ['a mate of a group-relative rule', mateLeft, true, ['group']],
    [
      'a task that is gone',
      (c) => ({ ...c, tasks: c.tasks.filter((row) => row.unitId !== 'town') }),
      false,
      ['rule', 'mark', 'target', 'group'],
    ],
  ])('%s', (_what, edit, readsGroup, aspects) => {
    expect(changedAspects(aPlan(), edit(aPlan()), 'growth', 'town', readsGroup)).toEqual(aspects)
    expect(keepsSignatures(aPlan(), edit(aPlan()), 'growth', 'town', readsGroup)).toBe(aspects.length === 0)
  })
})
