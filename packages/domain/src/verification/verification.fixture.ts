import type { PostKind } from '../ability/posts.ts'
import type { Actor } from '../kernel/command-context.ts'
import { aSheet, commandBy, ofSection, testHash } from '../sheet/sheet.fixture.ts'
import type { VerificationContext } from './commands.ts'
import type { Verification } from './model.ts'
import { planVerification, type ScopeRequest } from './plan-verification.ts'

export const sheetUnits = ['transport', 'education', 'health', 'water']
export const signedSheet = aSheet({ state: 'signed', unitIds: sheetUnits })

const strata = [{ key: '', units: sheetUnits.map((unitId, at) => ({ code: `00${at + 1}`, unitId })) }]
export const population = { strata, known: [{ unitId: 'health', facts: ['lateEntry'] }] } as const

export const inGroup = (post: PostKind, personId = post): Actor =>
  ofSection(post, { personId, unitId: 'office', ownUnitIds: ['office'] })

export const lead = inGroup('verificationLead')
export const verifier = inGroup('verifier')
export const handler = ofSection('handler')
export const observer = { personId: 'watcher', post: 'observer', unitId: 'discipline' } as const

export const verificationContext = (actor: Actor, more: Partial<VerificationContext> = {}): VerificationContext => ({
  ...commandBy(actor),
  hash: testHash,
  sheetUnitIds: sheetUnits,
  unsignedUnitIds: [],
  unitsOf: (personId) => (personId === 'insider' ? ['health'] : ['office']),
  ...more,
})

export const aVerification = (scope: ScopeRequest): Verification => {
  const planned = planVerification(
    signedSheet,
    { scope, standard: '核对原件', population },
    verificationContext(handler),
  )
  if (!planned.ok) throw new Error(planned.error.code)
  return planned.value.next
}

export const random = (size: number): ScopeRequest => ({ kind: 'random', size, picks: [] })
