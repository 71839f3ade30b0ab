import type { Amount, Edge } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { readAmount, readAward, readDeductWord, readPoints } from './terms.ts'

/** 办复率、满意率均达到100%的得4分，每低1个百分点各扣0.1分: figures with one start and one price, each of them for itself. */

const figures = words`(?<names>[\p{L}“”]{2,16}(?:率|度|比例)(?:、[\p{L}“”]{1,12}(?:率|度|比例))*(?:和|及(?!时)|与|、)[\p{L}“”]{1,12}(?:率|度|比例))(?:均|都|分别)?(?:达到?|不低于|为)(?=\d)(?![^；;。]*得[^，;。]*、)`
const between = /、|(?:和|与|及(?!时))(?=[^、]*$)/u
const link = /(?:以上)?的?，?/uy
const pause = /[，;]/uy
const step = /每(?:低于?|少|降低|下降)/uy
const each = /的?，?(?:各|分别|均)(?=[扣减])/uy

export function readEachFigure(cursor: Cursor): Clause | undefined {
  const names = cursor.take(figures)?.groups?.names?.split(between)
  const from = names && readAmount(cursor)
  if (names === undefined || from?.unit !== '%') return undefined
  cursor.take(link)
  const award = readAward(cursor)
  if ((award?.kind !== 'points' && award?.kind !== 'full') || cursor.take(pause) === undefined) return undefined
  const price = readPrice(cursor)
  if (price === undefined) return undefined
  const edge: Edge = { ...from, inclusive: true }
  const heading: readonly Clause[] =
    award.kind === 'points' ? [{ kind: 'heading', marks: { kind: 'points', points: award.points } }] : []
  const steps = names.flatMap((name): readonly Clause[] => [
    { kind: 'award', when: { kind: 'band', measure: { kind: 'input', name }, from: edge }, award: { kind: 'full' } },
    { kind: 'step', side: 'below', effect: 'deduct', ...price },
  ])
  return { kind: 'several', clauses: [...heading, ...steps] }
}

function readPrice(cursor: Cursor): { readonly by: Amount; readonly points: string } | undefined {
  const by = cursor.take(step) && readAmount(cursor)
  const points = by && cursor.take(each) && readDeductWord(cursor) ? readPoints(cursor) : undefined
  return by === undefined || points === undefined ? undefined : { by, points }
}
