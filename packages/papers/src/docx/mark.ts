import type { TextRun } from 'docx'
import { widthOf } from '../paper/text.ts'
import { type Faces, red, run } from './faces.ts'
import { runs } from './runs.ts'

/** Points at which a text of `width` 字 fills the type area, between 2号 and the largest that looks like a head. */
export const fitting = (width: number, room: number): number =>
  Math.min(60, Math.max(24, Math.floor(room / 20 / width)))

/** Narrows the characters where even the least size is too wide, instead of breaking an organ's name. */
const narrowing = (width: number, points: number, room: number): number =>
  Math.min(100, Math.max(50, Math.floor((room / 20 / (width * points)) * 100)))

export const markRun = (text: string, points: number, faces: Faces, room: number) => {
  const scale = narrowing(widthOf(text), points, room)
  return run(faces.title, points * 2, { color: red, ...(scale < 100 ? { scale } : {}) })
}

/** Line height of the mark, and the blank above its glyphs inside that line. */
export const markLine = (points: number): number => Math.round(points * 20 * 1.25)

export interface MarkGlyphs {
  readonly points: number
  readonly glyphs: TextRun[]
  /** Height of its line, and the blank above the glyphs in it; twips. */
  readonly line: number
  readonly inset: number
}

/** A mark on one line, as large as `width` twips allow. */
export function markGlyphs(text: string, faces: Faces, width: number): MarkGlyphs {
  const room = width - 200
  const points = fitting(widthOf(text), room)
  const line = markLine(points)
  return {
    points,
    glyphs: runs(text, markRun(text, points, faces, room)),
    line,
    inset: Math.round((line - points * 20) / 2),
  }
}
