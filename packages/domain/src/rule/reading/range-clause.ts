import { exact, printExact } from '../../kernel/exact.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky } from './letters.ts'
import { listNames, nameBefore } from './terms.ts'

/** 好的得8-10分，较好的得6-7分; 优秀（9-10分）、良好（7-8分）: points that somebody judges within the range of a level. */

const number = '\\d+(?:\\.\\d+)?'
const range = `${number}分?[-~至到—]${number}分`
const rated = /(?:考核|评价|评定|考评|评议)?(?:结果)?(?:被)?(?:评|定|评定|认定|评价)为/uy
const named = nameBefore(`的?，?(?:得|计|记|给|赋|为|可得)?(?:${range})|\\((?:${range}|${number}分以下)\\)`, listNames)
const open = /(?:的|者)?，?(?:可得|得|计|记|给|赋|为)?|(?=\()/uy
const opening = /\(/uy
const points = sticky(`(?<from>${number})分?[-~至到—](?<to>${number})分(?=[，,;。、)\\n]|$)`)
const under = sticky(`(?<to>${number})分以下`)
const close = /\)/uy
/** 扣5-10分, 加1-3分: of which nobody says what decides. */
const changes = /[扣加减奖]$|^(?:分值|得分|分数|评分)$|^(?:由|专家|视|根据|按|依|酌)|在$|评分$|打分$|酌情|视情/u

export function readLevelRange(cursor: Cursor): Clause | undefined {
  cursor.take(rated)
  const name = named(cursor)?.replaceAll(/[“”]/gu, '')
  if (name === undefined || changes.test(name)) return undefined
  cursor.take(open)
  const inBrackets = cursor.take(opening) !== undefined
  const { from = '0', to } = (cursor.take(points) ?? (inBrackets ? cursor.take(under) : undefined))?.groups ?? {}
  if (to === undefined || (inBrackets && cursor.take(close) === undefined)) return undefined
  return { kind: 'levelRange', name: printed(name), from: printExact(exact(from)), to: printExact(exact(to)) }
}

const printed = (name: string): string => name.replace(/的$/u, '')
