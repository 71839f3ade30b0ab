import type { Counted } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { measureBefore, nameBefore, readAmount, readPoints, readTarget } from './terms.ts'

/** Clauses that begin with 每. */

const each = /每/uy
const comparedWith = /(?:与|比|较)/uy
const side = /(?<below>低于?|少于?|短缺|差)|(?<above>超额(?:完成)?|超过|超出?|高于?|多于?)/uy
const linked = /的?，?/uy
const effect = /(?<deduct>扣减?|减)|(?<add>奖?加)/uy
const stepMeasure = measureBefore('(?:与|比|较)|每')

/** 完成率每低1个百分点扣0.5分; 比目标值每少1个扣1分; 每少1个，扣0.5分. */
export function readStepClause(cursor: Cursor): Clause | undefined {
  const compared = (c: Cursor) => (c.take(comparedWith) ? readTarget(c) : undefined)
  const first = cursor.attempt(compared)
  const measure = first === undefined ? stepMeasure(cursor) : undefined
  const before = first ?? compared(cursor)
  if (cursor.take(each) === undefined) return undefined
  const direction = cursor.take(side)?.groups
  if (direction === undefined) return undefined
  const reference = before ?? readTarget(cursor)
  const by = readAmount(cursor)
  cursor.take(linked)
  const change = by && cursor.take(effect)?.groups
  const points = change && readPoints(cursor)
  if (by === undefined || change === undefined || points === undefined) return undefined
  return {
    kind: 'step',
    ...(measure && { measure }),
    ...(reference !== undefined && { reference: { input: reference } }),
    side: direction.below === undefined ? 'above' : 'below',
    by,
    effect: change.deduct === undefined ? 'add' : 'deduct',
    points,
  }
}

const leadingName = nameBefore('每')
const verb = /[\p{L}]{0,6}?(?=\d|[一二两三四五六七八九十百]+[\p{L}%]|半)/uy
const countable = new Set([...'个例起次家项件人户处条篇场天日名位份批座所套台宗期', '人次'])
const bareUnit = /[个例起次家项件人户处条篇场名位份批座所宗期]/uy
const countEffect = /(?<deduct>扣减?)|(?<credit>[得计记])/uy
const trailingName = nameBefore('的?，?(?:扣减?|[得计记])(?:\\d|[一二两三四五六七八九十百半]+分)')
/** Verbs that compare belong to steps; 每增加 compares with an unsaid figure. */
const comparing = /低|少|差|短缺|高|多|超|增|减|降|提|升|不足/u

const readPer = (cursor: Cursor): Pick<Counted, 'verb' | 'per' | 'unit'> | undefined =>
  cursor.first([
    (c) => {
      const word = c.take(verb)?.[0] ?? ''
      const { value, unit } = readAmount(c) ?? {}
      if (value === undefined || !countable.has(unit ?? '') || value.startsWith('-') || comparing.test(word))
        return undefined
      return { verb: word, per: value, unit: unit ?? '' }
    },
    (c) => {
      const unit = c.take(bareUnit)?.[0]
      return unit === undefined ? undefined : { verb: '', per: '1', unit }
    },
  ])

/** 每发现1例欠薪案件扣2分; 欠薪案件每发生1起扣2分; 每完成1个项目得2分. */
export function readCountClause(cursor: Cursor): Clause | undefined {
  const leading = leadingName(cursor)
  const per = cursor.take(each) && readPer(cursor)
  if (per === undefined) return undefined
  const name = leading ?? trailingName(cursor)
  cursor.take(linked)
  const change = cursor.take(countEffect)?.groups
  const points = change && readPoints(cursor)
  if (change === undefined || points === undefined) return undefined
  const counted: Counted = { ...per, ...(name !== undefined && { name }) }
  return { kind: 'count', counted, effect: change.deduct === undefined ? 'credit' : 'deduct', points }
}
