import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { sticky, words } from './letters.ts'

/** What a sentence says around its rule: a title before a colon, how often it is appraised, where the evidence lies. None of it has a number that scores. */

/** 环保督察交办件，每延期1件…: what the counts behind it are of. */
const topic = words`(?<name>[\p{L}“”《》·]{3,20}?(?:件|案|事项|问题|项目|会议|活动|场所|平台))，(?=每[^，]*[扣加得])`
/** Words that say more than what a thing is called. */
const saysMore = /的|^[未不无因对在按经凡被有每其]|酌情|视情|除外|完成|达到/u
const among = words`(?<name>[\p{L}“”]{2,16}项目)中(?=，)`
/** 出现越级上访的，赴县每批次扣0.5分: the case that each count behind it is one of. */
const caseOfCounts = words`(?:出现|发生|存在|因)[\p{L}“”、]{2,24}的，(?=[\p{L}]{1,8}每(?:批次|人次|次|件|起|人|例|宗|户|项|处|批)[扣减])`
/** 群众满意度测评，90分以上得…: what the bands of a score are of. */
const testOf = words`(?<name>[\p{L}“”]{3,20}(?:测评|评议|考核|评价|考试|测试|检查|调查|评分|打分|得分|成绩))，(?=\d+(?:\.\d+)?分?(?:以上|[-~至—]|及以上|\(含))`
export function readTopic(cursor: Cursor): Clause | undefined {
  if (cursor.attempt((c) => c.take(caseOfCounts))) {
    cursor.take(caseOfCounts)
    cursor.at -= 1
    return { kind: 'frame' }
  }
  const name = (cursor.take(topic) ?? cursor.take(among) ?? cursor.take(testOf))?.groups?.name
  return name === undefined || saysMore.test(name) ? undefined : { kind: 'title', name }
}

const title = words`(?<name>(?:[\p{L}\p{M}“”《》、·]|(?<=[A-Za-z])\d+(?:\.\d+)?){2,20}?):(?=[^\n]{4})`
/** A title that says how something scores, or under what condition, is no title. */
const scores =
  /得分|计分$|公式|满分|每|其中|如(?!下)|若|以上|以下|低于|高于|达到|超过|不足|优秀|良好|合格|完成$|达标$|逆|负向/u

/** 政务公开：…; 扣分项：…. */
export function readTitle(cursor: Cursor): Clause | undefined {
  const name = cursor.take(title)?.groups?.name
  return name === undefined || scores.test(name) ? undefined : { kind: 'title', name }
}

const period = '(?:季度?|月|半年|年度?|周|旬)'
const ways = '(?:扣分|加分|减分|倒扣|得分|百分)制|(?:排序|排名|分档|加减分|扣分|直接)法'
const duty = '严格|认真|加强|强化|建立|完善|健全|推进|推动|扎实|积极|做好|深化|落实|贯彻|全面|切实|持续|有序'
const scale = words`(?:\p{L}{0,8}?(?:等次|等级|结果|评价))?(?:共|划)?(?:分为?|设)[\p{L}、“”]{3,24}?[二两三四五六]个?(?:档次?|等次|等级|级)(?=，(?!分别|依次|各))`
/** 分为A、B、C三档，: what the levels are called, before what each earns. */
export const readScale = (cursor: Cursor): Clause | undefined => (cursor.take(scale) ? { kind: 'frame' } : undefined)

