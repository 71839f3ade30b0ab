import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from './search.ts'

describe('the part behind the question mark', () => {
  it('is plain text, without quotes or brackets', () => {
    expect(stringifySearch({ page: 2, state: 'open', name: undefined, sort: '' })).toBe('?page=2&state=open')
    expect(stringifySearch({})).toBe('')
  })

  it('comes back as it went, for any names and values', () => {
    const word = fc.string({ minLength: 1, unit: 'grapheme' })
    fc.assert(
      fc.property(fc.dictionary(word, word, { noNullPrototype: true }), (search) => {
        expect(parseSearch(stringifySearch(search))).toEqual(search)
      }),
      { numRuns: 200 },
    )
  })
})
