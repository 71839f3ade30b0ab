import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import { matches, type Placed, placed, split, trimmed } from '../text/words.ts'
import { mailIn, personOf, phone, phoneIn } from './people.ts'
import type { Responsibility } from './responsibilities.ts'

export interface Contact extends Span {
  readonly person: Placed | null
  readonly phone: Placed | null
  readonly mail: Placed | null
}

const asks = /联\s?系|电\s?话|邮\s?箱|传\s?真|@|＠/
const names = /联\s?系\s?人|联\s?络\s?[员人]/

/** （联系人：省粮食局 甲某，0000-5550101；省自然资源厅 乙某，0000-5550102）: each part of the line is a person with a number. */
const inPart = new RegExp(
  `(?:^|[\\s：:（(])(?:[\\u4e00-\\u9fa5]{2,16}[局委办厅部科处室股院心]\\s)?(?!传真|电话|邮[箱编]|地址|手机)([\\u4e00-\\u9fa5]\\s?[\\u4e00-\\u9fa5·]{1,3})[\\s，,、：:]{1,3}(?:(?:联系)?电话\\s?[：:]?\\s?)?(?:${phone.source})`,
)

/** The parts of a line that gives several people, each with a number; else the line whole. */
function peopleApart(text: string, span: Span): readonly (Span & { readonly part?: true })[] {
  const parts = split(text, trimmed(text, span, '（）()。'), '；;')
  const each = parts.every((part) => matches(text, part, inPart).length === 1)
  return parts.length > 1 && each ? parts.map((part) => ({ ...part, part: true as const })) : [span]
}

/** 甲某 0000-5550101 below a line of contacts: another of them. */
const another = new RegExp(`^([\\u4e00-\\u9fa5·]{2,4})[\\s、，：:]+(?:${phone.source})$`)

/** Lines of one contact: a person's, and those below it that only give numbers. */
function blocksOf(lines: readonly Line[]): readonly Span[] {
  const blocks: { start: number; end: number; last: number }[] = []
  for (const { index, start, end, text } of lines) {
    const open = blocks.at(-1)
    if (open?.last === index - 1 && another.test(text)) {
      blocks.push({ start, end, last: index })
      continue
    }
    if (!asks.test(text)) continue
    if (open && open.last === index - 1 && !names.test(text) && text.length < 40)
      Object.assign(open, { end, last: index })
    else blocks.push({ start, end, last: index })
  }
  return blocks
}

/** People to ask, outside the division of responsibilities: 联系人…，电话…. */
export function findContacts(
  { text, lines }: Context,
  responsibilities: readonly Responsibility[],
): readonly Contact[] {
  const taken = responsibilities.filter(({ phone, mail }) => phone || mail)
  let at = 0
  const free = lines.filter(({ start }) => {
    while ((taken[at]?.end ?? Number.POSITIVE_INFINITY) < start) at += 1
    return start < (taken[at]?.start ?? Number.POSITIVE_INFINITY)
  })
  return blocksOf(free)
    .flatMap((span) => peopleApart(text, span))
    .flatMap((span): Contact[] => {
      const number = phoneIn(text, span)
      const mail = mailIn(text, span)
      if (!number && !mail) return []
      const bare = matches(text, span, another)[0] ?? (span.part && matches(text, span, inPart)[0])
      const person =
        (bare && placed(text, bare.group(1), 0.85)) ??
        personOf(text, span, 'contact') ??
        personOf(text, span, 'liaison') ??
        personOf(text, span, 'person')
      return [{ start: span.start, end: span.end, person, phone: number, mail }]
    })
}
