import type { Band } from '../model.ts'
import { sayBand } from '../phrases.ts'
import type { Count } from './carried-clause.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readBand } from './edges.ts'
import { sticky, words } from './letters.ts'
import { readAddWord, readDeductWord, readPoints } from './terms.ts'

/** 逾期5个工作日以上、10个工作日以内的，每件扣0.5分; 投资5000万元（含）至1亿元的项目每个得1分: a count for each class of size. */

const lead = words`(?<what>[\p{L}“”]{0,16}?)(?=达到\d|超过\d|不足\d|低于\d|不超过\d|\d)`
const late = /逾期|超期|延期|迟|超时|滞后|拖延/u
const duration = /^(?:天|日|个工作日|工作日|小时|个月|分钟)$/u
const money = /元$/u
const swallowed = /[每扣]|[得计加]分|^(?:完成|达到|占)/u
const unit = '人次|件次|户次|[条篇次件个项家起例期场份]'
const each = sticky(`(?:的(?<tail>\\p{L}{1,6}?))?的?，?(?:，)?每1?(?<unit>${unit})`)
const earned = /[得计记]/uy

export function readBandedCount(cursor: Cursor): Clause | undefined {
  const what = cursor.take(lead)?.groups?.what
  const from = cursor.at
  const band = what === undefined || swallowed.test(what) ? undefined : readBand(cursor)
  if (band === undefined || !isSize(band, what ?? '')) return undefined
  const words = cursor.text.slice(from, cursor.at)
  const { tail, unit: per } = cursor.take(each)?.groups ?? {}
  const effect = per === undefined ? undefined : effectOf(cursor)
  const points = effect && readPoints(cursor)
  if (per === undefined || effect === undefined || points === undefined) return undefined
  const name = `${what}${words}${tail === undefined ? '' : `的${tail}`}`
  return { kind: 'count', counted: { verb: '', per: '1', unit: per, name }, effect, points }
}

const effectOf = (cursor: Cursor): Count['effect'] | undefined =>
  readDeductWord(cursor) ? 'deduct' : readAddWord(cursor) ? 'add' : cursor.take(earned) ? 'credit' : undefined

function isSize({ from, to }: Band, what: string): boolean {
  const own = [from, to].flatMap((edge) => (edge ? [edge.unit ?? ''] : []))
  return own.every((one) => money.test(one)) || (late.test(what) && own.every((one) => duration.test(one)))
}

const effects = { points: 'credit', add: 'add', deduct: 'deduct' } as const
const classed = /\d[^的]*元/u

/** 1亿元（含）至5亿元的记3分 behind a count of such a class: each of these too; a class without an upper end only behind one that has it. */
export function carriedBand(clause: Clause, from: Count): Count | undefined {
  if (clause.kind !== 'award' || clause.when.kind !== 'band' || clause.when.measure) return undefined
  const { when, award } = clause
  if (award.kind !== 'points' && award.kind !== 'add' && award.kind !== 'deduct') return undefined
  if (effects[award.kind] !== from.effect || !isSize(when, '') || !classed.test(from.counted.name ?? ''))
    return undefined
  const { verb, per, unit: own } = from.counted
  return {
    kind: 'count',
    counted: { verb, per, unit: own, name: sayBand(when) },
    effect: from.effect,
    points: award.points,
  }
}
