import { BorderStyle, type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph } from 'docx'
import type { Text } from '../paper/model.ts'
import { runs } from './runs.ts'

/** Lines inside a table are set closer than the page's grid. */
const pitch = 340

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

export const gridBorders = {
  top: thin,
  bottom: thin,
  left: thin,
  right: thin,
  insideHorizontal: thin,
  insideVertical: thin,
} as const

/** A paragraph at the pitch of tables. */
export const tight = (text: Text, options: IRunOptions, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    spacing: { line: pitch, lineRule: LineRuleType.EXACT },
    ...more,
    children: runs(text, { ...options }),
  })
