import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { ofSection, testHash } from '../sheet/sheet.fixture.ts'
import type { VerificationCommand, VerificationContext } from './commands.ts'
import { decideVerification } from './decide.ts'
import { drawDigest, isDrawTrue } from './draw-acts.ts'
import { standingDraw, type Verification } from './model.ts'
import { planVerification } from './plan-verification.ts'
import { boundTo, commitmentDigest, committedSeed } from './seed-agreement.ts'
import {
  aVerification,
  handler,
  lead,
  observer,
  population,
  random,
  signedSheet,
  verificationContext,
} from './verification.fixture.ts'

const watcher: Actor = ofSection('observer', { personId: observer.personId, unitId: observer.unitId, ownUnitIds: [] })
const agreement = {
  parties: [
    { ...observer, name: '监督员' },
    { personId: lead.personId, post: lead.post, unitId: lead.unitId, name: '组长' },
  ],
  source: '双色球第2025006期',
  publishedOn: '2025-01-20',
  by: 'none',
} as const

const arranged = (): Verification =>
  aVerification({ kind: 'random', size: 2, picks: [], agreement, factors: [{ fact: 'lateEntry', adds: 4 }] })

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

const values = { [observer.personId]: 'a1b2-c3d4', [lead.personId]: 'ffee-0011' }
const file = ({ id }: Verification, { personId }: Actor, value = values[personId] ?? ''): VerificationCommand => ({
  kind: 'commit',
  digest: commitmentDigest(boundTo(id, personId), value, testHash),
  population,
})
const show = ({ personId }: Actor, value = values[personId] ?? ''): VerificationCommand => ({ kind: 'reveal', value })
const drawWith = (...parts: string[]): VerificationCommand => ({
  kind: 'draw',
  seedParts: parts.map((value) => ({ by: '公告', value })),
  witness: observer,
})

const filed = () => {
  const first = run(arranged(), file(arranged(), watcher), watcher)
  return run(first, file(first, lead), lead)
}
const revealed = () => run(run(filed(), show(watcher), watcher), show(lead), lead)
const onDay: More = { today: '2025-01-20' }

