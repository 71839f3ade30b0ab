import type { ParagraphLayout } from '../layout/model.ts'

/** An attachment bound behind a paper. */
export interface BoundAttachment {
  readonly label: ParagraphLayout
  /** Its title as one line; empty when none stands under the label. */
  readonly name: string
}

const oneLine = (text: string): string => text.replace(/[\s\u3000]+/g, '')

/** The centred lines under each label. */
export const readAttachments = (
  lines: readonly ParagraphLayout[],
  labels: readonly ParagraphLayout[],
): readonly BoundAttachment[] =>
  labels.map((label) => {
    const at = lines.indexOf(label) + 1
    const following = lines.slice(at, at + 5)
    const size = following[0]?.runs[0]?.size
    const end = following.findIndex(({ align, runs }) => align !== 'center' || runs[0]?.size !== size)
    const title = following.slice(0, end < 0 ? following.length : end)
    return { label, name: oneLine(title.map(({ text }) => text).join('')) }
  })

/** `附件：1. …` as number (0 without one) and name. */
export function namesOf(
  note: readonly ParagraphLayout[],
): readonly { readonly number: number; readonly name: string }[] {
  return note.map(({ text }) => {
    const found = /^(?:附件[:：])?(?:(\d{1,2})[.．、])?(.*)$/u.exec(oneLine(text))
    return { number: Number(found?.[1] ?? 0), name: found?.[2] ?? '' }
  })
}
