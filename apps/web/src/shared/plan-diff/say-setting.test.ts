import { aPlan } from '@quanheng/testkit/a-plan'
import i18next from 'i18next'
import { beforeAll, expect, it, vi } from 'vitest'
import { saySetting } from './say-setting.ts'

vi.stubGlobal('localStorage', { getItem: () => null })
beforeAll(() => i18next.init({ lng: 'zh-CN', fallbackLng: false, keySeparator: false, nsSeparator: false }))

const nameOf = (key: string) => aPlan().indicators.find((node) => node.key === key)?.name ?? key

it('加减分：合计封顶、用法、各类别', () => {
  const value = {
    bonusCap: '5',
    deductionCap: '',
    proof: '正式文件',
    classes: [{ key: 'honour', name: '表彰奖励', effect: 'bonus', cap: '3' }],
    bonusUse: 'tieBreak',
  } as const
  expect(saySetting('credits', value, nameOf)).toBe(
    '加分合计封顶 5 分；减分合计不封顶；加分不计入总分，只在同分时比先后；表彰奖励（加分，封顶 3 分）；凭什么认定：正式文件',
  )
  expect(saySetting('credits', 'none', nameOf)).toBe('不设')
})

it('否决：由谁认定，有何后果，指标和等次用名称', () => {
  const gates = [
    { key: 'a', name: '重大事故', factSource: '市应急局', effect: { kind: 'nodeZero', nodeKey: 'growth' } },
    { key: 'b', name: '通报', factSource: '', effect: { kind: 'gradeAtMost', grade: '良好' } },
    { key: 'c', name: '弄虚作假', factSource: '', effect: { kind: 'unranked' } },
  ] as const
  expect(saySetting('veto', { scope: '', effect: '', gates }, nameOf)).toBe(
    '重大事故（市应急局，该指标不得分 服务业增加值增速）；通报（等次不高于 良好）；弄虚作假（不参加排名）',
  )
})

it('等次：比例、名额、受限单位、最低等次', () => {
  const value = {
    by: 'quotas',
    quotas: [{ name: '优秀', percent: '30', from: '90' }],
    rest: '良好',
    places: 'floor',
    atLeastOne: true,
    tieAtCut: 'stop',
    barred: { base: 'notCounted', place: 'freed' },
    unused: 'lapse',
    failing: { name: '较差', below: '60' },
  } as const
  expect(saySetting('grades', value, nameOf)).toBe(
    '优秀 30%，不低于 90 分；其余为良好；名额舍去小数；每组至少一个；同分跨线：停下由人决定；空出的名额作废；受限单位不计入基数，名额递补；低于 60 分一律定为较差',
  )
  expect(saySetting('grades', { by: 'lines', lines: [{ name: '优秀', from: '90' }] }, nameOf)).toBe('优秀 90 分及以上')
})

it('其余各项照控件上的话说', () => {
  expect(saySetting('rounding', { mode: 'halfUp', places: 2, stage: 'total' }, nameOf)).toBe(
    '四舍五入；保留 2 位小数；只在总分修约',
  )
  expect(saySetting('ties', 'sharedDense', nameOf)).toBe('同分同名次，后面的名次不空出')
  expect(saySetting('publicNotice', { workingDays: 5 }, nameOf)).toBe('5 个工作日')
  expect(saySetting('tieBreakers', [{ kind: 'node', nodeKey: 'growth' }, { kind: 'bonus' }], nameOf)).toBe(
    '服务业增加值增速得分高者在前；加分多者在前',
  )
})
