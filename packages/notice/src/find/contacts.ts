import type { Context } from '../text/context.ts'
import type { Span } from '../text/document.ts'
import type { Placed } from '../text/words.ts'
import { mailIn, personOf, phoneIn } from './people.ts'
import type { Responsibility } from './responsibilities.ts'

export interface Contact extends Span {
  readonly person: Placed | null
  readonly phone: Placed | null
  readonly mail: Placed | null
}

/** People to ask, outside the partList of responsibilities: 联系人…，电话…. */
export function findContacts(
  { text, lines }: Context,
  responsibilities: readonly Responsibility[],
): readonly Contact[] {
  const taken = (span: Span) => responsibilities.some(({ start, end }) => span.start >= start && span.end <= end)
  return lines.flatMap((line): Contact[] => {
    if (taken(line) || !/联系|电话|邮箱|传真|@/.test(line.text)) return []
    const phone = phoneIn(text, line)
    const mail = mailIn(text, line)
    if (!phone && !mail) return []
    return [
      {
        start: line.start,
        end: line.end,
        person: personOf(text, line, 'contact') ?? personOf(text, line, 'liaison') ?? personOf(text, line, 'person'),
        phone,
        mail,
      },
    ]
  })
}
