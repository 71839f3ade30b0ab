import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { methods } from './methods.ts'
import { type Placed, scan } from './reading/scan.ts'
import { sourceOf } from './reading/source.ts'

/** Sentences that officials wrote and those under which rules were stored. */
const lines = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
const written = lines('../../../../bench/rules/dev.tsv').map((line) => line.split('\t')[2] ?? '')
const stored = lines('replay/stored-rules.jsonl').map((line): string => JSON.parse(line).stored.text)
const sentences = [...new Set([...written, ...stored])].map((text) => scan(sourceOf(text)).clauses)
const kinds = new Set(sentences.flat().map(({ clause }) => clause.kind))

/** Each clause as the first of those behind it, of those of another sentence, and alone. */
const beginnings: readonly (readonly Placed[])[] = sentences.flatMap((clauses, i) =>
  clauses.flatMap((placed, at) => [clauses.slice(at), [placed, ...(sentences.at(-i - 1) ?? [])], [placed]]),
)

test('what a method reads begins with a clause that the method says it begins with', () => {
  const wrong = beginnings.flatMap((clauses) =>
    methods.flatMap(({ kind, begins, read }) => {
      const first = clauses[0]?.clause.kind
      return read === undefined || first === undefined || begins?.includes(first) || read(clauses) === undefined
        ? []
        : [`${kind}: ${first}`]
    }),
  )
  expect(new Set(wrong)).toEqual(new Set())
})

test('a method says what it begins with if it reads', () => {
  expect(methods.filter(({ begins, read }) => (begins === undefined) !== (read === undefined))).toEqual([])
})

test('the sentences have clauses of all kinds that methods begin with', () => {
  const begun = new Set(methods.flatMap(({ begins }) => begins ?? []))
  expect([...begun].filter((kind) => !kinds.has(kind))).toEqual([])
})
