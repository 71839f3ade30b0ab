import type { Base } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { headingNames, nameBefore, readAmount, readPoints } from './terms.ts'

/** What a part is worth, before its rule: 招商引资（10分）：…；满分10分，…；（5分）…. */

const opening = /\((?:满分(?!的)|本项|该项|共|计|分值|权重|基本分|标准分)?:?/uy
const closing = /\):?|(?=[，;])/uy
const own =
  /(?:本项|该项|此项|本指标)?(?:满分|总分|标准分|分值|基本分值)(?:为|是|:)?(?=\d|[一二三四五六七八九十百]+分)/uy
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

const bracketed = (cursor: Cursor): Base | undefined => {
  const marks = cursor.take(opening) && readMarks(cursor)
  return marks && cursor.take(closing) ? marks : undefined
}

export const readHeading = (cursor: Cursor): Clause | undefined =>
  cursor.first<Clause>([
    (c) => {
      const name = named(c)
      const marks = name === undefined ? undefined : bracketed(c)
      const opens = c.text[c.at - 1] === ':'
      return marks && name !== undefined ? { kind: 'heading', name, marks, ...(opens && { opens }) } : undefined
    },
    (c) => {
      const marks = bracketed(c)
      return marks && { kind: 'heading', marks }
    },
    (c) => {
      const points = c.take(own) && readPoints(c)
      return points !== undefined && c.take(colon) ? { kind: 'heading', marks: { kind: 'points', points } } : undefined
    },
  ])
