import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isStanding } from '../signature/model.ts'
import type { SheetCommand } from './commands.ts'
import { decideSheet } from './decide.ts'
import { fallSheet } from './fall.ts'
import type { Sheet } from './model.ts'
import { anOrder, aSheet, commandBy, compose, ofSection, sheetContext } from './sheet.fixture.ts'
import { nextRole } from './signing.ts'

const handler = ofSection('handler')
const people = [
  handler,
  ofSection('sectionHead'),
  ofSection('sectionHead', { personId: handler.personId }),
  ofSection('leaderInCharge'),
  ofSection('leaderInCharge', { personId: handler.personId }),
  ofSection('handler', { personId: 'insider', ownUnitIds: ['lead', 'health'] }),
  ofSection('clerk'),
  ofSection('systemAdmin'),
]

type Step = (sheet: Sheet) => { readonly command: SheetCommand } | { readonly change: string[] }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Step>(() => ({ command: { kind: 'score' } })) },
  {
    weight: 6,
    arbitrary: fc.constant<Step>((sheet) => ({ command: { kind: 'sign', digest: compose(sheet).digest } })),
  },
  fc.constantFrom(...people).map(
    (signer): Step =>
      (sheet) => ({
        command: {
          kind: 'registerPaper',
          paper: {
            role: signer.post === 'handler' ? 'handler' : 'sectionHead',
            signer,
            signedOn: '2025-01-17',
            checkCode: compose(sheet).code,
            scanDigest: 's',
          },
        },
      }),
  ),
  {
    weight: 2,
    arbitrary: fc.nat(3).map(
      (at): Step =>
        ({ signatures }) => ({ command: { kind: 'confirmPaper', signatureId: signatures[at]?.id ?? '' } }),
    ),
  },
  fc
    .constantFrom<SheetCommand>(
      { kind: 'recall' },
      { kind: 'return', reason: '依据不明' },
      { kind: 'waiveVerification', reason: '无需核验' },
      { kind: 'openVerification' },
      { kind: 'closeVerification' },
      { kind: 'aggregate' },
    )
    .map(
      (command): Step =>
        () => ({ command }),
    ),
  fc.subarray(['transport', 'education', 'health']).map(
    (change): Step =>
      () => ({ change }),
  ),
)

const signerUnits = (sheet: Sheet, command: SheetCommand): readonly string[] => {
  if (command.kind !== 'confirmPaper') return []
  const signer = sheet.signatures.find(({ id }) => id === command.signatureId)?.signer
  return people.find(({ personId }) => personId === signer?.personId)?.ownUnitIds ?? []
}

const mustHold = (before: Sheet, sheet: Sheet, order = anOrder()): void => {
  const standing = sheet.signatures.filter(isStanding)
  expect(new Set(standing.map(({ signer }) => signer.personId)).size).toBe(standing.length)
  expect(standing.every(({ digest }) => digest === sheet.signedDigest)).toBe(true)
  expect(standing.some(({ signer }) => signer.personId === 'insider')).toBe(false)
  expect(sheet.signedDigest !== undefined).toBe(standing.length > 0)
  expect(sheet.signatures.slice(0, before.signatures.length).map(({ id }) => id)).toEqual(
    before.signatures.map(({ id }) => id),
  )
  for (const [at, signature] of before.signatures.entries()) {
    if (signature.state === 'voided' || signature.state === 'refused') expect(sheet.signatures[at]).toEqual(signature)
  }
  const early = ['toScore', 'scored', 'returned'].includes(sheet.state)
  expect(standing.length === 0).toBe(early)
  if (!early && sheet.state !== 'awaitingHead') expect(nextRole(sheet, order)).toBeUndefined()
}

it('no walk makes a signed sheet without two people over one content, or revives what fell', () => {
  const order = anOrder({ sectionHeadIds: ['sectionHead@lead', handler.personId] })
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.array(fc.tuple(step, fc.constantFrom(...people)), { minLength: 10, maxLength: 40 }),
      (groupRelative, steps) => {
        let sheet = aSheet({ groupRelative })
        let ids = 0
        const newId = () => `id-${++ids}`
        for (const [choose, by] of steps) {
          const chosen = choose(sheet)
          const paperSignerUnitIds = 'command' in chosen ? signerUnits(sheet, chosen.command) : []
          const context = { ...sheetContext(sheet, by, { order, paperSignerUnitIds }), newId }
          if ('change' in chosen) {
            const fall = fallSheet(sheet, { unitIds: chosen.change, cause: '重新开放' }, { ...commandBy(by), newId })
            if (fall.amendment) mustHold(fall.amendment, fall.amendment, order)
            mustHold(sheet, fall.next, order)
            sheet = fall.next
            continue
          }
          const decision = decideSheet(sheet, chosen.command, context)
          if (!decision.ok) continue
          expect(by.post).not.toBe('systemAdmin')
          mustHold(sheet, decision.value.next, order)
          sheet = decision.value.next
        }
      },
    ),
    { numRuns: 200 },
  )
})
