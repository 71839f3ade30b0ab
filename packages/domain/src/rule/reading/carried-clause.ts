import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky } from './letters.ts'
import { listNames, nameBefore, readAddWord, readDeductWord, readPoints } from './terms.ts'

/** What a clause leaves to the one before it: 市级媒体采用每条0.1分，省级0.3分，中央0.5分; 各级主要媒体刊播的，每篇分别计0.5分、0.3分、0.1分. */

const authority =
  '党中央|中央|国务院|国家级|国家|全国|省委|省政府|省级|全省|省|市委|市政府|市级|全市|市|县委|县政府|县级|全县|县|区级|乡镇级|镇级'
/** 学生获国家级奖励: the level at its head, or behind the word that gives it. */
export const atStart = new RegExp(`^(?<lead>\\p{L}{0,8}?(?:获得?|荣获|受到?|被|在))?(?:${authority})`, 'u')
const bare = sticky(`(?<level>${authority})(?=\\d+(?:\\.\\d+)?分(?:[，;。\\n]|$))`)

/** 省级0.3分: understood only behind a count that names another level. */
export function readCarried(cursor: Cursor): Clause | undefined {
  const level = cursor.take(bare)?.groups?.level
  const points = level && readPoints(cursor)
  return level && points ? { kind: 'carried', level, points } : undefined
}

export type Count = Extract<Clause, { readonly kind: 'count' }>

const unit = '人次|件次|户次|[条篇次件个项家起例期场份]'
/** Asked first: long names are slow to try. */
const ahead = sticky(`(?=[^；;。\\n]*(?:每(?:${unit})分别|分别[扣加得计][^；;。\\n]*[/每](?:${unit})))`)
const listed = nameBefore(`的?，?(?:每(?:${unit}))?分别`, listNames)
const separately = sticky(`的?，?(?:每(?<unit>${unit}))?分别`)
const behindEach = sticky(`[/每](?<unit>${unit})`)
const earned = /[得计记]/uy
const pause = /、/uy
const oneOf = new RegExp(`(?<lead>\\p{L}{0,6}?)(?<level>${authority})$`, 'u')
const lastOf = new RegExp(`^(?<level>${authority})(?<subject>\\p{L}*)$`, 'u')

/** 涉企收费、拖欠账款被投诉的，每件分别扣1分、2分: a count for each. */
export function readSharedCounts(cursor: Cursor): Clause | undefined {
  const names = (cursor.take(ahead) && listed(cursor))?.split('、')
  const said = names && cursor.take(separately)
  const effect = said && effectOf(cursor)
  if (names === undefined || names.length < 2 || !said || !effect) return undefined
  const prices: string[] = []
  let per = said.groups?.unit
  do {
    const points = readPoints(cursor)
    const behind = cursor.take(behindEach)?.groups?.unit
    if (points === undefined || (behind ?? per) !== (per ?? behind)) return undefined
    per ??= behind
    prices.push(points)
  } while (cursor.take(pause))
  if (per === undefined) return undefined
  const own = per
  // 银奖加2分 reads as 奖加.
  if (prices.length !== names.length || names.some((name) => name.endsWith('奖'))) return undefined
  return {
    kind: 'several',
    clauses: atLevels(names).map((name, i) => ({
      kind: 'count',
      counted: { verb: '', per: '1', unit: own, name },
      effect,
      points: prices[i] as string,
    })),
  }
}

const effectOf = (cursor: Cursor): Count['effect'] | undefined =>
  readDeductWord(cursor) ? 'deduct' : readAddWord(cursor) ? 'add' : cursor.take(earned) ? 'credit' : undefined

/** 在中央、省、市主要媒体刊播: what stands around the levels belongs to each of them. */
function atLevels(names: readonly string[]): readonly string[] {
  const [first, last] = [oneOf.exec(names[0] ?? '')?.groups, lastOf.exec(names.at(-1) ?? '')?.groups]
  const between = names.slice(1, -1)
  if (first === undefined || last === undefined || !between.every((name) => lastOf.exec(name)?.groups?.subject === ''))
    return names
  return [first.level, ...between, last.level].map((level) => `${first.lead}${level}${last.subject}`)
}
