import { describe, expect, it } from 'vitest'
import { commandBy, ofSection } from '../sheet/sheet.fixture.ts'
import { checkCode } from './check-code.ts'
import { type Signature, type SignatureState, signatureStates, strengthOf } from './model.ts'
import { confirmPaper, refusePaper, registerPaper, replaceSignature, signOnScreen, voidSignatures } from './sign.ts'

const digest = 'ab'.repeat(32)
const clerk = commandBy(ofSection('clerk'))
const second = commandBy(ofSection('handler'))

const registered = (): Signature => {
  const { personId, post, unitId } = ofSection('principal')
  const paper = { role: 'r', signer: { personId, post, unitId }, signedOn: '2025-01-18', scanDigest: 's' }
  const signature = registerPaper({ ...paper, checkCode: checkCode(digest) }, digest, clerk)
  if (!signature.ok) throw new Error(signature.error.code)
  return signature.value
}

const inState = (state: SignatureState): Signature => ({ ...registered(), state })
const outcome = (result: ReturnType<typeof confirmPaper>) => (result.ok ? result.value.state : result.error.code)

describe('a signature on screen', () => {
  it('says what was proved before it, and nothing where nothing is known', () => {
    const means = (proof?: 'password' | 'secondFactor') =>
      signOnScreen('r', digest, { ...clerk, actor: { ...clerk.actor, ...(proof && { proof }) } }).means
    expect([means('secondFactor'), means('password'), means()].map(strengthOf)).toEqual([
      'secondFactor',
      'password',
      'screen',
    ])
    expect(strengthOf(registered().means)).toBe('paper')
    expect(means('password')).toEqual({ kind: 'screen', proof: 'password' })
  })
})

describe('a signature from paper', () => {
  it('keeps who registered and who confirmed it', () => {
    const confirmed = confirmPaper(registered(), second)
    expect(confirmed).toMatchObject({
      value: { state: 'standing', means: { registeredBy: { post: 'clerk' }, confirmedBy: { post: 'handler' } } },
    })
  })

  it('is confirmed or refused once, while it waits, and never by its registrar', () => {
    const table = signatureStates.map((state) => [
      state,
      outcome(confirmPaper(inState(state), second)),
      outcome(refusePaper(inState(state), '扫描件不清', second)),
      outcome(confirmPaper(inState(state), clerk)),
    ])
    expect(table).toEqual([
      ['registered', 'standing', 'refused', 'signature.samePerson'],
      ['standing', 'signature.notFound', 'signature.notFound', 'signature.notFound'],
      ['refused', 'signature.notFound', 'signature.notFound', 'signature.notFound'],
      ['voided', 'signature.notFound', 'signature.notFound', 'signature.notFound'],
    ])
    expect(outcome(refusePaper(registered(), '', second))).toBe('signature.reasonMissing')
  })
})

it('a signature on screen stands at once and has nothing to confirm', () => {
  const signature = signOnScreen('r', digest, second, '同意')
  expect(signature).toMatchObject({ state: 'standing', opinion: '同意', signedOn: '2025-01-18' })
  expect(outcome(confirmPaper(signature, clerk))).toBe('signature.notFound')
})

it('voiding reaches what stands or waits, once, and says why', () => {
  const states = voidSignatures(signatureStates.map(inState), '数据重新开放', clerk)
  expect(states.map(({ state }) => state)).toEqual(['voided', 'voided', 'refused', 'voided'])
  expect(states.map(({ voiding }) => voiding?.cause)).toEqual(['数据重新开放', '数据重新开放', undefined, undefined])
})

it('replaces one signature and leaves the others', () => {
  const [a, b] = [registered(), { ...registered(), id: 'b' }]
  expect(replaceSignature([a, b], { ...b, state: 'voided' }).map(({ state }) => state)).toEqual([
    'registered',
    'voided',
  ])
})
