import { readFileSync } from 'node:fs'
import { parse } from '@quanheng/domain/rule/parse'
import { readSentence } from '../apps/cli/src/rule/reading.ts'

/**
 * Share of real scoring sentences understood to the last word, and the time of one reading. `dev.tsv` was read while the readers were
 * written; `measure.tsv` was collected by script and only ever counted here. Both restate published tables; the source stands in each row, and a row
 * of `dev.tsv` that varies such a sentence says so; where full marks, facts and points stand behind it, a test of the command line holds them. `blind.jsonl` was written, with facts and the points that a careful official expects, by
 * someone who had seen no reader; whoever writes readers does not open it, and writes another when it has been.
 */
const rows = (part: string) =>
  readFileSync(new URL(`rules/${part}.tsv`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t')[2] ?? '')

for (const part of ['dev', 'measure']) {
  const sentences = rows(part)
  const whole = sentences.filter((sentence) => {
    const { rule, notUnderstood } = parse(sentence)
    return rule !== undefined && notUnderstood.length === 0
  })
  const started = performance.now()
  for (let round = 0; round < 20; round += 1) for (const sentence of sentences) parse(sentence)
  const each = (performance.now() - started) / (20 * sentences.length)
  const share = ((100 * whole.length) / sentences.length).toFixed(1)
  console.log(
    `${part}: ${whole.length} of ${sentences.length} fully understood, ${share}%; ${each.toFixed(3)} ms a sentence`,
  )
}

interface BlindCase {
  readonly sentence: string
  readonly fullMark?: string
  readonly facts?: unknown
  readonly expect?: { readonly points?: string }
}

const blind = readFileSync(new URL('rules/blind.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as BlindCase)
const understood = new Map<string, boolean>()
const cases = { right: 0, 'another number': 0, 'asked or missing': 0, 'not understood': 0 }

for (const { sentence, fullMark, facts, expect } of blind) {
  const { rule, unparsed, outcome } = readSentence(sentence, fullMark, facts)
  const whole = rule !== null && unparsed.length === 0
  understood.set(sentence, whole)
  if (expect?.points === undefined || outcome === undefined) continue
  if (!whole) cases['not understood'] += 1
  else if (outcome.status !== 'scored') cases['asked or missing'] += 1
  else cases[outcome.points === expect.points ? 'right' : 'another number'] += 1
}
const known = [...understood.values()].filter(Boolean).length
const told = Object.entries(cases).map(([name, count]) => `${name} ${count}`)
console.log(
  `blind: ${known} of ${understood.size} fully understood, ${((100 * known) / understood.size).toFixed(1)}%; points: ${told.join(', ')}`,
)
