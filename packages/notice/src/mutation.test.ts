import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { explain } from './explain.ts'
import { lintNotice } from './lint/lint.ts'
import { present } from './present.ts'
import { readNotice } from './read.ts'
import { corpusNames } from './testing/corpus.ts'
import { indicatorPlan, steeringGroup } from './testing/invented.ts'
import { mutate, numbersFrom } from './testing/mutate.ts'
import { sourceOfText } from './text/source.ts'

const texts = [
  indicatorPlan,
  steeringGroup,
  ...corpusNames()
    .filter((name) => /^\d+-[^-]+(?:-[^-]+)*\.txt$/.test(name))
    .map((name) => readFileSync(join(import.meta.dirname, '../corpus', name), 'utf8')),
]

const count = process.env.QUANHENG_LONG ? 1_000_000 : 10_000
const seed = Number(process.env.QUANHENG_SEED ?? Date.now() % 1_000_000)

/** Every place in printed data, as a check of its bounds. */
function places(value: unknown, length: number): void {
  if (value === null || typeof value !== 'object') return
  if ('start' in value && 'end' in value) {
    const { start, end } = value as { start: number; end: number }
    if (!(start >= 0 && start <= end && end <= length)) throw new Error(`place ${start}-${end} of ${length}`)
  }
  for (const one of Object.values(value)) places(one, length)
}

it(`reads ${count} mutated notices without a crash or a second of thought (seed ${seed})`, () => {
  const next = numbersFrom(seed)
  const pick = () => texts[Math.floor(next() * texts.length)] as string
  let slowest = { seconds: 0, text: '' }
  for (let at = 0; at < count; at++) {
    const text = mutate(pick(), pick(), next)
    const before = process.cpuUsage()
    try {
      const reading = readNotice(sourceOfText(text))
      const printed = present(
        reading,
        lintNotice(reading).map((finding) => explain('zh-CN', finding)),
      )
      places(printed, [...reading.context.text].length)
    } catch (error) {
      throw new Error(`mutation ${at} of seed ${seed}: ${JSON.stringify(text)}`, { cause: error })
    }
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    if (seconds > slowest.seconds) slowest = { seconds, text }
  }
  expect(slowest.seconds, slowest.text).toBeLessThan(1)
}, 14_400_000)
