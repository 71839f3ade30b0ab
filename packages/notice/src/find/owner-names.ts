import type { Span } from '../text/document.ts'
import { type Placed, placed, split, trimmed } from '../text/words.ts'

/** Who is named behind 责任单位： or in such a column: the one that leads, its section, and who works with it. */
export interface Owners {
  readonly lead: Placed | null
  readonly section: Placed | null
  readonly supporters: readonly Placed[]
}

interface OwnerName {
  readonly name: Placed
  readonly section: Placed | null
  readonly leads: boolean
}

/** 市财政局会同市审计局 names two. */
const together = /(?<=.{2})(?:会同|联合|会商|商)(?=[省市县区州旗镇乡])/

function apart(text: string, piece: Span): readonly Span[] {
  const found = together.exec(text.slice(piece.start, piece.end))
  if (!found) return [piece]
  const middle = piece.start + found.index
  return [{ start: piece.start, end: middle }, ...apart(text, { start: middle + found[0].length, end: piece.end })]
}

/** 市委督查室（牵头）, 市发展改革委（投资科）: what stands in brackets behind a body. */
const inParens = /^(.{2,40}?)\s?[（(]\s?([^（）()]{2,16})\s?[)）]$/
const leads = /^(?:牵头|主办|主责)(?:单位|部门)?$/
const section = /^[^、，]{2,12}[科处股室]$/

function ownerName(text: string, whole: Span): OwnerName {
  const piece = trimmed(text, whole, '等')
  const found = inParens.exec(text.slice(piece.start, piece.end))
  const [, name = '', behind = ''] = found ?? []
  const bare = { start: piece.start, end: piece.start + name.length }
  if (leads.test(behind)) return { name: placed(text, bare, 0.92), section: null, leads: true }
  if (!section.test(behind) || /办公室$/.test(behind))
    return { name: placed(text, piece, 0.92), section: null, leads: false }
  const at = text.indexOf(behind, bare.end)
  return {
    name: placed(text, bare, 0.92),
    section: placed(text, { start: at, end: at + behind.length }, 0.9),
    leads: false,
  }
}

/** A list of bodies in the order of the text; the first leads unless another one is said to. */
export function ownersIn(text: string, span: Span, separators = '、，,；; '): Owners {
  const all = split(text, span, separators)
    .flatMap((piece) => apart(text, piece))
    .map((piece) => ownerName(text, piece))
    .filter(({ name }) => name.value.length >= 2)
  const lead = all.find((one) => one.leads) ?? all[0]
  return {
    lead: lead?.name ?? null,
    section: lead?.section ?? null,
    supporters: all.filter((one) => one !== lead).map(({ name }) => name),
  }
}
