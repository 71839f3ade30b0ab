import type { Stretch } from './blocks.ts'
import { type Box, heightOf, shift } from './box.ts'
import { margin, paper, turned, typeArea } from './measures.ts'
import type { Placed, SetPage } from './model.ts'
import { pageNumber } from './page-number.ts'
import { type FilledFrame, paginate } from './paginate.ts'
import type { Setting } from './setting.ts'

interface OpenPage {
  readonly landscape: boolean
  readonly frame: FilledFrame
  readonly numbered: boolean
}

const empty: OpenPage = { landscape: false, frame: { items: [], filled: 0 }, numbered: false }

const frames = ({ landscape, boxes }: Stretch): OpenPage[] =>
  paginate(boxes, landscape ? turned.height : typeArea.height).map((frame) => ({ landscape, frame, numbered: true }))

const below = (boxes: readonly Box[]): Placed[] => {
  let y = typeArea.height - heightOf(boxes)
  return boxes.flatMap((box) => {
    const top = y + box.before
    y = top + box.height
    return box.items.map((item) => shift(item, 0, top))
  })
}

/** Free between the text and a 版记 on one page. */
const apart = 14

/**
 * The 版记 at the foot of the last page, and that page an even one (7.4): after a text that ends on an odd page, or leaves no
 * room, it stands on the back. Pages that hold no text are not numbered (7.5).
 */
function withImprint(pages: readonly OpenPage[], boxes: readonly Box[], even: boolean): OpenPage[] {
  if (boxes.length === 0) return [...pages]
  const height = heightOf(boxes)
  if (height > typeArea.height) return [...pages, ...frames({ landscape: false, boxes })]
  const last = pages.at(-1)
  const fits = last && !last.landscape && last.frame.filled + apart + height <= typeArea.height
  if (last && fits && (!even || pages.length % 2 === 0))
    return [
      ...pages.slice(0, -1),
      { ...last, frame: { items: [...last.frame.items, ...below(boxes)], filled: typeArea.height } },
    ]
  const back = { ...empty, frame: { items: below(boxes), filled: typeArea.height } }
  return even && pages.length % 2 === 0 ? [...pages, empty, back] : [...pages, back]
}

export interface Furniture {
  readonly mark?: string | undefined
  readonly imprint?: readonly Box[]
  /** A 信函: its own first page, and a 版记 on whatever page is last. */
  readonly first?: { readonly items: readonly Placed[] } | undefined
}

/** Whether the 版记 finds no room on an even page behind the text. */
export const isImprintBehind = (stretches: readonly Stretch[], imprint: readonly Box[]): boolean =>
  imprint.length > 0 && withImprint(stretches.flatMap(frames), imprint, true).at(-1)?.numbered === false

/** Stretches of text as numbered pages of GB/T 9704-2012. */
export function setPages(stretches: readonly Stretch[], furniture: Furniture, setting: Setting): SetPage[] {
  const { mark, imprint = [], first } = furniture
  return withImprint(stretches.flatMap(frames), imprint, first === undefined).map(
    ({ landscape, frame, numbered }, index): SetPage => {
      const edge = landscape ? turned : margin
      const own = index === 0 && first ? first.items : []
      const number = numbered && !(index === 0 && first) ? pageNumber(index + 1, landscape, mark, setting) : []
      return {
        width: landscape ? paper.height : paper.width,
        height: landscape ? paper.width : paper.height,
        items: [...frame.items.map((item) => shift(item, edge.left, edge.top)), ...own, ...number],
      }
    },
  )
}
