import type { PostKind } from '../ability/posts.ts'
import type { Actor } from '../kernel/command-context.ts'
import type { DataElement, DataSource } from '../plan/model.ts'
import type { DatumContext, Report } from './commands.ts'
import type { Datum } from './model.ts'

export const sources = {
  appraisedUnit: { kind: 'appraisedUnit' },
  section: { kind: 'section', unitId: 'lead', sectionId: 'investment' },
  provider: { kind: 'provider', unitId: 'statistics' },
  superior: { kind: 'superior', body: '省商务厅', unitId: 'lead', sectionId: 'investment' },
} as const satisfies Record<DataSource['kind'], DataSource>

export const anElement = (more: Partial<DataElement> = {}): DataElement => ({
  key: 'newFirms',
  name: '新增入统企业数',
  type: 'quantity',
  unit: '家',
  period: '2024年',
  source: sources.appraisedUnit,
  cutoff: '2024-12-31',
  due: '2025-01-05',
  ...more,
})

export const aDatum = (more: Partial<Datum> = {}): Datum => ({
  id: 'datum-1',
  planId: 'plan-1',
  elementKey: 'newFirms',
  unitId: 'transport',
  period: '2024年',
  source: sources.appraisedUnit,
  state: 'notReported',
  versions: [],
  confirmations: [],
  ...more,
})

export const aReport = (more: Partial<Report> = {}): Report => ({
  value: { kind: 'quantity', value: '12' },
  release: 'final',
  asOf: '2024-12-31',
  evidenceIds: [],
  ...more,
})

export const anActor = (post: PostKind, unitId: string, more: Partial<Actor> = {}): Actor => ({
  personId: `${post}@${unitId}`,
  postId: `post-${post}@${unitId}`,
  post,
  unitId,
  ownUnitIds: [unitId],
  ...more,
})

export const aContext = (actor: Actor, more: Partial<DatumContext> = {}): DatumContext => {
  let ids = 0
  return {
    now: '2025-01-03T10:00:00+08:00',
    today: '2025-01-03',
    actor,
    newId: () => `id-${++ids}`,
    element: anElement(),
    missingEvidence: [],
    ...more,
  }
}

export const reporter = anActor('unitReporter', 'transport')
export const head = anActor('unitHead', 'transport')
export const handler = anActor('handler', 'lead', { sectionId: 'investment' })
export const sectionHead = anActor('sectionHead', 'lead', { sectionId: 'investment' })
