import type { Cursor } from './cursor.ts'
import { words } from './letters.ts'
import { listNames, nameBefore } from './terms.ts'

/**
 * A case that runs over stops: 出租房屋每4个月至少登记1次，未维护的; 有制度，且严格落实，得1分. What comes before is kept with it, word for
 * word; words about the rule and words of scoring are not taken along.
 */
export const longNameBefore = (followers: string): ((cursor: Cursor) => string | undefined) => {
  const last = nameBefore(followers, listNames)
  return (cursor) =>
    cursor.attempt((c) => {
      const before: string[] = []
      for (let taken = 0; taken <= most; taken += 1) {
        const name = last(c)
        if (name !== undefined) return joins([...before, name]) ? [...before, name].join('，') : undefined
        const segment = c.take(part)?.[1]
        c.take(and)
        if (segment === undefined || scores.test(segment)) return undefined
        before.push(segment)
      }
      return undefined
    })
}

const most = 3
const and = /(?:并且|且|并)/uy
const part = words`((?:[\p{L}\p{M}“”‘’《》「」·、/+\d]|\([\p{L}、\d]{1,20}\)){1,40}?)，`

/** Words of scoring, or of an exception to it: never part of a case. */
const scores =
  /扣|[得计记]\d*分|[得计加]分|满分|酌情|视情|比例|最[高多低]|以[上下内]|超过|[高低]于|不足|%|否则|其[余他]|除.*外|分别|如果|若/u

/** 另行研究, 特殊情况除外: what is said of the rule and not of the case. */
const aside =
  /(?:研究|处理|执行|另定|除外|为准|确定|解释|例外|说明|规定|考核|计分|评分|评比)$|由\p{L}{2,16}(?:评定|评价|认定|核定|评估)$|^(?:另|特殊|情节|按[^时期要规]|以|根据|依据)/u

const joins = (segments: readonly string[]): boolean => segments.slice(0, -1).every((segment) => !aside.test(segment))
