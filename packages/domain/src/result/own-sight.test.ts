import { expect, it } from 'vitest'
import { resultStates } from './model.ts'
import { ownSight } from './own-sight.ts'

const settings = ['ownAfterReport', 'ownAfterIssue', 'allAfterIssue'] as const

it('shows nothing before the version is issued, whatever the plan says', () => {
  for (const visibility of settings) {
    for (const state of [undefined, ...resultStates.filter((one) => one !== 'issued')]) {
      expect(ownSight(visibility, { state, year: { state: 'issued' } })).toBe('nothing')
      expect(ownSight(visibility, { state })).toBe('nothing')
    }
  }
})

it('opens with the report, or with the results of the year, as the plan says', () => {
  const sent = (visibility: (typeof settings)[number], year: Parameters<typeof ownSight>[1]['year']) =>
    ownSight(visibility, { state: 'issued', year })
  expect(settings.map((one) => sent(one, {}))).toEqual(['own', 'nothing', 'nothing'])
  expect(settings.map((one) => sent(one, { state: 'approved' }))).toEqual(['own', 'nothing', 'nothing'])
  expect(settings.map((one) => sent(one, { state: 'issued' }))).toEqual(['own', 'own', 'all'])
  expect(settings.map((one) => sent(one, undefined))).toEqual(['own', 'own', 'all'])
})
