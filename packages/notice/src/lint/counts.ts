import { namesIn } from '../find/unit-names.ts'
import { announcedTotals, namedBelow } from '../find/units.ts'
import type { Reading } from '../read.ts'
import type { Line, Span } from '../text/document.ts'
import { placesIn } from '../text/places.ts'
import { walk } from '../text/sections.ts'
import { matches, split } from '../text/words.ts'
import type { Finding } from './findings.ts'

const differs = (at: Span, name: string, announced: number, found: number): Finding => ({
  kind: 'notice.countDiffers',
  at,
  params: { name, announced: String(announced), found: String(found) },
})

const counted = /^(.{2,30}?)[（(]\s?共?\s?(\d{1,3})\s?[个家户]\s?[)）][:：]?(.*)$/

/** 一等等次（8个） with names behind it or on the line below, outside the division of objects into groups. */
function lists({ context: { text, lines }, fields: { groups } }: Reading): readonly Finding[] {
  const groupsIn = placesIn(groups, ({ name }) => name.at)
  return lines.flatMap((line: Line): Finding[] => {
    if (line.table !== undefined || groupsIn(line).length > 0) return []
    const from = line.start + (line.label?.length ?? 0)
    return split(text, { start: from, end: line.end }, '。；;').flatMap((part): Finding[] => {
      const head = counted.exec(text.slice(part.start, part.end))
      if (!head) return []
      const below = part.end >= line.end - 1 ? namedBelow(text, lines, line.index) : []
      const [first, last] = [below[0], below.at(-1)]
      const under = first && last && { start: first.start, end: last.end }
      const span = head[3] ? { start: part.end - head[3].length, end: part.end } : under
      const found = span ? namesIn(text, span) : 0
      const announced = Number(head[2])
      return found > 1 && found !== announced ? [differs(part, head[1] ?? '', announced, found)] : []
    })
  })
}

const items =
  /((?:考[核评]|评价|共性|个性|绩效)?(?:评价)?指标|考[核评](?:项目|内容))共(?:有|设|计)?\s?(\d{1,2})\s?[项个]/

/** 共性指标共6项 over five of them. */
function indicators({ context: { text, sections }, fields: { indicators: all } }: Reading): readonly Finding[] {
  const indicatorsIn = placesIn(all, ({ name }) => name.at)
  return [...walk(sections)].flatMap((section): Finding[] => {
    const own = { start: section.rest.start, end: section.children[0]?.start ?? section.end }
    const [said] = own.end > own.start ? matches(text, own, items) : []
    if (!said) return []
    const inside = indicatorsIn(section)
    const counts = [inside.filter(({ leaf }) => leaf).length, inside.length, section.children.length]
    const announced = Number(said.groups[2])
    const [leaves = 0] = counts
    return leaves < 2 || counts.includes(announced) ? [] : [differs(said.at, said.groups[1] ?? '', announced, leaves)]
  })
}

const mostLevels = 16

const levels = /(?:(\d{1,3})\s?[个项]([一二三四])级指标|([一二三四])级指标(?:共|有|共有)?\s?(\d{1,3})\s?[个项])/

/** 共设3个一级指标、6个二级指标 against the tree of the part that says so. */
function byLevel({ context: { text, lines, parts }, fields: { indicators: all } }: Reading): readonly Finding[] {
  const indicatorsIn = placesIn(all, ({ name }) => name.at)
  return parts.flatMap((part): Finding[] => {
    const span = { start: lines[part.from]?.start ?? 0, end: lines[part.to - 1]?.end ?? 0 }
    const own = indicatorsIn(span)
    const said = matches(text, span, levels).slice(0, mostLevels)
    if (said.length < 2 || own.length === 0) return []
    return said.flatMap(({ groups, at }): Finding[] => {
      const announced = Number(groups[1] || groups[4])
      const level = groups[2] || groups[3] || ''
      const found = own.filter(({ path }) => path.length === '一二三四'.indexOf(level)).length
      return found === 0 || found === announced ? [] : [differs(at, `${level}级指标`, announced, found)]
    })
  })
}

/** Announced numbers against the names that stand there. */
export function lintCounts(reading: Reading): readonly Finding[] {
  const { context, fields } = reading
  const each = fields.groups.flatMap(({ name, announced, found }): Finding[] =>
    announced === null || announced === found ? [] : [differs(name.at, name.value, announced, found)],
  )
  const total =
    fields.groups.length > 0 ? fields.groups.reduce((all, { found }) => all + found, 0) : fields.units.length
  const whole = total < 3 ? [] : announcedTotals(context).filter(({ count }) => count !== total)
  return [
    ...each,
    ...whole.slice(0, 1).map(({ count, at }) => differs(at, '全部单位', count, total)),
    ...lists(reading),
    ...indicators(reading),
    ...byLevel(reading),
  ]
}
