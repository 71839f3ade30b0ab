import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { notificationsOf } from '../notification/notifications-of.ts'
import { commandBy, ofSection } from '../sheet/sheet.fixture.ts'
import { returnSelfReview, type SelfReviewGround, saveSelfReview, signSelfReview } from './decide.ts'
import { canonicalSelfReview, type SelfReview, type SelfReviewRow, signedText } from './model.ts'

const unit = commandBy(ofSection('principal', { personId: 'principal', unitId: 'transport' }))
const lead = commandBy(ofSection('handler', { personId: 'lead' }))
const ground: SelfReviewGround = {
  wanted: true,
  locked: false,
  items: [
    { itemId: 'a', name: '项目', fullMark: '10' },
    { itemId: 'b', name: '服务业', fullMark: '8' },
  ],
}
const whole: readonly SelfReviewRow[] = [
  { itemId: 'a', points: '10', reason: '' },
  { itemId: 'b', points: '7.5', reason: '少培育一家' },
]
const save = (rows: readonly SelfReviewRow[], report = '已完成', before?: SelfReview, more = {}) =>
  saveSelfReview(before, { planId: 'p', unitId: 'transport', rows, report }, { ...ground, ...more }, unit)
const saved = (rows = whole, report = '已完成'): SelfReview => {
  const made = save(rows, report)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.next
}
const signed = (): SelfReview => {
  const made = signSelfReview(saved(), 'digest', ground, unit)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.next
}
const code = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }) =>
  result.ok ? 'ok' : result.error?.code

describe('填写', () => {
  it('keeps the items of the plan in its order, those not filled in without points', () => {
    expect(saved([{ itemId: 'b', points: '8', reason: '' }]).rows).toEqual([
      { itemId: 'a', reason: '' },
      { itemId: 'b', points: '8', reason: '' },
    ])
  })

  it.each([
    ['0', 'ok'],
    ['10', 'ok'],
    ['10.01', 'selfReview.outOfRange'],
    ['-0.01', 'selfReview.outOfRange'],
  ])('%s of 10: %s', (points, expected) => {
    expect(code(save([{ itemId: 'a', points, reason: '' }]))).toBe(expected)
  })

  it('is refused where the plan asks for none, after the lock and after the signature', () => {
    expect(code(save(whole, '', undefined, { wanted: false }))).toBe('selfReview.notWanted')
    expect(code(save(whole, '', undefined, { locked: true }))).toBe('selfReview.locked')
    expect(code(save(whole, '', signed()))).toBe('selfReview.signed')
  })
})

describe('签字', () => {
  it('wants every item, every reason and the report, and names what is missing', () => {
    const bare = saved([{ itemId: 'a', points: '9', reason: '' }])
    expect(signSelfReview(bare, 'd', ground, unit)).toMatchObject({
      error: { code: 'selfReview.incomplete', params: { count: '2', names: '项目、服务业' } },
    })
    expect(code(signSelfReview(saved(whole, ''), 'd', ground, unit))).toBe('selfReview.reportMissing')
    expect(signed()).toMatchObject({ state: 'signed', signed: { digest: 'digest', by: { personId: 'principal' } } })
    expect(code(signSelfReview(signed(), 'd', ground, unit))).toBe('selfReview.signed')
    expect(() => canonicalJson(canonicalSelfReview(signed()))).not.toThrow()
    expect(signedText(signed())).toMatchObject({ noun: 'selfReviewText', rows: whole, report: '已完成' })
  })

  it('falls with a return, which tells the unit; mended it is signed again', () => {
    const back = returnSelfReview(signed(), '口径不符', ground, lead)
    if (!back.ok) throw new Error(back.error.code)
    const { next } = back.value
    expect(next).toMatchObject({ state: 'returned', returned: { reason: '口径不符' } })
    expect(next.signed).toBeUndefined()
    expect(code(returnSelfReview(next, '再退', ground, lead))).toBe('selfReview.notSigned')
    expect(notificationsOf('selfReview', { before: signed(), after: next })).toMatchObject([
      { code: 'notification.selfReviewReturned', params: { reason: '口径不符' } },
    ])
    const mended = save(whole, '已更正', next)
    expect(mended).toMatchObject({ value: { next: { id: next.id, state: 'returned', report: '已更正' } } })
    const again = mended.ok ? signSelfReview(mended.value.next, 'e', ground, unit) : mended
    expect(again).toMatchObject({ value: { next: { state: 'signed', signed: { digest: 'e' } } } })
    expect(again.ok && again.value.next.returned).toBeUndefined()
  })
})
