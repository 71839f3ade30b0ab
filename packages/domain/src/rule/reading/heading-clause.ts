import type { Base } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky } from './letters.ts'
import { halves, months, quarters } from './periods.ts'
import { headingNames, nameBefore, readAmount, readPoints } from './terms.ts'

/** What a part is worth, before its rule: 招商引资（10分）：…；满分10分，…；（5分）…. */

const opening = /\((?:满分(?!的)|本项|该项|共|计|分值|权重|基本分|标准分)?:?/uy
const closing = /\):?|(?=[，;])/uy
const own =
  /(?:本项|该项|此项|本指标)?(?:满分|总分|标准分|分值|基本分值)(?:为|是|:)?(?=\d|[一二三四五六七八九十百]+分)/uy
/** 每季度满分2.5分, 每半年5分: marks of each period, under the rule that follows. */
const perPeriod = /每(?:个)?(?<period>季度|季|月度?|半年)(?:度)?(?:考核)?(?:满分|总分|分值)?(?:为|是|:)?(?=\d)/uy
const periods: Readonly<Record<string, readonly string[]>> = {
  季度: quarters,
  季: quarters,
  月: months,
  月度: months,
  半年: halves,
}
/** 基础分60分, 以80分为起评分: what every unit starts from. */
const startWord = '(?:基本分|基础分|起评分|起点分|基准分|起始分|保底分)'
const start = sticky(`(?:本项|该项|考核)?${startWord}(?:为|是|:)?(?=\\d)`)
const startAfter = /以(?=\d+(?:\.\d+)?分(?:为|作为))/uy
const asStart = sticky(`(?:为|作为)${startWord}`)
const colon = /(?=[，;。\n]|$)|:/uy
const named = nameBefore(
  '\\((?:满分|本项|该项|共|计|分值|权重|基本分|标准分|满分的)?:?\\d[\\d.]*[分%](?:\\)|，)',
  headingNames,
  /每(?!季|月|年|半年|周)|扣|得分|最高|最多/u,
)
const ofMark = /满分的/uy

const readMarks = (cursor: Cursor): Base | undefined =>
  cursor.first<Base>([
    (c) => {
      const points = readPoints(c)
      return points === undefined ? undefined : { kind: 'points', points }
    },
    (c) => {
      c.take(ofMark)
      const amount = readAmount(c)
      return amount?.unit === '%' && !amount.value.startsWith('-')
        ? { kind: 'share', percent: amount.value }
        : undefined
    },
  ])

const fromBase = (points: string): Clause => ({ kind: 'heading', marks: { kind: 'points', points }, base: true })

const bracketed = (cursor: Cursor): Base | undefined => {
  const marks = cursor.take(opening) && readMarks(cursor)
  return marks && cursor.take(closing) ? marks : undefined
}

/** Signs with which marks without a name may begin. */
const mayBeMarks = new Set('(本该此基起保以每满总标分考')

export const readHeading = (cursor: Cursor): Clause | undefined =>
  cursor.attempt(readNamed) ?? (mayBeMarks.has(cursor.text.charAt(cursor.at)) ? cursor.first(unnamed) : undefined)

function readNamed(cursor: Cursor): Clause | undefined {
  const name = named(cursor)
  const marks = name === undefined ? undefined : bracketed(cursor)
  const opens = cursor.text[cursor.at - 1] === ':'
  return marks && name !== undefined ? { kind: 'heading', name, marks, ...(opens && { opens }) } : undefined
}

const unnamed: readonly ((cursor: Cursor) => Clause | undefined)[] = [
  (c) => {
    const marks = bracketed(c)
    return marks && { kind: 'heading', marks }
  },
  (c) => {
    const points = c.take(start) && readPoints(c)
    return points !== undefined && c.take(colon) ? fromBase(points) : undefined
  },
  (c) => {
    const points = c.take(startAfter) && readPoints(c)
    return points !== undefined && c.take(asStart) && c.take(colon) ? fromBase(points) : undefined
  },
  (c) => {
    const words = c.take(perPeriod)?.groups?.period
    const points = words === undefined ? undefined : readPoints(c)
    const each = periods[words ?? '']
    return points !== undefined && each && c.take(colon)
      ? { kind: 'heading', marks: { kind: 'points', points }, each }
      : undefined
  },
  (c) => {
    const points = c.take(own) && readPoints(c)
    return points !== undefined && c.take(colon) ? { kind: 'heading', marks: { kind: 'points', points } } : undefined
  },
]