describe('约定种子', () => {
  it('the list is fixed by the last commitment, with risks and chances', () => {
    const first = run(arranged(), file(arranged(), watcher), watcher)
    expect(first).toMatchObject({ state: 'committing', scope: { strata: [] } })
    expect(first.scope).not.toHaveProperty('populationDigest')
    const both = run(first, file(first, lead), lead)
    expect(both.state).toBe('revealing')
    const units = both.scope.kind === 'random' ? both.scope.strata.flatMap((stratum) => stratum.units) : []
    expect(units.map(({ risk, chance }) => [risk, chance])).toEqual([
      [1, '1/3'],
      [1, '1/3'],
      [5, '1/1'],
      [1, '1/3'],
    ])
  })

  it('draws from the hash of what both revealed and the public number, and not before its day', () => {
    const ready = revealed()
    expect(ready.state).toBe('toDraw')
    expect(code(ready, drawWith('010203'), handler)).toBe('verification.publicNotYet')
    expect(code(ready, drawWith('01', '02'), handler, onDay)).toBe('verification.seedMissing')
    const drawn = run(ready, drawWith('010203'), handler, onDay)
    const draw = standingDraw(drawn)
    expect(draw?.seedParts).toEqual([
      { by: '监督员', value: 'a1b2-c3d4' },
      { by: '组长', value: 'ffee-0011' },
      { by: '双色球第2025006期（2025-01-20）', value: '010203' },
    ])
    expect(draw?.seed).toBe(committedSeed(draw?.seedParts ?? [], testHash))
    expect(draw?.picked[0]?.unitId).toBe('health')
    expect(draw && isDrawTrue(drawn.scope, draw, testHash)).toBe(true)
  })

  it.each([
    ['第三人不能提交', () => code(arranged(), file(arranged(), handler), handler), 'verification.notParty'],
    [
      '提交后不能改',
      () => code(run(arranged(), file(arranged(), watcher), watcher), file(arranged(), watcher), watcher),
      'verification.alreadyCommitted',
    ],
    [
      '公开数的日子已到',
      () => code(arranged(), file(arranged(), watcher), watcher, onDay),
      'verification.publicDayCome',
    ],
    ['揭示不符', () => code(filed(), show(watcher, 'a1b2-c3d5'), watcher), 'verification.revealMismatch'],
    [
      '用别人的承诺数',
      () => code(filed(), show(watcher, values[lead.personId]), watcher),
      'verification.revealMismatch',
    ],
    [
      '再揭示',
      () => code(run(filed(), show(watcher), watcher), show(watcher), watcher),
      'verification.alreadyRevealed',
    ],
    ['揭示前不能抽', () => code(filed(), drawWith('1'), handler, onDay), 'verification.revealMissing'],
    ['承诺前不能揭示', () => code(arranged(), show(watcher), watcher), 'verification.notNow'],
  ])('%s', (_, given, expected) => expect(given()).toBe(expected))

  it('names who has not revealed', () => {
    const decision = decide(run(filed(), show(watcher), watcher), drawWith('1'), handler, onDay)
    expect(!decision.ok && decision.error.params).toEqual({ names: '组长' })
  })

  it('is given up only by a decision with its reason, which keeps the names of those missing', () => {
    const waiting = run(filed(), show(watcher), watcher)
    const give = (reason: string): VerificationCommand => ({ kind: 'fallBack', reason, population })
    expect(code(waiting, give(''), lead)).toBe('verification.reasonMissing')
    expect(code(waiting, give('组长调离'), watcher)).toBe('verification.notYours')
    const fallen = run(waiting, give('组长调离'), lead)
    expect(fallen).toMatchObject({ state: 'toDraw', fallback: { reason: '组长调离', missing: ['组长'] } })
    const drawn = run(fallen, drawWith('3', '6'), handler)
    expect(standingDraw(drawn)?.seed).toBe('3|6')
    expect(code(fallen, give('再来'), lead)).toBe('verification.notRandom')
    const early = run(arranged(), give('双方未到'), lead)
    expect(early.scope).toMatchObject({ populationDigest: expect.any(String) })
    expect(early.fallback?.missing).toEqual(['监督员', '组长'])
  })

  it('serves one draw: after a void one the seed is called out', () => {
    const drawn = run(revealed(), drawWith('010203'), handler, onDay)
    const void_ = run(drawn, { kind: 'cancelDraw', reason: '公开数抄错' }, lead)
    expect(standingDraw(run(void_, drawWith('5'), handler))?.seed).toBe('5')
  })

  it.each([
    ['两个监督员', [agreement.parties[0], { ...agreement.parties[1], post: 'observer' }], 'verification.partiesWrong'],
    ['没有监督员', [{ ...agreement.parties[0], post: 'handler' }, agreement.parties[1]], 'verification.partiesWrong'],
    [
      '同一个人',
      [agreement.parties[0], { ...agreement.parties[1], personId: observer.personId }],
      'verification.partiesWrong',
    ],
    ['只有一方', [agreement.parties[0]], 'verification.partiesWrong'],
  ] as const)('needs one observer and one of the other side: %s', (_, parties, expected) => {
    const scope = { ...random(1), agreement: { ...agreement, parties } } as Parameters<typeof aVerification>[0]
    const planned = planVerification(signedSheet, { scope, standard: '核对', population }, verificationContext(handler))
    expect(!planned.ok && planned.error.code).toBe(expected)
  })
})

describe('见证签字', () => {
  const visit: VerificationCommand = {
    kind: 'recordVisit',
    visit: {
      unitId: 'health',
      visitedOn: '2025-01-14',
      memberIds: ['a', 'b'],
      record: '查验',
      evidenceIds: [],
      unitSide: { kind: 'signed', scanDigest: 's' },
    },
  }

  it('comes before the first visit of a draw from an agreed seed, by the observer named, over exactly the draw', () => {
    const drawn = run(revealed(), drawWith('010203'), handler, onDay)
    const draw = standingDraw(drawn)
    const digest = draw ? drawDigest(draw, testHash) : ''
    expect(code(drawn, visit, lead)).toBe('verification.notWitnessed')
    const other: Actor = { ...watcher, personId: 'another' }
    expect(code(drawn, { kind: 'witness', digest }, other)).toBe('verification.notWitness')
    expect(code(drawn, { kind: 'witness', digest: 'ab' }, watcher)).toBe('verification.drawChanged')
    const signed = run(drawn, { kind: 'witness', digest }, watcher)
    const attestation = standingDraw(signed)?.attestation
    expect(attestation).toMatchObject({ digest, by: { personId: observer.personId } })
    expect(attestation).not.toHaveProperty('proof')
    const proved = run(drawn, { kind: 'witness', digest }, { ...watcher, proof: 'secondFactor' })
    expect(standingDraw(proved)?.attestation).toEqual({ ...attestation, proof: 'secondFactor' })
    expect(code(signed, { kind: 'witness', digest }, watcher)).toBe('verification.alreadyWitnessed')
    expect(code(signed, visit, lead)).toBe('accepted')
  })

  it('is open to every draw, and holds up none whose seed was called out', () => {
    const drawn = run(aVerification(random(4)), drawWith('83014'), handler)
    expect(code(drawn, visit, lead)).toBe('accepted')
    const draw = standingDraw(drawn)
    expect(code(drawn, { kind: 'witness', digest: draw ? drawDigest(draw, testHash) : '' }, watcher)).toBe('accepted')
  })
})
