import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { canonicalDatum } from './canonical.ts'
import type { DatumCommand } from './commands.ts'
import { aContext, aDatum, anActor, anElement, aReport, sources } from './datum.fixture.ts'
import { decideDatum } from './decide.ts'
import type { Datum } from './model.ts'

const reason = fc.constantFrom('', '更正')
const value = fc.constantFrom('12', '11', 'x').map((text) => ({ kind: 'quantity', value: text }) as const)

const command: fc.Arbitrary<DatumCommand> = fc.oneof(
  fc.constant<DatumCommand>({ kind: 'start' }),
  fc.record({ value, reason }).map((report): DatumCommand => ({ kind: 'report', ...aReport(report) })),
  fc.record({ value, reason }).map(
    (report): DatumCommand => ({
      kind: 'reportOnBehalf',
      onBehalf: { body: '市残联', reason: '未接入', originalEvidenceId: 'e' },
      ...aReport({ ...report, evidenceIds: ['e'] }),
    }),
  ),
  fc.constantFrom<DatumCommand>({ kind: 'withdraw' }, { kind: 'confirm' }, { kind: 'close' }),
  fc
    .record({
      kind: fc.constantFrom('return', 'returnToHead'),
      reason,
      until: fc.constantFrom('2025-01-02', '2025-01-09'),
    })
    .map((given): DatumCommand => given),
  fc.constant<DatumCommand>({ kind: 'open' }),
  reason.map((text): DatumCommand => ({ kind: 'reopen', reason: text })),
  fc
    .record({ value, reason, release: fc.constantFrom('provisional', 'preliminary', 'final') })
    .map((later): DatumCommand => ({ kind: 'publish', asOf: '2024-12-31', evidenceIds: ['s'], ...later })),
  fc.constantFrom<DatumCommand>({ kind: 'confirmRelease' }, { kind: 'withdrawRelease' }),
  fc
    .record({ value, reason })
    .map((finding): DatumCommand => ({ kind: 'verify', findingId: 'f', evidenceIds: [], ...finding })),
)

const actor = fc.constantFrom(
  anActor('unitReporter', 'transport'),
  anActor('unitHead', 'transport', { personId: 'unitReporter@transport' }),
  anActor('unitHead', 'transport'),
  anActor('dataProvider', 'statistics'),
  anActor('unitHead', 'statistics'),
  anActor('handler', 'lead', { sectionId: 'investment' }),
  anActor('sectionHead', 'lead', { sectionId: 'investment' }),
  anActor('systemAdmin', 'lead'),
)

const confirmedBySecondPerson = (datum: Datum): boolean =>
  datum.confirmations.every(({ version, by }) => {
    const confirmed = datum.versions[version - 1]
    return confirmed !== undefined && confirmed.author.personId !== by.personId
  })

const mustHold = (before: Datum, after: Datum): void => {
  expect(after.versions.map((version) => version.number)).toEqual(after.versions.map((_, at) => at + 1))
  expect(after.versions.slice(0, before.versions.length)).toEqual(before.versions)
  expect(() => canonicalJson(canonicalDatum(after))).not.toThrow()
  expect(after.final !== undefined).toBe(after.state === 'closed')
  if (after.returnReason === undefined) expect(after.state).not.toBe('returned')
  else expect(['returned', 'reported']).toContain(after.state)
  if (['confirmed', 'closed'].includes(after.state)) expect(after.extension).toBeUndefined()
  expect(confirmedBySecondPerson(after)).toBe(true)
  if (after.state === 'closed') {
    const last = after.versions.at(-1)
    const confirmed = after.confirmations.some(({ version }) => version === last?.number)
    expect(confirmed || last?.stage === 'verified').toBe(true)
  }
}

it('no walk of any posts reaches an unconfirmed closing, an overwritten version or a stale mark', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(sources)),
      fc.constantFrom('stands' as const, 'recompute' as const),
      fc.array(fc.tuple(command, actor), { maxLength: 30 }),
      (source, whenFinalDiffers, steps) => {
        const element = anElement({ source, whenFinalDiffers })
        let datum = aDatum({ source })
        for (const [given, by] of steps) {
          const decision = decideDatum(datum, given, aContext(by, { element }))
          if (!decision.ok) continue
          mustHold(datum, decision.value.next)
          expect(decision.value.events.length).toBeGreaterThan(0)
          expect(by.post).not.toBe('systemAdmin')
          datum = decision.value.next
        }
      },
    ),
    { numRuns: 300 },
  )
})
