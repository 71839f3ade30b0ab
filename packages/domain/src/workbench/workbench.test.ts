import { describe, expect, it } from 'vitest'
import { anApproval, by, chain, paperDigest } from '../approval/approval.fixture.ts'
import { decideApproval } from '../approval/decide.ts'
import { aDatum, anElement, sources } from '../datum/datum.fixture.ts'
import { type DatumState, type DatumVersion, datumStates } from '../datum/model.ts'
import type { LeadReport } from '../report/model.ts'
import { sheetStates } from '../sheet/model.ts'
import { anOrder, aSheet, commandBy } from '../sheet/sheet.fixture.ts'
import type { Signature } from '../signature/model.ts'
import { type Submission, submissionStates } from '../submission/model.ts'
import { aVerification, random } from '../verification/verification.fixture.ts'
import { mayAct, type NextAct } from './next-act.ts'
import { nextOnApproval } from './next-on-approval.ts'
import { nextOnDatum } from './next-on-datum.ts'
import { nextOnLeadReport } from './next-on-lead-report.ts'
import { nextOnSheet } from './next-on-sheet.ts'
import { nextOnSubmission } from './next-on-submission.ts'
import { nextOnVerification } from './next-on-verification.ts'
import { type Reachable, urgingList } from './urging.ts'

const scorer = { unitId: 'lead', sectionId: 'investment' }

const version: DatumVersion = {
  number: 1,
  stage: 'reported',
  release: 'final',
  value: { kind: 'quantity', value: '12' },
  asOf: '2024-12-31',
  receivedOn: '2025-01-03',
  author: { personId: 'author', post: 'unitReporter', unitId: 'transport' },
  at: 'now',
  evidenceIds: [],
}

describe('现在由谁办', () => {
  it('says it in every state of a datum but the last', () => {
    const next = (state: DatumState) => nextOnDatum(aDatum({ state, versions: [version] }), anElement(), scorer)
    expect(datumStates.map((state) => [state, next(state)?.verb, next(state)?.unitId])).toEqual([
      ['notReported', 'report', 'transport'],
      ['drafting', 'report', 'transport'],
      ['reported', 'confirm', 'transport'],
      ['confirmed', 'close', 'lead'],
      ['returned', 'report', 'transport'],
      ['verified', 'close', 'lead'],
      ['closed', undefined, undefined],
    ])
    expect(next('reported')?.except).toEqual(['author'])
  })

  it('asks the provider, and for a 代录 the scoring side’s second person', () => {
    expect(nextOnDatum(aDatum({ source: sources.provider }), anElement(), scorer)).toMatchObject({
      posts: ['dataProvider'],
      unitId: 'statistics',
      due: '2025-01-05',
    })
    const onBehalf = { ...version, onBehalf: { body: '市残联', reason: 'r', originalEvidenceId: 'e' } }
    expect(nextOnDatum(aDatum({ state: 'reported', versions: [onBehalf] }), anElement(), scorer)).toMatchObject(scorer)
  })

  it('says it in every state of a sheet but the last', () => {
    const next = (state: (typeof sheetStates)[number]) => nextOnSheet(aSheet({ state }), anOrder(), '2025-01-20')
    expect(sheetStates.map((state) => [state, next(state)?.verb, next(state)?.posts[0]])).toEqual([
      ['toScore', 'score', 'handler'],
      ['scored', 'sign', 'handler'],
      ['awaitingHead', 'sign', 'handler'],
      ['returned', 'score', 'handler'],
      ['signed', 'openVerification', 'handler'],
      ['toVerify', 'closeVerification', 'handler'],
      ['verified', 'aggregate', 'handler'],
      ['aggregated', undefined, undefined],
    ])
    expect(next('toScore')).toMatchObject({ ...scorer, due: '2025-01-20' })
  })

  it('puts the second person of a paper signature before the next signer, and never a signer twice', () => {
    const signed = (state: 'registered' | 'standing'): Signature<'handler'> => ({
      id: 's1',
      role: 'handler',
      signer: { personId: 'handler@lead', post: 'handler', unitId: 'lead' },
      digest: 'd',
      signedOn: '2025-01-17',
      recordedAt: 'now',
      means: { kind: 'paper', scanDigest: 's', registeredBy: { personId: 'clerk', post: 'clerk', unitId: 'lead' } },
      state,
    })
    const scored = aSheet({ state: 'scored', signatures: [signed('registered')] })
    expect(nextOnSheet(scored, anOrder())).toMatchObject({ verb: 'confirmPaper', except: ['clerk'] })
    const awaiting = aSheet({ state: 'awaitingHead', signatures: [signed('standing')] })
    expect(nextOnSheet(awaiting, anOrder())).toMatchObject({
      verb: 'sign',
      posts: ['sectionHead', 'officeDirector'],
      except: ['handler@lead'],
    })
  })

  it('walks a verification from the draw to the group', () => {
    expect(nextOnVerification(aVerification(random(1)), scorer)).toMatchObject({ verb: 'draw', unitId: 'lead' })
    const visiting = nextOnVerification(aVerification({ kind: 'full' }), scorer)
    expect(visiting?.posts).toEqual(['verificationLead', 'verifier'])
    expect(visiting?.unitId).toBeUndefined()
  })

  it('names each section that has still to countersign', () => {
    const steps = chain.filter(({ kind }) => kind === 'countersign')
    const one = decideApproval(
      anApproval(steps),
      { kind: 'agree', paperDigest },
      commandBy(by('sectionHead', 'energy')),
    )
    expect(nextOnApproval(anApproval(steps)).map(({ sectionId }) => sectionId)).toEqual(['investment', 'energy'])
    expect(one.ok && nextOnApproval(one.value.next).map(({ sectionId }) => sectionId)).toEqual(['investment'])
  })

  it('waits for the lead unit, then for the office’s second person', () => {
    const owed: LeadReport = {
      id: 'r',
      planId: 'p',
      leadUnitId: 'lead',
      due: '2025-01-18',
      state: 'notReported',
      versions: [],
    }
    expect(nextOnLeadReport(owed)).toMatchObject({ verb: 'submit', unitId: 'lead' })
    expect(nextOnLeadReport({ ...owed, state: 'entered' })).toMatchObject({ verb: 'confirmPaper' })
    expect(nextOnLeadReport({ ...owed, state: 'reported' })).toBeUndefined()
  })

  it('keeps whoever ticked rows from checking them', () => {
    const ticked = { by: { personId: 'ticker', post: 'handler', unitId: 'lead' }, at: 'now' } as const
    const submission = { id: 's', rows: [{ leafKey: 'l', unitId: 'u', points: '1', ticked }] } as unknown as Submission
    const verbs = submissionStates.map((state) => nextOnSubmission({ ...submission, state }, 'lead')?.verb)
    expect(verbs).toEqual(['tick', 'check', 'send', 'recordReceipt', undefined])
    expect(nextOnSubmission({ ...submission, state: 'entered' }, 'lead')?.except).toEqual(['ticker'])
  })
})

