import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { ofSection, testHash } from '../sheet/sheet.fixture.ts'
import type { VerificationCommand, VerificationContext } from './commands.ts'
import { decideVerification } from './decide.ts'
import { isDrawTrue } from './draw-acts.ts'
import { type Draw, type Finding, unitsToVisit, type Verification } from './model.ts'
import { planVerification, type ScopeRequest } from './plan-verification.ts'
import {
  aVerification,
  handler,
  lead,
  observer,
  population,
  random,
  signedSheet,
  verificationContext,
  verifier,
} from './verification.fixture.ts'

type More = Partial<VerificationContext>

const decide = (verification: Verification, command: VerificationCommand, actor: Actor, more: More = {}) =>
  decideVerification(verification, command, verificationContext(actor, more))

const run = (...given: Parameters<typeof decide>): Verification => {
  const decision = decide(...given)
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value.next
}

const code = (...given: Parameters<typeof decide>): string => {
  const decision = decide(...given)
  return decision.ok ? 'accepted' : decision.error.code
}

const drawNow: VerificationCommand = {
  kind: 'draw',
  seedParts: [{ by: '监督人掷骰', value: '83014' }],
  witness: observer,
}
const visit = (unitId: string, more = {}): VerificationCommand => ({
  kind: 'recordVisit',
  visit: {
    unitId,
    visitedOn: '2025-01-14',
    memberIds: ['a', 'b'],
    record: '查验台账原件',
    evidenceIds: [],
    unitSide: { kind: 'signed', scanDigest: 's' },
    ...more,
  },
})
const change: Finding = {
  kind: 'toChange',
  changes: [{ datumId: 'd', value: { kind: 'quantity', value: '11' }, reason: '一家已注销', evidenceIds: [] }],
}
const opinion = (unitId: string, finding: Finding = { kind: 'confirmed' }): VerificationCommand => ({
  kind: 'giveOpinion',
  unitId,
  finding,
})
const key = (): Verification => aVerification({ kind: 'key', picks: [{ unitId: 'health', reason: '数据异常' }] })
const opined = (finding: Parameters<typeof opinion>[1] = change) =>
  run(run(key(), visit('health'), lead), opinion('health', finding), lead)

describe('arranging', () => {
  const plan = (scope: ScopeRequest, standard = '核对原件', sheet = signedSheet) => {
    const planned = planVerification(sheet, { scope, standard, population }, verificationContext(handler))
    return planned.ok ? planned.value.next.state : planned.error.code
  }

  it.each([
    ['全面检查', { kind: 'full' }, 'visiting'],
    ['重点检查', { kind: 'key', picks: [{ unitId: 'health', reason: '数据异常' }] }, 'visiting'],
    ['重点检查须说明理由', { kind: 'key', picks: [{ unitId: 'health', reason: '' }] }, 'verification.reasonMissing'],
    ['重点检查须选单位', { kind: 'key', picks: [] }, 'verification.nothingToVerify'],
    ['不在表上的单位', { kind: 'key', picks: [{ unitId: 'finance', reason: 'r' }] }, 'verification.notOnSheet'],
    ['抽0家', random(0), 'verification.sizeOutOfRange'],
    ['抽全部', random(4), 'toDraw'],
    ['比全部多', random(5), 'verification.sizeOutOfRange'],
  ] as const)('%s', (_, scope, expected) => {
    expect(plan(scope)).toBe(expected)
  })

  it('needs a standard and a signed sheet, and takes no unit twice', () => {
    expect(plan({ kind: 'full' }, '')).toBe('verification.standardMissing')
    expect(plan({ kind: 'full' }, '核对原件', { ...signedSheet, state: 'awaitingHead' })).toBe('verification.notNow')
    const pick = { unitId: 'health', reason: 'r' }
    expect(plan({ kind: 'key', picks: [pick, pick] })).toBe('verification.pickedTwice')
  })

  it('leaves key picks out of the list that is drawn from', () => {
    const picks = [{ unitId: 'health', reason: '上年未核验' }]
    const drawn = run(aVerification({ kind: 'random', size: 3, picks }), drawNow, handler)
    expect(unitsToVisit(drawn).map(({ how }) => how)).toEqual(['key', 'random', 'random', 'random'])
    expect(new Set(unitsToVisit(drawn).map(({ unitId }) => unitId)).size).toBe(4)
    expect(plan({ kind: 'random', size: 4, picks })).toBe('verification.sizeOutOfRange')
  })
})

