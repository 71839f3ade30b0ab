/**
 * Figures of GB/T 9704-2012 as the check reads them, each with its clause; millimetres unless said. They stand here once, and
 * nothing that composes a paper may import them: a composer that errs must not be excused by its own figure.
 */
export interface Figure {
  readonly clause: string
  readonly value: number
  readonly tolerance: number
}

const figure = (clause: string, value: number, tolerance: number): Figure => ({ clause, value, tolerance })

export const standard = {
  paperWidth: figure('5.1', 210, 0.2),
  paperHeight: figure('5.1', 297, 0.2),
  top: figure('5.2.1', 37, 1.01),
  left: figure('5.2.1', 28, 1.01),
  typeWidth: figure('5.2.1', 156, 0.55),
  /** 297 − 37 − 225. */
  bottom: figure('5.2.1', 35, 1.01),
  linesPerPage: figure('5.2.3', 22, 0),
  charactersPerLine: figure('5.2.3', 28, 0),
  /** Top edge of the mark from the page's top edge: 37 + 35. */
  markTop: figure('7.2.4', 72, 3),
  ruleLength: figure('7.2.7', 156, 1),
  ruleBelowNumber: figure('7.2.7', 4, 1),
  /** 4 字 of 3号, 5.65 mm each. */
  sealedDateGap: figure('7.3.5.1', 22.6, 3),
  /** 2 字. */
  plainGap: figure('7.3.5.2', 11.3, 3),
  heavyRule: figure('7.4.1', 0.35, 0.05),
  lightRule: figure('7.4.1', 0.25, 0.05),
  /** 37 + 225 from the page's top edge. */
  lastRule: figure('7.4.1', 262, 2),
  /** Middle of the page number's dash from the page's top edge: 262 + 7. */
  dash: figure('7.5', 269, 2),
  letterMarkTop: figure('10.1', 30, 3),
  letterRule: figure('10.1', 170, 1),
  /** Second rule from the page's bottom edge. */
  letterFoot: figure('10.1', 20, 1.2),
} as const satisfies Record<string, Figure>

/** Exact pitch of body lines in twips; 225 mm over 22 lines is 579.7 (5.2.3). */
export const pitch = { least: 560, most: 600 } as const

/** Sizes in half points (5.2.2, 7.3.1, 7.4.2, 7.5): 2号, 3号, 4号. */
export const sizes = { title: 44, body: 32, small: 28 } as const

/** An indent of two 字 of 3号, twips (7.3.3). */
export const indentOfTwo = { chars: 200, twips: 640, tolerance: 20 } as const

/** Families of faces by the names that they are sold under (5.2.2, 7.2, 7.3). */
export const families = {
  仿宋: /仿宋|fang\s?song/i,
  黑体: /黑体|sim\s?hei|^hei$|heiti/i,
  楷体: /楷|kai/i,
  小标宋: /小标宋|xiao\s?biao\s?song/i,
  宋体: /^(?!.*(?:仿宋|标宋)).*(?:宋|sim\s?sun|song)/i,
} as const

export type Family = keyof typeof families

export const millimetres = (twips: number): number => (twips * 25.4) / 1440

export const within = ({ value, tolerance }: Figure, measured: number): boolean =>
  Math.abs(measured - value) <= tolerance

/** A measure as it is told: one place. */
export const say = (mm: number): string => `${mm.toFixed(1)} mm`
