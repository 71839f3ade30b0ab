import { exact, hundred, mul, printExact } from '../../kernel/exact.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readAmount, readPoints } from './terms.ts'

const untilZero =
  /(?:该项|本项|此项)?(?:直至|直到|至)?(?:该项|本项|此项)?(?:累计)?[扣减](?:完|至0分|到0分|至零分|光)(?:该项|本项|此项|该小项|小项)?(?:得分|分值|分数|分|满分)?(?:为止|止)|(?:直至|直到)扣(?:完|光|尽)(?:为止)?(?=[，;。]|$)|扣完即止|下限(?:为)?(?:0|零)分|(?:最低|最少)(?:得|计|为)?(?:0|零)分|不(?:得|计|出现)负分|(?:扣分)?(?:最多)?(?:以)?(?:该项|本项)(?:分值|满分)(?:为限|扣完为止)|扣分(?:累计)?(?:最多|最高)?不超过(?:该项|本项)?(?:分值|满分)|最[多高]扣(?:完)?(?:该项|本项)?(?:满分|分值|全部分值)|(?:该项|本项|此项|该小项)(?:分值|分数)?扣完为止|最[多高]扣(?:完|光)|(?:累计|合计)?扣分(?:累计|合计)?(?:最多|最高)?不得?超过(?:该项|本项)?(?:分值|满分)/uy
const used = /(?:直至|直到)?扣[完满]/uy
const usedUp = /扣(?:完|满)(?:为?止|即止)?/uy
const upTo = /至?(?=\d)/uy
const over = /为?止/uy
const noFloor =
  /不封底|(?:该项|本项|此项)?(?:扣分)?(?:可以?|允许)(?:倒扣|计负分|扣为负分)|扣分(?:不设下限|不封顶|不设上限)|不设下限/uy
const mostDeducted =
  /(?:累计|合计|总共|共|单项|该项|本项|全年)?(?:最多|最高|至多)(?:累计)?(?:扣减|扣除|扣分|减分|扣|减)(?:不超过)?|(?:累计|合计)?[扣减]分(?:累计|合计|总额)?(?:(?:最多|最高)?(?:不超过|以|上限为?)|(?:最多|最高|至多)为?)|(?:累计|合计)扣(?:不超过)?/uy
const mostAdded =
  /加满(?=\d)|(?:累计|合计|总共|共|单项|该项|本项|全年)?(?:最多|最高|至多)(?:累计)?(?:奖励|加分|加计|奖|加)(?:不超过)?|(?:该项|本项|此项)?(?:累计|合计|总)?加分(?:累计|合计|总额)?(?:最多|最高)?(?:不得?超过|以|上限为?)|(?:该项|本项|此项)?加分(?:累计|合计)?最[高多](?:为|加)?|(?:累计|合计)(?:奖励|加)(?:不超过)?/uy
const addedToFull =
  /加[满至到](?:该项|本项)?(?:满分)?为止|加分后(?:该项得分)?(?:以满分为限|不超过满分)|加分(?:后)?(?:最高)?不超过(?:该项|本项)?(?:满分|基本分|基础分|标准分|分值)/uy
const addedFreely = /加分(?:上)?不封顶|加分不设上限/uy
const bothWays =
  /(?:(?:加减分|加扣分|扣加分|增减分|加、?减分|加分、扣分)(?:累计|合计|均)?(?:最多|最高)?(?:均)?(?:不超过|以|上限为?|各)?|(?:最多|最高)(?:加减|加扣|扣加|加\(?[扣减]\)?)(?:分)?)(?:正负|±)?/uy
const limitTail = /为限|封顶|为?止/uy
const total =
  /(?:(?:以上)?(?:[两二三四五六七八九十]|各)项)?(?:合计|总计|总分|累计得分)|(?:以上)?(?:[两二三四五六七八九十]|各)项(?=最|累计)|(?:该项|本项|此项)(?=(?:累计|合计)?(?:加分|[扣减]分)?(?:累计)?(?:最[高多]|不得?超过))/uy
