import type { Reading } from '../read.ts'
import { ordinalOf } from '../text/labels.ts'
import { matches } from '../text/words.ts'
import type { Finding } from './findings.ts'

const mention = /(?:详?见|按照?|参照|填[写报])附[件表]\s?([0-9一二三四五六七八九十]{1,3})/

/** Annexes that are listed or pointed to, and do not follow. */
export function lintAnnexes({ context: { text, parts }, fields: { attachments } }: Reading): readonly Finding[] {
  const listed = attachments.flatMap(({ name, number, present }): Finding[] =>
    present || !name
      ? []
      : [
          {
            kind: 'notice.annexMissing',
            at: name.at,
            params: { annex: number ? `附件${number.value}` : '附件', name: name.value },
          },
        ],
  )
  const known = new Set([
    ...attachments.map(({ number }) => Number(number?.value)),
    ...parts.map(({ number }) => number),
  ])
  const seen = new Set<number>()
  const mentioned = matches(text, { start: 0, end: text.length }, mention).flatMap(({ groups, at }): Finding[] => {
    const number = ordinalOf(groups[1] ?? '')
    if (number === undefined || known.has(number) || seen.has(number)) return []
    seen.add(number)
    return [{ kind: 'notice.annexUnlisted', at, params: { annex: `附件${number}` } }]
  })
  return [...listed, ...mentioned]
}
