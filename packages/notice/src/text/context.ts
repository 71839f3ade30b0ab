import { compose, type Line, type NoticeText, type Span } from './document.ts'
import { type Meta, metaOf } from './meta.ts'
import { divide, type Part, type PartList } from './parts.ts'
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

function headOf(notice: NoticeText, letter: Part, meta: Meta): readonly Line[] {
  const lines = notice.lines.slice(0, Math.min(letter.to, 60))
  const first = lines.findIndex((line) => !meta.lines.has(line.index) && line.text !== '' && opensBody(line))
  return (first < 0 ? lines : lines.slice(0, first)).filter(({ index, text }) => text !== '' && !meta.lines.has(index))
}

export function contextOf(source: Source): Context {
  const notice = compose(source)
  const partList = divide(notice)
  const letter = partList.parts[0] as Part
  const meta = metaOf(notice)
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
