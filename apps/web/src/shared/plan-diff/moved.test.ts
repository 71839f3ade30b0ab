import { expect, it } from 'vitest'
import { movedKeys } from './moved.ts'

const list = (text: string) => [...text]

it.each([
  ['abcd', 'abcd', ''],
  ['abcd', 'bcda', 'a'],
  ['abcd', 'dabc', 'd'],
  ['abcd', 'acbd', 'b'],
  ['abc', 'cba', 'ba'],
  // What came or went did not move.
  ['abcd', 'axcd', ''],
  ['abcd', 'xdab', 'd'],
  ['', 'ab', ''],
])('从“%s”到“%s”，移动的是“%s”', (before, after, moved) => {
  expect(movedKeys(list(before), list(after))).toEqual(list(moved))
})
