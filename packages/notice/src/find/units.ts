import { columnsOf, placesOf } from '../text/columns.ts'
import type { Context } from '../text/context.ts'
import { dateLine } from '../text/dates.ts'
import type { Line, Span } from '../text/document.ts'
import { organEnd } from '../text/organs.ts'
import { walk } from '../text/sections.ts'
import { matches, type Placed, placed, sentences, split, trimmed } from '../text/words.ts'

export interface AppraisedUnitName {
  readonly name: Placed
  readonly aliases: readonly Placed[]
  readonly group: string | null
}

export interface UnitGroupName {
  readonly name: Placed
  readonly announced: number | null
  readonly found: number
}

const heading =
  /(?:考[核评](?:巡查|督查|检查|评价|评议|评估)?|评[价估比议]|绩效管理|实施)(?:的)?(?:对象|范围|单位|分组|分类|类别)|被考[核评]|参[考评](?:单位|对象|范围)|^(?:分组|分类|适用范围|适用对象)|单位(?:分组|分类|名单|范围)|对象(?:和|及|与)/
/** 一、评估单位 with nothing behind it names nobody. */
const bareHeading = /^[^，、]{0,10}(?:单位|对象|范围|部门|机构)$/
const annex = /名单|分组|分类表|单位一览/

const counted =
  '(?:[（(]\\s?(?:[^（）()，,]{1,12}[，,]\\s?)?共?\\s?(\\d{1,3})\\s?(?:个|家|户)?(?:单位|部门|乡镇)?\\s?[)）])'
const groupName = '((?:[^，。；:：（(]|[（(][^（）()\\d]{1,8}[)）]){1,24}?)'
const groupLine = new RegExp(
  // 市直部门3个：, 县区共6个单位：
  `^${groupName}\\s?${counted}?\\s?(?:[:：]|包括|(?:共\\s?)?(\\d{1,3})\\s?[个家](?:(?<=共\\s?\\d{1,3}\\s?[个家])\\S{0,4})?[:：])\\s?(.*)$`,
)
const groupHead = new RegExp(`^${groupName}\\s?${counted}\\s?$`)

/** 全县共8个乡镇：… counts all objects; it is no group. */
const everybody =
  /^(?:(?:全[省市县区州旗]|本[省市县区]|我[市县区]|共|总计)(?:共|共有)?|(?:全[省市县区州旗])?(?:共有?)?(?:\d{1,3}个[\u4e00-\u9fa5]{1,6}(?:[（(][^（）()]{1,8}[)）])?[和、及]?){1,4}(?:[，,](?:即|分别(?:是|为)|包括|具体(?:是|为)))?)$/

/** 考核对象分为四类： speaks of the groups below. */
const announces = /分为|如下|包括|对象$|范围$/

/** 企业化管理的单位不纳入考核: who is left out. */
const excludes = /不(?:再)?(?:纳入|列入|参加|参与|参评|作为|进行)|除外|另行/

const lead =
  /^(?:.{0,24}?(?:主要包括|包括|范围为|对象为|对象是|范围是|适用于|涉及|主要是|分别为|分别是|具体为|具体是|为|[，,]?即(?=[:：]))[:：]?)/

