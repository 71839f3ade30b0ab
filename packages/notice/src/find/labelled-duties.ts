import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import { matches, type Placed, placed, split, trimmed } from '../text/words.ts'
import { named } from './indicator.ts'
import { mailIn, personOf, phoneIn } from './people.ts'
import type { Responsibility } from './responsibilities.ts'

const lead =
  /(?:牵头|责任|考[核评]责任|主要责任|考[核评]|评分|实施|负责)(?:责任)?(?:单位|部门|科室|股室)\s?[:：]\s?([^。；;）)〕】\]\n]{2,120})/
const support = /(?:配合|协助|参与|协办)(?:责任)?(?:单位|部门|科室)\s?[:：]\s?([^。；;）)〕】\]\n]{2,200})/

const names = (text: string, span: Span): readonly Placed[] =>
  split(text, span, '、，, ').map((piece) => placed(text, trimmed(text, piece, '等'), 0.92))

const first = (text: string, span: Span, pattern: RegExp): Span | undefined =>
  [...matches(text, span, pattern)][0]?.group(1)

/** The heading that 责任单位：… belongs to: the words before it on its line, or the numbered line above. */
function subject(text: string, lines: readonly Line[], line: Line, at: number): Span | undefined {
  const from = line.start + (line.label?.length ?? 0)
  const own = trimmed(text, { start: from, end: at }, '。：:；;，,（(')
  if (own.end - own.start >= 2 && (line.label || !/[。；]/.test(text.slice(from, at)))) {
    const stop = text.slice(own.start, own.end).search(/[。：:；]/)
    return named(text, { start: own.start, end: stop > 0 ? own.start + stop : own.end }).name
  }
  for (let index = line.index - 1; index >= Math.max(0, line.index - 6); index--) {
    const above = lines[index]
    if (!above?.label || above.table !== undefined) continue
    const words = above.text.slice(above.label.length)
    const stop = words.search(/[。：:；]/)
    const start = above.start + above.label.length
    return named(text, { start, end: stop > 0 ? start + stop : above.end }).name
  }
  return undefined
}

/** Lines 牵头单位：…；配合单位：… with the indicator that they stand under. */
export const labelledDuties = ({ text, lines }: Context): readonly Responsibility[] =>
  lines.flatMap((line): Responsibility[] => {
    if (line.table !== undefined || !/(?:单位|部门|科室|股室)\s?[:：]/.test(line.text)) return []
    const leading = first(text, line, lead)
    const indicator = leading && subject(text, lines, line, line.start + line.text.search(lead))
    if (!leading || !indicator || indicator.end - indicator.start > 60) return []
    const [leadUnit = null, ...others] = names(text, leading)
    const supporting = first(text, line, support)
    return [
      {
        start: line.start,
        end: line.end,
        indicator: placed(text, indicator, 0.9),
        part: null,
        leadUnit,
        section: null,
        supporters: [...others, ...(supporting ? names(text, supporting) : [])],
        leader: personOf(text, line, 'leader'),
        person: personOf(text, line, 'person'),
        liaison: personOf(text, line, 'liaison'),
        contact: personOf(text, line, 'contact'),
        phone: phoneIn(text, line),
        mail: mailIn(text, line),
      },
    ]
  })
