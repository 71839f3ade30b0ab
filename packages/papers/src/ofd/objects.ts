import type { Drawn } from '../fonts/drawn.ts'
import { ascent } from '../layout/measures.ts'
import type { Colour, PlacedRule } from '../layout/model.ts'
import { element, textElement } from './xml.ts'

const perPoint = 25.4 / 72

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** Millimetres to a ten-thousandth, far below what a printer shows. */
export const mm = (points: number): number => rounded(points * perPoint)

export interface PageSize {
  readonly width: number
  readonly height: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const colours: Record<Colour, string> = { black: '0 0 0', red: '255 0 0', grey: '217 217 217' }

const fill = (colour: Colour = 'black'): string => element('FillColor', { Value: colours[colour] })

/** A box of points inside its page, as `x y width height`. */
function boundary(box: Box, page: PageSize): { readonly left: number; readonly top: number; readonly text: string } {
  const left = Math.max(0, box.left)
  const top = Math.max(0, box.top)
  const width = Math.min(page.width, box.right) - left
  const height = Math.min(page.height, box.bottom) - top
  return { left, top, text: [left, top, width, height].map(mm).join(' ') }
}

/** Steps with those that follow each other alike counted: `g 7 5.57`. */
function deltas(steps: readonly number[]): string {
  const out: string[] = []
  for (let at = 0; at < steps.length; ) {
    let end = at
    while (end < steps.length && steps[end] === steps[at]) end += 1
    out.push(end - at > 2 ? `g ${end - at} ${steps[at]}` : steps.slice(at, end).join(' '))
    at = end
  }
  return out.join(' ')
}

interface Stretch {
  readonly text: string
  readonly x: number
  readonly steps: readonly number[]
}

/**
 * Characters beyond the basic plane stand alone, since readers differ in whether they count one or two; space at the ends of a
 * stretch is left out, since XML readers trim it. Points.
 */
function stretches({ text, advances }: Drawn): Stretch[] {
  const out: { text: string; x: number; steps: number[] }[] = []
  let along = 0
  let joined = false
  for (const [index, character] of Array.from(text).entries()) {
    const step = advances[index] ?? 0
    const alone = character.length > 1
    const blank = /\s/.test(character)
    const last = out.at(-1)
    if (last && joined && !alone) {
      last.text += character
      last.steps.push(step)
    } else if (!blank) out.push({ text: character, x: along, steps: [step] })
    joined = !alone && (joined || !blank)
    along += step
  }
  return out.map(({ text: own, x, steps }) => {
    const kept = own.trimEnd()
    return { text: kept, x, steps: steps.slice(0, Array.from(kept).length - 1) }
  })
}

/** One text of one font, at exact places: a reader breaks no line and measures no glyph. */
export function textObject(text: Drawn, id: number, font: number, page: PageSize): string | undefined {
  const codes = stretches(text)
  if (codes.length === 0) return undefined
  const { x, y, size, turn = 0, narrow = 1, advances } = text
  const length = advances.reduce((sum, each) => sum + each, 0)
  const angle = (turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const corner = (along: number, down: number) => ({ x: x + along * cos - down * sin, y: y + along * sin + down * cos })
  const corners = [0, length].flatMap((along) =>
    [-ascent * size, (1 - ascent) * size].map((down) => corner(along, down)),
  )
  const box = boundary(
    {
      left: Math.min(...corners.map((each) => each.x)),
      right: Math.max(...corners.map((each) => each.x)),
      top: Math.min(...corners.map((each) => each.y)),
      bottom: Math.max(...corners.map((each) => each.y)),
    },
    page,
  )
  const [startX, startY] = [mm(x - box.left), mm(y - box.top)]
  const matrix = [cos, sin, -sin, cos].map((each) => Math.round(each * 1e6) / 1e6)
  return element(
    'TextObject',
    {
      ID: id,
      Boundary: box.text,
      CTM: turn === 0 ? undefined : [...matrix, startX, startY].join(' '),
      Font: font,
      Size: mm(size),
      HScale: narrow === 1 ? undefined : Math.round(narrow * 10_000) / 10_000,
    },
    fill(text.colour),
    ...codes.map(({ text: own, x: along, steps }) =>
      textElement('TextCode', own, {
        X: rounded(mm(along) + (turn === 0 ? startX : 0)),
        Y: turn === 0 ? startY : 0,
        DeltaX: steps.length === 0 ? undefined : deltas(steps.map(mm)),
      }),
    ),
  )
}

/** Filled rectangles of one colour as one path. */
export function pathObject(rules: readonly PlacedRule[], id: number, page: PageSize): string {
  const box = boundary(
    {
      left: Math.min(...rules.map(({ x }) => x)),
      top: Math.min(...rules.map(({ y }) => y)),
      right: Math.max(...rules.map(({ x, width }) => x + width)),
      bottom: Math.max(...rules.map(({ y, height }) => y + height)),
    },
    page,
  )
  const data = rules.map(({ x, y, width, height }) => {
    const [left, top] = [mm(x - box.left), mm(y - box.top)]
    const [right, bottom] = [mm(x + width - box.left), mm(y + height - box.top)]
    return `M ${left} ${top} L ${right} ${top} L ${right} ${bottom} L ${left} ${bottom} C`
  })
  return element(
    'PathObject',
    { ID: id, Boundary: box.text, Stroke: 'false', Fill: 'true' },
    fill(rules[0]?.colour),
    textElement('AbbreviatedData', data.join(' ')),
  )
}
