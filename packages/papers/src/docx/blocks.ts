import { AlignmentType, PageBreak, Paragraph, TextRun } from 'docx'
import type { Block, Figure, Heading, Text } from '../paper/model.ts'
import { headingCounter } from '../paper/numbering.ts'
import { partsOf } from '../paper/text.ts'
import { type Faces, run, size } from './faces.ts'
import type { Stretch } from './flow.ts'
import { firstLine, turned, typeArea } from './page.ts'
import { runs } from './runs.ts'
import { tableBlock } from './table.ts'

/** GB/T 9704-2012, 7.3.3: 黑体, 楷体, 仿宋, 仿宋; all 3号, none bold. */
const headingFace = (level: Heading['level'], faces: Faces): string =>
  level === 1 ? faces.strong : level === 2 ? faces.script : faces.body

const heading = (block: Heading, number: string, faces: Faces, keepLast: boolean): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: firstLine,
    keepNext: keepLast || block.runIn === undefined,
    children: [
      ...runs(number, run(headingFace(block.level, faces), size.third)),
      ...runs(block.text, run(headingFace(block.level, faces), size.third)),
      ...runs(block.runIn ?? '', run(faces.body, size.third)),
    ],
  })

/** The text before and after so many characters; a figure is never torn. */
function parted(text: Text, turn: number): readonly [Text, Text] {
  const [before, after]: [(string | Figure)[], (string | Figure)[]] = [[], []]
  let left = turn
  for (const part of partsOf(text)) {
    const { length } = typeof part === 'string' ? part : part.text
    if (left <= 0) after.push(part)
    else if (typeof part === 'string' && length > left) {
      before.push(part.slice(0, left))
      after.push(part.slice(left))
    } else before.push(part)
    left -= length
  }
  return [before, after]
}

const prose = (
  text: Text,
  faces: Faces,
  { keepNext, turn }: { keepNext: boolean; turn?: number | undefined },
): Paragraph => {
  const [before, after] = turn === undefined ? [text, ''] : parted(text, turn)
  const style = run(faces.body, size.third)
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: firstLine,
    keepNext,
    children: [
      ...runs(before, style),
      ...(turn === undefined ? [] : [new TextRun({ children: [new PageBreak()] })]),
      ...runs(after, style),
    ],
  })
}

/** Whether a block stands on a landscape page: wide tables do, and headings that lead straight to one. */
function isTurned(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index]
  if (block?.kind === 'heading' && block.runIn === undefined) return isTurned(blocks, index + 1)
  return block?.kind === 'table' && block.wide === true
}

export interface BlockOptions {
  readonly faces: Faces
  /** Keeps the last paragraph with what follows, so that no page holds the signature alone (7.3.5.5). */
  readonly keepLast?: boolean
  /** Characters of the first paragraph behind which a page begins. */
  readonly turn?: number
}

/** Body blocks as stretches of pages, headings numbered in order. */
export function blockStretches(blocks: readonly Block[], { faces, keepLast = false, turn }: BlockOptions): Stretch[] {
  const next = headingCounter()
  return blocks.map((block, index) => {
    const landscape = isTurned(blocks, index)
    if (block.kind === 'heading')
      return {
        landscape,
        children: [heading(block, next(block.level), faces, keepLast && index === blocks.length - 1)],
      }
    if (block.kind === 'paragraph')
      return {
        landscape,
        children: [
          prose(block.text, faces, {
            keepNext: keepLast && index === blocks.length - 1,
            turn: index === 0 ? turn : undefined,
          }),
        ],
      }
    const width = landscape ? turned.typeArea.width : typeArea.width
    return {
      landscape,
      children: tableBlock(block, faces, { width, keepLast: keepLast && index === blocks.length - 1 }),
    }
  })
}
