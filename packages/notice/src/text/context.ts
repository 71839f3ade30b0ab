import { withOneHead } from './columns.ts'
import { compose, type Line, type NoticeText, type Span } from './document.ts'
import { type Meta, metaOf } from './meta.ts'
import { isOrgan } from './organs.ts'
import { divide, type Part, type PartList, paperKind } from './parts.ts'
import { type Section, sectionsOf } from './sections.ts'
import type { Source } from './source.ts'

/** All that finders look at: the text, its parts, headings and tables. */
export interface Context extends NoticeText, PartList {
  readonly sections: readonly Section[]
  readonly meta: Meta
  /** Lines before the first sentence, numbered heading or addressees: letterhead, number, title. */
  readonly head: readonly Line[]
  readonly letter: Part
}

const opensBody = ({ text, label, table }: Line): boolean =>
  label !== undefined || table !== undefined || /[：:]$/.test(text) || /[。；]/.test(text) || text.length > 100

/** 今天是：, 字体：大 中 小: what a site prints above a title opens no body; where the title begins, or 0. */
function belowFrame(lines: readonly Line[]): number {
  const at = lines.findIndex(
    ({ text, heading, label, table }) =>
      !label && table === undefined && (heading || /关于/.test(text)) && text.length >= 8 && paperKind.test(text),
  )
  const above = lines.slice(0, Math.max(0, at))
  if (!above.some(({ text }) => /[：:]$/.test(text)) || above.some(({ text, label }) => label || /[。；]/.test(text)))
    return 0
  return /^关于/.test(lines[at]?.text ?? '') && isOrgan(lines[at - 1]?.text ?? '') ? at - 1 : at
}

function headOf(notice: NoticeText, letter: Part, meta: Meta): readonly Line[] {
  const all = notice.lines.slice(0, Math.min(letter.to, 60))
  const lines = all.slice(belowFrame(all))
  const first = lines.findIndex((line) => !meta.lines.has(line.index) && line.text !== '' && opensBody(line))
  return (first < 0 ? lines : lines.slice(0, first)).filter(({ index, text }) => text !== '' && !meta.lines.has(index))
}

export function contextOf(source: Source): Context {
  const composed = compose(source)
  const notice = { ...composed, tables: composed.tables.map(withOneHead) }
  const meta = metaOf(notice)
  const partList = divide(notice, meta.lines)
  const letter = partList.parts[0] as Part
  return {
    ...notice,
    ...partList,
    sections: sectionsOf(notice, partList.parts),
    meta,
    head: headOf(notice, letter, meta),
    letter,
  }
}

export const partSpan = ({ lines }: Context, { from, to }: { readonly from: number; readonly to: number }): Span => ({
  start: lines[from]?.start ?? 0,
  end: lines[to - 1]?.end ?? 0,
})
