import { describe, expect, it } from 'vitest'
import { anApproval } from '../approval/approval.fixture.ts'
import { aDatum } from '../datum/datum.fixture.ts'
import type { DatumVersion } from '../datum/model.ts'
import type { LeadReport } from '../report/model.ts'
import type { Sheet, SheetRole } from '../sheet/model.ts'
import { aSheet } from '../sheet/sheet.fixture.ts'
import type { Signature } from '../signature/model.ts'
import type { Verification } from '../verification/model.ts'
import { aVerification, random } from '../verification/verification.fixture.ts'
import type { Notification } from './model.ts'
import { isTold, notificationsOf } from './notifications-of.ts'

const codes = (told: readonly Notification[]) => told.map(({ code }) => code)

const signature: Signature<SheetRole> = {
  id: 's-1',
  role: 'handler',
  signer: { personId: 'signer', post: 'handler', unitId: 'lead' },
  digest: 'd',
  signedOn: '2025-01-10',
  recordedAt: 'now',
  means: { kind: 'screen' },
  state: 'standing',
}

const version: DatumVersion = {
  number: 1,
  stage: 'reported',
  release: 'final',
  value: { kind: 'quantity', value: '12' },
  asOf: '2024-12-31',
  receivedOn: '2025-01-08',
  author: { personId: 'author', post: 'unitReporter', unitId: 'transport' },
  at: 'now',
  evidenceIds: [],
}

describe('sheet', () => {
  const before = aSheet({ state: 'awaitingHead', signatures: [signature] })
  const told = (after: Partial<Sheet>) => notificationsOf('sheet', { before, after: { ...before, ...after } })

  it('tells the signers what they lose, with the reason', () => {
    const [returned] = told({ state: 'returned', returnReason: '依据不足' })
    expect(returned).toMatchObject({ code: 'notification.sheetReturned', params: { reason: '依据不足' } })
    expect(returned?.to).toContainEqual({ personIds: ['signer'] })
    expect(codes(told({ state: 'toScore', fallCause: '方案变更' }))).toEqual(['notification.sheetFell'])
    const rows = [
      { unitId: 'transport', cause: '数据重新开放' },
      { unitId: 'health', cause: '数据重新开放' },
    ]
    expect(told({ fallenRows: rows })).toMatchObject([{ code: 'notification.sheetRowsFell', params: { count: '2' } }])
  })

  it('asks the head once, and says nothing where nothing happened to others', () => {
    const scored = { before: { ...before, state: 'scored' }, after: before }
    expect(codes(notificationsOf('sheet', scored))).toEqual(['notification.sheetToSign'])
    expect(told({})).toEqual([])
    expect(notificationsOf('sheet', { before: null, after: before })).toEqual([])
  })
})

describe('datum', () => {
  const closed = aDatum({ state: 'closed', versions: [version], final: 1 })

  it('tells of a return, a reopening, a late report, an entry on behalf and a corrected figure', () => {
    const reported = aDatum({ state: 'reported', versions: [version] })
    const returned = { ...reported, state: 'returned', returnReason: '口径不符' }
    expect(codes(notificationsOf('datum', { before: reported, after: returned }))).toEqual([
      'notification.datumReturned',
    ])
    const { final: _, ...open } = closed
    expect(codes(notificationsOf('datum', { before: closed, after: { ...open, state: 'confirmed' } }))).toEqual([
      'notification.datumReopened',
    ])
    const fresh = aDatum({ versions: [] })
    const with_ = (more: Partial<DatumVersion>) => ({
      ...fresh,
      state: 'reported',
      versions: [{ ...version, ...more }],
    })
    const late = { due: '2025-01-05', reason: '停电' }
    expect(notificationsOf('datum', { before: fresh, after: with_({ late }) })).toMatchObject([
      { code: 'notification.datumLate', params: late },
    ])
    const onBehalf = { body: '市残联', reason: '未联网', originalEvidenceId: 'e' }
    expect(codes(notificationsOf('datum', { before: fresh, after: with_({ onBehalf }) }))).toEqual([
      'notification.datumOnBehalf',
    ])
    expect(codes(notificationsOf('datum', { before: fresh, after: with_({ stage: 'verified' }) }))).toEqual([
      'notification.datumVerified',
    ])
  })

  it('lets an ordinary report pass in silence', () => {
    const fresh = aDatum({ versions: [] })
    expect(
      notificationsOf('datum', { before: fresh, after: { ...fresh, state: 'reported', versions: [version] } }),
    ).toEqual([])
  })
})