describe('drawing', () => {
  const drawn = () => run(aVerification(random(2)), drawNow, handler)
  const record = () => drawn().draws[0] as Draw

  it('is true to its list and seed, and shown false when either is touched', () => {
    const { scope } = drawn()
    expect(isDrawTrue(scope, record(), testHash)).toBe(true)
    expect(isDrawTrue(scope, { ...record(), picked: [...record().picked].reverse() }, testHash)).toBe(false)
    expect(isDrawTrue(scope, { ...record(), seed: '83015' }, testHash)).toBe(false)
    expect(isDrawTrue(scope, { ...record(), populationDigest: 'other' }, testHash)).toBe(false)
  })

  it('needs a witness from the observers who is not the drawer, and a seed', () => {
    const witness = { ...observer, personId: handler.personId }
    expect(code(aVerification(random(1)), { ...drawNow, witness }, handler)).toBe('verification.noWitness')
    expect(code(aVerification(random(1)), { ...drawNow, witness: { ...observer, post: 'clerk' } }, handler)).toBe(
      'verification.noWitness',
    )
    expect(code(aVerification(random(1)), { ...drawNow, seedParts: [] }, handler)).toBe('verification.seedMissing')
    const parts = [{ by: '绩效办', value: '1|2' }]
    expect(code(aVerification(random(1)), { ...drawNow, seedParts: parts }, handler)).toBe('verification.seedMissing')
  })

  it('is refused when a unit has left the sheet since the list was fixed', () => {
    const sheetUnitIds = ['transport', 'education', 'water']
    expect(code(aVerification(random(1)), drawNow, handler, { sheetUnitIds })).toBe('verification.populationChanged')
  })

  it('is void only before a visit and stays on the record', () => {
    const cancel: VerificationCommand = { kind: 'cancelDraw', reason: '监督人临时缺席' }
    expect(code(drawn(), { kind: 'cancelDraw', reason: '' }, lead)).toBe('verification.reasonMissing')
    const again = run(run(drawn(), cancel, lead), drawNow, handler)
    expect(again.draws.map((made) => made.cancellation?.reason)).toEqual(['监督人临时缺席', undefined])
    const [first] = unitsToVisit(drawn())
    expect(code(run(drawn(), visit(first?.unitId ?? ''), lead), cancel, lead)).toBe('verification.visitsBegun')
    expect(code(key(), cancel, lead)).toBe('verification.notRandom')
  })
})

describe('visiting', () => {
  it.each([
    ['两人以上', visit('health'), 'accepted'],
    ['一人核验', visit('health', { memberIds: ['a', 'a'] }), 'verification.tooFewMembers'],
    ['核验人员与单位有关联', visit('health', { memberIds: ['a', 'insider'] }), 'verification.interested'],
    ['未列入核验的单位', visit('water'), 'verification.notPicked'],
    ['日期未到', visit('health', { visitedOn: '2025-01-19' }), 'verification.inFuture'],
    ['单位拒签须写明', visit('health', { unitSide: { kind: 'declined', reason: '' } }), 'verification.reasonMissing'],
  ])('%s', (_, command, expected) => {
    expect(code(key(), command, verifier)).toBe(expected)
  })

  it('gives an opinion only on a unit that was visited', () => {
    expect(code(key(), opinion('health'), lead)).toBe('verification.notVisited')
  })
})

describe('opinions', () => {
  it('are answered by the scoring side: adopted, or declined with a reason', () => {
    expect(opined().state).toBe('answering')
    expect(code(opined(), { kind: 'answer', unitId: 'health', adopt: false, reason: '' }, handler)).toBe(
      'verification.reasonMissing',
    )
    const adopted = run(opined(), { kind: 'answer', unitId: 'health', adopt: true }, handler)
    expect(adopted.opinions[0]?.answer).toMatchObject({ kind: 'adopted', by: { personId: handler.personId } })
    expect(code(adopted, opinion('health'), lead)).toBe('verification.alreadyAnswered')
  })

  it('are never answered by whoever gave them, nor on one’s own unit', () => {
    const both = ofSection('handler', { personId: lead.personId })
    const own = ofSection('handler', { ownUnitIds: ['lead', 'health'] })
    expect(code(opined(), { kind: 'answer', unitId: 'health', adopt: true }, both)).toBe('verification.samePerson')
    expect(code(opined(), { kind: 'answer', unitId: 'health', adopt: true }, own)).toBe('verification.ownUnit')
  })

  it('close the verification when each proposed change is answered and every fallen row signed again', () => {
    expect(code(opined(), { kind: 'close' }, handler)).toBe('verification.unanswered')
    expect(run(opined({ kind: 'confirmed' }), { kind: 'close' }, handler).state).toBe('closed')
    const adopted = run(opined(), { kind: 'answer', unitId: 'health', adopt: true }, handler)
    expect(code(adopted, { kind: 'close' }, handler, { unsignedUnitIds: ['health'] })).toBe('verification.unsigned')
    expect(run(adopted, { kind: 'close' }, handler).state).toBe('closed')
  })
})
