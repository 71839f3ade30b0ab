import type { Relation } from '../model.ts'
import type { Clause, When } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { bandStart, readBand } from './edges.ts'
import { measureBefore, nameBefore, readAward } from './terms.ts'

const ordinal = /(?:\((\d{1,2})\)|(\d{1,2})[.)、](?!\d)|([①-⑳]))/uy
const link = /的?，?/uy
const otherwise = /否则|其余(?:情况|情形)?|其他(?:情况|情形)?/uy

const relations: readonly (readonly [RegExp, Relation])[] = [
  [/达到|不低于|不少于|不小于/uy, 'atLeast'],
  [/不超过|不高于|不多于|不大于/uy, 'atMost'],
  [/超过|高于|大于|多于/uy, 'above'],
  [/低于|少于|小于|不足/uy, 'below'],
  [/等于/uy, 'equal'],
]
const relationStart = '达到|不?低于|不?少于|不?小于|不?超过|不?高于|不?多于|不?大于|不足|等于'
const awardStart = '的?，?(?:得?满分|不得分|不计分|得零分|[得计记](?:满分|分值|\\d|[一二两三四五六七八九十百半]+分))'

const comparedName = nameBefore(relationStart)
const figureName = nameBefore(awardStart)
const factName = nameBefore(awardStart)
const bandMeasure = measureBefore(bandStart)

/** Only what is called a value, a number or a rate can be compared with; 达到国家标准 is a judgement, not a figure. */
const isFigure = /[值数量率额]$/u

function readMeets(cursor: Cursor): When | undefined {
  const actual = comparedName(cursor)
  if (actual === undefined) return undefined
  const relation = relations.find(([word]) => cursor.take(word))?.[1]
  const target = figureName(cursor)
  return relation && target && isFigure.test(target) ? { kind: 'meets', actual, relation, target } : undefined
}

function readBandOf(cursor: Cursor): When | undefined {
  const alone = readBand(cursor)
  if (alone) return { kind: 'band', ...alone }
  const measure = bandMeasure(cursor)
  const band = measure && readBand(cursor)
  return band && { kind: 'band', measure, ...band }
}

const readWhen = (cursor: Cursor): When | undefined =>
  cursor.first<When>([
    (c) => (c.take(otherwise) ? { kind: 'else' } : undefined),
    readBandOf,
    readMeets,
    (c) => {
      const name = factName(c)
      return name === undefined ? undefined : { kind: 'fact', name }
    },
  ])

/** （1）完成率达到90%的，得8分: what has to hold and what it earns. */
export function readAwardClause(cursor: Cursor): Clause | undefined {
  const numbered = cursor.take(ordinal)
  const when = readWhen(cursor)
  if (when === undefined) return undefined
  cursor.take(link)
  const award = readAward(cursor)
  if (award === undefined) return undefined
  const number = numbered?.[1] ?? numbered?.[2] ?? numbered?.[3]?.normalize('NFKC')
  return { kind: 'award', when, award, ...(number !== undefined && { ordinal: number }) }
}
