import { describe, expect, it } from 'vitest'
import { addressOf } from './input.ts'

const route = { path: '/api/units/:unitId/sections/:sectionId' } as const

describe('the address of a request', () => {
  it('puts params into the path, encoded', () => {
    expect(addressOf(route, { params: { unitId: 'a/b', sectionId: '科 室' } })).toBe(
      '/api/units/a%2Fb/sections/%E7%A7%91%20%E5%AE%A4',
    )
  })

  it('leaves out what is absent or empty, but keeps zero and false', () => {
    const query = { a: undefined, b: null, c: '', d: 0, e: false }
    expect(addressOf({ path: '/api/x' }, { query })).toBe('/api/x?d=0&e=false')
  })

  it('repeats the name of a list', () => {
    expect(addressOf({ path: '/api/x' }, { query: { kind: ['a', 'b'] } })).toBe('/api/x?kind=a&kind=b')
  })
})
