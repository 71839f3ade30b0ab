import { margin, millimetres, paper, size, smallCharacter, turned, typeArea } from './measures.ts'
import type { PlacedText, Style } from './model.ts'
import { pieces, setRow, widthOfPieces } from './paragraph.ts'
import type { Setting } from './setting.ts'

const style: Style = { face: 'plain', size: size.fourth }

/** From the baseline up to the middle of a dash. */
const dashRise = 0.36 * size.fourth

/** A dash stands 7 mm under the type area (7.5). */
const drop = millimetres(7)

const placed = (item: PlacedText, x: number, y: number, turn = 0): PlacedText => ({
  ...item,
  x,
  y,
  ...(turn === 0 ? {} : { turn }),
})

const lineOf = (text: string, own: Style, setting: Setting) =>
  setRow([{ text: pieces(text, own), at: 0 }], { pitch: own.size }, setting).items.filter(
    (item) => item.kind === 'text',
  )

/** A line under the number that says what is printed: check code and seal. */
function markLine(mark: string, landscape: boolean, setting: Setting): PlacedText[] {
  const own: Style = { face: 'plain', size: 7.5 }
  const width = widthOfPieces(pieces(mark, own), setting)
  const area = landscape ? turned.width : typeArea.width
  const left = landscape ? turned.left : margin.left
  const y = landscape ? paper.width - 24 : margin.top + typeArea.height + drop + 18
  return lineOf(mark, own, setting).map((item) => placed(item, left + (area - width) / 2, y))
}

/**
 * `— 1 —` in 4号宋体: odd pages right, even pages left, one 字 free (7.5). On a turned page it stays where the bound paper has
 * it (8): at the left edge, turned clockwise, near the lower end on odd pages and near the upper on even ones.
 */
export function pageNumber(
  number: number,
  landscape: boolean,
  mark: string | undefined,
  setting: Setting,
): PlacedText[] {
  const text = `— ${number} —`
  const width = widthOfPieces(pieces(text, style), setting)
  const odd = number % 2 === 1
  const below = mark === undefined ? [] : markLine(mark, landscape, setting)
  if (landscape) {
    const y = odd ? paper.width - margin.right - smallCharacter - width : margin.left + smallCharacter
    return [...lineOf(text, style, setting).map((item) => placed(item, turned.left - drop - dashRise, y, 90)), ...below]
  }
  const x = odd ? margin.left + typeArea.width - smallCharacter - width : margin.left + smallCharacter
  const y = margin.top + typeArea.height + drop + dashRise
  return [...lineOf(text, style, setting).map((item) => placed(item, x, y)), ...below]
}
