import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBytes } from '../read-bytes.ts'
import { compare, type Difference, type Score } from './compare.ts'

/** Notices written for development, in the style of real ones, with the fields that stand in them beside each. */
export const corpusFolder = join(import.meta.dirname, '../../corpus')

export const corpusNames = (): readonly string[] =>
  readdirSync(corpusFolder)
    .filter((name) => !name.endsWith('.json'))
    .sort()

export interface Compared {
  readonly name: string
  readonly scores: Readonly<Record<string, Score>>
  readonly differences: readonly Difference[]
}

export async function compareNotice(name: string): Promise<Compared> {
  const { mayFind, ...expected } = JSON.parse(
    readFileSync(join(corpusFolder, name.replace(/\.[^.]+$/, '.json')), 'utf8'),
  )
  const notice = await readBytes(readFileSync(join(corpusFolder, name)), 'zh-CN')
  if (!notice.ok)
    return { name, scores: {}, differences: [{ field: 'file', expected: name, found: notice.error.code }] }
  return { name, ...compare(expected, notice.value.json as never, mayFind) }
}

/** Sums by kind of field over the whole corpus. */
export function total(compared: readonly Compared[]): ReadonlyMap<string, Score> {
  const sums = new Map<string, Score>()
  for (const { scores } of compared) {
    for (const [field, { right, invented, missed }] of Object.entries(scores)) {
      const sum = sums.get(field) ?? { right: 0, invented: 0, missed: 0 }
      sums.set(field, { right: sum.right + right, invented: sum.invented + invented, missed: sum.missed + missed })
    }
  }
  return sums
}

export const precision = ({ right, invented }: Score): number =>
  right + invented === 0 ? 1 : right / (right + invented)
export const recall = ({ right, missed }: Score): number => (right + missed === 0 ? 1 : right / (right + missed))
