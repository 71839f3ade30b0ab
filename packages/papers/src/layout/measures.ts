import * as twips from '../docx/page.ts'

/** The page of GB/T 9704-2012 in points. Its figures stand once, in `docx/page.ts`. */
const points = (length: number): number => length / 20

export const millimetres = (mm: number): number => (mm * 72) / 25.4

export const paper = { width: points(twips.paper.width), height: points(twips.paper.height) } as const

export const margin = {
  top: points(twips.margin.top),
  bottom: points(twips.margin.bottom),
  left: points(twips.margin.left),
  right: points(twips.margin.right),
} as const

export const typeArea = { width: points(twips.typeArea.width), height: points(twips.typeArea.height) } as const

/** The page turned clockwise for wide tables. */
export const turned = {
  left: points(twips.turned.margin.left),
  top: points(twips.turned.margin.top),
  width: points(twips.turned.typeArea.width),
  height: points(twips.turned.typeArea.height),
} as const

export const linePitch = points(twips.linePitch)

/** Text is drawn together so that 28 characters of 3号 fill a line. */
export const tightening = points(twips.tightening)

/** One 字 of body text, and one of 4号. */
export const character = points(twips.character)
export const smallCharacter = points(twips.smallCharacter)

/** 字号 in points: 2号, 3号, 4号, 小4号, 5号. */
export const size = { second: 22, third: 16, fourth: 14, smallFourth: 12, fifth: 10.5 } as const

/** A first line is indented by two 字. */
export const firstIndent = 2 * character

/** Lines inside a table. */
export const tightPitch = 17

/** Share of an em above the baseline in a Han face. */
export const ascent = 0.88
