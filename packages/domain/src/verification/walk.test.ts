import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { ofSection } from '../sheet/sheet.fixture.ts'
import type { VerificationCommand } from './commands.ts'
import { decideVerification } from './decide.ts'
import { canonicalVerification, opinionOn, unitsToVisit, type Verification } from './model.ts'
import {
  aVerification,
  handler,
  inGroup,
  lead,
  observer,
  random,
  sheetUnits,
  verificationContext,
  verifier,
} from './verification.fixture.ts'

const unit = fc.constantFrom(...sheetUnits)
const actor = fc.constantFrom(
  handler,
  lead,
  verifier,
  ofSection('handler', { personId: lead.personId }),
  inGroup('auditAdmin'),
)
const members = fc.constantFrom(['a', 'b'], ['a'], ['a', 'insider'])

const command: fc.Arbitrary<VerificationCommand> = fc.oneof(
  fc
    .constantFrom('1', '', '2')
    .map((value): VerificationCommand => ({ kind: 'draw', seedParts: [{ by: '骰子', value }], witness: observer })),
  fc.constantFrom('', '重抽').map((reason): VerificationCommand => ({ kind: 'cancelDraw', reason })),
  fc.tuple(unit, members).map(
    ([unitId, memberIds]): VerificationCommand => ({
      kind: 'recordVisit',
      visit: {
        unitId,
        memberIds,
        visitedOn: '2025-01-14',
        record: '',
        evidenceIds: [],
        unitSide: { kind: 'signed', scanDigest: 's' },
      },
    }),
  ),
  fc.tuple(unit, fc.boolean()).map(
    ([unitId, agreed]): VerificationCommand => ({
      kind: 'giveOpinion',
      unitId,
      finding: agreed
        ? { kind: 'confirmed' }
        : {
            kind: 'toChange',
            changes: [{ datumId: 'd', value: { kind: 'fact', met: false }, reason: '未达标', evidenceIds: [] }],
          },
    }),
  ),
  unit.map((unitId): VerificationCommand => ({ kind: 'answer', unitId, adopt: true })),
  unit.map((unitId): VerificationCommand => ({ kind: 'answer', unitId, adopt: false, reason: '有文件为证' })),
  fc.constant<VerificationCommand>({ kind: 'close' }),
)

const mustHold = (before: Verification, after: Verification): void => {
  const picked = unitsToVisit(after).map(({ unitId }) => unitId)
  expect(after.draws.filter((draw) => !draw.cancellation).length).toBeLessThanOrEqual(1)
  expect(() => canonicalJson(canonicalVerification(after))).not.toThrow()
  expect(after.draws.length).toBeGreaterThanOrEqual(before.draws.length)
  expect(after.visits.every(({ unitId }) => picked.includes(unitId))).toBe(true)
  expect(after.visits.some(({ unitId, memberIds }) => unitId === 'health' && memberIds.includes('insider'))).toBe(false)
  expect(after.opinions.every(({ unitId }) => after.visits.some((visit) => visit.unitId === unitId))).toBe(true)
  expect(after.opinions.every(({ by, answer }) => answer?.by.personId !== by.personId)).toBe(true)
  if (after.state === 'closed') {
    for (const unitId of picked) {
      const opinion = opinionOn(after, unitId)
      expect(opinion?.finding.kind === 'confirmed' || opinion?.answer !== undefined).toBe(true)
    }
  }
}

it('no walk closes over an open opinion, opines without a visit or hides a draw', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(random(1), random(2), { kind: 'key', picks: [{ unitId: 'health', reason: 'r' }] } as const),
      fc.array(fc.tuple(command, actor), { maxLength: 40 }),
      (scope, steps) => {
        let verification = aVerification(scope)
        for (const [given, by] of steps) {
          const decision = decideVerification(verification, given, verificationContext(by))
          if (!decision.ok) continue
          expect(by.post).not.toBe('auditAdmin')
          mustHold(verification, decision.value.next)
          verification = decision.value.next
        }
      },
    ),
    { numRuns: 300 },
  )
})
