import type { ParagraphLayout, RunLayout } from '../layout/model.ts'

/** The fifteen kinds of 《党政机关公文处理工作条例》, 第八条. */
export const kinds = [
  '决议',
  '决定',
  '命令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const

/** 发文字号, 7.2.5: 机关代字〔year〕number号. */
export const documentNumber = /^[\p{Script=Han}（）]{2,20}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$/u

/** What somebody meant as one, whatever is wrong with it. */
export const likeNumber =
  /^[^\s〔［[（(【〈，。]{1,24}\s*[〔［[（(【〈]\s*\d{2,4}\s*年?\s*[〕］\])）】〉]\s*第?\s*\d{1,6}\s*号$/u

/** A line that is a day and nothing else, whatever is wrong with its form. */
export const likeDay =
  /^[\d０-９〇○零一二三四五六七八九十\s\u3000]{2,10}年[\d０-９一二三四五六七八九十\s\u3000]{1,4}月[\d０-９一二三四五六七八九十\s\u3000]{1,4}日$/u

const levels: readonly RegExp[] = [
  /^[一二三四五六七八九十]{1,4}、/,
  /^（[一二三四五六七八九十]{1,4}）/,
  /^\d{1,2}[.．](?!\d)/,
  /^（\d{1,2}）/,
]

/** 1 to 4 for a numbered heading, 0 for other text. */
export const levelOf = (text: string): number => levels.findIndex((level) => level.test(text.trim())) + 1

export const attachmentLabel = /^附\s*件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})?\s*[:：]?$/

/** The red that heads are printed in, with what scanners and palettes make of it. */
export function isRed(color: string): boolean {
  const parts = /^([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{2})$/.exec(color)
  if (!parts) return false
  const [red, green, blue] = parts.slice(1).map((part) => Number.parseInt(part, 16)) as [number, number, number]
  return red >= 0xc0 && green <= 0x50 && blue <= 0x50
}

export const isBlack = (color: string): boolean => color === 'auto' || color === '000000'

/** Runs with something to see in them. */
export const inked = ({ runs }: ParagraphLayout): readonly RunLayout[] => runs.filter(({ text }) => text.trim() !== '')

export const sizeOf = (paragraph: ParagraphLayout): number => inked(paragraph)[0]?.size ?? 0

/** Width in 字: a Han or full-width character counts 1, a character of the ASCII range half. */
export function hanWidth(text: string): number {
  let width = 0
  for (const character of text) width += character < '\u0100' ? 0.5 : 1
  return width
}
