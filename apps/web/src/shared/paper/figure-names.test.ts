import { expect, it } from 'vitest'
import { withNames, withPaths } from './figure-names.ts'

const figures = [
  { path: 'count.units', name: '考核对象数', text: '24' },
  { path: 'leaves[0].mean', name: '安全生产：平均得分', text: '9.50' },
]

it('shows figures by their names and keeps their places', () => {
  const kept = '涉及{count.units}个，平均{leaves[0].mean}分。'
  expect(withNames(kept, figures)).toBe('涉及{考核对象数}个，平均{安全生产：平均得分}分。')
  expect(withPaths(withNames(kept, figures), figures)).toBe(kept)
})

it('leaves alone what names no figure', () => {
  expect(withPaths('共{不存在的数}个', figures)).toBe('共{不存在的数}个')
  expect(withNames('{}{count.nothing}', figures)).toBe('{}{count.nothing}')
})
