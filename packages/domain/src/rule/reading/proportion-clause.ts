import { exact, hundred, mul, printExact } from '../../kernel/exact.ts'
import type { Amount, Award, Base } from '../model.ts'
import { readBandOf, readChainedBand } from './award-clause.ts'
import type { Clause, When } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { nameBefore, readAmount, readPoints } from './terms.ts'

/** What a band earns in proportion to a figure that the words name: 按实际占比与70%之比计分, 得分＝分值×完成率×0.8. */

type Proportion = Pick<Extract<Clause, { readonly kind: 'proportion' }>, 'award' | 'by'>

const rest = /否则|其余(?:的)?|其他(?:的)?/uy
const short =
  /(?<name>未(?:能)?(?:达到|达标|完成|实现)|没有完成|达不到)(?:年度|全年)?(?:目标|任务|目标任务)?(?=的?，?按)/uy
const changed = nameBefore('的按(?:与\\d|比例×)')
const link = /的?，?/uy

export function readProportionClause(cursor: Cursor): Clause | undefined {
  const when = cursor.first<When>([
    (c) => (c.take(rest) ? { kind: 'else' } : undefined),
    (c) => {
      const name = c.take(short)?.groups?.name
      return name === undefined ? undefined : { kind: 'fact', name }
    },
    readChainedBand,
    readBandOf,
    (c) => {
      const name = changed(c)
      return name === undefined ? undefined : { kind: 'fact', name }
    },
  ])
  if (when === undefined) return undefined
  cursor.take(link)
  const said = cursor.first([readPlain, readQuotient, readProduct, readTimes])
  return said && { kind: 'proportion', when, ...said }
}

const by = /按照?/uy
const plain = /按(?=与\d|比例×)/uy
const over = /[与和÷/](?=\d)/uy
const open = /\(/uy
const close = /\)/uy
const ratio = /(?:之比|的?(?:比例|比值|比率))值?/uy
const times = /[×*]|乘以?/uy
const timesNext = /(?=[×*]|乘以)/uy
const mark = /(?:该项|本项|该指标)?(?:分值|满分|标准分)(?!的)/uy
const shareOfMark = /满分的/uy
const scored = /(?:计算)?(?:得分|计分|赋分|计算|计)/uy
const figure = words`[\p{L}]{2,20}?(?=[与和÷/乘×*，。;]|$)`
const product = /(?:该项|本项)?得分=/uy

/** 按与70%的比例×4分得分: as the canonical sentence has it. */
function readPlain(cursor: Cursor): Proportion | undefined {
  if (cursor.take(plain) === undefined) return undefined
  const of = cursor.take(over) ? readAmount(cursor) : undefined
  return cursor.take(ratio) ? readWorth(cursor, of) : undefined
}

/** 按实际占比与70%之比计分; 按（累计积分÷60）×分值计算; 得分＝实际占比÷70%×3分. */
function readQuotient(cursor: Cursor): Proportion | undefined {
  const formula = cursor.take(product) !== undefined
  if (!formula && cursor.take(by) === undefined) return undefined
  const wrapped = cursor.take(open) !== undefined
  const name = cursor.take(figure)?.[0]
  const of = name === undefined || cursor.take(over) === undefined ? undefined : readAmount(cursor)
  if (name === undefined || of === undefined || of.value.startsWith('-')) return undefined
  const quotient = formula || wrapped || cursor.take(ratio) !== undefined || cursor.take(timesNext) !== undefined
  if (!quotient || (!formula && wrapped && cursor.take(close) === undefined)) return undefined
  if (formula && wrapped && cursor.take(close) === undefined) return undefined
  const said = formula ? readTimesMark(cursor, of) : readWorth(cursor, of)
  return said && { ...said, by: name }
}

/** 得分＝分值×完成率×0.8; 得分＝完成率×8分. */
function readProduct(cursor: Cursor): Proportion | undefined {
  if (cursor.take(product) === undefined) return undefined
  const first = cursor.take(mark) ? cursor.take(times) : undefined
  const name = cursor.take(figure)?.[0]
  if (name === undefined) return undefined
  const worth = first
    ? { factor: cursor.take(times) ? readFactor(cursor) : '1' }
    : cursor.take(times) &&
      (cursor.take(mark) ? { factor: cursor.take(times) ? readFactor(cursor) : '1' } : { points: readPoints(cursor) })
  if (worth === undefined) return undefined
  const base = 'factor' in worth ? worth.factor && share(worth.factor) : worth.points && pointsOf(worth.points)
  return base ? { award: awardOf(whole, base), by: name } : undefined
}

/** 按完成率乘以8分计. */
function readTimes(cursor: Cursor): Proportion | undefined {
  const name = cursor.take(by) && cursor.take(figure)?.[0]
  const points = name !== undefined && cursor.take(times) ? readPoints(cursor) : undefined
  if (name === undefined || points === undefined || cursor.take(scored) === undefined) return undefined
  return { award: awardOf(whole, pointsOf(points)), by: name }
}

const whole: Amount = { value: '100', unit: '%' }

function readWorth(cursor: Cursor, of: Amount | undefined): Proportion | undefined {
  const worth = cursor.take(times) ? readBase(cursor) : fullMark
  return worth && cursor.take(scored) ? { award: awardOf(of, worth) } : undefined
}

function readTimesMark(cursor: Cursor, of: Amount): Proportion | undefined {
  const worth = cursor.take(times) && readBase(cursor)
  return worth && { award: awardOf(of, worth) }
}

function readBase(cursor: Cursor): Base | undefined {
  if (cursor.take(shareOfMark)) {
    const amount = readAmount(cursor)
    return amount?.unit === '%' && !amount.value.startsWith('-') ? { kind: 'share', percent: amount.value } : undefined
  }
  if (cursor.take(mark)) return fullMark
  const points = readPoints(cursor)
  return points === undefined ? undefined : pointsOf(points)
}

const readFactor = (cursor: Cursor): string | undefined => {
  const { value, unit } = readAmount(cursor) ?? {}
  return unit === undefined && value !== undefined && !value.startsWith('-') ? value : undefined
}

const fullMark: Base = { kind: 'share', percent: '100' }
const share = (factor: string): Base => ({ kind: 'share', percent: printExact(mul(exact(factor), hundred)) })
const pointsOf = (points: string): Base => ({ kind: 'points', points })

const awardOf = (of: Amount | undefined, worth: Base): Extract<Award, { readonly kind: 'rate' }> => ({
  kind: 'rate',
  ...(of && { of }),
  ...(!(worth.kind === 'share' && worth.percent === '100') && { worth }),
})
