import type { organisationErrors } from '@quanheng/contract/errors/organisation'

export const organisation = {
  'unit.nameTaken': '已有名为“{name}”的单位。请核对是否重复登记；简称或曾用名请填在别名中。',
  'unit.closed': '该单位已停用，不能再办理。需要恢复的，请绩效办工作人员先启用。',
  'section.nameTaken': '该单位已有名为“{name}”的科室。请核对是否重复登记。',
  'section.notOfUnit': '所选科室不属于所选单位。请重新选择。',
  'person.disabled': '此人员已停用，不能任职或登录。需要恢复的，请先启用。',
  'person.isSelf': '不能停用本人账号。请由其他管理员办理。',
  'post.administratorHoldsAnother':
    '系统、安全、审计三类管理员须由不同的人担任（三员分立）。此人已任{held:post}，不能再任{kind:post}。',
  'post.administratorHasBusiness': '管理员不得兼任考评业务职务（三员分立）。此人已任{held:post}，不能再任{kind:post}。',
  'post.sectionNeeded': '{kind:post}须指明所在科室。请选择科室后保存。',
  'post.periodBackwards': '任职截止日期早于开始日期。请核对起止日期。',
  'post.ended': '该任职已于{to}结束，不能再修改。需要继续任职的，请新增一条任职。',
  'post.actingWithoutEnd': '主持工作、临时负责须填截止日期，到期自动失效。请填写；期满仍需主持的，到时续办。',
  'post.heldTwice': '此人在同一单位、科室已任同一职务，任职期间重叠。请核对起止日期。',
  'post.breaksSeparation':
    '账号“{first}”（{firstUnit}{firstPost:post}）与账号“{second}”（{secondUnit}{secondPost:post}）同名同{sameBy:sameBy}，视为同一自然人，可{breach:breach}[：{sheet}]。确为同一人的，请合用一个账号；不是的，请先更正姓名、电话或邮箱。',
  'organisation.tableFaults': '表中有{count}处需要修改，一行也没有登记。请下载标注后的原表，改好后重新上传。',
  'organisation.nameMissing': '此处必填。',
  'organisation.tooLong': '太长，最多{limit}个字。请精简。',
  'organisation.notOrder': '“{text}”不是排序号。请填0至99999的整数，或留空按行序排列。',
  'organisation.notDay': '“{text}”不是有效日期。请按2025-01-05的样式填写。',
  'organisation.twice': '“{name}”与第{row}行重复。请删去其中一行。',
  'organisation.unitUnknown': '没有名为“{name}”的单位（全称、简称和别名都未找到）。请核对，或先登记该单位。',
  'organisation.unitAmbiguous': '有多个单位的简称或别名是“{name}”。请填单位全称。',
  'organisation.sectionUnknown': '该单位没有名为“{name}”的科室。请核对，或先登记该科室。',
  'organisation.postUnknown': '没有“{text}”这一职务。请从下拉列表中选择。',
  'organisation.loginUnknown': '没有登录名为“{login}”的人员。请先登记此人员。',
  'organisation.otherName': '登录名“{login}”属于{name}，与所填姓名不一致。请核对是否填错人。',
} as const satisfies Record<keyof typeof organisationErrors, string>
