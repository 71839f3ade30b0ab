import { sayDay } from '../paper/dates.ts'
import { formOf, type Letter } from '../paper/model.ts'
import type { Box } from './box.ts'
import { jointMark, singleMark } from './mark.ts'
import { character, linePitch, margin, millimetres, paper, size, typeArea } from './measures.ts'
import type { PlacedRule, Style } from './model.ts'
import { pieces, setParagraph, setRow, widthOfPieces } from './paragraph.ts'
import { addPart, type Setting } from './setting.ts'

const body: Style = { face: 'body', size: size.third }
const { width } = typeArea

/** The mark's top edge stands 35 mm below the top of the type area (7.2.4). */
const markDrop = millimetres(35)

/** Blank below the characters in a line of the grid. */
const underGlyphs = (linePitch - size.third) / 2

const ruleThickness = 1.25

/** As high as the line of the .docx that bears the rule, so that the same text stands on page 1. */
const ruleLine = millimetres(3) + ruleThickness

/** 分隔线: red, as wide as the type area, 4 mm under the number (7.2.7). */
const rule = (): Box => ({
  before: millimetres(4) - underGlyphs,
  height: ruleLine - (millimetres(4) - underGlyphs),
  items: [{ kind: 'rule', x: 0, y: 0, width, height: ruleThickness, colour: 'red' }],
  keepNext: true,
})

/** 发文字号, centred; or left with the 签发人 right of it for papers that go up (7.2.5, 7.2.6). */
function numberLines({ number = '', signers = [] }: Letter, setting: Setting): Box[] {
  const before = 2 * linePitch
  if (signers.length === 0)
    return setParagraph(
      pieces(number, body),
      { width, pitch: linePitch, align: 'center', before, keepNext: true, whole: true, part: addPart(setting, 'P') },
      setting,
    )
  const rows: string[] = []
  for (let at = 0; at < signers.length; at += 2) rows.push(signers.slice(at, at + 2).join('\u3000'))
  const script: Style = { face: 'script', size: size.third }
  const widest = Math.max(...rows.map((row) => widthOfPieces(pieces(row, script), setting)))
  const names = width - character - widest
  return rows.map((row, index) =>
    setRow(
      [
        ...(index === rows.length - 1
          ? [{ text: pieces(number, body), at: character, part: addPart(setting, 'P') }]
          : []),
        ...(index === 0
          ? [{ text: pieces('签发人：', body), at: names - 4 * character, part: addPart(setting, 'P') }]
          : []),
        { text: pieces(row, script), at: names, part: addPart(setting, 'P') },
      ],
      { pitch: linePitch, before: index === 0 ? before : 0, keepNext: true },
      setting,
    ),
  )
}

/** 第N期, centred, then who issues it and when: heads of 简报; 纪要 have the second line only. */
function issueLines({ issue, number, signature }: Letter, setting: Setting): Box[] {
  const text = issue === undefined ? number : `第${issue}期`
  const before = 2 * linePitch
  const counted =
    text === undefined
      ? []
      : setParagraph(
          pieces(text, body),
          {
            width,
            pitch: linePitch,
            align: 'center',
            before,
            keepNext: true,
            whole: true,
            part: addPart(setting, 'P'),
          },
          setting,
        )
  const day = pieces(sayDay(signature.on), body)
  const dayWidth = widthOfPieces(day, setting)
  const lines = setParagraph(
    pieces(signature.organs.join('、'), body),
    {
      width,
      pitch: linePitch,
      first: character,
      left: character,
      right: dayWidth + 2 * character,
      before: counted.length === 0 ? before : 0,
      keepNext: true,
      whole: true,
      part: addPart(setting, 'P'),
    },
    setting,
  )
  const placed = setRow(
    [{ text: day, at: width - character, ends: true, part: addPart(setting, 'P') }],
    { pitch: linePitch },
    setting,
  )
  const end = lines.length - 1
  return [
    ...counted,
    ...lines.map((box, index) => (index === end ? { ...box, items: [...box.items, ...placed.items] } : box)),
  ]
}

/** The double rules of a 信函 are 170 mm long and centred on the page (10.1): thick outside, thin inside. */
export function doubleRule(y: number, thickFirst: boolean): PlacedRule[] {
  const length = millimetres(170)
  const x = (paper.width - length) / 2
  const line = (at: number, height: number): PlacedRule => ({
    kind: 'rule',
    x,
    y: at,
    width: length,
    height,
    colour: 'red',
  })
  return thickFirst ? [line(y, 2.25), line(y + 3.5, 0.75)] : [line(y - 0.75 - 3.5, 0.75), line(y - 2.25, 2.25)]
}

/** Where the first rule of a 信函 stands: 4 mm below its mark, whose top edge is 30 mm from the page's. */
const letterMarkTop = millimetres(30)

/** 信函 (10.1): mark, first double rule; urgency flush left, the number flush right, 7/8 of a 3号 character below. */
function letterForm({ letterhead, urgency, number = '' }: Letter, setting: Setting): Box[] {
  const [mark] = singleMark(letterhead.organs[0] ?? '', 0, setting)
  const height = mark?.height ?? 0
  const top = letterMarkTop - margin.top
  const ruleAt = top + height + millimetres(4)
  const rules = doubleRule(0, true).map((line) => ({ ...line, x: line.x - margin.left, y: line.y + ruleAt }))
  const head: Box = {
    before: 0,
    height: ruleAt + 4.25,
    items: [...(mark?.items ?? []).map((item) => ({ ...item, y: item.y + top })), ...rules],
    keepNext: true,
  }
  const line = setRow(
    [
      ...(urgency === undefined
        ? []
        : [
            {
              text: pieces(urgency, { face: 'strong', size: size.third } as const),
              at: 0,
              part: addPart(setting, 'P'),
            },
          ]),
      ...(number === '' ? [] : [{ text: pieces(number, body), at: width, ends: true, part: addPart(setting, 'P') }]),
    ],
    { pitch: linePitch, before: size.third * (7 / 8) - underGlyphs, keepNext: true },
    setting,
  )
  return [head, line]
}

/** The blank that the mark's line in the .docx has under its characters. */
const withBlank = (box: Box): Box => ({ ...box, height: box.height * 1.125 })

/** 版头 of a red-headed paper. */
export function letterhead(letter: Letter, setting: Setting): Box[] {
  const { organs, word = '' } = letter.letterhead
  const form = formOf(letter.kind)
  if (form === 'letter') return letterForm(letter, setting)
  const urgency = letter.urgency
    ? setParagraph(
        pieces(letter.urgency, { face: 'strong', size: size.third }),
        { width, pitch: linePitch, keepNext: true, whole: true, part: addPart(setting, 'P') },
        setting,
      )
    : []
  const before = markDrop - urgency.length * linePitch
  const mark =
    organs.length === 1
      ? singleMark(`${organs[0]}${word}`, before, setting).map(withBlank)
      : jointMark(organs, word, before, setting)
  const lines = form === 'document' ? numberLines(letter, setting) : issueLines(letter, setting)
  return [...urgency, ...mark, ...lines, rule()]
}
