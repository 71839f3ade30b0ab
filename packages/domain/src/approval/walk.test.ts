import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Actor } from '../kernel/command-context.ts'
import { commandBy } from '../sheet/sheet.fixture.ts'
import { checkCode } from '../signature/check-code.ts'
import { aDecision, anApproval, by, chain } from './approval.fixture.ts'
import type { ApprovalCommand } from './commands.ts'
import { decideApproval } from './decide.ts'
import { type Approval, canonicalApproval, partiesLeft, standingRecords } from './model.ts'

const people = [
  by('leaderInCharge'),
  by('sectionHead'),
  by('sectionHead', 'investment'),
  by('sectionHead', 'energy'),
  by('principal'),
  by('clerk'),
  by('handler', 'coordination', 'author'),
  by('leaderInCharge', 'coordination', 'author'),
  by('auditAdmin'),
]

type Choose = (approval: Approval) => ApprovalCommand

const command: fc.Arbitrary<Choose> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Choose>(({ subject }) => ({ kind: 'agree', paperDigest: subject.paperDigest })) },
  fc.constantFrom(...people).map(
    (signer): Choose =>
      ({ state, subject }) => ({
        kind: 'registerPaper',
        paper: {
          role: state === 'countersign' ? 'countersign' : 'principalSign',
          signer,
          signedOn: '2025-01-17',
          checkCode: checkCode(subject.paperDigest),
          scanDigest: 's',
        },
      }),
  ),
  fc.constant<Choose>(({ records }) => {
    const record = records.findLast((made) => made.kind === 'signature' && made.signature.state === 'registered')
    return { kind: 'confirmPaper', signatureId: record?.kind === 'signature' ? record.signature.id : '' }
  }),
  {
    weight: 3,
    arbitrary: fc.constantFrom('approved', 'returned').map(
      (outcome): Choose =>
        () => ({ kind: 'recordDecision', decision: aDecision({ outcome }) }),
    ),
  },
  fc.constant<Choose>(() => ({ kind: 'registerNumber', documentNumber: '云发改报〔2025〕3号' })),
  fc.constant<Choose>(() => ({ kind: 'submit', packageDigest: 'p' })),
  fc.option(fc.nat(6), { nil: undefined }).map(
    (toStep): Choose =>
      () => ({ kind: 'return', reason: '退回', ...(toStep !== undefined && { toStep }) }),
  ),
  fc.constantFrom('cd', 'ef').map(
    (byte): Choose =>
      () => ({ kind: 'revise', subjectId: 'result-1', digest: 'run', paperDigest: byte.repeat(32) }),
  ),
)

/** What the chain waits for, by who may do it: without it random steps rarely get past the meeting. */
const due = (approval: Approval): readonly [ApprovalCommand, Actor] => {
  const agree: ApprovalCommand = { kind: 'agree', paperDigest: approval.subject.paperDigest }
  switch (approval.state) {
    case 'leaderReview':
      return [agree, by('leaderInCharge')]
    case 'countersign':
      return [agree, by('sectionHead', partiesLeft(approval)[0]?.sectionId)]
    case 'meeting':
      return [{ kind: 'recordDecision', decision: aDecision() }, by('clerk')]
    case 'principalSign':
      return [agree, by('principal')]
    case 'number':
      return [{ kind: 'registerNumber', documentNumber: '云发改报〔2025〕3号' }, by('clerk')]
    case 'submit':
      return [{ kind: 'submit', packageDigest: 'p' }, by('clerk')]
    default:
      return [agree, by('sectionHead')]
  }
}

const step = fc.oneof(
  fc.constant(due),
  fc.tuple(command, fc.constantFrom(...people)).map(
    ([choose, actor]) =>
      (approval: Approval) =>
        [choose(approval), actor] as const,
  ),
)

/** Every step behind the present one was done, in full, over the paper as it stands. */
const mustHold = (before: Approval, after: Approval): void => {
  const reached = after.state === 'completed' ? chain.length : after.state === 'returned' ? 0 : after.step
  for (let step = 0; step < reached; step++) {
    const done = standingRecords(after, step).filter(
      (record) => record.kind !== 'signature' || record.signature.state === 'standing',
    )
    expect(done).toHaveLength(chain[step]?.kind === 'countersign' ? 2 : 1)
  }
  for (const record of after.records) {
    if (record.kind !== 'signature' || record.undone !== undefined) continue
    expect(record.signature.digest).toBe(after.subject.paperDigest)
    expect(record.signature.signer.personId).not.toBe('author')
  }
  expect(() => canonicalJson(canonicalApproval(after))).not.toThrow()
  expect(after.records.length).toBeGreaterThanOrEqual(before.records.length)
  if (after.state === 'returned') expect(after.records.every(({ undone }) => undone !== undefined)).toBe(true)
}

it('no walk passes a step that was not done, or keeps an agreement to another paper', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      let approval = anApproval()
      let ids = 0
      for (const choose of steps) {
        const [given, actor] = choose(approval)
        const decision = decideApproval(approval, given, { ...commandBy(actor), newId: () => `id-${++ids}` })
        if (!decision.ok) continue
        expect(actor.post).not.toBe('auditAdmin')
        mustHold(approval, decision.value.next)
        approval = decision.value.next
      }
    }),
    { numRuns: 300 },
  )
})
