import type { Reference } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { measureBefore, readAmount, readReference } from './terms.ts'

/** 未完成的，低于90%的，超过目标的部分，: the side on which the step that follows counts. */

const unmet =
  /(?:未(?:能)?(?:完成|达到|达标|实现)|没有完成|达不到|完不成)(?:年度|全年)?(?:目标|任务|目标任务|目标值|计划|要求|进度|标准|指标)?(?:的|，)*(?=，)/uy
const met = /(?:超额完成|超(?:过|出)?(?:目标|任务|计划|部分)|超额)(?:任务|目标|部分)?(?:的|部分)*(?=，)/uy
const below = /(?:低于|不足|达不到|未达到|少于|<(?!=))/uy
const above = /(?:超过|高于|超出|大于|>(?!=))/uy
const tail = /(?:的)?(?:部分)?(?:的)?(?=，)/uy
const measure = measureBefore('(?<!不)(?:低于|不足|达不到|未达到|少于|超过|高于|超出|大于|[<>])')

export const readSideClause = (cursor: Cursor): Clause | undefined =>
  cursor.first<Clause>([
    (c) => (c.take(unmet) ? { kind: 'side', side: 'below' } : undefined),
    (c) => (c.take(met) ? { kind: 'side', side: 'above' } : undefined),
    (c) => {
      const named = c.attempt(measure)
      const side = c.take(below) ? 'below' : c.take(above) ? 'above' : undefined
      const reference = side && readEdge(c)
      if (side === undefined || reference === undefined || c.take(tail) === undefined) return undefined
      return { kind: 'side', ...(named && { measure: named }), reference, side }
    },
  ])

const readEdge = (cursor: Cursor): Reference | undefined => readReference(cursor) ?? readAmount(cursor)
