import {
  AlignmentType,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionAlign,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  ShadingType,
  TabStopType,
  VerticalPositionAlign,
} from 'docx'
import { sayDay } from '../paper/dates.ts'
import type { Imprint } from '../paper/model.ts'
import { type Faces, imprintStyle, run, size } from './faces.ts'
import { smallCharacter, typeArea } from './page.ts'
import { runs } from './runs.ts'

/** 0.35 mm and 0.25 mm (7.4.1), in twips. */
const heavy = 20
const light = 14

/** Paragraphs of one frame stand together at the foot of the type area of their page, wherever the text above ends. */
const frame: NonNullable<IParagraphOptions['frame']> = {
  type: 'alignment',
  width: typeArea.width,
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
  wrap: FrameWrap.AROUND,
}

/**
 * A rule is a black line of text as high as the rule is thick. Borders would not do: they follow the indents, where the
 * rules are as wide as the type area, and LibreOffice takes a paragraph with a border out of its frame.
 */
const rule = (thickness: number): Paragraph =>
  new Paragraph({
    style: imprintStyle,
    frame,
    spacing: { line: thickness, lineRule: LineRuleType.EXACT },
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: '000000' },
    children: runs(' ', { size: 2 }),
  })

const spacing = { line: 460, lineRule: LineRuleType.EXACT } as const

/** 版记: 抄送, then 印发机关 and 印发日期, between rules as wide as the type area, the last one at its foot (7.4). */
export function imprintLines({ copies = [], organ, on }: Imprint, faces: Faces): Paragraph[] {
  const text = run(faces.body, size.fourth)
  const label = smallCharacter * 3
  const copied = new Paragraph({
    style: imprintStyle,
    frame,
    spacing,
    alignment: AlignmentType.BOTH,
    indent: { left: smallCharacter + label, hanging: label, right: smallCharacter },
    children: runs(`抄送：${copies.join('，')}。`, text),
  })
  const printed = new Paragraph({
    style: imprintStyle,
    frame,
    spacing,
    indent: { left: smallCharacter },
    tabStops: [{ type: TabStopType.RIGHT, position: typeArea.width - smallCharacter }],
    children: runs(`${organ}\t${sayDay(on)}印发`, text),
  })
  return [rule(heavy), ...(copies.length === 0 ? [] : [copied, rule(light)]), printed, rule(heavy)]
}
