import { announcedTotals, namesIn } from '../find/units.ts'
import type { Reading } from '../read.ts'
import type { Line, Span } from '../text/document.ts'
import { walk } from '../text/sections.ts'
import { matches } from '../text/words.ts'
import type { Finding } from './findings.ts'

const differs = (at: Span, name: string, announced: number, found: number): Finding => ({
  kind: 'notice.countDiffers',
  at,
  params: { name, announced: String(announced), found: String(found) },
})

const counted = /^(.{2,30}?)[（(]\s?共?\s?(\d{1,3})\s?[个家户]\s?[)）][:：]?(.*)$/

/** 一等等次（8个） with names behind it or on the line below, outside the division of objects into groups. */
function lists({ context: { text, lines }, fields: { groups } }: Reading): readonly Finding[] {
  const known = groups.map(({ name }) => name.at)
  return lines.flatMap((line: Line): Finding[] => {
    const head = line.table === undefined ? counted.exec(line.text.slice(line.label?.length ?? 0)) : null
    if (!head || known.some((at) => at.start >= line.start && at.end <= line.end)) return []
    const below = lines[line.index + 1]
    const span = head[3]
      ? { start: line.end - head[3].length, end: line.end }
      : below && !below.label
        ? below
        : undefined
    const found = span ? namesIn(text, span) : 0
    const announced = Number(head[2])
    const name = head[1] ?? ''
    return found > 1 && found !== announced
      ? [differs({ start: line.start, end: line.end }, name, announced, found)]
      : []
  })
}

const items =
  /((?:考[核评]|评价|共性|个性|绩效)?(?:评价)?指标|考[核评](?:项目|内容))共(?:有|设|计)?\s?(\d{1,2})\s?[项个]/

/** 共性指标共6项 over five of them. */
function indicators({ context: { text, sections }, fields: { indicators: all } }: Reading): readonly Finding[] {
  return [...walk(sections)].flatMap((section): Finding[] => {
    const own = { start: section.rest.start, end: section.children[0]?.start ?? section.end }
    const [said] = own.end > own.start ? [...matches(text, own, items)] : []
    if (!said) return []
    const inside = all.filter(({ name }) => name.at.start >= section.start && name.at.end <= section.end)
    const counts = [inside.filter(({ leaf }) => leaf).length, inside.length, section.children.length]
    const announced = Number(said.groups[2])
    const [leaves = 0] = counts
    return leaves < 2 || counts.includes(announced) ? [] : [differs(said.at, said.groups[1] ?? '', announced, leaves)]
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
  ]
}
