import { readFileSync } from 'node:fs'
import { parse } from '@quanheng/domain/rule/parse'

/**
 * Share of real scoring sentences understood to the last word, and the time of one reading. `dev.tsv` was read while the readers were
 * written; `measure.tsv` was collected by script and only ever counted here. Both restate published tables; the source stands in each row, and a row
 * of `dev.tsv` that varies such a sentence says so.
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
