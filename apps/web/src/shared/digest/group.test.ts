import { expect, test } from 'vitest'
import { group, shortOf } from './group.ts'

test('codes are read in fours, with nothing lost', () => {
  const code = '7277882dbfad329c8ad149264a99f695'
  expect(group(code)).toBe('7277 882d bfad 329c 8ad1 4926 4a99 f695')
  expect(group('12345')).toBe('1234 5')
  expect(group(code).replaceAll(' ', '')).toBe(code)
  expect(group('9AN9-MCVC-03Q6-Z6GH')).toBe('9AN9-MCVC-03Q6-Z6GH')
  expect(shortOf(code)).toBe('7277 882d bfad 329c')
})
