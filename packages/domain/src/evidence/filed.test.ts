import { describe, expect, it } from 'vitest'
import { aContext, reporter } from '../datum/datum.fixture.ts'
import { type FiledEvidence, fileEvidence } from './filed.ts'
import { addsEvidence, evidenceSide, seesAllEvidence } from './standing.ts'

const list = [{ key: 'list', name: '入库名单', required: true }]
const file = { sha256: 'a'.repeat(64), name: '名单.pdf', size: 10, mediaType: 'application/pdf' }
const given = {
  planId: 'plan-1',
  leafKey: 'newFirms',
  unitId: 'transport',
  requirementKey: 'list',
  file,
  sm3: 'b'.repeat(64),
  label: 'internal',
} as const
const put = (more: object = {}, present: readonly FiledEvidence[] = []) =>
  fileEvidence({ ...given, ...more }, { ...aContext(reporter), list, present })
const filed = (): FiledEvidence => {
  const done = put()
  if (!done.ok) throw new Error(done.error.code)
  return done.value.next
}
const code = (done: ReturnType<typeof put>) => (done.ok ? 'ok' : done.error.code)

describe('归档的佐证材料', () => {
  it('记下收到日期和两种校验码', () => {
    expect(filed()).toMatchObject({
      receivedOn: '2025-01-03',
      sm3: 'b'.repeat(64),
      attachedBy: { unitId: 'transport' },
    })
  })

  it('材料日期不能在今天以后', () => {
    expect(code(put({ effectiveOn: '2025-01-03' }))).toBe('ok')
    expect(code(put({ effectiveOn: '2025-01-04' }))).toBe('evidence.effectiveAhead')
  })

  it('只更换同一清单项下现有的；更换时内容相同也收', () => {
    const old = filed()
    expect(code(put({}, [old]))).toBe('evidence.sameFile')
    expect(code(put({ replaces: old.id }, [old]))).toBe('ok')
    expect(code(put({ replaces: 'another' }, [old]))).toBe('evidence.replacesOther')
    const gone = { ...old, withdrawal: { by: old.attachedBy, at: 'then', reason: 'x' } }
    expect(code(put({ replaces: old.id }, [gone]))).toBe('evidence.replacesOther')
  })
})

describe('谁看、谁交', () => {
  const places = {
    unitId: 'transport',
    scorer: { unitId: 'lead', sectionId: 'investment' },
    providers: [{ unitId: 'statistics' }],
  }
  it.each([
    ['unitReporter', 'transport', undefined, 'unit', true, false],
    ['unitReporter', 'lead', undefined, undefined, false, false],
    ['dataProvider', 'statistics', undefined, 'provider', true, false],
    ['handler', 'lead', 'investment', 'scoring', true, true],
    ['handler', 'lead', 'energy', 'colleague', false, true],
    ['verifier', 'lead', undefined, 'scoring', true, true],
    ['officeStaff', 'office', undefined, 'office', true, true],
    ['observer', 'office', undefined, 'watching', false, true],
    ['systemAdmin', 'transport', undefined, undefined, false, false],
  ] as const)('%s of %s %s', (kind, unitId, sectionId, side, adds, sees) => {
    const found = evidenceSide({ kind, unitId, ...(sectionId && { sectionId }) }, places)
    expect(found).toBe(side)
    expect(found !== undefined && addsEvidence(found)).toBe(adds)
    expect(found !== undefined && seesAllEvidence(found)).toBe(sees)
  })
})