const frames: readonly RegExp[] = [
  // 严格落实公文报送要求。 What is asked for, in a sentence of its own; words that could say when or how much are none of it.
  sticky(`(?:${duty})(?:(?!除|外|例|扣|得|分|加分|未|不|如|若|按|每)[\\p{L}“”《》、，]){3,80}(?=。)`),
  sticky(`(?:${duty})(?:(?!除|外|例|扣|得|分|加分|未|不|如|若|按|每)[\\p{L}“”《》、]){3,40}(?=[，；;])`),
  sticky(`(?:每|按)${period}(?:度)?(?:进行|开展|组织|集中)?(?:考核|测评|评分|通报|考评|评价|评比)(?:一次)?`),
  sticky(`(?:考核|考评)?(?:采取|采用|实行|按照?)?(?:${ways})(?:进行)?(?:计分|考核|评分|赋分|扣分)?:?`),
  words`按(?:照)?\p{L}{0,8}分为?[二两三四五六七]个?(?:档次?|等次|等级|档)(?:进行)?(?:计分|赋分|评分|考核)?:?`,
  words`按(?:照)?[\p{L}]{0,6}(?:额|规模|数量|个数|面积|类别|级别|等级)(?:分档)?(?:计分|赋分|得分)(?=，)`,
  // 按完成情况计算得分：得分＝…: before how.
  /按(?:照)?(?:实际|年度|任务|目标)*完成情况(?:计算|核定|确定|评定)?(?:得分|计分|分值):/uy,
  /按(?:照)?[篇件次起项个人户家](?:进行)?(?:计分|扣分|加分|得分)/uy,
  words`(?:现场|实地|随机|通过|并)?(?:检查|抽查|查看|查阅|核查|抽检)[\p{L}、“”《》]{2,40}?(?:情况|资料|台账|记录|档案|起数|数量|清单|文件|材料|报表|图片|系统|规程)`,
  words`(?:凡\p{L}{2,8})?(?:以|根据|依据|按照?)[\p{L}、“”《》]{2,40}(?:为准|为依据|进行(?:考核|评价|评分|考评))`,
  // 依据省对市评价结果，; 由市委督查室会同市统计局按季调度，; 经领导小组认定，: whose word it is, before what it says.
  words`(?:根据|依据)[\p{L}、“”《》]{2,40}(?:结果|数据|情况|通报|资料)(?=，)`,
  words`由[\p{L}、“”]{2,30}按(?:季度?|月|年度?|周|旬)(?:度)?(?:进行)?(?:调度|考核|通报|评价|统计)(?=，)`,
  // 每季度末前报送工作小结，: what is asked for, before what each lapse costs.
  words`每(?:季度?|月|半年|年度?|周)(?:末|底|初)?(?:前|内)?(?:按时|及时)?(?:报送|上报|提交|组织|开展|召开)[\p{L}“”《》、]{2,20}(?=，(?:缺|迟|漏|未)[\p{L}]{0,3}(?:一|1)?[次个份期场])`,
  words`由[\p{L}、“”]{2,16}?(?:独立|分别|各自|背靠背|无记名)(?:进行)?(?:打分|评分|评价|评定|测评)(?=，)`,
  words`(?:实行)?按(?:月|季度?|周|旬|年度?)(?:度)?(?:调度|通报|排名|统计)(?=，)`,
  words`经[\p{L}、“”]{2,16}(?:认定|审核|核实|确认)(?=，)`,
]

/** 办理质量由市政府办公室评定，: who says it. */
const judgedBy = words`[\p{L}“”]{0,16}?由[\p{L}“”]{2,16}?(?:评定|评价|认定|核定|考核|评估)(?=，)`
/** 对口支援工作按照省考核结果换算，得分=…: before how. */
const convertedFrom = words`[\p{L}“”]{0,16}?按照?[\p{L}“”]{2,16}(?:得分|结果|成绩)(?:进行)?(?:换算|折算|计算)(?=，得分=)`
const praise = sticky(
  `(?:(?!除|外|例|扣|得|分|未|不|如|若|按|每|对)[\\p{L}“”《》、]){4,30}(?:成效|效果|作用|进展)(?:显著|明显|突出|良好|顺利)(?=[，；;])`,
)
/** 控辍保学工作成效显著，: what is wanted, before what scores. */
export const readPraise = (cursor: Cursor): Clause | undefined =>
  (cursor.take(praise) ?? cursor.take(judgedBy) ?? cursor.take(convertedFrom)) ? { kind: 'frame' } : undefined

/** 每季度考核一次; 查阅台账资料; 以市统计局提供的数据为准. */
export const readFrame = (cursor: Cursor): Clause | undefined =>
  frames.some((frame) => cursor.take(frame)) ? { kind: 'frame' } : undefined
