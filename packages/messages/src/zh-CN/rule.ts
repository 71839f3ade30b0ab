import type { ExactCode } from '@quanheng/domain/kernel/exact'
import type { FindingCode } from '@quanheng/domain/rule/findings'
import type { LossCode, RuleErrorCode } from '@quanheng/domain/rule/outcome'
import type { NotUnderstood } from '@quanheng/domain/rule/parse'
import type { PlainFactsCode } from '@quanheng/domain/rule/plain/plain-facts'

export const rule = {
  'rule.open': '指标“{name}”的评分标准未说明一处口径：{readings}。请确认采用哪一种，或在评分标准中写明。',
  'rule.answerUnknown': '指标“{name}”的口径选择无法识别。请重新确认。',
  'rule.textDiffers': '指标“{name}”的评分标准原文与计分规则不一致，计分规则为：{said}请核对后改写原文或重新识别。',
  'rule.textNotUnderstood': '指标“{name}”的评分标准有一处未能识别：“{words}”。请改写这一处，或改为人工评定。',
  'rule.vague': '指标“{name}”的评分标准中“{word}”没有明确界限，不同评分人可能理解不一。建议写明数量、时间或判断依据。',
  'rule.tiersOverlap': '指标“{name}”的分档有重叠，同一数值落入两档。请核对各档上下限。',
  'rule.tiersGap': '指标“{name}”的分档有空档，有的数值不属于任何一档。请补上空档，或写明“其余”如何计分。',
  'rule.tierUnreachable': '指标“{name}”有一档永远不会用到。请核对各档上下限和先后。',
  'rule.fullMarkUnreachable': '按指标“{name}”的评分标准最高只能得{points}分，达不到分值。请核对分值或评分标准。',
  'rule.aboveFullMark': '按指标“{name}”的评分标准最高可得{points}分，超过分值。请写明是否封顶。',
  'rule.entriesSum': '指标“{name}”各分项合计{sum}分，与分值不一致。请核对。',
  'rule.stepSize': '评分标准中“每……”的计分单位须大于零。请改正。',
  'rule.sideUnsaid': '指标“{name}”只写了加分，未写低于要求时如何扣分。请补充。',
  'rule.unitMismatch': '指标“{name}”的评分标准前后计量单位不一致。请统一。',
  'rule.rangeEmpty': '指标“{name}”的评分范围下限高于上限。请改正。',
  'rule.malformed': '指标“{name}”的计分规则不完整，不能计算。请重新识别评分标准。',
  'rule.conditionsGap': '指标“{name}”的条件组合没有列全，有的情形不属于任何一行。请补上，或写明“其余”如何计分。',
  'rule.conditionsOverlap': '指标“{name}”的条件组合有重叠，同一情形落入两行。请核对。',
  'rule.weightsSum': '指标“{name}”的权重合计{sum}%，不是100%。请核对。',
  'rule.range': '指标“{name}”的“{word}”只给了幅度，没有写明什么情况扣（加）多少。请分档写明，或改为人工评定。',
  'rule.praise':
    '指标“{name}”以“{word}”计分。2024年中央关于整治形式主义的规定不允许把领导批示、媒体报道等作为考核内容。请删去或改为实绩。',
  'rule.oneLevel': '等次须且只能选一个。请重新选择。',
  'rule.groupEmpty': '本组没有可比的数据，不能计算。请先收齐各单位数据。',
  'rule.rankOutside': '名次须为正整数。请核对排名。',
  'rule.noVotes': '没有有效票，不能计算。请核对票数。',
  'rule.tooFewMarks': '去掉最高分和最低分后没有剩下评分。请增加评分人或改写标准。',
  'rule.divisionByZero': '算式中除数为零，不能计算。请核对数据或改写算式。',
  'rule.fullMark': '分值未填写或不是有效数字，不能计分。请先填写分值。',
  'rule.factKind': '数据类型与评分标准的要求不符。请核对数据项的类型。',
  'rule.factValue': '数据不是有效数字。请核对填报内容。',
  'rule.countNotWhole': '个数须为0或正整数。请核对填报内容。',
  'rule.tickUnknown': '勾选了清单中没有的分项。请按现行清单重新勾选。',
  'rule.judgementOutOfRange': '评定分数超出评分标准规定的范围。请在范围内评定。',
  'rule.notUnderstood': '评分标准未能全部识别。请改写标出的文字，或改为人工评定。',
  'rule.unreadable': '未能识别“{text}”。请改写为可计算的表述，或改为人工评定。',
  'rule.outOfPlace': '“{text}”与前面的评分方法不能合用。请分开表述，或改为人工评定。',
  'rule.empty': '未填写评分标准。',
  'rule.tooLong': '评分标准过长。请只保留计分的文字，背景说明写入口径。',
  'rule.factUnknown': '没有叫“{name}”的事实。请核对名称。',
  'rule.factShape': '事实“{name}”的写法不对。请把数写成字符串，如“0.95”。',
  'rule.line': '这一行不是可用的JSON。请写成含 id、sentence 的对象。',
  'exact.malformed': '“{text}”不是有效数字。请核对。',
  'exact.tooLong': '数字过长，最多{limit}个字符。请核对。',
  'loss.ratio': '按完成率少得',
  'loss.notMet': '未达到要求',
  'loss.tier': '按所在档次少得',
  'loss.below': '低于要求扣分',
  'loss.above': '高于要求扣分',
  'loss.count': '按发生数扣分',
  'loss.credit': '按完成数少得',
  'loss.entry': '分项未达到',
  'loss.entriesSum': '分项合计与分值之差',
  'loss.judged': '人工评定少得',
  'loss.group': '与本组比较少得',
  'loss.rank': '按名次少得',
  'loss.bonus': '加分',
  'loss.fault': '扣分事项',
  'loss.level': '按等次少得',
  'loss.votes': '按票数少得',
  'loss.scores': '按得分折算少得',
  'loss.formula': '按算式少得',
  'loss.coefficient': '乘以系数的差额',
  'loss.gate': '特别情形',
  'loss.notConcerned': '不涉及',
  'loss.rounding': '四舍五入差额',
} as const satisfies Record<
  | FindingCode
  | RuleErrorCode
  | LossCode
  | ExactCode
  | NotUnderstood['code']
  | PlainFactsCode
  | 'rule.line'
  | 'rule.notUnderstood',
  string
>
