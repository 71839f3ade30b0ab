import type { PlacedText, SetPaper, Style } from './model.ts'
import { pieces, setRow, widthOfPieces } from './paragraph.ts'
import type { Setting } from './setting.ts'

const style: Style = { face: 'body', size: 14, colour: 'grey' }
const across = 220
const down = 190

/** The paper with a text behind every page: who had it made, of which unit, when. It is shown and never read as text. */
export function withWatermark(paper: SetPaper, text: string, setting: Setting): SetPaper {
  const row = setRow([{ text: pieces(text, style), at: 0 }], { pitch: style.size }, setting)
  const length = widthOfPieces(pieces(text, style), setting)
  const rise = length * Math.sin(Math.PI / 6)
  return {
    ...paper,
    pages: paper.pages.map((page) => {
      const marks: PlacedText[] = []
      for (let y = rise + 30; y < page.height - 20; y += Math.max(down, rise + 40))
        for (let x = 40; x + length * Math.cos(Math.PI / 6) < page.width; x += Math.max(across, length))
          for (const item of row.items) if (item.kind === 'text') marks.push({ ...item, x, y, turn: -30 })
      return { ...page, items: [...marks, ...page.items] }
    }),
  }
}
