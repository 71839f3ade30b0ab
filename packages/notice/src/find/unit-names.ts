import type { Span } from '../text/document.ts'
import { organEnd } from '../text/organs.ts'
import { type Placed, placed, split, trimmed } from '../text/words.ts'

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

/** 市场监管局（知识产权局）, 高新区管委会（以下简称“高新区”）: a name with what stands in brackets behind it. */
const withBrackets = /^(.{2,30}?)[（(]\s?((?:以下)?(?:统一)?简称[:：]?\s?)?[“"]?([^（）()“”"]{2,20})[”"]?[)）]$/d

const unitLike = (whole: string): boolean => isUnitName(withBrackets.exec(whole)?.[1] ?? whole)

const isUnitName = (words: string): boolean =>
  words.length >= 2 &&
  words.length <= 30 &&
  (organEnd.test(words) ||
    /^各|(?:单位|部门|机构|乡|镇|街道|县|区|市|州|旗|村|企业|学校|[中小]学|幼儿园|协会|联合会|联|团委|总工会|法院|检察院|人武部|园|所|分局|公司|监察组)$/.test(
      words,
    )) &&
  !/[“”\d]|进行|工作$|考核$|指标/.test(words)

/** The name, and a second one in brackets. */
export function unitOf(text: string, span: Span, group: string | null): AppraisedUnitName {
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

/** 涉及上述任务的各有关市直部门 is 各有关市直部门, 本区所辖白鹤镇 is 白鹤镇. */
const unqualified = (text: string, { start, end }: Span): Span => {
  const qualified =
    /^.{2,24}的(?=各|[省市县区州]直|有关|相关)|^[全本我]?[省市县区州镇乡]?所?辖(?:区内)?的?(?=.{2})/.exec(
      text.slice(start, end),
    )
  return { start: start + (qualified?.[0].length ?? 0), end }
}

/** 县教育局等38个县直部门 names 县教育局. */
function withoutOthers(text: string, { start, end }: Span): Span {
  const others = /(?<=.{3})等(?:\d{1,3}[个家户])?[^，。；、等]{0,8}(?:部门|单位|企业|机构)$/.exec(
    text.slice(start, end),
  )
  return { start, end: end - (others?.[0].length ?? 0) }
}

/** 丰湖县和经济开发区管委会 are two bodies, 文化和旅游局 is one. */
function joined(text: string, piece: Span): readonly Span[] {
  const words = text.slice(piece.start, piece.end)
  const at = /(?<=.[县区市镇乡道局委办会部村])[和及](?=.{3})/.exec(words)?.index
  if (at === undefined || !isUnitName(words.slice(0, at)) || !isUnitName(words.slice(at + 1))) return [piece]
  return [
    { start: piece.start, end: piece.start + at },
    { start: piece.start + at + 1, end: piece.end },
  ]
}

/** ，共10个 behind the names. */
const countBehind = /[，,、]?\s?共(?:计|有)?\s?(\d{1,3})\s?[个家户](?:单位|部门|乡镇)?$/

const listOf = (text: string, span: Span): readonly Span[] =>
  split(text, trimmed(text, span, '。；'), '、，,；; \n')
    .map((piece) => unqualified(text, withoutOthers(text, trimmed(text, piece, '等。'))))
    .flatMap((piece) => joined(text, piece))

/** The names of a cell; a space parts them only where each piece is a name. */
export function cellNames(text: string, cell: Span): readonly Span[] {
  const apart = split(text, cell, '、，,；; ')
  return apart.every(({ start, end }) => unitLike(text.slice(start, end))) ? apart : split(text, cell, '、，,；;')
}

/** How many bodies a span names; 0 where it is no list of bodies. */
export function namesIn(text: string, span: Span): number {
  const pieces = listOf(text, span)
  const good = pieces.filter(({ start, end }) => unitLike(text.slice(start, end)))
  return good.length >= pieces.length * 0.6 ? pieces.length : 0
}

/** 8个村: a class of objects with its announced number. */
export interface AnnouncedGroup {
  readonly name: Placed
  readonly announced: number
}

/** 桐岭镇 is of the class 乡（镇）, 柳林社区 of the class 社区: it ends as the class is called, or with a character of 乡镇. */
const isOf = (name: string, { name: { value } }: AnnouncedGroup): boolean => {
  const bare = value.replace(/[（）()、\s]/g, '')
  return name.endsWith(bare) || (/^[省市县区旗州乡镇场]+$/.test(bare) && bare.includes(name.slice(-1)))
}

export class UnitList {
  readonly units: AppraisedUnitName[] = []
  readonly groups: UnitGroupName[] = []
  private readonly text: string
  constructor(text: string) {
    this.text = text
  }

  list(whole: Span, group: Placed | null, said: number | null): boolean {
    const span = trimmed(this.text, whole, '。；')
    const behind = countBehind.exec(this.text.slice(span.start, span.end))
    const announced = said ?? (behind ? Number(behind[1]) : null)
    const pieces = listOf(this.text, { start: span.start, end: span.end - (behind?.[0].length ?? 0) })
    const good = pieces.filter(({ start, end }) => unitLike(this.text.slice(start, end)))
    if (good.length === 0 || good.length < pieces.length * 0.6) return false
    const named = pieces.filter(
      ({ start, end }) => !/[：:]|分为|如下|以下(?!简称)|^等/.test(this.text.slice(start, end)),
    )
    for (const piece of named) this.units.push(unitOf(this.text, piece, group?.value ?? null))
    if (group) this.groups.push({ name: group, announced, found: pieces.length })
    return true
  }

  /** Names of one grade; what a class is found to have grows with each of its grades. */
  graded(span: Span, group: { readonly name: Placed; readonly announced: number | null } | null): void {
    const pieces = listOf(this.text, span)
    for (const piece of pieces) this.units.push(unitOf(this.text, piece, group?.name.value ?? null))
    if (!group) return
    const last = this.groups.at(-1)
    const goesOn = last?.name.at.start === group.name.at.start
    if (goesOn) this.groups.pop()
    this.groups.push({ ...group, found: (goesOn ? last.found : 0) + pieces.length })
  }

  /** Names of several announced classes in one list: in their order where the numbers add up, else by how each ends. */
  byEnding(span: Span, classes: readonly AnnouncedGroup[]): boolean {
    const pieces = listOf(this.text, span)
    const order = classes.flatMap((one) => Array.from({ length: Math.min(one.announced, pieces.length) }, () => one))
    const own = pieces.map((piece, at) => ({
      piece,
      of:
        order.length === pieces.length
          ? order[at]
          : classes.find((one) => isOf(this.text.slice(piece.start, piece.end), one)),
    }))
    if (classes.length < 2 || own.length < 2 || own.some(({ of }) => !of)) return false
    for (const { piece, of } of own) this.units.push(unitOf(this.text, piece, of?.name.value ?? null))
    for (const one of classes) this.groups.push({ ...one, found: own.filter(({ of }) => of === one).length })
    return true
  }
}
