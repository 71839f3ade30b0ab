import { div, hundred, printExact, whole } from '../../kernel/exact.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { halves, months, quarters } from './periods.ts'

/** 全年得分为四个季度得分的平均值: the scores of the periods, each of the same weight. */

const mean =
  /(?:(?:全年|年度|年终|最终|该项|本项)?得分)?(?:为|按|取|以|=)?(?:(?<quarters>(?:全年)?(?:四个?|4个?|各|每个?)季度)|(?<months>(?:12个|十二个|各|每个?)月(?:度|份)?)|(?<halves>(?:上、下半年|上半年和下半年|上下半年|两个半年)))(?:的)?(?:考核|测评|考评)?(?:(?:得分|成绩|分数)(?:的)?(?:算术)?平均(?:值|分|数)|平均(?:得分|分))(?:作为|为|计|计算)?(?:全年|年度|最终|该项|本项)?(?:考核)?(?:总?得分|成绩)?/uy

export function readPeriodMean(cursor: Cursor): Clause | undefined {
  const said = cursor.take(mean)?.groups
  if (said === undefined) return undefined
  const names = said.quarters ? quarters : said.months ? months : halves
  const percent = printExact(div(hundred, whole(names.length)))
  return { kind: 'weights', scores: names.map((name) => ({ name, percent })) }
}
