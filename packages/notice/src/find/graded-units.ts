import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import { type Section, walk } from '../text/sections.ts'
import { type Placed, placed, trimmed } from '../text/words.ts'
import { gradeNames } from './grade-names.ts'
import { namesIn, type UnitList } from './unit-names.ts'

const aGrade = `[“"]?(?:${gradeNames})[”"]?(?:[（(](?:${gradeNames})[)）])?(?:等次|等级|档次|档|等|单位){0,2}`
/** 一等等次：某局、某局, 优秀等次（8个） over the names. */
const graded = new RegExp(
  `^${aGrade}\\s?(?:[（(]\\s?共?\\s?\\d{1,3}\\s?[个家所户]?(?:单位)?\\s?[)）])?\\s?(?:[:：]\\s?|$)`,
)

const resultPaper = /结果|通报|表[彰扬]|公布/

/** 县（市、区）（9个）: the class over its grades, with its number. */
const counted = /^([^，。；:：]{2,24}?)\s?[（(]\s?共?\s?(\d{1,3})\s?[个家所户](?:单位)?\s?[)）]$/

interface Graded {
  readonly names: Span
  readonly group: { readonly name: Placed; readonly announced: number | null } | null
}

const groupOf = (text: string, section: Section | undefined): Graded['group'] => {
  if (!section || !/[类组部门位区县乡镇校业]$|[)）]$/.test(section.title)) return null
  const found = counted.exec(section.title)
  const { start } = section.titleAt
  const name = placed(text, trimmed(text, { start, end: start + (found?.[1] ?? section.title).length }), 0.88)
  return { name, announced: found ? Number(found[2]) : null }
}

/** Names behind a grade on its own line, or on the lines below it. */
function namesOf(text: string, lines: readonly Line[], line: Line): Span | undefined {
  const from = line.start + (line.label?.length ?? 0)
  const head = graded.exec(text.slice(from, line.end))
  if (!head) return undefined
  const own = { start: from + head[0].length, end: line.end }
  if (own.end > own.start) return own
  let first: Line | undefined
  let last: Line | undefined
  for (const below of lines.slice(line.index + 1, line.index + 60)) {
    if (below.text === '' && last === undefined) continue
    if (below.text === '' || below.label || below.table !== undefined || graded.test(below.text)) break
    if (namesIn(text, below) === 0) break
    first ??= below
    last = below
  }
  return first && last ? { start: first.start, end: last.end } : undefined
}

/** The innermost heading over each line. */
function headingsOver(sections: readonly Section[]): ReadonlyMap<number, Section> {
  const over = new Map<number, Section>()
  for (const section of walk(sections)) for (let at = section.from + 1; at < section.to; at++) over.set(at, section)
  return over
}

/** Who was appraised, from the grades of a result circular; nothing where fewer than two grades name anybody. */
export function gradedUnits({ text, lines, sections, head }: Context, into: UnitList): void {
  if (!head.some((line) => resultPaper.test(line.text))) return
  const over = headingsOver(sections)
  const found = lines.flatMap((line): Graded[] => {
    if (line.table !== undefined) return []
    const names = namesOf(text, lines, line)
    return names && namesIn(text, names) > 0 ? [{ names, group: groupOf(text, over.get(line.index)) }] : []
  })
  if (found.length < 2) return
  for (const { names, group } of found) into.graded(names, group)
}
