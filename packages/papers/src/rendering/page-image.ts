import type { RenderedPage, RenderedRule } from '../conformity/rendered/model.ts'
import { poppler } from './office.ts'

/** Ten pixels to a millimetre. */
const resolution = 254
const perMillimetre = resolution / 25.4

/** Shorter ones belong to tables and characters. */
const shortest = 100

interface Image {
  readonly width: number
  readonly height: number
  /** Three bytes a pixel. */
  readonly pixels: Uint8Array
}

/** A binary PPM. */
function readImage(bytes: Uint8Array): Image {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 64)))
  if (!head) throw new Error('not a binary PPM')
  return { width: Number(head[1]), height: Number(head[2]), pixels: bytes.subarray(head[0].length) }
}

type Ink = 'none' | 'red' | 'other'

function inkAt(pixels: Uint8Array, at: number): Ink {
  const [red, green, blue] = [pixels[at] as number, pixels[at + 1] as number, pixels[at + 2] as number]
  if (red > 180 && green > 160 && blue > 160) return 'none'
  return red > 150 && green < 130 && blue < 130 ? 'red' : 'other'
}

interface Row {
  readonly left: number
  readonly right: number
  readonly red: boolean
}

/** The longest stretch of ink in a row, small gaps of printing bridged. */
function longest({ width, pixels }: Image, y: number): Row | undefined {
  let best: Row | undefined
  let [from, gap, reds, count] = [-1, 0, 0, 0]
  for (let x = 0; x <= width; x++) {
    const ink = x < width ? inkAt(pixels, (y * width + x) * 3) : 'none'
    if (ink !== 'none') {
      if (from < 0) [from, reds, count] = [x, 0, 0]
      gap = 0
      count += 1
      if (ink === 'red') reds += 1
    } else if (from >= 0 && ++gap > 2) {
      const right = x - gap + 1
      if (!best || right - from > best.right - best.left) best = { left: from, right, red: reds * 2 > count }
      from = -1
    }
  }
  return best
}

/** Long horizontal lines: rows of ink that lie together are one. */
function rulesOf(image: Image): readonly RenderedRule[] {
  const out: RenderedRule[] = []
  for (let y = 0; y < image.height; y++) {
    const row = longest(image, y)
    if (!row || row.right - row.left < shortest * perMillimetre) continue
    const last = out.at(-1)
    const [top, bottom] = [y / perMillimetre, (y + 1) / perMillimetre]
    if (last && top - last.bottom < 0.15) out[out.length - 1] = { ...last, bottom }
    else out.push({ red: row.red, left: row.left / perMillimetre, right: row.right / perMillimetre, top, bottom })
  }
  return out
}

function redInkOf({ width, height, pixels }: Image, rules: readonly RenderedRule[]): RenderedPage['redInk'] {
  const rows: number[] = []
  for (let y = 0; y < height; y++) {
    const mm = y / perMillimetre
    if (rules.some(({ top, bottom }) => mm >= top - 0.3 && mm <= bottom + 0.3)) continue
    let reds = 0
    for (let x = 0; x < width && reds < 4; x++) if (inkAt(pixels, (y * width + x) * 3) === 'red') reds += 1
    if (reds >= 4) rows.push(mm)
  }
  const [top] = rows
  return top === undefined ? undefined : { top, bottom: rows.at(-1) ?? top }
}

/** What a page's picture shows of lines and of red. `page` counts from 1. */
export async function pageImage(pdf: string, page: number): Promise<Pick<RenderedPage, 'rules' | 'redInk'>> {
  const only = ['-f', String(page), '-l', String(page)]
  const image = readImage(await poppler('pdftoppm', ['-r', String(resolution), ...only, pdf]))
  const rules = rulesOf(image)
  const redInk = redInkOf(image, rules)
  return { rules, ...(redInk && { redInk }) }
}
