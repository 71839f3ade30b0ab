import { changeOf } from '../change.ts'
import type { Counted } from '../model.ts'
import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'

/** Words before 每 that name no thing that is counted: a side of the target, the year that is held against. */

const target =
  '(?:(?:国家|上级|[省市县区]|年度|全年|当年|年初|既定|预期|预算|下达|确定|分解|规定|约束性|的)*(?:目标任务|任务目标|目标值|目标|任务数?|计划数?|指标))'
const short = new RegExp(`^(?:未(?:能)?(?:完成|达到|实现)|没有完成|达不到|完不成)(?:${target})?$`, 'u')
const lacking = /^(?:短收|滞后|少完成(?:目标|任务|目标任务|计划)的?|低于?|少于?|差|降低|下降|减少|缺少?|落后)$/u
const over = new RegExp(`^(?:超额完成|超额|超(?:过|出)?)(?:${target})$|^超额(?:完成)?(?:部分)?$`, 'u')
const exceeding = /^(?:超额(?:完成)?|超过|超出?|高于?|多于?|增加|提高)$/u
const measuredIn = /^(?:%|个百分点)$/u

/** 支出进度未达到序时进度的，每低1个百分点: whose side it is. */
const falls = /未(?:能)?(?:达到|完成|实现)|达不到|低于/u

export const isShort = (name: string | undefined): boolean => name !== undefined && short.test(name)

/** 未完成任务的，每低1个百分点; 超额完成任务的，每超10%: the side of the target on which a step counts, no fact that is counted. */
export const namesSide = (leading: string, { verb, unit }: Pick<Counted, 'verb' | 'unit'>): boolean =>
  measuredIn.test(unit) &&
  (((short.test(leading) || falls.test(leading)) && lacking.test(verb)) || (over.test(leading) && exceeding.test(verb)))

const since = words`(?:(?:与|较|比|同)(?:上一?年度?|去年)(?<at>同期)?(?:水平|实绩|数)?(?:相比较?)?|以(?:上一?年度?|去年)(?<base>同期)?(?:水平|实绩|数)?为(?:基数|基准|基期)|(?<word>同比|环比))(?:有所|实现)?(?<change>增长|增加|提高|提升|上升|下降|降低|减少)?的?(?:部分)?，?(?=每\p{L})`

interface Since {
  /** 较上年, 较上年同期, 同比. */
  readonly words: string
  readonly fits: (verb: string) => boolean
}

/** 较上年每增长1%, 以上年度为基数，每增长1%, 同比增长的，每增长1%. */
export function readSince(cursor: Cursor): Since | undefined {
  const said = cursor.take(since)?.groups
  if (said === undefined) return undefined
  const words = said.word ?? `较上年${said.at ?? said.base ?? ''}`
  const before = said.change === undefined ? undefined : changeOf(said.change)?.direction
  return {
    words,
    fits: (verb) => {
      const own = changeOf(verb)?.direction
      return own !== undefined && own !== 'level' && (before ?? own) === own
    },
  }
}
