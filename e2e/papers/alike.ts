import type { Page } from 'playwright-core'

/**
 * The share of pixels that hold ink in one picture and have none beside them in the other, both ways. A neighbour counts, since two
 * programs smooth the edge of one glyph differently; a glyph that is missing, moved or of another size does not pass.
 */
export const differingShare = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async (pictures) => {
      const inks = await Promise.all(
        pictures.map(async (source) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob())
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
          const context = canvas.getContext('2d')
          context?.drawImage(bitmap, 0, 0)
          const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray()
          const ink = Array.from(
            { length: bitmap.width * bitmap.height },
            (_, at) => Math.min(data[4 * at] ?? 255, data[4 * at + 1] ?? 255, data[4 * at + 2] ?? 255) < 128,
          )
          return { ink, width: bitmap.width, height: bitmap.height }
        }),
      )
      const [a, b] = inks
      if (!a || !b || a.width !== b.width || Math.abs(a.height - b.height) > 1) return 1
      const near = (ink: readonly boolean[], at: number) =>
        [-1, 0, 1].some((down) => [-1, 0, 1].some((across) => ink[at + down * a.width + across]))
      let differing = 0
      for (let at = 0; at < a.ink.length; at++) {
        if (a.ink[at] && !near(b.ink, at)) differing += 1
        if (b.ink[at] && !near(a.ink, at)) differing += 1
      }
      return differing / a.ink.length
    },
    [one, other].map((picture) => picture.toString('base64')),
  )