describe('draws of a verification', () => {
  const planned = aVerification(random(1))
  const parties = ['watcher', 'lead'].map((personId) => ({
    personId,
    post: 'observer' as const,
    unitId: 'discipline',
    name: personId,
  }))
  const agreement = { parties, source: '福彩3D开奖号', publishedOn: '2025-01-20', by: 'group' as const }
  const agreed = (state: Verification['state']): Verification => {
    if (planned.scope.kind !== 'random') throw new Error('drawn at random')
    return { ...planned, state, scope: { ...planned.scope, agreement } }
  }
  const both = [{ personIds: ['watcher', 'lead'] }]

  it('asks both parties of an agreed seed for their commitment, then for what they committed to, once each', () => {
    expect(notificationsOf('verification', { before: null, after: agreed('committing') })[1]).toEqual({
      code: 'notification.seedCommitAsked',
      to: both,
    })
    const [reveal, ...others] = notificationsOf('verification', {
      before: agreed('committing'),
      after: agreed('revealing'),
    })
    expect([reveal, others]).toEqual([{ code: 'notification.seedRevealAsked', to: both }, []])
    expect(notificationsOf('verification', { before: agreed('revealing'), after: agreed('revealing') })).toEqual([])
    expect(codes(notificationsOf('verification', { before: null, after: planned }))).toEqual([
      'notification.verificationPlanned',
    ])
  })

  it('asks the witness of a new draw for the signature, once', () => {
    const draw = { id: 'd', witness: { personId: 'watcher', post: 'observer', unitId: 'discipline' } }
    const drawn = { ...planned, draws: [draw] }
    expect(notificationsOf('verification', { before: planned, after: drawn })).toEqual([
      { code: 'notification.drawToWitness', to: [{ personIds: ['watcher'] }] },
    ])
    expect(notificationsOf('verification', { before: drawn, after: drawn })).toEqual([])
  })
})

describe('report, approval, plan', () => {
  const report: LeadReport = {
    id: 'r',
    planId: 'p',
    leadUnitId: 'lead',
    due: '2025-01-18',
    state: 'notReported',
    versions: [],
  }
  const received = (receivedOn: string) => ({
    number: 1,
    via: { kind: 'platform', runDigest: 'x', packageDigest: 'y' },
    documentNumber: '云发改发〔2025〕3号',
    documentDate: '2025-01-17',
    scores: [],
    receivedOn,
    by: version.author,
    at: 'now',
  })

  it('tells the office that a report came, and when it came late', () => {
    const on = (day: string) =>
      codes(
        notificationsOf('leadReport', {
          before: report,
          after: { ...report, state: 'reported', versions: [received(day)] },
        }),
      )
    expect(on('2025-01-18')).toEqual(['notification.leadReportReceived'])
    expect(on('2025-01-19')).toEqual(['notification.leadReportLate'])
  })

  it('tells whoever stands at the step that begins, and everyone concerned how it ended', () => {
    const approval = anApproval()
    const [waiting] = notificationsOf('approval', { before: null, after: approval })
    expect(waiting).toMatchObject({ code: 'notification.approvalWaiting', params: { step: approval.chain[0]?.name } })
    expect(notificationsOf('approval', { before: approval, after: approval })).toEqual([])
    const ended = (state: string) =>
      codes(notificationsOf('approval', { before: approval, after: { ...approval, state } }))
    expect(ended('completed')).toEqual(['notification.approvalCompleted'])
    expect(ended('fallen')).toEqual(['notification.approvalFell'])
    expect(ended('returned')).toEqual(['notification.approvalReturned'])
  })

  it('tells every named body of an issue, and calls a later version a change', () => {
    const draft = {
      kind: 'indicatorPlan',
      state: 'checked',
      number: 1,
      ownerUnitId: 'lead',
      drafter: version.author,
      issuedNumber: null,
      namedUnitIds: ['transport', 'lead'],
    }
    const [issued] = notificationsOf('plan', { before: draft, after: { ...draft, issuedNumber: 1 } })
    expect(issued).toMatchObject({
      code: 'notification.planIssued',
      to: [{ place: { unitIds: ['lead', 'transport'] } }],
    })
    const first = { ...draft, issuedNumber: 1 }
    expect(codes(notificationsOf('plan', { before: first, after: { ...draft, issuedNumber: 2 } }))).toEqual([
      'notification.planReissued',
    ])
  })

  it('knows its nouns', () => {
    expect(['sheet', 'datum', 'constructor', 'unit'].map(isTold)).toEqual([true, true, false, false])
  })
})
