import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aDecision, anApproval } from '../approval/approval.fixture.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import type { LeadReport } from '../report/model.ts'
import type { Sheet } from '../sheet/model.ts'
import { aSheet, commandBy, ofSection } from '../sheet/sheet.fixture.ts'
import { blastRadius, fallResult } from './blast-radius.ts'
import { decideResult } from './decide.ts'
import { type FreezeGround, freezeBlockers, freezeRun } from './freeze.ts'
import { canonicalResult, type FrozenResult } from './model.ts'
import { runDigest } from './run.ts'
import { resultWorkflow } from './transitions.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const handler = ofSection('handler')
const head = ofSection('sectionHead')
const units = ['transport', 'education', 'health']
const items = units.map((unitId) => ({ leafKey: 'projects', unitId }))
const verified = aSheet({ state: 'verified' })

const ground = (more: Partial<FreezeGround> = {}): FreezeGround => ({
  purpose: 'leadReport',
  runDigest: 'run',
  presentDigest: 'run',
  items,
  sheets: [verified],
  reports: [],
  frozen: [],
  openRemarks: 0,
  ...more,
})

const codes = (more: Partial<FreezeGround> = {}) => freezeBlockers(ground(more), '2025-01-18').map(({ code }) => code)

const frozen = (): FrozenResult => {
  const freeze = freezeRun('plan-1', ground(), commandBy(handler))
  if (!freeze.ok) throw new Error(freeze.error.code)
  return freeze.value.next
}

it('锁定版之后每一步由谁办；未列出的一律不予办理', () => {
  const carriers = 'officeDirector officeStaff sectionHead handler clerk'
  const heads = 'officeDirector leaderInCharge sectionHead'
  expect(workflowText(resultWorkflow)).toBe(
    [
      `aggregated approve → approved: ${carriers}`,
      `aggregated void → voided: ${heads}`,
      `approved issue → issued: ${carriers}`,
      `approved void → voided: ${heads}`,
    ].join('\n'),
  )
})

it('a run is named by plan, facts and engine, and by nothing else', () => {
  const inputs = { planDigest: 'p', factsDigest: 'f', engineVersion: '1' }
  const names = [
    inputs,
    { ...inputs, planDigest: 'q' },
    { ...inputs, factsDigest: 'g' },
    { ...inputs, engineVersion: '2' },
  ]
  expect(new Set(names.map((given) => runDigest(given, sha256))).size).toBe(4)
  expect(runDigest({ engineVersion: '1', factsDigest: 'f', planDigest: 'p' }, sha256)).toBe(runDigest(inputs, sha256))
})

describe('freezing a lead unit’s run', () => {
  const amendment: Sheet = aSheet({ id: 'sheet-2', amends: 'sheet-1', unitIds: ['health'], state: 'toScore' })
  const fallen: Sheet = { ...verified, fallenRows: [{ unitId: 'health', cause: 'c', amendmentId: 'sheet-2' }] }

  it.each([
    ['所有评分表已核验', {}, []],
    ['评分表未签字', { sheets: [aSheet({ state: 'awaitingHead' })] }, ['freeze.sheetNotFinal']],
    ['核验未办结', { sheets: [aSheet({ state: 'toVerify' })] }, ['freeze.sheetNotFinal']],
    ['失效的行未重新签字', { sheets: [fallen, amendment] }, ['freeze.sheetNotFinal']],
    ['失效的行没有补签表', { sheets: [fallen] }, ['freeze.itemUncovered']],
    ['失效的行已重新签字', { sheets: [fallen, { ...amendment, state: 'verified' as const }] }, []],
    ['有项目未评', { items: [...items, { leafKey: 'projects', unitId: 'finance' }] }, ['freeze.itemUncovered']],
    ['没有项目', { items: [] }, ['freeze.nothingScored']],
    ['数据在计算之后有变', { presentDigest: 'later' }, ['freeze.runStale']],
    ['已锁定过', { frozen: [{ ...aFrozen(), state: 'aggregated' as const }] }, ['freeze.alreadyFrozen']],
    ['锁定版已失效可再锁定', { frozen: [{ ...aFrozen(), state: 'voided' as const }] }, []],
  ])('%s', (_, more, expected) => {
    expect(codes(more)).toEqual(expected)
  })

  it('keeps purpose, run, person and hour', () => {
    expect(frozen()).toMatchObject({
      purpose: 'leadReport',
      runDigest: 'run',
      state: 'aggregated',
      frozenBy: { post: 'handler' },
    })
    expect(freezeRun('plan-1', ground({ sheets: [] }), commandBy(handler)).ok).toBe(false)
  })
})

