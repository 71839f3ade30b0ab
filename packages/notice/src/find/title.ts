import type { Context } from '../text/context.ts'
import { dateLine } from '../text/dates.ts'
import type { Line } from '../text/document.ts'
import { setWide } from '../text/organs.ts'
import { type Part, paperKind } from '../text/parts.ts'
import { type Placed, placed } from '../text/words.ts'
import { numberIn } from './document-number.ts'

const furniture =
  /^(?:首页|当前位置|您的位置|您当前|现在位置)|[>＞»]|^(?:政务公开|通知公告|打印|关闭|分享)$|^[【［[]?(?:字体|字号|打印|分享|收藏)|文件$|签发人|[|｜].*[|｜]/

const isNumber = (text: string): boolean => numberIn(text, { start: 0, end: text.length })?.whole ?? false

const mayJoin = ({ text }: Line): boolean =>
  !furniture.test(text) &&
  !isNumber(text) &&
  !dateLine(text) &&
  !paperKind.test(text) &&
  text.length < 60 &&
  !/[。；]$|^[（(].*[)）]$/.test(text)

const gluesOver = (upper: Line, lower: Line): boolean =>
  (lower.index - upper.index === 1 && (!setWide.test(upper.text) || /^关于/.test(lower.text))) ||
  (/关于/.test(upper.text) && !/关于/.test(lower.text)) ||
  (/^关于/.test(lower.text) && /的$|^.{0,4}$/.test(upper.text))

/** Lines above the one with the kind of paper that belong to the same title. */
function upward(head: readonly Line[], last: number): number {
  let first = last
  while (first > 0) {
    const [upper, lower] = [head[first - 1] as Line, head[first] as Line]
    if (!mayJoin(upper) || !gluesOver(upper, lower) || last - first >= 4) break
    first -= 1
  }
  return first
}

/** （征求意见稿） on a line of its own below the title. */
const inDraft = /^[（(](?:试行|暂行|征求意见稿|草案|修订|送审稿|讨论稿)[)）]$/

/** The title of the paper: what the site names it, else the lines of the head that end with a kind of paper. */
export function findTitle({ text, lines, head, meta, parts }: Context): Placed | null {
  const named = meta.values.get('title')
  if (named) return named
  const last = head.findIndex(
    (line) => line.text.length >= 4 && paperKind.test(line.text) && !furniture.test(line.text) && !isNumber(line.text),
  )
  if (last < 0 && head.length === 0) return ofAnnex(text, lines, parts)
  if (last < 0) return unkinded(text, head)
  const [first, end] = [head[upward(head, last)] as Line, head[last] as Line]
  const below = head[last + 1]
  const tail = below && inDraft.test(below.text) ? below : undefined
  return placed(text, { start: first.start, end: (tail ?? end).end }, last < 8 ? 0.96 : 0.85)
}

/** A head without a kind of paper, as a copy may have lost it. */
function unkinded(text: string, head: readonly Line[]): Placed | null {
  const line = head.find(
    ({ text: words }) =>
      /^关于|(?:绩效|目标).{0,10}考[核评]/.test(words) &&
      words.length >= 6 &&
      words.length <= 60 &&
      !furniture.test(words),
  )
  return line ? placed(text, line, 0.6) : null
}

/** An annex that came without its letter is named by its own title. */
function ofAnnex(text: string, lines: readonly Line[], parts: readonly Part[]): Placed | null {
  const annex = parts[0]?.to === parts[1]?.from && parts[1]?.from === 0 ? parts[1] : undefined
  if (!annex?.title) return null
  const below = lines[annex.body]
  return placed(
    text,
    { start: annex.title.start, end: (below && inDraft.test(below.text) ? below : annex.title).end },
    0.75,
  )
}
