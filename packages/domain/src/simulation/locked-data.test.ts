import { expect, test } from 'vitest'
import { versionForScoring } from '../datum/facts.ts'
import type { Datum, DatumVersion } from '../datum/model.ts'
import type { RunContent } from '../result/run-content.ts'
import { lockedData } from './locked-data.ts'

const version = (number: number, value: string, day: string): DatumVersion => ({
  number,
  stage: 'reported',
  release: 'final',
  value: { kind: 'quantity', value },
  asOf: '2024-12-31',
  receivedOn: day,
  author: { personId: 'p', post: 'unitReporter', unitId: 'town' },
  at: `${day}T09:00:00.000+08:00`,
  evidenceIds: [],
})
const datum = (id: string, more: Partial<Datum>): Datum => ({
  id,
  planId: 'plan',
  elementKey: id,
  unitId: 'town',
  period: '2024年',
  source: { kind: 'appraisedUnit' },
  state: 'closed',
  versions: [version(1, '5', '2025-01-08')],
  confirmations: [],
  ...more,
})
const run = {
  leaves: [
    {
      cites: [
        {
          kind: 'sheet',
          id: 's',
          version: 1,
          digest: '',
          data: [{ datumId: 'a', version: 1, digest: '' }],
          evidence: [],
        },
      ],
    },
  ],
} as unknown as Pick<RunContent, 'leaves'>

const locked = (one: Datum): string | undefined => {
  const [read] = lockedData([one], run, '2025-01-20T00:00:00.000Z')
  const value = read && versionForScoring(read)?.value
  return value?.kind === 'quantity' ? value.value : undefined
}
const later = version(2, '9', '2025-03-01')

test.each<[string, Partial<Datum>]>([
  ['重新开放后改报', { versions: [version(1, '5', '2025-01-08'), later], final: 2 }],
  ['重新开放，尚未关闭', { state: 'confirmed' }],
  ['退回重报', { state: 'returned', returnReason: '口径不符' }],
])('锁定版引用的数据，%s：仍是引用的那一版', (_, more) => expect(locked(datum('a', more))).toBe('5'))

test('锁定版没有引用的数据，锁定以后报的不算', () => {
  expect(locked(datum('b', { versions: [version(1, '5', '2025-01-08'), later], state: 'confirmed' }))).toBe('5')
  expect(locked(datum('b', { versions: [{ ...later, number: 1 }] }))).toBeUndefined()
})
