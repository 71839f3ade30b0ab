import type { circularErrors } from '@quanheng/contract/errors/circular'

export const circular = {
  'circular.notNow': '该通报目前的状态不能办理此事。请刷新页面。',
  'circular.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'circular.otherUnit': '此事由起草该通报的考评办办理。',
  'circular.titleMissing': '请填写标题。',
  'circular.bodyMissing': '正文还没有内容。请先写正文。',
  'circular.sourceMissing': '传达上级要求或领导批示，须写明来源：文件名称和文号，或批示人职务和日期。',
  'circular.meetingMissing': '通报议定事项，请选择作出决定的会议。',
  'circular.meetingUnknown': '所选会议不属于本考评办，或者决定尚未复核。请先复核会议登记，或另选会议。',
  'circular.receiversMissing': '还没有发送对象。请选择领导小组成员、单位或岗位。',
  'circular.nobodyThere': '{place}目前无人任职，无法签收。请先设任职，或改发该单位。',
  'circular.signByPast': '签收时限已经过去。请退回修改后重新送签。',
  'circular.samePerson': '该通报由您起草或送签，须由另一人签发。',
  'circular.scanMissing': '请附签发稿扫描件：不是领导小组组长或绩效办主任本人签发的，以签发稿为凭。',
  'circular.numberMissing': '通知、通报须有发文字号。请填写 OA 编发的文号，或选择发文登记簿编号。',
  'circular.inFuture': '印发日期晚于今日。请核对。',
  'circular.reasonMissing': '请写明理由。',
  'circular.notReceiver': '您不是这一发送对象的签收人：单位由其主要领导、联络员、文秘等签收，岗位由本人签收。',
  'circular.alreadySigned': '已经签收，不必重复办理。',
  'circular.allSigned': '全部对象均已签收，无须催签。',
  'circular.urgedToday': '今日已经催过签收。请明日再催，或电话联系未签收的单位。',
  'circular.fileNoProof':
    '“{name}”是《{title}》的附件。通报和领导批示只用于传达，不作为考评佐证和加减分依据。请改用反映实际完成情况的材料。',
} as const satisfies Record<keyof typeof circularErrors, string>
