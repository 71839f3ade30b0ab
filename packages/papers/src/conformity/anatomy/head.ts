import type { ParagraphLayout } from '../layout/model.ts'
import { inked, isRed, likeNumber, sizeOf } from './words.ts'

/** A red rule, wherever it comes from. */
export interface RedRule {
  readonly paragraph: ParagraphLayout
  /** Twips. */
  readonly thickness: number
  /** Style of the border; `shape` when drawn. */
  readonly style: string
}

/** 版头: what stands above the title of a paper with a red head. */
export interface Head {
  readonly marks: readonly ParagraphLayout[]
  readonly numbers: readonly ParagraphLayout[]
  /** 第N期 of briefings. */
  readonly issue?: ParagraphLayout
  readonly signers: readonly ParagraphLayout[]
  readonly rules: readonly RedRule[]
  /** Index of its last paragraph; 0 without a head. */
  readonly end: number
}

/** As far as a head may reach, in paragraphs. */
const reach = 30

const isMark = (paragraph: ParagraphLayout): boolean => {
  const runs = inked(paragraph)
  return runs.length > 0 && runs.every(({ size }) => size >= 40) && runs.some(({ color }) => isRed(color))
}

const redRules = (paragraph: ParagraphLayout): readonly RedRule[] => [
  ...[paragraph.borders.top, paragraph.borders.bottom].flatMap((border) =>
    border && isRed(border.color) ? [{ paragraph, thickness: (border.size / 8) * 20, style: border.style }] : [],
  ),
  ...paragraph.lines
    .filter(({ color }) => isRed(color))
    .map(({ thickness }) => ({ paragraph, thickness, style: 'shape' })),
]

/** The part of a line that holds the number, without urgency or signers beside it. */
export function numberText(text: string): string {
  const parts = text.split(/\t|\u3000{2}|\s{2}|签发人/).map((part) => part.trim())
  return parts.find((part) => likeNumber.test(part)) ?? parts[0] ?? ''
}

/** A line of a mark whose red was lost is still as large as a mark, centred, above the number. */
const wouldBeMark = (paragraph: ParagraphLayout, numberAt: number): boolean =>
  paragraph.index < numberAt && sizeOf(paragraph) >= 48 && /(?:文件|纪要|简报|专报)$/.test(paragraph.text.trim())

export function readHead(paragraphs: readonly ParagraphLayout[]): Head {
  const first = paragraphs.filter(
    ({ text, borders, lines }) => text.trim() !== '' || borders.bottom || borders.top || lines.length > 0,
  )
  const top = first.slice(0, reach)
  const rules = top.flatMap(redRules)
  const numbers = top.filter(({ text, place }) => place !== 'table' && likeNumber.test(numberText(text)))
  const numberAt = numbers[0]?.index ?? Number.POSITIVE_INFINITY
  const marks = top.filter((paragraph) => isMark(paragraph) || wouldBeMark(paragraph, numberAt))
  const issue = top.find(
    ({ text, index }) =>
      /^第\s*[\d〇一二三四五六七八九十百]+\s*期/.test(text.trim()) && index > (marks[0]?.index ?? Infinity),
  )
  const headed = marks.length > 0 || rules.length > 0
  const bounds = headed
    ? [...marks, ...numbers, ...rules.map(({ paragraph }) => paragraph), ...(issue ? [issue] : [])]
    : []
  const end = Math.max(0, ...bounds.map(({ index }) => index))
  const signers = top.filter(
    ({ text, index }, at) =>
      index <= Math.max(end, numberAt === Number.POSITIVE_INFINITY ? 0 : numberAt) &&
      (/签\s*发\s*人/.test(text) ||
        (/^\t/.test(text) && top.slice(0, at).some((before) => /签\s*发\s*人/.test(before.text)))),
  )
  return { marks, numbers: headed ? numbers : [], ...(issue && { issue }), signers: headed ? signers : [], rules, end }
}
