import { aPlan } from '@quanheng/testkit/a-plan'
import { expect, it } from 'vitest'
import { askedBy, askedByAll } from './asked.ts'
import { minutesAtWork } from './measured.ts'

it('counts what each body is asked for', () => {
  expect(askedBy(aPlan())).toEqual([
    { unitId: 'lead', data: 1, evidence: 2, required: 2 },
    { unitId: 'transport', data: 1, evidence: 2, required: 2 },
    { unitId: 'town', data: 1, evidence: 2, required: 2 },
    { unitId: 'statistics', data: 3, evidence: 0, required: 0 },
  ])
})

it('adds up what several plans ask of one body', () => {
  const once = askedBy(aPlan())
  expect(askedByAll([aPlan(), aPlan()])).toEqual(
    once.map(({ unitId, data, evidence, required }) => ({
      unitId,
      data: 2 * data,
      evidence: 2 * evidence,
      required: 2 * required,
    })),
  )
  expect(askedByAll([])).toEqual([])
})

it.each([
  ['没有操作', [], 0],
  ['只有一次操作', [0], 1],
  ['连续操作按间隔计', [0, 4, 14], 15],
  ['间隔超过10分钟的另计', [0, 10, 21, 24], 15],
])('%s', (_, minutes, expected) => {
  const at = (minute: number) => new Date(Date.UTC(2025, 0, 20, 1, minute))
  expect(minutesAtWork(minutes.map(at))).toBe(expected)
})
