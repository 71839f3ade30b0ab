import { expect, it } from 'vitest'
import { decideClaim } from './claim.ts'

const other = { personId: 'p2', name: '乙工' }
const codeOf = (...given: Parameters<typeof decideClaim>) => {
  const decided = decideClaim(...given)
  return decided.ok ? decided.value.map(({ name }) => name) : decided.error.code
}

it.each([
  ['没有人领', [], false, []],
  ['别人领了', [other], false, 'taskClaim.taken'],
  ['别人领了，接办', [other], true, ['乙工']],
  ['自己已领', [{ personId: 'p1', name: '甲工' }], true, 'taskClaim.already'],
] as const)('%s', (_, standing, takeOver, expected) => {
  expect(codeOf(standing, 'p1', takeOver)).toEqual(expected)
})
