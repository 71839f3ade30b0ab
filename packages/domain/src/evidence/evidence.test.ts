import { describe, expect, it } from 'vitest'
import { aContext, anActor } from '../datum/datum.fixture.ts'
import { type AttachContext, attachEvidence, withdrawEvidence } from './decide.ts'
import { evidenceGaps } from './gaps.ts'
import type { Evidence } from './model.ts'

const list = [
  { key: 'permit', name: '施工许可证', required: true },
  { key: 'photos', name: '现场照片', required: false },
]
const reporter = anActor('unitReporter', 'transport')
const given = {
  planId: 'plan-1',
  leafKey: 'projects',
  unitId: 'transport',
  requirementKey: 'permit',
  file: { sha256: 'aa', name: '许可证.pdf', size: 10, mediaType: 'application/pdf' },
  label: 'internal',
} as const

const context = (present: readonly Evidence[] = []): AttachContext => ({ ...aContext(reporter), list, present })

const attached = (more = {}): Evidence => {
  const decision = attachEvidence({ ...given, ...more }, context())
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value.next
}

describe('attaching', () => {
  it('keeps who and when', () => {
    expect(attached()).toMatchObject({ attachedBy: { unitId: 'transport' }, attachedAt: '2025-01-03T10:00:00+08:00' })
  })

  it('takes papers beyond the list, not entries that the list does not have', () => {
    const { requirementKey: _, ...beyond } = given
    expect(attachEvidence(beyond, context()).ok).toBe(true)
    expect(attachEvidence({ ...given, requirementKey: 'x' }, context())).toMatchObject({
      error: { code: 'evidence.unknownRequirement' },
    })
  })

  it('refuses an empty file and the same bytes twice, until they were withdrawn', () => {
    const empty = { ...given, file: { ...given.file, size: 0 } }
    expect(attachEvidence(empty, context())).toMatchObject({ error: { code: 'evidence.emptyFile' } })
    const present = attached()
    expect(attachEvidence(given, context([present]))).toMatchObject({ error: { code: 'evidence.sameFile' } })
    const back = withdrawEvidence(present, '传错文件', { ...aContext(reporter), cited: false })
    if (!back.ok) throw new Error(back.error.code)
    expect(attachEvidence(given, context([back.value.next])).ok).toBe(true)
  })
})

describe('withdrawing', () => {
  const withdraw = (evidence: Evidence, reason: string, unitId = 'transport', cited = false) => {
    const decision = withdrawEvidence(evidence, reason, { ...aContext(anActor('unitReporter', unitId)), cited })
    return decision.ok ? 'accepted' : decision.error.code
  }

  it.each([
    ['accepted', '传错文件', 'transport', false],
    ['evidence.reasonMissing', '', 'transport', false],
    ['evidence.notYours', '传错文件', 'education', false],
    ['evidence.cited', '传错文件', 'transport', true],
  ])('%s', (expected, reason, unitId, cited) => {
    expect(withdraw(attached(), reason, unitId, cited)).toBe(expected)
  })

  it('happens once', () => {
    const by = attached().attachedBy
    const withdrawn = { ...attached(), withdrawal: { by, at: 'now', reason: 'r' } }
    expect(withdraw(withdrawn, '再撤')).toBe('evidence.withdrawn')
  })
})

it('counts the list and names only required entries as missing', () => {
  expect(evidenceGaps(list, [])).toEqual({ listed: 2, present: 0, missing: ['施工许可证'] })
  expect(evidenceGaps(list, [attached()])).toEqual({ listed: 2, present: 1, missing: [] })
  const by = attached().attachedBy
  const withdrawn = { ...attached(), withdrawal: { by, at: 'now', reason: 'r' } }
  expect(evidenceGaps(list, [withdrawn]).missing).toEqual(['施工许可证'])
})
