import type { PaperLayout, ParagraphLayout } from '../layout/model.ts'
import { likeDay } from './words.ts'

/** 版记. `rules` are its lines from above to below, thickness in twips. */
export interface Imprint {
  readonly copies?: ParagraphLayout
  readonly printed?: ParagraphLayout
  readonly rules: readonly number[]
  /** Indices of all its paragraphs. */
  readonly all: ReadonlySet<number>
}

const sent = /^(?:抄送|抄报|主送|分送)\s*[:：]/

const isPrinted = (text: string): boolean => /印\s*发$/.test(text.trim()) && /年.*月.*日/.test(text)

/** A black line: text of no height on black ground, a border, or a drawn line. */
function rulesOf(paragraph: ParagraphLayout): readonly number[] {
  const { fill, spacing, borders, text, lines } = paragraph
  if (text.trim() === '' && fill === '000000' && spacing.rule === 'exact') return [spacing.line]
  const drawn = lines.map(({ thickness }) => thickness)
  return [borders.top, borders.bottom].flatMap((border) => (border ? [(border.size / 8) * 20] : [])).concat(drawn)
}

/** The imprint closes the paper: its lines are looked for from the end. */
export function readImprint({ paragraphs }: PaperLayout): Imprint {
  const printed = paragraphs.findLast(({ text }) => isPrinted(text))
  const copies = paragraphs.findLast(({ text, framed, place, index }) => {
    const near = printed ? index < printed.index && index > printed.index - 8 : framed || place === 'table'
    return sent.test(text.trim()) && (near || index > paragraphs.length - 6)
  })
  const anchor = [copies, printed].filter((paragraph) => paragraph !== undefined)
  if (anchor.length === 0) return { rules: [], all: new Set() }
  const [first, last] = [Math.min(...anchor.map(({ index }) => index)), Math.max(...anchor.map(({ index }) => index))]
  const near = paragraphs.filter(({ index, text, framed, place }) => {
    if (index >= first && index <= last) return true
    const beside = index >= first - 3 && index <= last + 3
    return (
      beside && place !== 'header' && !likeDay.test(text.trim()) && (framed || (text.trim() === '' && index > last))
    )
  })
  return {
    ...(copies && { copies }),
    ...(printed && { printed }),
    rules: near.flatMap(rulesOf),
    all: new Set(near.map(({ index }) => index)),
  }
}
