import type { Context } from '../text/context.ts'
import type { Line, Span } from '../text/document.ts'
import { type Section, walk } from '../text/sections.ts'
import { postLine } from './organ-posts.ts'
import type { Region } from './region.ts'

export const bodyKinds =
  '(?:领导小组|协调小组|专项小组|工作小组|工作专班|(?:考[核评]|绩效|绩效管理|考评工作|考核工作|评议)委员会|指挥部)'

export interface BodyRegion extends Region {
  readonly name: Span
}

const groupKinds = '(?:领导小组|专项小组|工作小组|委员会|指挥部|专班|工作组|[\\u4e00-\\u9fa5]组)'
/** 数据核验专班, 青禾县年度考核委员会组成人员: a heading that names a body and nothing else. */
const namesBody = new RegExp(
  `^([^，,。；：:、“”（）()\\s和及]{2,36}?${groupKinds})(?:[（(][^）)]{2,30}[)）])?(?:的?(?:组成)?(?:人员|成员)(?:组成|名单)?|名单)?\\s?[:：。]?$`,
)
/** Classes of units are called groups too, and the words for a group without its own name stand for the one above. */
const notBody =
  /^(?:第[一二三四五六七八九十\d]+组|.{0,2}(?:领导小组|工作小组|考[核评]委员会|工作专班|专班|专项小组|工作组|小组))$/

/** Posts in lines, bodies that take part or one that leads: what only a body has. */
const isManned = (text: string, span: Span, lines: readonly Line[]): boolean =>
  lines.some((line) => postLine.test(line.text)) ||
  /成员(?:单位)?\s?[:：由]|由[^，,。；]{2,24}牵头|组长(?:单位)?\s?[:：由]/.test(text.slice(span.start, span.end))

/** Headings that each name a body, with the lines under them; a heading over other such headings has none of its own. */
export function bodyRegions({ text, lines, sections }: Context): readonly BodyRegion[] {
  const own = (section: Section): BodyRegion | undefined => {
    const name = namesBody.exec(section.title)?.[1]
    if (name === undefined || notBody.test(name)) return undefined
    const span = { start: section.titleAt.start, end: section.end }
    return isManned(text, span, lines.slice(section.from, section.to))
      ? { text, name: { start: span.start, end: span.start + name.length }, spans: [span] }
      : undefined
  }
  const all = [...walk(sections)].map(own).filter((region) => region !== undefined)
  return all.filter(
    ({ spans: [span] }) =>
      !all.some(
        ({ spans: [other] }) => other !== span && span && other && span.start < other.start && other.end <= span.end,
      ),
  )
}

/** All of the text but the regions of other bodies. */
export function outside(text: string, regions: readonly BodyRegion[]): readonly Span[] {
  const taken = regions.flatMap(({ spans }) => spans).sort((a, b) => a.start - b.start)
  const starts = [0, ...taken.map(({ end }) => end)]
  return starts
    .map((start, at) => ({ start, end: taken[at]?.start ?? text.length }))
    .filter(({ start, end }) => end > start)
}
