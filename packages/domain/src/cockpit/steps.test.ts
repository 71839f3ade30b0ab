import { expect, test } from 'vitest'
import { stateCouncilCalendar } from '../kernel/holidays.ts'
import type { PlanStep, StepKind } from '../plan/model.ts'
import { type PlanProgress, yearSteps } from './steps.ts'

const step = (kind: StepKind, due: string, name: string = kind): PlanStep => ({
  key: `${kind}${due}`,
  kind,
  name,
  due,
  needs: [],
  basis: { kind: 'clause', article: '三' },
})

const nothing: PlanProgress = {
  data: { total: 4, done: 3 },
  sheets: { total: 2, done: 0 },
  verified: { total: 2, done: 0 },
  locked: false,
  decided: false,
  submitted: false,
}

const calendar = stateCouncilCalendar
const lights = (plans: Parameters<typeof yearSteps>[0], today: string) =>
  yearSteps(plans, calendar, today).map(({ name, due, plans, done, light }) => [due, name, done, plans, light])

test('plans share a step; it is green once all have done it, red past its day until then', () => {
  const steps = [step('dataCollection', '2026-01-15'), step('aggregation', '2026-01-30')]
  const done = { ...nothing, data: { total: 4, done: 4 } }
  expect(
    lights(
      [
        { steps, progress: nothing },
        { steps, progress: done },
      ],
      '2026-01-16',
    ),
  ).toEqual([
    ['2026-01-15', 'dataCollection', 1, 2, 'red'],
    ['2026-01-30', 'aggregation', 0, 2, 'green'],
  ])
  expect(lights([{ steps, progress: done }], '2026-01-16')[0]).toEqual(['2026-01-15', 'dataCollection', 1, 1, 'green'])
})

test.each<[StepKind, PlanProgress]>([
  ['preliminaryScore', { ...nothing, sheets: { total: 2, done: 2 } }],
  ['verification', { ...nothing, verified: { total: 2, done: 2 } }],
  ['aggregation', { ...nothing, locked: true }],
  ['countersign', { ...nothing, decided: true }],
  ['meeting', { ...nothing, decided: true }],
  ['submission', { ...nothing, submitted: true }],
])('%s is done by its own sign', (kind, progress) => {
  const steps = [step(kind, '2026-01-15')]
  expect(lights([{ steps, progress }], '2026-02-01')).toEqual([['2026-01-15', kind, 1, 1, 'green']])
  expect(lights([{ steps, progress: nothing }], '2026-02-01')).toEqual([['2026-01-15', kind, 0, 1, 'red']])
})

test('nothing to do is not done', () => {
  const empty = { ...nothing, data: { total: 0, done: 0 } }
  expect(lights([{ steps: [step('dataCollection', '2026-01-15')], progress: empty }], '2026-02-01')[0]?.[2]).toBe(0)
})
