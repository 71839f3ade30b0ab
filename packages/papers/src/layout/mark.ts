import { fitting } from '../docx/mark.ts'
import { widthOf } from '../paper/text.ts'
import type { Box } from './box.ts'
import { typeArea } from './measures.ts'
import type { Style } from './model.ts'
import { pieces, setParagraph, widthOfPieces } from './paragraph.ts'
import { addPart, type Setting } from './setting.ts'

/** Free beside the mark inside the type area. */
const free = 10

const markStyle = (points: number): Style => ({ face: 'title', size: points, colour: 'red' })

/** The style, drawn narrower where even the least size is too wide: an organ's name is not broken. */
function fitted(text: string, points: number, room: number, setting: Setting): Style {
  const style = markStyle(points)
  const width = widthOfPieces(pieces(text, style), setting)
  return width <= room ? style : { ...style, narrow: room / (width + points) }
}

const markPoints = (text: string, room: number): number => fitting(widthOf(text), room * 20)

/** 发文机关标志 on one line, red and centred; its box is as high as its characters. */
export function singleMark(text: string, before: number, setting: Setting): Box[] {
  const room = typeArea.width - free
  const points = markPoints(text, room)
  const style = fitted(text, points, room, setting)
  const part = addPart(setting, 'P')
  return setParagraph(
    pieces(text, style),
    { width: typeArea.width, pitch: points, align: 'center', before, keepNext: true, whole: true, part },
    setting,
  )
}

/** Joint papers (7.2.4): names one under the other, spread to one width, 文件 to their right in the middle. */
export function jointMark(organs: readonly string[], word: string, before: number, setting: Setting): Box[] {
  const wordRoom = word === '' ? 0 : 110
  const room = typeArea.width - wordRoom - free
  const points = Math.min(...organs.map((organ) => markPoints(organ, room)))
  const pitch = points * 1.25
  const rows = organs.map((organ) => {
    const style = fitted(organ, points, room, setting)
    const [row] = setParagraph(
      pieces(organ, style),
      { width: typeArea.width, pitch, part: addPart(setting, 'P') },
      setting,
    )
    const width = widthOfPieces(pieces(organ, style), setting)
    const gap = (room - width) / Math.max(1, Array.from(organ).length - 1)
    return (row?.items ?? []).map((item) => (item.kind === 'text' ? { ...item, spacing: item.spacing + gap } : item))
  })
  const height = pitch * organs.length
  const own = pieces(word, fitted(word, points, wordRoom - free, setting))
  const part = word === '' ? undefined : addPart(setting, 'P')
  const [beside] = setParagraph(own, { width: wordRoom, pitch: height, align: 'center', part }, setting)
  const items = [
    ...rows.flatMap((row, index) => row.map((item) => ({ ...item, y: item.y + index * pitch }))),
    ...(word === '' ? [] : (beside?.items ?? []).map((item) => ({ ...item, x: item.x + typeArea.width - wordRoom }))),
  ]
  return [{ before, height, items, keepNext: true }]
}
