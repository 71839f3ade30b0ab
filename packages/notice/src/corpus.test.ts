import { expect, it } from 'vitest'
import { compareNotice, corpusNames, precision, recall, total } from './testing/corpus.ts'

it('finds in the development corpus what stands there, of each kind of field, and nothing else', async () => {
  const compared = await Promise.all(corpusNames().map(compareNotice))
  expect(compared.length).toBeGreaterThanOrEqual(40)
  const low = [...total(compared)].filter(([, score]) => precision(score) < 0.98 || recall(score) < 0.95)
  expect(low).toEqual([])
}, 300_000)
