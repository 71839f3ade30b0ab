import { defaultActual, defaultRate } from '../phrases.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { measureBefore, readAmount, readReference } from './terms.ts'

const taking = /以/uy
const asBasis = /为(?:基准|基数|基础|标准)(?:得满分|计满分)?/uy

/** 以100%为标准。控制率≤100%，计5分: said again right behind, with the figure that is meant. */
const echoed = words`以(?<edge>\d+(?:\.\d+)?%)为(?:标准|基准)(?=[。，;][\p{L}“”]{2,20}(?:≤|≥|<=|>=|[大小]于(?:或)?等于|不超过|不[高低]于|达到|控制在)\k<edge>)`

const basisMeasure = measureBefore('\\d+(?:\\.\\d+)?%为')

/** 以100%为基准: what full marks stand for, before the steps. */
export function readBasis(cursor: Cursor): Clause | undefined {
  if (cursor.take(echoed)) return { kind: 'frame' }
  if (cursor.take(taking) === undefined) return undefined
  const measure = basisMeasure(cursor)
  const edge = readAmount(cursor)
  if (edge?.unit === '%' && cursor.take(asBasis)) {
    const exactly = { ...edge, inclusive: true }
    return {
      kind: 'award',
      when: { kind: 'band', measure: measure ?? defaultRate, from: exactly, to: exactly },
      award: { kind: 'full' },
    }
  }
  const reference = edge === undefined && measure === undefined ? readReference(cursor) : undefined
  if (reference === undefined || cursor.take(asBasis) === undefined) return undefined
  const when = { kind: 'reference', relation: 'equal', measure: { kind: 'input', name: defaultActual } } as const
  return { kind: 'award', when: { ...when, reference, basis: true }, award: { kind: 'full' } }
}
