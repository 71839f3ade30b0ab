import { describe, expect, it } from 'vitest'
import type { PostKind } from '../ability/posts.ts'
import { aContext, anActor } from '../datum/datum.fixture.ts'
import { keepsLabel, labelsFor, opensFile, relabelEvidence } from './label.ts'
import { type Evidence, evidenceVersion, labelOf, type SecrecyLabel, secrecyLabels } from './model.ts'
import type { EvidenceSide } from './standing.ts'

const evidence = (label: SecrecyLabel): Evidence => ({
  id: 'e1',
  planId: 'plan-1',
  leafKey: 'projects',
  unitId: 'transport',
  file: { sha256: 'aa', name: '名单.pdf', size: 10, mediaType: 'application/pdf' },
  label,
  attachedBy: { personId: 'p1', post: 'unitReporter', unitId: 'transport' },
  attachedAt: '2025-01-03T10:00:00+08:00',
})

/** Every post as it stands to the item, and whether a sensitive file of the appraised unit opens to it. */
const matrix: readonly (readonly [EvidenceSide, PostKind, string, boolean])[] = [
  ['unit', 'unitReporter', 'transport', true],
  ['unit', 'unitHead', 'transport', true],
  ['scoring', 'handler', 'finance', true],
  ['scoring', 'sectionHead', 'finance', true],
  ['scoring', 'leaderInCharge', 'finance', true],
  ['scoring', 'principal', 'finance', true],
  ['scoring', 'verifier', 'finance', true],
  ['scoring', 'verificationLead', 'finance', true],
  ['scoring', 'clerk', 'finance', false],
  ['colleague', 'handler', 'finance', false],
  ['colleague', 'sectionHead', 'finance', false],
  ['office', 'officeStaff', 'office', false],
  ['office', 'officeDirector', 'office', true],
  ['watching', 'steeringHead', 'group', true],
  ['watching', 'steeringDeputy', 'group', false],
  ['watching', 'steeringMember', 'group', false],
  ['watching', 'observer', 'audit', true],
  ['provider', 'dataProvider', 'statistics', false],
]

describe('标识', () => {
  it.each(matrix)('敏感材料：%s %s（%s）可否打开', (side, kind, unitId, opens) => {
    const standing = { side, post: { kind, unitId } }
    expect(opensFile(standing, evidence('sensitive'))).toBe(opens)
    expect(opensFile(standing, evidence('internal'))).toBe(true)
    expect(opensFile(standing, evidence('public'))).toBe(true)
  })

  it('谁都可以标得更严，标得更宽只由提交单位的负责人', () => {
    const may = (side: EvidenceSide, kind: PostKind, unitId: string, label: SecrecyLabel) =>
      labelsFor({ side, post: { kind, unitId } }, evidence(label))
    expect(may('scoring', 'handler', 'finance', 'public')).toEqual(['internal', 'sensitive'])
    expect(may('scoring', 'handler', 'finance', 'sensitive')).toEqual([])
    expect(may('unit', 'unitReporter', 'transport', 'internal')).toEqual(['sensitive'])
    expect(may('unit', 'unitHead', 'transport', 'sensitive')).toEqual(['public', 'internal'])
    expect(may('scoring', 'sectionHead', 'finance', 'sensitive')).toEqual([])
    expect(may('watching', 'observer', 'audit', 'public')).toEqual([])
    expect(may('colleague', 'handler', 'finance', 'public')).toEqual([])
  })

  it('每次调整都记下由谁、何时、为何，以最后一次为准；撤回的不再调整', () => {
    const head = anActor('unitHead', 'transport')
    const give = (from: Evidence, label: SecrecyLabel, reason = '涉及商业秘密') =>
      relabelEvidence(from, { label, reason }, { ...aContext(head), side: 'unit' })
    const first = give(evidence('internal'), 'sensitive')
    if (!first.ok) throw new Error(first.error.code)
    const { next, events } = first.value
    expect(events).toEqual([{ type: 'evidenceRelabelled', evidenceId: 'e1', from: 'internal', to: 'sensitive' }])
    expect(labelOf(next)).toBe('sensitive')
    expect(next.label).toBe('internal')
    const second = give(next, 'public', '名单已公示')
    if (!second.ok) throw new Error(second.error.code)
    expect(labelOf(second.value.next)).toBe('public')
    expect(evidenceVersion(second.value.next)).toBe(3)
    expect(second.value.next.relabels?.map(({ label, reason }) => [label, reason])).toEqual([
      ['sensitive', '涉及商业秘密'],
      ['public', '名单已公示'],
    ])
    expect(give(next, 'sensitive')).toMatchObject({ error: { code: 'evidence.sameLabel' } })
    expect(give(next, 'public', '')).toMatchObject({ error: { code: 'evidence.labelReasonMissing' } })
    const gone = { ...next, withdrawal: { by: next.attachedBy, at: '2025-01-04T10:00:00+08:00', reason: '传错' } }
    expect(give(gone, 'public')).toMatchObject({ error: { code: 'evidence.withdrawn' } })
  })

  it('再次选用的，标识不低于原处现有的', () => {
    for (const from of secrecyLabels)
      for (const to of secrecyLabels)
        expect(keepsLabel(to, evidence(from))).toBe(secrecyLabels.indexOf(to) >= secrecyLabels.indexOf(from))
  })
})