const floor = /(?:最低|最少|至少)(?:得|计|不低于)?|不低于(?=\d+(?:\.\d+)?分)|保底(?:分)?(?:为)?/uy

const pointsAfter = (word: RegExp) => (cursor: Cursor) =>
  cursor.attempt((c) => {
    const points = c.take(word) && readPoints(c)
    c.take(limitTail)
    return points
  })

/** How far deductions or bonuses go. */
export function readLimit(cursor: Cursor): Clause | undefined {
  if (cursor.take(untilZero)) return { kind: 'deductionLimit', limit: { kind: 'untilZero' } }
  if (cursor.take(noFloor)) return { kind: 'deductionLimit', limit: { kind: 'unlimited' } }
  if (cursor.take(addedToFull)) return { kind: 'additionLimit', limit: { kind: 'fullMark' } }
  if (cursor.take(addedFreely)) return { kind: 'additionLimit', limit: { kind: 'unlimited' } }
  return cursor.first<Clause>([
    (c) => {
      const points = c.take(upTo) && readPoints(c)
      return points !== undefined && c.take(usedUp)
        ? { kind: 'deductionLimit', limit: { kind: 'points', points } }
        : undefined
    },
    (c) => {
      const points = c.take(used) && readPoints(c)
      return points !== undefined && c.take(over)
        ? { kind: 'deductionLimit', limit: { kind: 'points', points } }
        : undefined
    },
    readBaselineCaps,
    (c) => limited(pointsAfter(mostDeducted)(c), 'deductionLimit'),
    (c) => limited(pointsAfter(mostAdded)(c), 'additionLimit'),
    (c) => worth(pointsAfter(bothWays)(c), 'changeLimit'),
    (c) => worth(pointsAfter(floor)(c), 'least'),
  ])
}

const limited = (points: string | undefined, kind: 'deductionLimit' | 'additionLimit'): Clause | undefined =>
  points === undefined ? undefined : { kind, limit: { kind: 'points', points } }

const worth = (points: string | undefined, kind: 'changeLimit' | 'least'): Clause | undefined =>
  points === undefined ? undefined : { kind, points }

const mostPlus = /最多加/uy
const targetBelow = /，目标值(?=低于)/uy
const belowBaseline = /低于基期值/uy
const notOver = /不超过/uy
const beyond = /以上/uy
const capOf = /的最多加/uy
const pause = /、/uy

/** 最多加6分，目标值低于基期值不超过20%的最多加5分、低于基期值20%以上的最多加4分. */
function readBaselineCaps(cursor: Cursor): Clause | undefined {
  const points = cursor.take(mostPlus) && readPoints(cursor)
  if (points === undefined || cursor.take(targetBelow) === undefined) return undefined
  const below = []
  do {
    if (cursor.take(belowBaseline) === undefined) return undefined
    const bounded = cursor.take(notOver) !== undefined
    const edge = readAmount(cursor)
    if (edge?.unit !== '%' || (!bounded && cursor.take(beyond) === undefined)) return undefined
    const cap = cursor.take(capOf) && readPoints(cursor)
    if (cap === undefined) return undefined
    below.push({ ...(bounded && { upTo: edge.value }), points: cap })
  } while (cursor.take(pause))
  return { kind: 'additionLimit', limit: { kind: 'byBaseline', points, below } }
}

const most = /(?:(?:全年|年度|累计)?(?:最[多高]|至多)(?:计|认定|奖励|加|算)?|(?:全年|累计)?不超过)/uy
const countedAs = /(?:计(?:分|算)?)?/uy

/** 全年最多计4次: how many count. */
export function readMostCounted(cursor: Cursor): Clause | undefined {
  const amount = cursor.take(most) && readAmount(cursor)
  cursor.take(countedAs)
  if (amount?.unit === undefined || /^(?:分|%|个百分点)$/u.test(amount.unit)) return undefined
  return { kind: 'mostCounted', value: amount.value, unit: amount.unit }
}

