import { type Box, heightOf, shift } from './box.ts'
import type { Placed } from './model.ts'

export interface FilledFrame {
  readonly items: readonly Placed[]
  /** How far down it is filled. */
  readonly filled: number
}

/** Repeated heads are shown again and read once. */
const asShown = (item: Placed): Placed => {
  if (item.kind === 'rule') return item
  const { part: _, ...shown } = item
  return shown
}

/** Index behind the chain of boxes that stand together from `from` on. */
function unitEnd(boxes: readonly Box[], from: number): number {
  let to = from
  while (boxes[to]?.keepNext && boxes[to + 1] && !boxes[to + 1]?.fresh) to += 1
  return to + 1
}

/**
 * Boxes on as many frames of `height` as they need. What is kept together stands together unless it is higher than a frame;
 * a box higher than a frame gets one of its own.
 */
export function paginate(boxes: readonly Box[], height: number): FilledFrame[] {
  const frames: { items: Placed[]; filled: number }[] = [{ items: [], filled: 0 }]
  let frame = frames[0] as (typeof frames)[0]
  const turn = () => {
    frame = { items: [], filled: 0 }
    frames.push(frame)
  }
  const place = (box: Box, before: number, items: readonly Placed[] = box.items) => {
    frame.filled += before
    frame.items.push(...items.map((item) => shift(item, 0, frame.filled)))
    frame.filled += box.height
  }
  for (let at = 0; at < boxes.length; ) {
    const end = unitEnd(boxes, at)
    const unit = boxes.slice(at, end)
    const heads = heightOf(unit[0]?.heads ?? [])
    const whole = heightOf(unit) - (unit[0]?.before ?? 0) + heads <= height
    if (unit[0]?.fresh && frame.filled > 0) turn()
    if (whole && frame.filled > 0 && frame.filled + heightOf(unit) > height) turn()
    for (const box of unit) {
      if (frame.filled > 0 && frame.filled + box.before + box.height > height) turn()
      const begins = frame.filled === 0
      if (begins) for (const head of box.heads ?? []) place(head, 0, head.items.map(asShown))
      place(box, begins && frames.length > 1 && !box.fresh ? 0 : box.before)
    }
    at = end
  }
  return frames
}
