import i18next from 'i18next'
import { beforeAll, expect, it, vi } from 'vitest'
import { type Change, sayChange, sayWhat } from './say-change.ts'

vi.stubGlobal('localStorage', { getItem: () => null })
beforeAll(() => i18next.init({ lng: 'zh-CN', fallbackLng: false, keySeparator: false, nsSeparator: false }))

const names: Readonly<Record<string, string>> = {
  'unit-1': '云岭市发展和改革局',
  'section-1': '投资科',
  'steps[a]': '数据收集',
  'steps[b]': '初步评分',
  'steps[c]': '现场核验',
  'indicators[g]': '服务业增加值增速',
  'dataElements[e]': '服务业增加值',
}
const nameOf = (id: string): string => names[id] ?? ''
const sides = (change: Change): readonly string[] => [
  sayChange(change, 'before', nameOf),
  sayChange(change, 'after', nameOf),
]

const usual = { kind: 'default' } as const

it.each<readonly [string, Change, readonly [before: string, after: string]]>([
  [
    '环节的类别',
    { part: 'steps', at: 'steps[a].kind', field: 'kind', before: 'dataCollection', after: 'preliminaryScore' },
    ['数据收集', '考核评分'],
  ],
  [
    '前置环节',
    { part: 'steps', at: 'steps[c].needs', field: 'needs', before: ['b'], after: ['a', 'b'] },
    ['初步评分', '数据收集、初步评分'],
  ],
  [
    '不再有的前置环节',
    { part: 'steps', at: 'steps[c].needs', field: 'needs', before: ['b'], after: [] },
    ['初步评分', '—'],
  ],
  [
    '移动的环节',
    { part: 'steps', at: 'steps', field: 'order', before: ['a', 'b', 'c'], after: ['c', 'a', 'b'] },
    ['“现场核验”在“初步评分”之后', '“现场核验”在最前'],
  ],
  [
    '审批环节',
    {
      part: 'approvalChain',
      at: 'approvalChain',
      before: [{ kind: 'leaderReview', name: '', posts: ['leaderInCharge'] }],
      after: [{ kind: 'meeting', name: '党组会', posts: ['sectionHead'] }],
    },
    ['责任领导审核 责任领导', '会议审定 党组会 科室负责人'],
  ],
  [
    '数据来源',
    {
      part: 'dataElements',
      at: 'dataElements[e].source',
      field: 'source',
      before: { kind: 'appraisedUnit' },
      after: { kind: 'section', unitId: 'unit-1', sectionId: 'section-1' },
    },
    ['被考核单位', '责任科室 云岭市发展和改革局 投资科'],
  ],
  [
    '规则用到的数据',
    {
      part: 'indicators',
      at: 'indicators[g].scoring.bindings',
      field: 'scoring.bindings',
      before: [{ input: '目标', from: 'target' }],
      after: [{ input: '完成值', from: 'element', elementKey: 'e' }],
    },
    ['目标：目标值', '完成值：服务业增加值'],
  ],
  [
    '同分比较',
    {
      part: 'settings',
      at: 'settings.tieBreakers',
      field: 'tieBreakers',
      before: { value: [], basis: usual },
      after: { value: [{ kind: 'node', nodeKey: 'g' }], basis: { kind: 'clause', article: '五' } },
    },
    ['同分不再比较，名次相同（依据：默认）', '服务业增加值增速得分高者在前（依据：五）'],
  ],
  [
    // A name that is also a code, and a mark that is also a key, stay what they are.
    '照写的文字',
    { part: 'unitGroups', at: 'unitGroups[x].name', field: 'name', before: 'meeting', after: 'g' },
    ['meeting', 'g'],
  ],
])('%s用页面上的话说', (_, change, said) => {
  expect(sides(change)).toEqual(said)
})

it('新增的一行不露代码', () => {
  const after = { key: 'c', kind: 'verification', name: '现场核验', due: '2025-01-15', needs: ['a'], basis: usual }
  expect(sayChange({ part: 'steps', at: 'steps[c]', after }, 'after', nameOf)).toBe(
    '现场核验 现场核验 2025-01-15 数据收集 默认',
  )
})

it('任务说到哪个指标、哪个单位', () => {
  const change = { part: 'tasks', at: 'tasks[g,unit-1].target', name: '服务业增加值增速', field: 'target' } as const
  expect(sayWhat(change, nameOf)).toBe('服务业增加值增速 · 云岭市发展和改革局 · 目标值')
})
