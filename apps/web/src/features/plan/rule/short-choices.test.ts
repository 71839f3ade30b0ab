import { expect, it } from 'vitest'
import { shortChoices } from './short-choices.ts'

it('同一句开头只说一遍；开头不同的照原样', () => {
  expect(shortChoices(['目标值为零的，得满分', '目标值为零的，不得分'])).toEqual(['得满分', '不得分'])
  expect(shortChoices(['以上、以下均含本数', '以上、以下均不含本数'])).toEqual([
    '以上、以下均含本数',
    '以上、以下均不含本数',
  ])
  expect(shortChoices(['同一级别有多项的，每项都计', '有多项的，只计级别最高的一项'])).toEqual([
    '同一级别有多项的，每项都计',
    '有多项的，只计级别最高的一项',
  ])
})