function aFrozen(): FrozenResult {
  const { personId, post, unitId } = handler
  return {
    id: 'f',
    planId: 'plan-1',
    purpose: 'leadReport',
    runDigest: 'run',
    frozenBy: { personId, post, unitId },
    frozenAt: 'now',
    state: 'aggregated',
  }
}

describe('freezing the totals', () => {
  const report = (state: LeadReport['state']): LeadReport => ({
    id: state,
    planId: 'year',
    leadUnitId: `of-${state}`,
    due: '2025-01-20',
    state,
    versions: [],
  })

  it.each([
    ['全部已报', ['reported'], []],
    ['有未报', ['reported', 'notReported'], ['freeze.reportsOwed']],
    ['有退回和待核对', ['returned', 'entered'], ['freeze.reportsOwed', 'freeze.reportsOwed']],
    ['没有评分报告', [], ['freeze.nothingScored']],
  ] as const)('%s', (_, states, expected) => {
    expect(codes({ purpose: 'totals', sheets: [], items: [], reports: states.map(report) })).toEqual(expected)
  })
})

describe('what becomes of a locked version', () => {
  const decide = (result: FrozenResult, command: Parameters<typeof decideResult>[1], actor = handler) => {
    const decision = decideResult(result, command, commandBy(actor))
    return decision.ok ? decision.value.next.state : decision.error.code
  }
  const approved = { ...aFrozen(), state: 'approved' as const }

  it('is approved by a binding decision on exactly this run', () => {
    expect(decide(aFrozen(), { kind: 'approve', decision: aDecision() })).toBe('approved')
    const other = aDecision({ subject: { kind: 'result', id: 'f', digest: 'other' } })
    expect(decide(aFrozen(), { kind: 'approve', decision: other })).toBe('result.otherDecision')
    expect(decide(aFrozen(), { kind: 'approve', decision: aDecision({ outcome: 'returned' }) })).toBe(
      'result.otherDecision',
    )
  })

  it('is issued under a number, and never void after that', () => {
    expect(decide(approved, { kind: 'issue', documentNumber: '', issuedOn: '2025-01-18' })).toBe('result.numberMissing')
    expect(decide(approved, { kind: 'issue', documentNumber: 'n', issuedOn: '2025-01-19' })).toBe('result.inFuture')
    expect(decide(approved, { kind: 'issue', documentNumber: 'n', issuedOn: '2025-01-18' })).toBe('issued')
    expect(decide({ ...approved, state: 'issued' }, { kind: 'void', cause: 'c' }, head)).toBe('result.notNow')
    expect(decide(approved, { kind: 'void', cause: '' }, head)).toBe('result.causeMissing')
    expect(decide(approved, { kind: 'void', cause: '数据更正' }, head)).toBe('voided')
  })

  it('falls with the data under it unless it was issued', () => {
    const { next } = fallResult(approved, '数据重新开放', commandBy(handler))
    expect(next.state).toBe('voided')
    expect(() => canonicalJson(canonicalResult(next))).not.toThrow()
    expect(fallResult({ ...approved, state: 'issued' }, '数据重新开放', commandBy(handler)).events).toEqual([])
  })
})

describe('影响范围', () => {
  const change = { planId: 'plan-1', rows: [{ leafKey: 'projects', unitId: 'health' }] }
  const everything = { sheets: [verified], results: [aFrozen()], approvals: [anApproval()] }

  it('lists the rows, the locked version and the paper that would fall', () => {
    expect(blastRadius(change, everything).map(({ noun }) => noun)).toEqual(['sheet', 'result', 'approval'])
    expect(blastRadius(change, everything)[0]).toMatchObject({ unitIds: ['health'], whole: false })
  })

  it('says that a group-relative sheet falls whole, and that an issued result does not fall', () => {
    const issued = { ...aFrozen(), state: 'issued' as const }
    const sheets = [{ ...verified, groupRelative: true }]
    const [sheet, result, ...rest] = blastRadius(change, { sheets, results: [issued], approvals: [anApproval()] })
    expect(sheet).toMatchObject({ unitIds: units, whole: true })
    expect(result).toEqual({ noun: 'issued', id: 'f' })
    expect(rest).toEqual([])
  })

  it('is empty for rows that nothing signed rests on', () => {
    expect(blastRadius(change, { ...everything, sheets: [aSheet()] })).toEqual([])
    expect(blastRadius({ ...change, planId: 'other' }, everything)).toEqual([])
  })
})
