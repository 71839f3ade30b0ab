import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCode, readCheckCode } from '../signature/check-code.ts'
import { composeSheet } from './compose.ts'
import { aDeduction, aLeaf, aRow, aScored, aSheet, clause } from './sheet.fixture.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()
const plan = { id: 'plan-1', version: 1, digest: 'p1' }
const sheet = aSheet({ unitIds: ['transport', 'education'] })
const rows = [aRow('transport'), aRow('education')]
const digest = (changed = rows, more = {}) =>
  composeSheet({ sheet, plan, leaf: aLeaf(), rows: changed, ...more }, sha256).digest

describe('the signed content', () => {
  it('does not depend on the order of rows', () => {
    expect(digest([...rows].reverse())).toBe(digest())
  })

  it.each([
    ['points', aRow('transport', { outcome: aScored('9') })],
    ['full marks', aRow('transport', { outcome: aScored('10', '11') })],
    ['a missing figure', aRow('transport', { outcome: { status: 'missing', needs: ['完成值'] } })],
    [
      'the datum version',
      aRow('transport', { data: [{ datumId: 'datum-transport', version: 2, digest: 'd1', closed: true }] }),
    ],
    [
      'the datum',
      aRow('transport', { data: [{ datumId: 'datum-transport', version: 1, digest: 'd2', closed: true }] }),
    ],
    ['the evidence', aRow('transport', { evidence: [{ evidenceId: 'e', digest: 'f' }] })],
    ['the data source', aRow('transport', {}, { dataSource: '部门台账' })],
    ['the basis', aRow('transport', {}, { basis: { ...clause, article: '四（三）' } })],
    ['a reason', aRow('transport', {}, { deductions: [aDeduction('1')] })],
  ])('moves with %s', (_, row) => {
    expect(digest([row, aRow('education')])).not.toBe(digest())
  })

  it.each([
    ['the plan version', { plan: { ...plan, version: 2 } }],
    ['the plan', { plan: { ...plan, digest: 'p2' } }],
    ['the full mark', { leaf: { ...aLeaf(), fullMark: '12' } }],
    ['the group column', { groupColumn: 'g1' }],
    ['the version put up', { sheet: { ...sheet, version: 2 } }],
    ['the scorer', { sheet: { ...sheet, scorer: { unitId: 'office', by: 'recusal' as const, basis: clause } } }],
  ])('moves with %s', (_, more) => {
    expect(digest(rows, more)).not.toBe(digest())
  })

  it('refuses a group-relative sheet without the figures of its group', () => {
    expect(() => digest(rows, { sheet: { ...sheet, groupRelative: true } })).toThrow(RangeError)
  })
})

describe('校验码', () => {
  it('is four groups of four without confusable letters', () => {
    expect(checkCode('00'.repeat(32))).toBe('0000-0000-0000-0000')
    expect(checkCode('ff'.repeat(32))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ')
    expect(checkCode('0123456789abcdef0123ffff')).toBe('04HM-ASW9-NF6Y-Y093')
  })

  it('is read back however it was typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const code = checkCode(Buffer.from(bytes).toString('hex'))
        const sloppy = `　${code.toLowerCase().replaceAll('-', ' － ').replaceAll('0', 'ｏ').replaceAll('1', 'l')} `
        expect(readCheckCode(sloppy)).toEqual({ ok: true, value: code })
      }),
      { numRuns: 200 },
    )
  })

  it.each(['', '0000-0000-0000', '0000-0000-0000-000U', '0000-0000-0000-00000'])('refuses %j', (text) => {
    expect(readCheckCode(text)).toMatchObject({ error: { code: 'signature.codeMalformed' } })
  })
})
