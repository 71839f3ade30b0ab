import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { corpusFolder, corpusNames } from '../testing/corpus.ts'
import { mutate, numbersFrom } from '../testing/mutate.ts'
import { normaliseLine } from './characters.ts'

const texts = corpusNames()
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(corpusFolder, name), 'utf8'))
const mutated = texts.map((text, at) => mutate(text, texts.at(-at) ?? '', numbersFrom(at)))

/** Never part of a line that stands as it is, and nothing of it stays. */
const invisible = '\u200b'

test('a line that is taken as it stands is what changing it sign by sign gives', () => {
  const lines = [
    ...texts,
    ...mutated,
    ' 前有空格',
    '后有空格 ',
    '两  格',
    '\t',
    '\t\t',
    '完成。',
    '完成.下',
    '1.2 项',
  ].flatMap((text) => text.split('\n'))
  const differing = lines.filter((line) => normaliseLine(line) !== normaliseLine(line.replace(/(?<=.)/u, invisible)))
  expect(differing).toEqual([])
  expect(lines.filter((line) => line !== '' && normaliseLine(line) === line).length).toBeGreaterThan(lines.length / 2)
})
