import { turned } from '../gap-words.ts'
import type { Amount, Band, Edge, Reference } from '../model.ts'
import { defaultActual } from '../phrases.ts'
import type { Clause, When } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readBand } from './edges.ts'
import { sticky } from './letters.ts'
import { listNames, nameBefore, readAward, readReference } from './terms.ts'

/** 低于全省平均水平1个百分点以内的，扣1分; 与全市平均水平相差不超过1个百分点的: bands of how far a figure lies from another. */

const over = '(?<![不未])(?:高于|超过|超出|好于|优于)'
const under = '(?<![不未])(?:低于|落后于?|少于|不及|差于)'
const figure = nameBefore(`(?:与[^，；。]{2,16}(?:相差|差距|偏差|的差[距值])|${over}|${under})`, listNames)
const overWord = sticky(over)
const underWord = sticky(under)
const apart = /与/uy
const distance = /(?:相差|差距|偏差|的差[距值])(?:幅度)?(?:在|为)?(?=[不±\d]|超过|低于)/uy
const bothWays = /[±＋+]?/uy
const link = /的?(?:乡镇|县区|县|单位|部门|街道|镇)?(?:的)?，?/uy
const units: ReadonlySet<string> = new Set([
  '个百分点',
  '个单位',
  '微克/立方米',
  '名',
  '家',
  '户',
  '起',
  '人',
  '万元',
  '亿元',
  '元',
  '天',
])

/** Bands of the distance; one in % is of the figure or of what it is held against, and not read. */
export const readGapClause = (cursor: Cursor): Clause | undefined => readWith(cursor, [readApart, readSized])

/** 高于全省平均水平的乡镇得3分: held against it and no more. */
export const readAsideClause = (cursor: Cursor): Clause | undefined => readWith(cursor, [readAside, readFurther])

type Reader = (cursor: Cursor, name: string | undefined) => When | undefined

function readWith(cursor: Cursor, readers: readonly Reader[]): Clause | undefined {
  const name = cursor.attempt(figure)
  const when = cursor.first<When>(readers.map((read) => (c) => read(c, name)))
  if (when === undefined) return undefined
  cursor.take(link)
  const award = readAward(cursor)
  return award && { kind: 'award', when, award }
}

type Gap = Extract<When, { readonly kind: 'gap' }>

const gapOf = (name: string | undefined, reference: Reference | undefined, band: Band): Gap | undefined => {
  if (reference && 'value' in reference) return undefined
  return { kind: 'gap', ...(name !== undefined && { name }), ...(reference && { reference }), ...band }
}

function readApart(cursor: Cursor, name: string | undefined): Gap | undefined {
  const reference = cursor.take(apart) && readReference(cursor)
  if (!reference || cursor.take(distance) === undefined) return undefined
  cursor.take(bothWays)
  const { from, to } = readBand(cursor) ?? {}
  if (to === undefined || from !== undefined || !isDistance(to)) return undefined
  return gapOf(name, reference, { from: turned(to), to })
}

const readSide = (cursor: Cursor): 'above' | 'below' | undefined =>
  cursor.take(overWord) ? 'above' : cursor.take(underWord) ? 'below' : undefined

function readSized(cursor: Cursor, name: string | undefined): Gap | undefined {
  const side = readSide(cursor)
  const reference = side && readReference(cursor)
  return reference && bandFrom(cursor, side, name, reference)
}

/** 低于1个百分点以上的, behind a clause that says below what. */
function readFurther(cursor: Cursor, name: string | undefined): Gap | undefined {
  const side = name === undefined ? readSide(cursor) : undefined
  return side && bandFrom(cursor, side, name, undefined)
}

function bandFrom(
  cursor: Cursor,
  side: 'above' | 'below',
  name: string | undefined,
  reference: Reference | undefined,
): Gap | undefined {
  const band = readBand(cursor)
  if (!band || ![band.from, band.to].every((edge) => edge === undefined || isDistance(edge))) return undefined
  return gapOf(name, reference, side === 'above' ? aboveBy(band) : belowBy(band))
}

function readAside(cursor: Cursor, name = defaultActual): When | undefined {
  const relation = readSide(cursor)
  const reference = relation && readReference(cursor)
  if (!reference || 'value' in reference) return undefined
  if ('input' in reference) return { kind: 'meets', actual: name, relation, target: reference.input }
  return { kind: 'reference', relation, measure: { kind: 'input', name }, reference }
}

const isDistance = ({ value, unit }: Amount): boolean => !value.startsWith('-') && unit !== undefined && units.has(unit)

/** 高于…不超过1个百分点 begins above the figure itself. */
export const aboveBy = ({ from, to }: Band): Band => ({ from: from ?? zeroIn(to), ...(to && { to }) })

export const belowBy = ({ from, to }: Band): Band => ({
  ...(to && { from: turned(to) }),
  to: from ? turned(from) : zeroIn(to),
})

const zeroIn = (edge: Edge | undefined): Edge => ({
  value: '0',
  ...(edge?.unit !== undefined && { unit: edge.unit }),
  inclusive: false,
})