/** 市场监管局（知识产权局）, 高新区管委会（以下简称“高新区”）: a name with what stands in brackets behind it. */
const withBrackets = /^(.{2,30}?)[（(]\s?((?:以下)?(?:统一)?简称[:：]?\s?)?[“"]?([^（）()“”"]{2,20})[”"]?[)）]$/d

const unitLike = (whole: string): boolean => isUnitName(withBrackets.exec(whole)?.[1] ?? whole)

const isUnitName = (words: string): boolean =>
  words.length >= 2 &&
  words.length <= 30 &&
  (organEnd.test(words) ||
    /^各|(?:单位|部门|机构|乡|镇|街道|县|区|市|企业|学校|协会|联合会|联|团委|总工会|法院|检察院|人武部|园|所|分局|公司)$/.test(
      words,
    )) &&
  !/[“”\d]|进行|工作$|考核$|指标/.test(words)

/** The name, and a second one in brackets. */
function unitOf(text: string, span: Span, group: string | null): AppraisedUnitName {
  const words = text.slice(span.start, span.end)
  const parens = withBrackets.exec(words)
  const [start, end] = parens?.indices?.[3] ?? [0, 0]
  const second = parens?.[3] ?? ''
  const alias = parens && (parens[2] !== undefined || (organEnd.test(second) && !/^(?:含|不含|各)/.test(second)))
  return {
    name: placed(text, alias ? { start: span.start, end: span.start + (parens[1] ?? '').length } : span, 0.93),
    aliases: alias ? [placed(text, { start: span.start + start, end: span.start + end }, 0.9)] : [],
    group,
  }
}

/** 涉及上述任务的各有关市直部门 is 各有关市直部门. */
const unqualified = (text: string, { start, end }: Span): Span => {
  const qualified = /^.{2,24}的(?=各|[省市县区州]直|有关|相关)/.exec(text.slice(start, end))
  return { start: start + (qualified?.[0].length ?? 0), end }
}

/** 县教育局等38个县直部门 names 县教育局. */
function withoutOthers(text: string, { start, end }: Span): Span {
  const others = /(?<=.{3})等(?:\d{1,3}[个家户])?[^，。；、等]{0,8}(?:部门|单位|企业|机构)$/.exec(
    text.slice(start, end),
  )
  return { start, end: end - (others?.[0].length ?? 0) }
}

const listOf = (text: string, span: Span): readonly Span[] =>
  split(text, trimmed(text, span, '。；'), '、，,；; \n').map((piece) =>
    unqualified(text, withoutOthers(text, trimmed(text, piece, '等。'))),
  )

/** How many bodies a span names; 0 where it is no list of bodies. */
export function namesIn(text: string, span: Span): number {
  const pieces = listOf(text, span)
  const good = pieces.filter(({ start, end }) => unitLike(text.slice(start, end)))
  return good.length >= pieces.length * 0.6 ? pieces.length : 0
}

class UnitList {
  readonly units: AppraisedUnitName[] = []
  readonly groups: UnitGroupName[] = []
  private readonly text: string
  constructor(text: string) {
    this.text = text
  }

  list(span: Span, group: Placed | null, announced: number | null): boolean {
    const pieces = listOf(this.text, span)
    const good = pieces.filter(({ start, end }) => unitLike(this.text.slice(start, end)))
    if (good.length === 0 || good.length < pieces.length * 0.6) return false
    const named = pieces.filter(
      ({ start, end }) => !/[：:]|分为|如下|以下(?!简称)|^等/.test(this.text.slice(start, end)),
    )
    for (const piece of named) this.units.push(unitOf(this.text, piece, group?.value ?? null))
    if (group) this.groups.push({ name: group, announced, found: pieces.length })
    return true
  }
}

/** Lines below a group's head that go on with names, up to the next label, blank or head. */
function namedBelow(text: string, lines: readonly Line[], at: number): readonly Line[] {
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
  const head = groupLine.exec(words)
  if (head?.[4]) {
    const name = placed(text, trimmed(text, { start: from, end: from + (head[1] ?? '').length }), 0.93)
    const announced = head[2] ?? head[3]
    const group = everybody.test(name.value) ? null : name
    if (
      !/对象|范围|包括|为$/.test(name.value) &&
      into.list({ start: line.end - head[4].length, end: line.end }, group, announced ? Number(announced) : null)
    )
      return 0
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
    if (
      !columns ||
      unitColumn === undefined ||
      placesOf(columns, 'mark').length > 0 ||
      placesOf(columns, 'name').length > 0
    )
      continue
    const [groupColumn] = placesOf(columns, 'group')
    const counts = new Map<string, { name: Placed; found: number }>()
    let group: Placed | null = null
    for (const row of table.rows.slice(columns.first)) {
      const cell = row[unitColumn]
      const groupCell = groupColumn === undefined ? undefined : row[groupColumn]
      if (groupCell && groupCell.text !== '') group = placed(context.text, groupCell, 0.95)
      if (!cell || cell.text === '' || cell.repeated) continue
      for (const piece of split(context.text, cell, '、，,；;')) {
        into.units.push(unitOf(context.text, piece, group?.value ?? null))
        if (group)
          counts.set(group.value, {
            name: counts.get(group.value)?.name ?? group,
            found: (counts.get(group.value)?.found ?? 0) + 1,
          })
      }
    }
    for (const { name, found } of counts.values()) {
      const announced = /[（(]\s?共?\s?(\d{1,3})\s?[个家]/.exec(name.value)?.[1]
      into.groups.push({ name, announced: announced ? Number(announced) : null, found })
    }
  }
}

/** Appraised units and their groups: where a heading speaks of objects, in annexes with lists of names, in tables. */
export function findUnits(context: Context): {
  readonly units: readonly AppraisedUnitName[]
  readonly groups: readonly UnitGroupName[]
} {
  const { text, lines, sections, parts } = context
  const into = new UnitList(text)
  const wanted = new Set<number>()
  for (const section of walk(sections)) {
    if (section.title.length > 40 || !heading.test(section.title) || excludes.test(section.title)) continue
    const bare = bareHeading.test(section.title) && section.rest.start >= section.rest.end
    for (let at = bare ? section.from + 1 : section.from; at < section.to; at++) wanted.add(at)
  }
  for (const part of parts) {
    if (part.kind === 'annex' && annex.test(part.title?.value ?? ''))
      for (let at = part.body; at < part.to; at++) wanted.add(at)
  }
  for (const line of lines) {
    if (!wanted.has(line.index) && /^(?:本办法|本细则|本方案)适用于/.test(line.text.slice(line.label?.length ?? 0)))
      wanted.add(line.index)
  }
  let skip = -1
  for (const at of wanted) {
    const line = lines[at] as Line
    if (at <= skip || line.text === '' || line.table !== undefined || dateLine(lines[at + 1]?.text ?? '')) continue
    skip = Math.max(skip, at + readLine(text, lines, line, into))
  }
  fromTable(context, into)
  return { units: into.units, groups: into.groups }
}

/** 共43家: counts announced without a list of their own. */
export const announcedTotals = ({ text }: Context): readonly { readonly count: number; readonly at: Span }[] =>
  [
    ...matches(
      text,
      { start: 0, end: text.length },
      /共(?:计|有)?\s?(\d{1,3})\s?[个家](?:参[考评])?(?:单位|部门|被考[核评]单位|考[核评]对象|乡镇|镇街|街道|县区|县（市、区）|区县)/,
    ),
  ].map(({ groups, at }) => ({ count: Number(groups[1]), at }))
