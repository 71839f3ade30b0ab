import type { Reading } from '../read.ts'
import { placesIn } from '../text/places.ts'
import type { Placed } from '../text/words.ts'
import type { Finding } from './findings.ts'

/** From this many kinds of material on, the plan is told how much it asks. */
const many = 15

const key = (name: string): string => name.replace(/[\s《》“”、，。（）()]/g, '')

/** Names by part of the paper: two annexes for two classes of units may well ask the same. */
function byPart({ context: { parts, lines } }: Reading, names: readonly Placed[]): readonly (readonly Placed[])[] {
  const namesIn = placesIn(names, ({ at }) => at)
  return parts.map((part) => namesIn({ start: lines[part.from]?.start ?? 0, end: lines[part.to - 1]?.end ?? 0 }))
}

/** Names that stand more than once, with the first place. */
function repeated(names: readonly Placed[]): readonly { readonly first: Placed; readonly again: Placed }[] {
  const seen = new Map<string, Placed>()
  return names.flatMap((name) => {
    const first = seen.get(key(name.value))
    if (!first) seen.set(key(name.value), name)
    return first && key(name.value).length >= 4 ? [{ first, again: name }] : []
  })
}

/** 现场抽查, 第三方调查 beside papers: nobody brings them. */
const lookedAt = /(?:抽查|核查|查看|查阅|检查|调查|走访|暗访|访谈|测评)$/

/** How much evidence one unit must bring, and what is asked twice. */
export function lintBurden(reading: Reading): readonly Finding[] {
  const { indicators } = reading.fields
  const leaves = indicators.filter(({ leaf }) => leaf)
  const evidence = leaves.flatMap((one) => one.evidence).filter(({ value }) => !lookedAt.test(value))
  const [first] = evidence
  const burden: Finding[] =
    first && evidence.length >= many
      ? [
          {
            kind: 'notice.burden',
            at: first.at,
            params: { files: String(evidence.length), figures: String(leaves.length) },
          },
        ]
      : []
  return [
    ...burden,
    ...repeated(evidence).map(
      ({ again }): Finding => ({ kind: 'notice.sameEvidence', at: again.at, params: { name: again.value } }),
    ),
    ...byPart(
      reading,
      leaves.map(({ name }) => name),
    )
      .flatMap(repeated)
      .map(({ again }): Finding => ({ kind: 'notice.sameIndicator', at: again.at, params: { name: again.value } })),
  ]
}
