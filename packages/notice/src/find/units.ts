import { columnsOf, placesOf } from '../text/columns.ts'
import type { Context } from '../text/context.ts'
import { dateLine } from '../text/dates.ts'
import type { Line, Span } from '../text/document.ts'
import { type Section, walk } from '../text/sections.ts'
import { matches, type Placed, placed, sentences, trimmed } from '../text/words.ts'
import { gradedUnits } from './graded-units.ts'
import { givesTasks } from './indicator-tables.ts'
import { countedGroups, groupedParts, groupHead, groupLine, listsInBrackets } from './unit-lines.ts'
import {
  type AnnouncedGroup,
  type AppraisedUnitName,
  cellNames,
  namesIn,
  type UnitGroupName,
  UnitList,
  unitOf,
} from './unit-names.ts'

const heading =
  /(?:考[核评](?:巡查|督查|检查|评价|评议|评估)?|评[价估比议]|绩效管理|实施)(?:的)?(?:对象|范围|单位|分组|分类|类别)|被考[核评]|参[考评](?:单位|对象|范围)|^(?:分组|分类|适用范围|适用对象)|单位(?:分组|分类|名单|范围)|对象(?:和|及|与)|(?:核[验查]|督[查导]|[检调抽]查|验收|测评|认定)(?:的)?(?:对象|范围)/
/** 一、考核责任单位 over its classes names who is appraised; 责任单位：… on a line names who answers. */
const answering = /^考[核评]责任(?:单位|主体)$/

/** 一、评估单位 with nothing behind it names nobody. */
const bareHeading = /^[^，、]{0,10}(?:单位|对象|范围|部门|机构)$/
const annex = /名单|分组|分类表|单位一览/

/** 全县共8个乡镇：… counts all objects; it is no group. */
const everybody =
  /^(?:(?:全[省市县区州旗镇乡]|本[省市县区镇乡]|我[市县区镇乡]|共|总计)(?:共|共有)?|(?:全[省市县区州旗镇乡])?(?:共有?)?(?:\d{1,3}个[\u4e00-\u9fa5]{1,6}(?:[（(][^（）()]{1,8}[)）])?[和、及]?){1,4}(?:[，,](?:即|分别(?:是|为)|包括|具体(?:是|为)))?)$/

/** 8个村和2个社区 are two classes, each with its number. */
const groupsIn = (text: string, said: Span): readonly AnnouncedGroup[] =>
  matches(
    text,
    said,
    /(\d{1,3})\s?[个家户]([\u4e00-\u9fa5]{1,6}?(?:[（(][^（）()]{1,8}[)）])?)(?=[和、及与，,]|$)/,
  ).map(({ groups, group }) => ({ name: placed(text, group(2), 0.88), announced: Number(groups[1]) }))

/** （一）县（市、区）。右溪区、…，共10个。: the heading names the group. */
const titledGroup = /^([^，。；：:]{2,16})。(?=[^。]{4,400}。?$)/

/** 各县（区）人民政府（具体为：…）和某管委会: the names stand in brackets. */
const inBrackets =
  /^([^，。；（）()]{0,16}(?:[（(][^（）()]{1,6}[)）])?[^，。；（）()]{0,10})[（(](?:具体)?(?:为|是|包括|即|分别(?:为|是)|指)[:：]?([^（）()]{4,400})[)）](?:[和及与、，]|$)/

/** 市直单位，共23个。 over the classes that have the names. */
const onlyCount = /^[^，。；：:]{2,16}[，,]\s?共(?:计|有)?\s?\d{1,3}\s?[个家户](?:单位|部门)?[。：:]?$/

/** （一）县区政府 or 分为平原片区和山区片区 over 第一类：…, 平原片区：… names no body. */
function headsGroups(line: Line, below: Line | undefined): boolean {
  if (!below || (below.label ? below.label.level <= (line.label?.level ?? 9) : false)) return false
  const group = groupLine.exec(below.text.slice(below.label?.length ?? 0))
  if (!group?.[4]) return false
  return /^[^，、。；]{2,20}$/.test(line.text) || (/分为|划分/.test(line.text) && line.text.includes(group[1] ?? ''))
}

/** 考核对象分为四类： speaks of the groups below. */
const announces = /分为|如下|包括|对象$|范围$/

/** 企业化管理的单位不纳入考核: who is left out. */
const excludes = /不(?:再)?(?:纳入|列入|参加|参与|参评|作为|进行)|除外|另行/

/** 牵头考核单位由区安监局变更为区应急管理局: who appraises, not who is appraised. */
const notObjects = new RegExp(`${excludes.source}|牵头(?:考[核评])?单位`)

const lead =
  /^(?:.{0,24}?(?:主要包括|包括|范围为|对象为|对象是|范围是|适用于|涉及|主要是|分别为|分别是|具体为|具体是|为|[，,]?即(?=[:：]))[:：]?)/