describe('催报', () => {
  const act = (id: string, due: string): NextAct => ({
    noun: 'datum',
    id,
    verb: 'report',
    posts: ['unitReporter'],
    unitId: 'transport',
    due,
  })
  const reporter: Reachable = {
    personId: 'p',
    post: 'unitReporter',
    unitId: 'transport',
    name: '赵启明',
    phone: '0000-5550123',
  }
  const list = (ahead: number) =>
    urgingList(
      [act('a', '2025-01-05'), act('b', '2025-01-03'), act('c', '2025-01-09'), act('d', '2025-01-06')].map((next) => ({
        act: next,
        what: '新增入统企业数',
      })),
      [reporter, { ...reporter, unitId: 'education' }],
      '2025-01-05',
      ahead,
    )

  it('puts the longest overdue first and leaves out what is far off', () => {
    expect(list(1).map((line) => [line.act.id, line.text.code, line.text.params.days])).toEqual([
      ['b', 'urging.overdue', '2'],
      ['a', 'urging.dueToday', '0'],
      ['d', 'urging.dueSoon', '1'],
    ])
  })

  it('names who can act, with the phone', () => {
    expect(list(1)[0]?.people).toEqual([reporter])
    const nobody = urgingList(
      [{ act: { ...act('a', '2025-01-05'), unitId: 'water' }, what: 'x' }],
      [reporter],
      '2025-01-05',
      0,
    )
    expect(nobody[0]?.people).toEqual([])
  })

  it('never names somebody who may not be the one', () => {
    expect(mayAct({ ...act('a', '2025-01-05'), except: ['p'] }, reporter)).toBe(false)
    expect(mayAct({ ...act('a', '2025-01-05'), posts: ['unitHead'] }, reporter)).toBe(false)
    expect(mayAct({ ...act('a', '2025-01-05'), sectionId: 's1' }, { ...reporter, sectionId: 's2' })).toBe(false)
  })
})
