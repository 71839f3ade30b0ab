/**
 * The page of GB/T 9704-2012, 5.2, in twips (1/20 pt). The standard gives 天头 37 mm, 订口 28 mm and a type area of
 * 156 × 225 mm; right and bottom follow. Written out, since rounding from millimetres loses a twip on the left.
 */
export const paper = { width: 11906, height: 16838 } as const

export const margin = { top: 2098, bottom: 1984, left: 1588, right: 1474 } as const

/** 版心. */
export const typeArea = { width: 8844, height: 12756 } as const

/** 22 lines to a page: 28.95 pt, exact. */
export const linePitch = 579

/** 3号 is printed as 16 pt drawn together by 0.25 pt, so that 28 characters fill the 156 mm. */
export const tightening = -5

/** The advance of one 字 of body text. */
export const character = 315

/** A first line is indented by two 字. The grid's own figure for `w:firstLine` beside `w:firstLineChars`. */
export const firstLine = { firstLine: 640, firstLineChars: 200 } as const

/** One 字 of 4号, the measure of the page number and the imprint. */
export const smallCharacter = 280

export const millimetres = (mm: number): number => Math.round((mm * 1440) / 25.4)

/** The page turned clockwise for wide tables (8): its top is the binding edge of an odd page. */
export const turned = {
  margin: { top: margin.left, right: margin.top, bottom: margin.right, left: margin.bottom },
  typeArea: { width: typeArea.height, height: typeArea.width },
} as const