const freely = /上?不封顶|(?:得分)?不设上限/uy
const atFull =
  /(?:得分)?最[高多](?:加至|得分?|计|为|不超过)?(?:该项|本项)?满分(?!的)|以(?:该项|本项)?满分(?:为限|封顶)|(?:得分)?(?:最[高多])?不得?超过(?:该项|本项)?(?:满分|分值|标准分|基本分)(?!的|值)|直至(?:得)?满分|得?满分?(?:封顶|为止)|(?:超额|超过|超出)(?:目标|任务)?(?:完成)?(?:部分)?(?:的)?不(?:另)?加分|(?:完成率)?(?:超过|高于|超)100%的?(?:部分)?，?(?:均)?按100%(?:计算?|计分|得分)|封顶为满分|(?:得分)?(?:超过|超出|高于|大于)满分的?(?:部分)?，?(?:均)?(?:只)?按满分(?:计算?|计分|得分)/uy
const share = /(?:(?:得分)?最[高多](?:得分?|不超过)?(?:为)?|不超过)(?:满分|分值|基本分|标准分)的/uy
const points =
  /(?:得分|总得分|该项得分|本项得分|累计|合计|全年|年度)?(?:最[高多](?:得分?|计|不超过|为)?|不超过|封顶|上限为?|至多(?:得)?)/uy
/** 得满6分为止. */
const filled = /得满(?=\d)/uy
const until = /封顶|为限|为上限|为止/uy
const by = /以?/uy
const beyondMost = /超过(?=\d+(?:\.\d+)?分)/uy
const counted = /的(?:部分)?，?均?按/uy
const asMost = /计(?:算|分)?/uy

/** 累计不超过2分, 上限2分: of what stands before it, whether that earns or takes. */
const ofAny = /(?:累计|合计|全年|年度)?(?:累计)?(?:不超过|上限(?:为)?:?)(?=\d+(?:\.\d+)?分)/uy

/** How high a score goes. */
export function readCeiling(cursor: Cursor): Clause | undefined {
  if (cursor.take(freely)) return { kind: 'ceiling', ceiling: { kind: 'unlimited' } }
  if (cursor.take(atFull)) return { kind: 'ceiling', ceiling: { kind: 'fullMark' } }
  if (cursor.take(share)) {
    const amount = readAmount(cursor)
    if (amount === undefined || amount.value.startsWith('-')) return undefined
    if (amount.unit === '倍')
      return { kind: 'ceiling', ceiling: { kind: 'share', percent: printExact(mul(exact(amount.value), hundred)) } }
    return amount.unit === '%' ? { kind: 'ceiling', ceiling: { kind: 'share', percent: amount.value } } : undefined
  }
  const any = cursor.attempt((c) => (c.take(ofAny) ? pointsOf(c) : undefined))
  if (any !== undefined) return { kind: 'ceiling', ceiling: { kind: 'points', points: any }, ofAny: true }
  const most = cursor.first([
    (c) => (c.take(points) ? readPoints(c) : undefined),
    (c) => {
      const limit = c.take(filled) && readPoints(c)
      return limit !== undefined && c.take(until) ? limit : undefined
    },
    (c) => {
      const limit = c.take(beyondMost) && readPoints(c)
      const same = limit !== undefined && c.take(counted) ? readPoints(c) : undefined
      return same !== undefined && same === limit && c.take(asMost) ? limit : undefined
    },
    (c) => {
      c.take(by)
      const limit = readPoints(c)
      return limit !== undefined && c.take(until) ? limit : undefined
    },
  ])
  return most === undefined ? undefined : { kind: 'ceiling', ceiling: { kind: 'points', points: most } }
}

const pointsOf = (cursor: Cursor): string | undefined => {
  const limit = readPoints(cursor)
  cursor.take(limitTail)
  return limit
}

/** 合计扣完为止, 合计最高得10分: of several methods together. */
export function readTotal(cursor: Cursor): Clause | undefined {
  if (cursor.take(total) === undefined) return undefined
  const clause = cursor.first([readLimit, readCeiling])
  return clause?.kind === 'ceiling' || clause?.kind === 'deductionLimit' || clause?.kind === 'additionLimit'
    ? { kind: 'total', clause }
    : undefined
}
