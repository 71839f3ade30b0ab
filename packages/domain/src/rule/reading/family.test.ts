import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { conditions } from './award-clause.ts'
import { families } from './clauses.ts'
import { Cursor } from './cursor.ts'
import { type Family, mayStand, signsAhead } from './family.ts'
import { sourceOf } from './source.ts'

/** Sentences that officials wrote, those under which rules were stored, and mixtures of both. */
const lines = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
const written = lines('../../../../../bench/rules/dev.tsv').map((line) => line.split('\t')[2] ?? '')
const stored = lines('../replay/stored-rules.jsonl').map((line): string => JSON.parse(line).stored.text)
const plain = [...new Set([...written, ...stored])].map((text) => sourceOf(text).plain)
const sentences = [...plain, ...plain.map((text, i) => `${text.slice(0, 12)}，${plain.at(-i - 1)?.slice(-16)}`)]

/** Where a phrase may begin: behind each stop. */
const beginnings = (text: string): readonly number[] => [
  0,
  ...[...text.matchAll(/[，、;。()：:\n]/gu)].map(({ index }) => index + 1),
]

describe.each<readonly [string, readonly Family<unknown>[]]>([
  ['phrases', families],
  ['conditions', conditions],
])('%s', (_, all) => {
  test('what a family reads holds the signs that the family says it needs', () => {
    const wrong = sentences.flatMap((text) =>
      beginnings(text).flatMap((at) => {
        const ahead = signsAhead(new Cursor(text, at))
        return all.flatMap((one, i) =>
          mayStand(one, ahead) || one.read(new Cursor(text, at)) === undefined ? [] : [`${i}: ${text.slice(at)}`],
        )
      }),
    )
    expect(wrong).toEqual([])
  })

  test('what a family reads begins with a sign that the family says it begins with', () => {
    const wrong = sentences.flatMap((text) =>
      beginnings(text).flatMap((at) =>
        all.flatMap(({ begins, read }, i) =>
          begins === undefined || begins.has(text.charAt(at)) || read(new Cursor(text, at)) === undefined
            ? []
            : [`${i}: ${text.slice(at)}`],
        ),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('most families say what they need', () => {
    expect(all.filter(({ needs }) => needs.some((word) => word !== 0)).length / all.length).toBeGreaterThan(0.7)
  })
})
