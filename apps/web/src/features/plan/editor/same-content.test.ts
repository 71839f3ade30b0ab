import { expect, it } from 'vitest'
import { sameContent } from './same-content.ts'

const row = { key: 'a', due: '2025-01-05', owner: { unitId: 'u', sectionId: 's' }, inputs: ['x', 'y'] }

it.each([
  ['另一个对象里的同样内容', structuredClone(row)],
  ['成员次序不同', { inputs: ['x', 'y'], owner: { sectionId: 's', unitId: 'u' }, due: '2025-01-05', key: 'a' }],
  ['没有的成员和未定义的成员', { ...row, cutoff: undefined }],
])('%s是同样的', (_, other) => {
  expect(sameContent(row, other)).toBe(true)
})

it.each([
  ['改了一个字', { ...row, due: '2025-01-06' }],
  ['少一个成员', { key: 'a', due: '2025-01-05', owner: row.owner }],
  ['里层不同', { ...row, owner: { unitId: 'u', sectionId: 't' } }],
  ['次序不同的列表', { ...row, inputs: ['y', 'x'] }],
  ['多一行', { ...row, inputs: ['x', 'y', 'z'] }],
  ['空列表和空对象', { ...row, inputs: {} }],
  ['空的和没有的', null],
])('%s不是同样的', (_, other) => {
  expect(sameContent(row, other)).toBe(false)
})
