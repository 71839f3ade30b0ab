import { expect, it } from 'vitest'
import { aDatum } from '../datum/datum.fixture.ts'
import type { DatumVersion } from '../datum/model.ts'
import { beforeAfter } from './before-after.ts'
import { aVerification } from './verification.fixture.ts'

const version = (number: number, stage: DatumVersion['stage'], value: string): DatumVersion => ({
  number,
  stage,
  release: 'final',
  value: { kind: 'quantity', value },
  asOf: '2024-12-31',
  receivedOn: '2025-01-03',
  author: { personId: 'p', post: 'unitReporter', unitId: 'health' },
  at: '2025-01-03T10:00:00+08:00',
  evidenceIds: [],
})

it('puts reported and verified marks, and both scores, side by side', () => {
  const verification = aVerification({ kind: 'key', picks: [{ unitId: 'health', reason: '数据异常' }] })
  const data = [
    aDatum({ id: 'd1', unitId: 'health', versions: [version(1, 'reported', '12'), version(2, 'verified', '11')] }),
    aDatum({ id: 'd2', unitId: 'health', versions: [version(1, 'reported', '3')] }),
    aDatum({ id: 'd3', unitId: 'water', versions: [version(1, 'reported', '9')] }),
  ]
  const points = { before: new Map([['health', '10']]), after: new Map<string, string>() }
  const [row, ...others] = beforeAfter(verification, data, points)
  expect(others).toEqual([])
  expect(row?.data.map(({ datumId, before, after }) => [datumId, before?.number, after?.number])).toEqual([
    ['d1', 1, 2],
    ['d2', 1, undefined],
  ])
  expect(row).toMatchObject({ unitId: 'health', pointsBefore: '10' })
  expect(row?.pointsAfter).toBeUndefined()
})
