import type { itemErrors } from '@quanheng/contract/errors/item'
import type { sheetErrors } from '@quanheng/contract/errors/sheet'
import type { signatureErrors } from '@quanheng/contract/errors/signature'

export const sheet = {
  'sheet.notNow': '评分表目前所处的环节不能办理此事。请刷新页面，查看现在由谁办理。',
  'sheet.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'sheet.contentChanged': '评分表内容已有变化，与您看到的不一致。请重新查看后再签字。',
  'sheet.reasonMissing': '请填写理由。退回修改、不作现场核验，都须写明理由。',
  'sheet.dataOpen': '尚有数据未关闭，不能签字。请先关闭本表所用的数据。',
  'sheet.rowsDiffer': '评分表所列单位与应评单位不一致。请重新计算后再办理。',
  'sheet.ownUnit': '评分表中有您任职的单位，应当回避，不能由您签字。请由方案指定的替代人员办理。',
  'sheet.samePerson': '经办人与负责人须为不同的人，同一人不能在一张评分表上签两次字。',
  'sheet.notYourTurn': '现在不由您签字[，应由{role:sheetRole}签字]。请按方案规定的签字顺序办理。',
  'sheet.otherScorer': '本表不由您所在的科室（单位）评分。请核对责任分工。',
  'sheet.signerUnknown': '所选签字人当日不在评分单位担任该签字职务。请核对签批单上的签字人和签字日期。',
  'item.sheetSigned': '评分表已签字，不能改动。需要改动的，请先撤回或退回评分表。',
  'item.ownUnit': '本人任职的单位应当回避，不能由您评分。请由方案指定的替代人员办理。',
  'item.missing': '缺少数据，不能计分：{needs}。请先催报或核对填报情况，不要以0代替。',
  'item.ambiguous': '评分规则有未明确之处，不同理解得分不同。请先在方案中确认口径。',
  'item.ruleFault': '评分规则与数据不匹配，不能计分。请核对指标的评分规则与数据类型。',
  'item.sourceMissing': '未填写数据来源。请写明数据取自何处。',
  'item.basisMissing': '未填写评分依据。请写明所依据的条款。',
  'item.reasonMissing': '有扣分而未写扣分理由。请逐项写明。',
  'item.clauseMissing': '扣分理由未注明条款。请写明每项扣分所依据的条款。',
  'item.reasonsDoNotAdd': '各项扣分合计与实际扣分不一致。请核对，使各项之和等于满分减得分。',
  'signature.codeMalformed': '“{text}”不是校验码。校验码印在评分表页脚，共四组，每组四位。',
  'signature.codeOutdated': '校验码不是当前内容的校验码：签字之后内容已有变化。请重新打印，重新签字。',
  'signature.inFuture': '签字日期尚未到来。请核对日期。',
  'signature.samePerson': '登记人不能核对自己登记的签批。请由另一人核对。',
  'signature.notFound': '没有待核对的签批登记。可能已由他人办理，请刷新页面。',
  'signature.reasonMissing': '请写明扫描件与登记不符之处。',
} as const satisfies Record<keyof typeof sheetErrors | keyof typeof itemErrors | keyof typeof signatureErrors, string>
