import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { peakMegabytes } from '@quanheng/testkit/peak-memory'
import { explain } from '../explain.ts'
import { lintNotice } from '../lint/lint.ts'
import { present } from '../present.ts'
import { readNotice } from '../read.ts'
import { sourceOfText } from '../text/source.ts'
import { corpusFolder, corpusNames } from './corpus.ts'
import { indicatorPlan, steeringGroup } from './invented.ts'
import { mutate, numbersFrom } from './mutate.ts'

/** What a run of mutated notices saw. `peakMegabytes` is the largest resident set of this process, Node.js itself included. */
export interface MutationRun {
  readonly read: number
  readonly slowest: { readonly at: number; readonly seconds: number; readonly length: number }
  readonly peakMegabytes: number
  readonly crash?: { readonly at: number; readonly text: string; readonly error: string }
}

const texts = (): readonly string[] => [
  indicatorPlan,
  steeringGroup,
  ...corpusNames()
    .filter((name) => /^\d+-[^-]+(?:-[^-]+)*\.txt$/.test(name))
    .map((name) => readFileSync(join(corpusFolder, name), 'utf8')),
]

/** Every place in printed data, as a check of its bounds. */
function places(value: unknown, length: number): void {
  if (value === null || typeof value !== 'object') return
  if ('start' in value && 'end' in value) {
    const { start, end } = value as { start: number; end: number }
    if (!(start >= 0 && start <= end && end <= length)) throw new Error(`place ${start}-${end} of ${length}`)
  }
  for (const one of Object.values(value)) places(one, length)
}

function read(text: string): void {
  const reading = readNotice(sourceOfText(text))
  const findings = lintNotice(reading).map((finding) => explain('zh-CN', finding))
  places(present(reading, findings), [...reading.context.text].length)
}

/** One input in this many is whole notices; the others are passages, since what breaks a reader is seldom long. */
const wholeEach = 50
const shortest = 10
const longest = 120

/** The input of one number: the same for the same number, whatever was read before it. */
function inputOf(number: number, all: readonly string[]): string {
  const next = numbersFrom(number)
  const upTo = (limit: number) => Math.floor(next() * limit)
  const pick = () => all[upTo(all.length)] as string
  const whole = upTo(wholeEach) === 0
  const passage = (text: string): string => {
    const length = shortest + upTo(longest - shortest)
    const at = upTo(Math.max(1, text.length - length))
    return text.slice(at, at + length)
  }
  return whole ? mutate(pick(), pick(), next) : mutate(passage(pick()), passage(pick()), next)
}

/** Time of the processor for a second reading: a busy machine is no slow text. */
function secondsOf(text: string): number {
  const before = process.cpuUsage()
  read(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Reads `count` mutated notices numbered on from `seed`; ends at the first that throws. */
export function runMutations(count: number, seed: number, say: (done: number) => void = () => {}): MutationRun {
  const all = texts()
  let slowest = { at: seed, seconds: 0, length: 0 }
  const result = (done: number) => ({ read: done, slowest, peakMegabytes: peakMegabytes() })
  for (let done = 0; done < count; done++) {
    if (done % 50_000 === 0 && done > 0) say(done)
    const text = inputOf(seed + done, all)
    const before = performance.now()
    try {
      read(text)
    } catch (error) {
      return { ...result(done), crash: { at: seed + done, text, error: String(error) } }
    }
    const passed = (performance.now() - before) / 1000
    if (passed <= slowest.seconds) continue
    const seconds = Math.min(passed, secondsOf(text))
    if (seconds > slowest.seconds) slowest = { at: seed + done, seconds, length: text.length }
  }
  return result(count)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [count = 0, seed = 0] = process.argv.slice(2).map(Number)
  const began = performance.now()
  const run = runMutations(count, seed, (done) => {
    const minutes = ((performance.now() - began) / 60_000).toFixed(1)
    process.stderr.write(`${done} of ${count} mutated notices from ${seed}, ${minutes} min\n`)
  })
  process.stdout.write(`${JSON.stringify(run)}\n`)
}
