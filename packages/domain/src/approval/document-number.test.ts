import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandBy } from '../sheet/sheet.fixture.ts'
import { anApproval, by, chain } from './approval.fixture.ts'
import { decideApproval } from './decide.ts'
import {
  burnNumber,
  isGapFree,
  issueNumber,
  type NumberBook,
  nextNumber,
  readDocumentNumber,
  reserveNumber,
  takeNumber,
  withdrawNumber,
} from './document-number.ts'
import { documentNumberOf } from './model.ts'

describe('发文字号', () => {
  it.each(['沈自贸委发〔2020〕8号', '百发改发〔2024〕18号', '百政办函〔2024〕27号', '云（试）发〔2025〕1号'])(
    'takes %s',
    (text) => {
      expect(readDocumentNumber(text)).toEqual({ ok: true, value: text })
    },
  )

  it.each([
    '百发改发[2024]18号',
    '百发改发〔2024〕018号',
    '百发改发〔24〕18号',
    '百发改发〔2024〕第18号',
    '〔2024〕18号',
    '',
  ])('refuses %j', (text) => {
    expect(readDocumentNumber(text)).toMatchObject({ error: { code: 'approval.numberMalformed' } })
  })
})

describe('发文登记簿', () => {
  const book: NumberBook = { code: '云发改报', year: 2025, taken: [] }

  it('what becomes of a reserved number is written beside it; those of approvals are left to their papers', () => {
    const first = reserveNumber(takeNumber(book), '关于甲的通知')
    if (!first.ok) throw new Error('the number is free')
    expect(first.value.taken[1]).toEqual({ number: 2, title: '关于甲的通知' })
    const out = issueNumber(first.value, 2, '2025-01-05', '2025-01-06')
    expect(out).toMatchObject({ value: { taken: [{ number: 1 }, { number: 2, issuedOn: '2025-01-05' }] } })
    expect(withdrawNumber(first.value, 2, '撤回')).toMatchObject({
      value: { taken: [{}, { title: '关于甲的通知', burned: '撤回' }] },
    })
    expect(withdrawNumber(first.value, 2, '')).toMatchObject({ error: { code: 'numberBook.reasonMissing' } })
    expect(withdrawNumber(first.value, 1, '撤回')).toMatchObject({ error: { code: 'numberBook.ofApproval' } })
    expect(issueNumber(first.value, 2, '2025-01-07', '2025-01-06')).toMatchObject({
      error: { code: 'numberBook.inFuture' },
    })
    expect(reserveNumber({ ...book, taken: [{ number: 2 }] }, '甲')).toMatchObject({
      error: { code: 'approval.bookGap' },
    })
    expect(reserveNumber(book, '')).toMatchObject({ error: { code: 'numberBook.titleMissing' } })
  })

  it('gives 1, 2, 3 … whatever is burned on the way', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(20)), { maxLength: 30 }), (steps) => {
        let present = book
        for (const burn of steps) present = burn === null ? takeNumber(present) : burnNumber(present, burn, '重复编号')
        expect(isGapFree(present)).toBe(true)
        expect(nextNumber(present).number).toBe(steps.filter((step) => step === null).length + 1)
        expect(readDocumentNumber(nextNumber(present).documentNumber).ok).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  it('gives the paper its next number, and stops at a book with a gap', () => {
    const approval = anApproval(chain.filter(({ kind }) => kind === 'number'))
    const draw = (given: NumberBook) =>
      decideApproval(approval, { kind: 'drawNumber', book: given }, commandBy(by('clerk')))
    const drawn = draw(takeNumber(book))
    expect(drawn.ok && documentNumberOf(drawn.value.next)).toBe('云发改报〔2025〕2号')
    expect(draw({ ...book, taken: [{ number: 2 }] })).toMatchObject({ error: { code: 'approval.bookGap' } })
  })
})
