import { type Grey, sampled } from '@quanheng/domain/evidence/picture/grey'

/** mulberry32: the same pictures on every machine. */
export const randomFrom = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number

const blank = (width: number, height: number, value: number): Grey => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(value),
})

const paint = ({ width, height, data }: Grey, at: (x: number, y: number, old: number) => number): void => {
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data[y * width + x] = Math.max(0, Math.min(255, at(x / width, y / height, data[y * width + x] as number)))
    }
  }
}

/** A view outdoors: a bright sky, ground, shaded bodies one before the other, grain. */
const scene = (random: Random): Grey => {
  const picture = blank(640, 480, 0)
  const [horizon, sky, ground] = [0.25 + random() * 0.4, 150 + random() * 90, 40 + random() * 90]
  paint(picture, (_, y) => (y < horizon ? sky - y * 60 : ground + (y - horizon) * 80))
  for (let n = 0; n < 14 + random() * 12; n++) {
    const [cx, cy, rx, ry] = [random(), random(), 0.03 + random() * 0.2, 0.03 + random() * 0.2]
    const [tone, slope, box] = [random() * 255, (random() - 0.5) * 160, random() < 0.5]
    paint(picture, (x, y, old) => {
      const [dx, dy] = [(x - cx) / rx, (y - cy) / ry]
      const inside = box ? Math.abs(dx) < 1 && Math.abs(dy) < 1 : dx * dx + dy * dy < 1
      return inside ? tone + slope * dx + slope * 0.5 * dy : old
    })
  }
  paint(picture, (_x, _y, old) => old + (random() - 0.5) * 24)
  return picture
}

const cells = (picture: Grey, left: number, top: number, count: number, size: number, random: Random): void => {
  for (let n = 0; n < count; n++) {
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size - 2; x++) {
        if (random() < 0.38) picture.data[(top + y) * picture.width + left + n * size + x] = 30
      }
    }
  }
}

/** A scanned paper: white, a heading, lines of characters of uneven length, perhaps a seal. */
const page = (random: Random): Grey => {
  const picture = blank(480, 680, 246)
  cells(picture, 120 + Math.floor(random() * 60), 60, 12 + Math.floor(random() * 5), 14, random)
  for (let top = 110; top < 600; top += 18) {
    if (random() < 0.12) continue
    const indent = random() < 0.25 ? 20 : 0
    const count = random() < 0.25 ? 4 + Math.floor(random() * 24) : 36
    cells(picture, 50 + indent, top, Math.min(count, 36 - indent / 10), 10, random)
  }
  const [cx, cy] = [0.62 + random() * 0.15, 0.78 + random() * 0.1]
  paint(picture, (x, y, old) => (Math.abs(Math.hypot(x - cx, (y - cy) * 1.4) - 0.1) < 0.012 ? 120 : old))
  return picture
}

/** One printed form, filled in differently each time: what is nearest to a copy without being one. */
const form = (random: Random): Grey => {
  const picture = blank(480, 680, 246)
  cells(picture, 150, 50, 13, 14, randomFrom(7))
  for (let row = 0; row < 14; row++) {
    for (let x = 40; x < 440; x++) picture.data[(90 + row * 40) * 480 + x] = 60
    cells(picture, 46, 102 + row * 40, 5, 10, randomFrom(100 + row))
    cells(picture, 150, 102 + row * 40, 2 + Math.floor(random() * 26), 10, random)
  }
  for (const x of [40, 140, 439]) for (let y = 90; y < 610; y++) picture.data[y * 480 + x] = 60
  return picture
}

export const kinds = { scene, page, form } as const

export const resized = (picture: Grey, share: number): Grey =>
  cut(picture, { left: 0, top: 0, right: 1, bottom: 1 }, share)

/** A part of the picture at `share` of its size. */
export const cut = (
  picture: Grey,
  part: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  share = 1,
): Grey => {
  const width = Math.round(picture.width * (part.right - part.left) * share)
  const height = Math.round(picture.height * (part.bottom - part.top) * share)
  const size = Math.max(width, height)
  const square = sampled(picture, part, size)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = Math.floor(((y + 0.5) * size) / height) * size + Math.floor(((x + 0.5) * size) / width)
      data[y * width + x] = square[from] as number
    }
  }
  return { width, height, data }
}
