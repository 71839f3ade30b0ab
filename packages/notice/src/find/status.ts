import type { Context } from '../text/context.ts'
import type { Placed } from '../text/words.ts'

/** 征求意见稿 or issued paper; null where a fragment shows neither. */
export function findStatus(
  { text, letter, lines }: Context,
  {
    title,
    number,
    date,
  }: { readonly title: Placed | null; readonly number: Placed | null; readonly date: Placed | null },
): Placed | null {
  const opening = { start: 0, end: lines[Math.min(letter.to, 40) - 1]?.end ?? text.length }
  const draft = /征求意见稿|送审稿|讨论稿|[（(]草案[)）]|公开征求.{0,30}意见的|征求.{0,40}意见的(?:函|通知|公告)/.exec(
    text.slice(opening.start, opening.end),
  )
  if (draft) return { value: 'draft', at: { start: draft.index, end: draft.index + draft[0].length }, confidence: 0.95 }
  const issued = number ?? date ?? (title && /印发|通知|公告|通报/.test(title.value) ? title : null)
  return issued ? { value: 'issued', at: issued.at, confidence: number ? 0.97 : 0.8 } : null
}
