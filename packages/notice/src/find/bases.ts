import type { Context } from '../text/context.ts'
import { partSpan } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import { matches, type Placed, placed, sentences } from '../text/words.ts'
import { numberIn } from './document-number.ts'

export interface BasisPaper {
  readonly name: Placed
  readonly documentNumber: Placed | null
}

const opens = /根据|依据|按照|遵照|依照|贯彻|落实/

const named = /《([^《》\n]{2,80}(?:《[^《》\n]{2,60}》[^《》\n]{0,40})?)》(?:\s?[（(]([^（）()\n]{4,40})[)）])?/

/** 根据《…》（…号）…，制定本办法: the papers that a sentence of the opening names before what it decides. */
export function findBases(context: Context): readonly BasisPaper[] {
  const { text, parts } = context
  const bases = new Map<string, BasisPaper>()
  for (const part of parts) {
    const span = partSpan(context, { from: part.body, to: part.to })
    for (const sentence of sentences(text, { start: span.start, end: Math.min(span.end, span.start + 4000) })) {
      const words = text.slice(sentence.start, sentence.end)
      const begin = words.search(opens)
      if (begin < 0 || begin > 60) continue
      const outside = words.replace(/《[^》\n]{0,120}》/g, (name) => '《'.padEnd(name.length, '》'))
      const stop = outside.search(/[，,]?(?:特?制定|制订|现将|现就|经.{0,20}(?:同意|研究)|决定|结合.{0,20}实际|印发)/)
      collect(text, { start: sentence.start + begin, end: stop > begin ? sentence.start + stop : sentence.end }, bases)
    }
  }
  return [...bases.values()]
}

/** 我委修订了《…办法》，现印发: what was made is no basis of it. */
const made = /(?:起草|制定|制订|修订|修改|拟定|拟订|编制|形成|出台|完善|完成)(?:形成)?了?(?:本)?$/

function collect(text: string, span: Span, bases: Map<string, BasisPaper>): void {
  for (const { at, groups, group } of matches(text, span, named)) {
    const [, name = '', parens = ''] = groups
    if (made.test(text.slice(Math.max(span.start, at.start - 8), at.start))) continue
    const number = parens ? numberIn(text, group(2)) : undefined
    if (!bases.has(name))
      bases.set(name, {
        name: placed(text, group(1), 0.95),
        documentNumber: number ? placed(text, number, 0.95) : null,
      })
  }
}
