import type { Line, NoticeText, Span } from './document.ts'
import type { Part } from './parts.ts'

/** A numbered heading with what stands under it. */
export interface Section extends Span {
  readonly level: number
  readonly ordinal: number
  /** The words of the heading without its number, up to the first 。 or ： of its line. */
  readonly title: string
  readonly titleAt: Span
  /** What follows the heading on its own line. */
  readonly rest: Span
  /** Lines of the section, its own included; `to` is exclusive. */
  readonly from: number
  readonly to: number
  readonly part: number
  readonly children: Section[]
  readonly parent?: Section
}

const headEnd = (text: string, from: number): number => {
  const stop = text.slice(from).search(/[。：:]/)
  return stop < 0 ? text.length : from + stop
}

const bodyEnd = (lines: readonly Line[], to: number): number => lines[to - 1]?.end ?? 0

/** Level of a line as a heading: its number's, or -1 for a line that the file sets as a heading without one. */
const levelOf = (line: Line): number | undefined => (line.label?.kind === 'heading' ? line.label.level : undefined)

/**
 * The headings of every part as trees. A heading ends where one of its level or above begins; numbers decide, so a text that
 * starts at （三） still has its sections.
 */
export function sectionsOf({ lines, text }: NoticeText, parts: readonly Part[]): readonly Section[] {
  const roots: Section[] = []
  parts.forEach((part, at) => {
    const open: (Section & { to: number; end: number })[] = []
    const close = (level: number, to: number) => {
      while (open.length > 0 && (open.at(-1)?.level ?? -1) >= level) {
        const done = open.pop()
        if (done) Object.assign(done, { to, end: bodyEnd(lines, to) })
      }
    }
    for (const line of lines.slice(part.from, part.to)) {
      const level = line.label?.kind === 'article' ? 1 : levelOf(line)
      if (level === undefined || line.table !== undefined || !line.label) continue
      close(level, line.index)
      const from = line.start + line.label.length
      const stop = line.start + headEnd(line.text, line.label.length)
      const parent = open.at(-1)
      const section = {
        level,
        ordinal: line.label.ordinal,
        title: text.slice(from, stop),
        titleAt: { start: from, end: stop },
        rest: { start: Math.min(stop + 1, line.end), end: line.end },
        start: line.start,
        end: line.end,
        from: line.index,
        to: part.to,
        part: at,
        children: [],
        ...(parent && { parent }),
      }
      if (parent) parent.children.push(section)
      else roots.push(section)
      open.push(section)
    }
    close(-1, part.to)
  })
  return roots
}

/** Sections and everything under them, in order. */
export function walk(sections: readonly Section[]): readonly Section[] {
  const all: Section[] = []
  const add = (section: Section) => {
    all.push(section)
    section.children.forEach(add)
  }
  sections.forEach(add)
  return all
}