/** Lines below a group's head that go on with names, up to the next label, blank or head. */
export function namedBelow(text: string, lines: readonly Line[], at: number): readonly Line[] {
  const named: Line[] = []
  for (const line of lines.slice(at + 1, at + 60)) {
    if (line.text === '' || line.label || line.table !== undefined || groupLine.exec(line.text)?.[4]) break
    if (named.length > 0 && (groupHead.test(line.text) || namesIn(text, line) === 0)) break
    named.push(line)
  }
  return named
}

/** Reads one line into the list; how many lines below it were read with it. */
function readLine(text: string, lines: readonly Line[], line: Line, into: UnitList): number {
  const below = lines[line.index + 1]
  const from = line.start + (line.label?.length ?? 0)
  const words = text.slice(from, line.end)
  if (countedGroups(text, { start: from, end: line.end }, into)) return 0
  if (groupedParts(text, { start: from, end: line.end }, into)) return 0
  const head = groupLine.exec(words)
  if (head?.[4]) {
    const name = placed(text, trimmed(text, { start: from, end: from + (head[1] ?? '').length }), 0.93)
    const announced = head[2] ?? head[3]
    const group = everybody.test(name.value) ? null : name
    const names = { start: line.end - head[4].length, end: line.end }
    if (group === null && into.byEnding(names, groupsIn(text, name.at))) return 0
    if (excludes.test(name.value)) return 0
    if (!/对象|范围|包括|为$/.test(name.value) && into.list(names, group, announced ? Number(announced) : null))
      return 0
  }
  const titled = line.label && titledGroup.exec(words)
  if (titled?.[1] && !/对象|范围/.test(titled[1])) {
    const name = placed(text, { start: from, end: from + titled[1].length }, 0.9)
    const names = { start: name.at.end + 1, end: line.end }
    if (namesIn(text, names) > 1 && into.list(names, name, null)) return 0
  }
  const bare = groupHead.exec(words) ?? (head && head[4] === '' ? head : null)
  if (bare && below && !below.label && !announces.test(bare[1] ?? '') && !groupLine.exec(below.text)?.[4]) {
    const name = placed(text, trimmed(text, { start: from, end: from + (bare[1] ?? '').length }), 0.9)
    const announced = bare[2] ?? bare[3]
    const named = namedBelow(text, lines, line.index)
    const span = { start: below.start, end: named.at(-1)?.end ?? below.end }
    return into.list(span, name, announced ? Number(announced) : null) ? Math.max(1, named.length) : 0
  }
  if (groupHead.test(words) && (below?.label?.level ?? 0) > (line.label?.level ?? 9)) return 0
  if ((line.label && onlyCount.test(words)) || headsGroups(line, below)) return 0
  for (const sentence of sentences(text, { start: from, end: line.end })) {
    if (listsInBrackets(text, sentence, into)) return 0
    const [inside] = matches(text, sentence, inBrackets)
    if (!inside || !into.list(inside.group(2), null, null)) continue
    into.list({ start: inside.at.end, end: sentence.end }, null, null)
    return 0
  }
  const first = lead.exec(words)?.[0].length ?? 0
  const plain =
    first +
    (/^[^，。：:]{2,16}[，,](?:具体)?(?:包括|即|分别是|分别为|为)[:：]/.exec(words.slice(first))?.[0].length ?? 0)
  if (words.length < 800)
    for (const sentence of sentences(text, { start: from + plain, end: line.end }))
      if (!excludes.test(text.slice(sentence.start, sentence.end))) into.list(sentence, null, null)
  return 0
}

