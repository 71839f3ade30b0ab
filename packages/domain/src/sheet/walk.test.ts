import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Actor } from '../kernel/command-context.ts'
import { isStanding } from '../signature/model.ts'
import type { SheetCommand } from './commands.ts'
import { canonicalState } from './compose.ts'
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

type Given = { readonly command: SheetCommand; readonly actor: Actor } | { readonly change: string[] }
type Choose = (sheet: Sheet) => Given

const person = fc.constantFrom(...people)
const units = fc.subarray(['transport', 'education', 'health'], { minLength: 1 })

/** What the sheet waits for, by who may do it: without it random steps rarely get two signatures. */
const due = (sheet: Sheet): Given => {
  const head = ofSection('sectionHead')
  switch (sheet.state) {
    case 'toScore':
    case 'returned':
      return { command: { kind: 'score' }, actor: handler }
    case 'signed':
      return { command: { kind: 'openVerification' }, actor: handler }
    case 'toVerify':
      return { command: { kind: 'closeVerification' }, actor: head }
    case 'verified':
    case 'aggregated':
      return { command: { kind: 'aggregate' }, actor: handler }
    default:
      return {
        command: { kind: 'sign', digest: compose(sheet).digest },
        actor: sheet.state === 'scored' ? handler : head,
      }
  }
}

const registerAs =
  (signer: Actor, actor: Actor): Choose =>
  (sheet) => ({
    actor,
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
  })

const step: fc.Arbitrary<Choose> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(due) },
  {
    weight: 2,
    arbitrary: person.map(
      (actor): Choose =>
        (sheet) => ({ actor, command: { kind: 'sign', digest: compose(sheet).digest } }),
    ),
  },
  fc.tuple(person, person).map(([signer, actor]) => registerAs(signer, actor)),
  fc.tuple(fc.nat(5), person).map(
    ([at, actor]): Choose =>
      ({ signatures }) => ({ actor, command: { kind: 'confirmPaper', signatureId: signatures[at]?.id ?? '' } }),
  ),
  fc
    .tuple(
      fc.constantFrom<SheetCommand>(
        { kind: 'score' },
        { kind: 'recall' },
        { kind: 'return', reason: '依据不明' },
        { kind: 'waiveVerification', reason: '无需核验' },
      ),
      person,
    )
    .map(
      ([command, actor]): Choose =>
        () => ({ command, actor }),
    ),
  units.map(
    (change): Choose =>
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
  const signedOwnUnit = standing.some(({ signer }) => signer.personId === 'insider') && sheet.unitIds.includes('health')
  expect(signedOwnUnit).toBe(false)
  expect(() => canonicalJson(canonicalState(sheet))).not.toThrow()
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
    fc.property(fc.boolean(), fc.array(step, { minLength: 10, maxLength: 30 }), (groupRelative, steps) => {
      let sheet = aSheet({ groupRelative })
      let ids = 0
      const newId = () => `id-${++ids}`
      for (const choose of steps) {
        const given = choose(sheet)
        if ('change' in given) {
          const change = { unitIds: given.change, cause: '重新开放' }
          const fall = fallSheet(sheet, change, { ...commandBy(handler), newId })
          mustHold(sheet, fall.next, order)
          if (fall.amendment) mustHold(fall.amendment, fall.amendment, order)
          sheet = fall.next
          continue
        }
        const paperSignerUnitIds = signerUnits(sheet, given.command)
        const context = { ...sheetContext(sheet, given.actor, { order, paperSignerUnitIds }), newId }
        const decision = decideSheet(sheet, given.command, context)
        if (!decision.ok) continue
        expect(given.actor.post).not.toBe('systemAdmin')
        mustHold(sheet, decision.value.next, order)
        sheet = decision.value.next
      }
    }),
    { numRuns: 100 },
  )
})
