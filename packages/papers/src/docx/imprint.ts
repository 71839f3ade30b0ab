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

const label = smallCharacter * 3

const sent = (word: '主送' | '抄送', organs: readonly string[], faces: Faces): Paragraph =>
  new Paragraph({
    style: imprintStyle,
    frame,
    spacing,
    alignment: AlignmentType.BOTH,
    indent: { left: smallCharacter + label, hanging: label, right: smallCharacter },
    children: runs(`${word}：${organs.join('，')}。`, run(faces.body, size.fourth)),
  })

export interface ImprintOptions {
  readonly faces: Faces
  /** Moved here from under the title, where they would leave no room for the body (7.3.2): one row above 抄送, no line between. */
  readonly addressees: readonly string[]
  /** As a 信函 has it: no rules and no 印发 row (10.1). */
  readonly plain: boolean
}

/** 版记: 抄送, then 印发机关 and 印发日期, between rules as wide as the type area, the last one at its foot (7.4). */
export function imprintLines(
  imprint: (Omit<Imprint, 'on'> & { readonly on?: string | undefined }) | undefined,
  { faces, addressees, plain }: ImprintOptions,
): Paragraph[] {
  if (!imprint) return []
  const { copies = [], organ, on } = imprint
  const lists = [
    ...(addressees.length === 0 ? [] : [sent('主送', addressees, faces)]),
    ...(copies.length === 0 ? [] : [sent('抄送', copies, faces)]),
  ]
  if (plain) return lists
  const printed = new Paragraph({
    style: imprintStyle,
    frame,
    spacing,
    indent: { left: smallCharacter },
    tabStops: [{ type: TabStopType.RIGHT, position: typeArea.width - smallCharacter }],
    children: runs(`${organ}\t${sayDay(on)}印发`, run(faces.body, size.fourth)),
  })
  return [rule(heavy), ...(lists.length === 0 ? [] : [...lists, rule(light)]), printed, rule(heavy)]
}
