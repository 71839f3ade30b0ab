import type { Context } from '../text/context.ts'
import { isOrgan, setWide } from '../text/organs.ts'
import { type Placed, placed } from '../text/words.ts'
import type { Signature } from './signature.ts'

/** Who issues: the body that signs, else the letterhead, the site, or the name before 关于 in the title. */
export function findIssuer(
  { text, head, meta }: Context,
  signature: Signature | null,
  title: Placed | null,
): Placed | null {
  const [first] = signature?.bodies ?? []
  const last = signature?.bodies.at(-1)
  if (first && last) {
    const words = signature?.bodies.map(({ start, end }) => text.slice(start, end).replace(/\n/g, '')) ?? []
    return { value: words.join(' '), at: { start: first.start, end: last.end }, confidence: 0.97 }
  }
  const letterhead = head.find((line) => /^.{3,40}文件$/.test(line.text.replace(/\s/g, '')))
  if (letterhead)
    return placed(text, { start: letterhead.start, end: letterhead.start + letterhead.text.lastIndexOf('文') }, 0.95)
  const stretched = head.find((line) => setWide.test(line.text) && isOrgan(line.text.replace(/\s/g, '')))
  if (stretched) return placed(text, stretched, 0.85)
  const named = meta.values.get('issuer')
  if (named) return named
  const before = title ? /^(.{3,40}?)\s?关于/.exec(title.value)?.[1] : undefined
  if (title && before && isOrgan(before))
    return { value: before, at: { start: title.at.start, end: title.at.start + before.length }, confidence: 0.85 }
  return null
}
