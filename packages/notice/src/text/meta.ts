import type { NoticeText, Span } from './document.ts'
import { type Placed, placed, split, trimmed } from './words.ts'

export type MetaKey = 'title' | 'issuer' | 'number' | 'signed' | 'published'

/** What the frame of a government site says of the paper, and the lines it stands in. */
export interface Meta {
  readonly values: ReadonlyMap<MetaKey, Placed>
  readonly lines: ReadonlySet<number>
}

const labels: readonly (readonly [RegExp, MetaKey | undefined])[] = [
  [/^(?:标\s?题|名\s?称|信息名称|文件名称|文件标题)$/, 'title'],
  [/^(?:发文单位|发文机[关构]|制定机关|发布单位|发布机构|发布机关|公开机构|责任部门)$/, 'issuer'],
  [/^(?:发文字号|发文文号|文\s?号|文件编号|文件号|公文编号)$/, 'number'],
  [/^(?:成文日期|成文时间|发文日期|发文时间|生成日期|印发日期|签发日期)$/, 'signed'],
  [/^(?:发布日期|发布时间|公开日期|公布日期|公开时间)$/, 'published'],
  [
    /^(?:索\s?引\s?号|主题分类|主题词|主题|体裁分类|组配分类|信息分类|分类|类别|有\s?效\s?性|效力状态|关键词|内容概述|来源|信息来源|作者|浏览次数|点击数|阅读次数|字体|字号|生效日期|失效日期|废止日期|实施日期)$/,
    undefined,
  ],
]

const keyOf = (label: string): { readonly key: MetaKey | undefined } | undefined => {
  const found = labels.find(([form]) => form.test(label.trim()))
  return found && { key: found[1] }
}

/** 文号：…号 公开方式：主动公开 holds two labels in one piece. */
function labelledPieces(text: string, { start, end }: Span): readonly Span[] {
  const words = text.slice(start, end)
  const cuts = [...words.matchAll(/ (?=[\u4e00-\u9fa5]{2,6}\s?[:：])/g)].map(({ index }) => start + index)
  return [start, ...cuts].map((from, at) => trimmed(text, { start: from, end: cuts[at] ?? end }))
}

/** Reads `label: value` pairs in the first forty lines; a value may stand in the next cell or line. */
export function metaOf({ text, lines }: NoticeText): Meta {
  const values = new Map<MetaKey, Placed>()
  const taken = new Set<number>()
  let above: { readonly key: MetaKey | undefined } | undefined
  for (const line of lines.slice(0, 40)) {
    let waiting = above && (above.key === 'title' || !/关于|的通[知报告]$/.test(line.text)) ? above : undefined
    for (const piece of split(text, line, '|｜\t').flatMap((one) => labelledPieces(text, one))) {
      const words = text.slice(piece.start, piece.end)
      const colon = words.search(/[:：]/)
      const key = colon > 0 && colon <= 8 ? keyOf(words.slice(0, colon)) : undefined
      const bare = colon < 0 && line.table !== undefined ? keyOf(words) : undefined
      const value = key ? { start: piece.start + colon + 1, end: piece.end } : waiting && piece
      const [inner] = value ? split(text, value, '') : []
      const name = (key ?? waiting)?.key
      if (key || bare || waiting) taken.add(line.index)
      if (inner && name && !values.has(name)) values.set(name, placed(text, inner, 0.98))
      waiting = key && !inner ? key : bare
    }
    above = waiting && line.table === undefined && /[:：]$/.test(line.text) ? waiting : undefined
  }
  return { values, lines: taken }
}
