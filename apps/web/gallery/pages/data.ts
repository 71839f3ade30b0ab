import type { ActEntry } from '../../src/shared/history/ActTimeline.tsx'
import type { WhyScore } from '../../src/shared/why/why.ts'

const digest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

export const history: ActEntry[] = [
  {
    id: '3',
    act: '退回修改',
    person: '许清和',
    post: '市发展改革局投资科负责人',
    at: '2025-01-16T08:20:00Z',
    reason: '完成值与统计快报不一致，请核对后重报。',
    leaf: 10_482,
  },
  {
    id: '2',
    act: '修改完成值',
    person: '段明远',
    post: '市发展改革局投资科经办人',
    at: '2025-01-15T02:05:00Z',
    changes: [
      { field: '完成值（亿元）', before: '128.40', after: '126.35' },
      { field: '数据来源', before: '部门自报', after: '市统计局快报' },
    ],
    leaf: 10_391,
  },
  {
    id: '1',
    act: '报送数据',
    person: '段明远',
    post: '市发展改革局投资科经办人',
    at: '2025-01-12T09:41:00Z',
    leaf: 9_977,
  },
]

export const why: WhyScore = {
  unit: '临江区',
  indicator: '固定资产投资增速',
  score: '4.36',
  fullMark: '5',
  rule: [
    { text: '完成目标值的得满分；', applied: false },
    { text: '未完成的，每低1个百分点扣0.2分，', applied: true },
    { text: '扣完为止。', applied: false },
  ],
  clause: {
    document: '云平市绩效办〔2024〕18号',
    article: '附件1第7项',
    text: '未完成的，每低1个百分点扣0.2分，扣完为止。',
  },
  interpretation: '“每低1个百分点”按实际差额比例扣分，云平市绩效办 2024年11月5日解释。',
  steps: [
    { say: '目标值（%）', value: '6' },
    { say: '完成值（%）', value: '2.8' },
    { say: '差额（百分点）＝6−2.8', value: '3.2' },
    { say: '扣分＝3.2×0.2', value: '0.64' },
    { say: '得分＝5−0.64', value: '4.36' },
  ],
  data: [
    {
      id: 'a',
      name: '固定资产投资增速',
      value: '2.8',
      unit: '%',
      source: '市统计局2024年统计快报',
      period: '2024年1—12月',
      cutOff: '2025-01-10',
      verified: true,
    },
    {
      id: 'b',
      name: '目标值',
      value: '6',
      unit: '%',
      source: '考评方案',
      period: '2024年',
      cutOff: '2024-04-30',
      verified: true,
    },
    {
      id: 'c',
      name: '民间投资占比',
      value: null,
      unit: '%',
      source: '市统计局',
      period: '2024年1—12月',
      cutOff: '2025-01-10',
      verified: false,
    },
  ],
  evidence: [{ id: 'e', name: '2024年统计快报（投资）.pdf', digest, href: '#' }],
  signatures: [
    { post: '经办人', person: '段明远', at: '2025-01-17T01:00:00Z', kind: '内部审批确认', stands: true },
    { post: '科室负责人', person: '许清和', at: '2025-01-17T03:30:00Z', kind: '纸质原件', stands: false },
  ],
  plot: {
    measure: '固定资产投资增速',
    unit: '%',
    own: { x: '2.8', y: '4.36' },
    axis: { from: '-20', to: '9' },
    edges: ['-19', '6'],
    stretches: [
      { from: { x: '-20', y: '0' }, to: { x: '-19', y: '0' } },
      { from: { x: '-19', y: '0' }, to: { x: '6', y: '5' } },
      { from: { x: '6', y: '5' }, to: { x: '9', y: '5' } },
    ],
    points: [
      { x: '-19', y: '0' },
      { x: '6', y: '5' },
    ],
    peers: [
      { x: '-4', y: '3', unitName: '青禾县' },
      { x: '4.5', y: '4.7', unitName: '白石县' },
    ],
  },
}
