import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'

const unreadable =
  /[\uFFFD\uE000-\uF8FF]+|(?:[ÃÂÐÑ×ØÙÚÛÜÝÞßà-ÿ]{3,})|(?:锟斤拷|烫烫烫|屯屯屯)+|[\u25A0\u25A1]{2,}|\?{3,}/g

/** What the text itself lacks: beginning, end, characters; and what its file had to say. */
export function lintCondition({
  context: { text, remarks, lines },
  fields: { truncated, startsMidDocument },
}: Reading): readonly Finding[] {
  const [first] = lines
  const last = lines.findLast((line) => line.text !== '')
  const garbled = [...text.matchAll(unreadable)].map(
    ({ index, 0: words }): Finding => ({
      kind: 'notice.unreadableSigns',
      at: { start: index, end: index + words.length },
      params: { count: String(words.length) },
    }),
  )
  const whole = { start: 0, end: Math.min(text.length, first?.end ?? 0) }
  return [
    ...(startsMidDocument ? [{ kind: 'notice.beginsInside', at: whole } as const] : []),
    ...(truncated && last ? [{ kind: 'notice.cutOff', at: { start: last.start, end: last.end } } as const] : []),
    ...garbled,
    ...remarks.flatMap((remark): Finding[] => {
      if (remark.kind === 'trackedChanges')
        return [{ kind: 'notice.trackedChanges', at: whole, params: { count: String(remark.count) } }]
      if (remark.kind === 'unreadablePages')
        return [{ kind: 'notice.pagesUnreadable', at: whole, params: { pages: remark.pages.join('、') } }]
      return [{ kind: 'notice.sheetHidden', at: whole, params: { name: remark.name } }]
    }),
  ]
}