function fromTable(context: Context, into: UnitList): void {
  for (const table of context.tables) {
    const columns = columnsOf(table)
    const [unitColumn] = columns ? placesOf(columns, 'unit') : []
    if (!columns || unitColumn === undefined) continue
    if (givesTasks(table)) {
      const known = new Set(into.units.map(({ name }) => name.value))
      for (const row of table.rows.slice(columns.first)) {
        const cell = row[unitColumn]
        if (!cell || cell.text === '' || known.has(cell.text) || namesIn(context.text, cell) !== 1) continue
        known.add(cell.text)
        into.units.push(unitOf(context.text, cell, null))
      }
      continue
    }
    if (placesOf(columns, 'mark').length > 0 || placesOf(columns, 'name').length > 0) continue
    const [groupColumn] = placesOf(columns, 'group')
    const [countColumn] = placesOf(columns, 'count')
    const counts = new Map<string, { name: Placed; found: number; said: string }>()
    let group: Placed | null = null
    for (const row of table.rows.slice(columns.first)) {
      const cell = row[unitColumn]
      const groupCell = groupColumn === undefined ? undefined : row[groupColumn]
      if (groupCell && groupCell.text !== '') group = placed(context.text, groupCell, 0.95)
      if (!cell || cell.text === '' || cell.repeated) continue
      for (const piece of cellNames(context.text, cell)) {
        into.units.push(unitOf(context.text, piece, group?.value ?? null))
        if (group)
          counts.set(group.value, {
            name: counts.get(group.value)?.name ?? group,
            found: (counts.get(group.value)?.found ?? 0) + 1,
            said: counts.get(group.value)?.said ?? (countColumn === undefined ? '' : (row[countColumn]?.text ?? '')),
          })
      }
    }
    for (const { name, found, said } of counts.values()) {
      const announced =
        /[（(]\s?共?\s?(\d{1,3})\s?[个家]/.exec(name.value)?.[1] ?? /^\d{1,3}(?=\s?[个家户]?$)/.exec(said)?.[0]
      into.groups.push({ name, announced: announced ? Number(announced) : null, found })
    }
  }
}

/** 第三条 本办法适用于全县12个乡镇，分为三类： over the classes. */
const appliesTo = /^本(?:办法|细则|方案|规定)适用于/

const mostClasses = 20

/** 重点开发类（3个）：江北区、江南区 right below 本办法适用于各县（区），分为三类：. */
function classesBelow(text: string, lines: readonly Line[], line: Line): readonly Line[] {
  if (!/(?:分为|划分)[^，。；]{1,8}[：:。]?$/.test(line.text)) return []
  const below = lines.slice(line.index + 1, line.index + 1 + mostClasses)
  const end = below.findIndex((one) => {
    const names = one.label ? undefined : groupLine.exec(one.text)?.[4]
    return !names || namesIn(text, { start: one.end - names.length, end: one.end }) === 0
  })
  return end < 0 ? below : below.slice(0, end)
}

const speaksOfObjects = ({ title, children }: Section): boolean =>
  (title.length <= 40 && heading.test(title) && !notObjects.test(title)) ||
  ((appliesTo.test(title) || answering.test(title)) && children.length > 1)

/** Appraised units and their groups: where a heading speaks of objects, in annexes with lists of names, in tables. */
export function findUnits(context: Context): {
  readonly units: readonly AppraisedUnitName[]
  readonly groups: readonly UnitGroupName[]
} {
  const { text, lines, lists, sections, parts } = context
  const into = new UnitList(text)
  const wanted = new Set<number>()
  for (const section of walk(sections)) {
    // 2.被考核单位名单 in the list of attachments heads nothing.
    const inList = lists.some(({ from, to }) => section.from >= from && section.from < to)
    if (inList || !speaksOfObjects(section)) continue
    const bare = bareHeading.test(section.title) && section.rest.start >= section.rest.end
    for (let at = bare ? section.from + 1 : section.from; at < section.to; at++) wanted.add(at)
  }
  for (const part of parts) {
    if (part.kind === 'annex' && annex.test(part.title?.value ?? ''))
      for (let at = part.body; at < part.to; at++) wanted.add(at)
  }
  for (const line of lines) {
    if (wanted.has(line.index) || !appliesTo.test(line.text.slice(line.label?.length ?? 0))) continue
    const classes = classesBelow(text, lines, line)
    for (const { index } of classes.length > 0 ? classes : [line]) wanted.add(index)
  }
  let skip = -1
  for (const at of wanted) {
    const line = lines[at] as Line
    if (at <= skip || line.text === '' || line.table !== undefined || dateLine(lines[at + 1]?.text ?? '')) continue
    skip = Math.max(skip, at + readLine(text, lines, line, into))
  }
  fromTable(context, into)
  if (into.units.length === 0) gradedUnits(context, into)
  return { units: into.units, groups: into.groups }
}

/** 全县13个乡（镇）：, 全镇8个村和2个社区：. */
const allOf =
  /全[省市县区州旗镇乡](?:共有?)?((?:\d{1,3}个[\u4e00-\u9fa5]{1,6}?(?:[（(][^（）()]{1,8}[)）])?[和、及]?){1,4})(?=[:：]|[，,](?:即|分别|具体))/

/** 共43家: counts announced without a list of their own. */
export const announcedTotals = ({ text }: Context): readonly { readonly count: number; readonly at: Span }[] => [
  ...matches(text, { start: 0, end: text.length }, allOf).map(({ at, groups }) => ({
    at,
    count: [...(groups[1] ?? '').matchAll(/\d{1,3}/g)].reduce((sum, [digits]) => sum + Number(digits), 0),
  })),
  ...matches(
    text,
    { start: 0, end: text.length },
    /共(?:计|有)?\s?(\d{1,3})\s?[个家](?:参[考评])?(?:单位|部门|被考[核评]单位|考[核评]对象|乡镇|镇街|街道|县区|县（市、区）|区县)/,
  ).map(({ groups, at }) => ({ count: Number(groups[1]), at })),
]
