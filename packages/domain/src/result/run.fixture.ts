import type { RunContent, RunLeaf } from './run-content.ts'

const cite = { kind: 'sheet', id: 's', version: 1, digest: 'a'.repeat(64), data: [], evidence: [] } as const

/** One indicator of 10 marks and three units: full, 1.5 lost, 5 lost. */
export const aRunContent = (leaf: Partial<RunLeaf> = {}): RunContent => ({
  v: 1,
  engine: '1',
  purpose: 'leadReport',
  plan: {
    id: 'plan',
    number: 1,
    digest: 'd'.repeat(64),
    title: '2024年度指标考核实施方案',
    year: 2024,
    ownerUnitId: 'lead',
    ownerName: '云岭市发展改革委',
  },
  rounding: { mode: 'halfUp', places: 2 },
  units: [
    { id: 'transport', name: '交通运输局', groupKey: 'all' },
    { id: 'town', name: '百里镇', groupKey: 'all' },
    { id: 'water', name: '水利局', groupKey: 'all' },
  ],
  groups: [{ key: 'all', name: '各有关单位' }],
  leaves: [
    {
      key: 'firms',
      name: '企业培规入统',
      fullMark: '10',
      lineKey: 'firms',
      measure: '家',
      unitIds: ['transport', 'town', 'water'],
      itemIds: ['i1', 'i2', 'i3'],
      targets: ['20', '20', '20'],
      actuals: ['20', '17', '10'],
      points: ['10', '8.5', '5'],
      fullMarks: ['10', '10', '10'],
      deductions: [
        [],
        [{ points: '1.5', reason: '少3家', basis: { kind: 'clause', article: '附件1' } }],
        [{ points: '5', reason: '少10家', basis: { kind: 'clause', article: '附件1' } }],
      ],
      bases: [null, null, null],
      sources: ['市统计局', '市统计局', '市统计局'],
      traces: [null, null, null],
      cites: [cite, cite, cite],
      ...leaf,
    },
  ],
  lines: [
    {
      key: 'firms',
      unitIds: ['transport', 'town', 'water'],
      points: ['10', '8.5', '5'],
      fullMarks: ['10', '10', '10'],
    },
  ],
})
