import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { sayDay } from '../paper/dates.ts'
import { formOf, type Letter } from '../paper/model.ts'
import { widthOf } from '../paper/text.ts'
import { black, type Faces, red, run, size } from './faces.ts'
import { letterNumber } from './letter-form.ts'
import { fitting, markGlyphs, markLine, markRun } from './mark.ts'
import { character, linePitch, millimetres, typeArea } from './page.ts'
import { runs } from './runs.ts'

/** The mark's top edge stands 35 mm below the top of the type area (7.2.4). */
const markDrop = millimetres(35)

function singleMark(text: string, faces: Faces, before: number): FileChild[] {
  const { glyphs, line, inset } = markGlyphs(text, faces, typeArea.width)
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: before - inset, line, lineRule: LineRuleType.EXACT },
      children: glyphs,
    }),
  ]
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/** Joint papers (7.2.4): names one under the other, spread to one width, 文件 to their right in the middle. */
function jointMark(organs: readonly string[], word: string, faces: Faces, before: number): FileChild[] {
  const wordRoom = word === '' ? 0 : 2200
  const room = typeArea.width - wordRoom
  const points = Math.min(...organs.map((organ) => fitting(widthOf(organ), room - 200)))
  const cell = (texts: readonly string[], width: number, alignment: 'distribute' | 'center') =>
    new TableCell({
      width: { type: WidthType.DXA, size: width },
      verticalAlign: VerticalAlignTable.CENTER,
      children: texts.map(
        (text) =>
          new Paragraph({
            alignment: AlignmentType[alignment === 'center' ? 'CENTER' : 'DISTRIBUTE'],
            spacing: { line: markLine(points), lineRule: LineRuleType.EXACT },
            children: runs(text, markRun(text, points, faces, room - 200)),
          }),
      ),
    })
  return [
    new Paragraph({ spacing: { line: before - 20, lineRule: LineRuleType.EXACT }, children: [] }),
    new Table({
      width: { type: WidthType.DXA, size: typeArea.width },
      columnWidths: word === '' ? [room] : [room, wordRoom],
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      rows: [
        new TableRow({
          children: [cell(organs, room, 'distribute'), ...(word === '' ? [] : [cell([word], wordRoom, 'center')])],
        }),
      ],
    }),
  ]
}

/** 发文字号, centred; or left with the 签发人 right of it for papers that go up (7.2.5, 7.2.6). */
function numberLines(letter: Letter, faces: Faces): FileChild[] {
  const before = 2 * linePitch
  const body = run(faces.body, size.third)
  const number = letter.number ?? ''
  const signers = letter.signers ?? []
  if (signers.length === 0)
    return [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before }, children: runs(number, body) })]
  const rows: string[] = []
  for (let i = 0; i < signers.length; i += 2) rows.push(signers.slice(i, i + 2).join('\u3000'))
  const widest = Math.max(...rows.map(widthOf))
  const names = typeArea.width - character - Math.ceil(widest * character)
  const label = names - 4 * character
  return rows.map(
    (row, index) =>
      new Paragraph({
        spacing: { before: index === 0 ? before : 0 },
        indent: { left: character },
        tabStops: [
          { type: TabStopType.LEFT, position: label },
          { type: TabStopType.LEFT, position: names },
        ],
        children: [
          ...runs(index === rows.length - 1 ? number : '', body),
          ...runs(index === 0 ? '\t签发人：' : '\t\t', body),
          ...runs(row, run(faces.script, size.third)),
        ],
      }),
  )
}

/** 分隔线: red, as wide as the type area, 4 mm under the number (7.2.7), whose glyphs leave about 1 mm of their line free. */
const rule = (): Paragraph =>
  new Paragraph({
    spacing: { line: millimetres(3), lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 10, color: red, space: 0 } },
    children: runs(' ', { size: 2, color: black }),
  })

/** 第N期, centred, then who issues it and when: heads of 简报; 纪要 have the second line only. */
function issueLines({ issue, number, signature }: Letter, faces: Faces): FileChild[] {
  const body = run(faces.body, size.third)
  const text = issue === undefined ? number : `第${issue}期`
  const counted =
    text === undefined
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 2 * linePitch },
            children: runs(text, body),
          }),
        ]
  const issued = new Paragraph({
    spacing: { before: counted.length === 0 ? 2 * linePitch : 0 },
    indent: { left: character, right: character },
    tabStops: [{ type: TabStopType.RIGHT, position: typeArea.width - character }],
    children: runs(`${signature.organs.join('、')}\t${sayDay(signature.on)}`, body),
  })
  return [...counted, issued]
}

/** 版头 of a red-headed paper; that of a 信函 stands in the head of its first page, but for the number. */
export function letterhead(letter: Letter, faces: Faces): FileChild[] {
  const { organs, word = '' } = letter.letterhead
  const form = formOf(letter.kind)
  if (form === 'letter') return [letterNumber(letter, faces)]
  const urgency = letter.urgency
    ? [new Paragraph({ children: runs(letter.urgency, run(faces.strong, size.third)) })]
    : []
  const before = markDrop - urgency.length * linePitch
  const mark =
    organs.length === 1 ? singleMark(`${organs[0]}${word}`, faces, before) : jointMark(organs, word, faces, before)
  const lines = form === 'document' ? numberLines(letter, faces) : issueLines(letter, faces)
  return [...urgency, ...mark, ...lines, rule()]
}
