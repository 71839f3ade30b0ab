import { exact, hundred, mul, printExact } from '../../kernel/exact.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { readAmount, readAward, readPoints } from './terms.ts'

/** 得2分 behind 每年专题研究不少于2次，: what the figure before it earns. */
const earns = /[得计](?=\d)/uy

export function readEarned(cursor: Cursor): Clause | undefined {
  const points = cursor.take(earns) && readPoints(cursor)
  return points === undefined ? undefined : { kind: 'earned', award: { kind: 'points', points } }
}

const multiple = words`(?<actual>[\p{L}·]{2,20}?)(?:达到|不低于|达)(?<target>[\p{L}]{2,20}?)的?(?<times>\d+(?:\.\d+)?)倍(?:及以上|以上)?(?:的)?，?(?=得满分|[得计]\d)`

/** 储备项目总投资达到当年固定资产投资目标1.5倍及以上的得3分: 150% of it. */
export function readMultiple(cursor: Cursor): Clause | undefined {
  const { actual, target, times } = cursor.take(multiple)?.groups ?? {}
  const award = times === undefined ? undefined : readAward(cursor)
  if (actual === undefined || target === undefined || times === undefined || award === undefined) return undefined
  const from = { value: printExact(mul(exact(times), hundred)), unit: '%', inclusive: true }
  return { kind: 'award', when: { kind: 'band', measure: { kind: 'rate', actual, target }, from }, award }
}

const figure = words`(?<name>(?:[\p{L}·]|(?<=[A-Za-z])\d+){2,20}?)(?:完成|达到|实现)(?=\d)`
const ofTarget = /的(?:年度|全年|预期)?(?:目标|任务|计划)(?:任务|值)?的?，?(?=[得计])/uy

/** GDP增幅完成8%的目标得4分: the target in numbers, and what it earns. */
export function readOwnTarget(cursor: Cursor): Clause | undefined {
  const name = cursor.take(figure)?.groups?.name
  const edge = name === undefined ? undefined : readAmount(cursor)
  if (name === undefined || edge?.unit === undefined || cursor.take(ofTarget) === undefined) return undefined
  const earned = readEarned(cursor)
  if (earned?.kind !== 'earned') return undefined
  const from = { ...edge, inclusive: true }
  return { kind: 'award', when: { kind: 'band', measure: { kind: 'input', name }, from }, award: earned.award }
}
