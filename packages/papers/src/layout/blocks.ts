import type { Block, Heading, Text } from '../paper/model.ts'
import { headingCounter } from '../paper/numbering.ts'
import type { Box } from './box.ts'
import { firstIndent, linePitch, size, turned, typeArea } from './measures.ts'
import type { Face, Tag } from './model.ts'
import { pieces, setParagraph } from './paragraph.ts'
import { addPart, type Setting } from './setting.ts'
import { setTable } from './table.ts'

/** A stretch of paper on pages of one orientation. */
export interface Stretch {
  readonly landscape: boolean
  readonly boxes: readonly Box[]
}

/** GB/T 9704-2012, 7.3.3: 黑体, 楷体, 仿宋, 仿宋; all 3号. */
const headingFace: Record<Heading['level'], Face> = { 1: 'strong', 2: 'script', 3: 'body', 4: 'body' }

const headingTags: readonly Tag[] = ['H2', 'H3', 'H4', 'H5']

/** How deep a heading stands among those above it: 一、 followed by 1. is one step, as readers of the tags expect (ISO 14289-1, 7.4.2). */
const headingDepths = () => {
  const open: number[] = []
  return (level: Heading['level']): Tag => {
    while ((open.at(-1) ?? 0) >= level) open.pop()
    open.push(level)
    return headingTags[open.length - 1] ?? 'H5'
  }
}

const body = { face: 'body', size: size.third } as const

/** A paragraph of the text: two 字 free at its beginning, spread to the width of the type area. */
export const prose = (text: Text, keepNext: boolean, setting: Setting, width: number = typeArea.width): Box[] =>
  setParagraph(
    pieces(text, body),
    { width, pitch: linePitch, align: 'both', first: firstIndent, keepNext, part: addPart(setting, 'P') },
    setting,
  )

interface Place {
  readonly number: string
  readonly tag: Tag
  readonly keepLast: boolean
  readonly width: number
}

function heading(block: Heading, { number, tag, keepLast, width }: Place, setting: Setting): Box[] {
  const style = { face: headingFace[block.level], size: size.third }
  const runIn = block.runIn === undefined ? [] : pieces(block.runIn, body)
  const alone = block.runIn === undefined
  return setParagraph(
    [...pieces(number, style), ...pieces(block.text, style), ...runIn],
    {
      width,
      pitch: linePitch,
      align: 'both',
      first: firstIndent,
      keepNext: keepLast || alone,
      whole: alone,
      part: addPart(setting, tag),
    },
    setting,
  )
}

/** Whether a block stands on a landscape page: wide tables do, and headings that lead straight to one. */
function isTurned(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]
  if (block?.kind === 'heading' && block.runIn === undefined) return isTurned(blocks, index + 1)
  return block?.kind === 'table' && block.wide === true
}

/** Body blocks as stretches of pages, headings numbered in order. */
export function blockStretches(blocks: readonly Block[], setting: Setting, keepLast = false): Stretch[] {
  const next = headingCounter()
  const depth = headingDepths()
  return blocks.map((block, index) => {
    const landscape = isTurned(blocks, index)
    const { width, height } = landscape ? turned : typeArea
    const keep = keepLast && index === blocks.length - 1
    if (block.kind === 'heading') {
      // A heading that its text follows in the same paragraph is a paragraph to whoever hears it.
      const tag = block.runIn === undefined ? depth(block.level) : 'P'
      const place = { number: next(block.level), tag, keepLast: keep, width }
      return { landscape, boxes: heading(block, place, setting) }
    }
    if (block.kind === 'paragraph') return { landscape, boxes: prose(block.text, keep, setting, width) }
    return { landscape, boxes: setTable(block, { width, height, keepLast: keep }, setting) }
  })
}

/** Joins neighbours of one orientation: a page turns only where it must. */
export function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const out: { landscape: boolean; boxes: Box[] }[] = []
  for (const { landscape, boxes } of stretches) {
    const last = out.at(-1)
    if (last?.landscape === landscape) last.boxes.push(...boxes)
    else if (boxes.length > 0) out.push({ landscape, boxes: [...boxes] })
  }
  return out
}
