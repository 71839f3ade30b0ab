import type { matterErrors } from '@quanheng/contract/errors/matter'

export const matter = {
  'matter.notNow': '该事项目前的状态不能办理此事。请刷新页面。',
  'matter.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'matter.otherUnit': '此事由起草该事项的考评办和本领导小组组长办理。',
  'matter.titleMissing': '请填写事项名称。',
  'matter.bodyMissing': '正文还没有内容。请先写正文。',
  'matter.membersMissing': '请选择征求意见的成员；紧急、特殊事项可直接报组长。',
  'matter.memberUnknown': '所选成员不在现任名单或本次征求意见范围内。请刷新页面后重新选择。',
  'matter.untilPast': '反馈截止日期已经过去。请重新填写。',
  'matter.roundOpen': '意见反馈至{until}，还有成员没有反馈。请到期后或全部反馈后结束。',
  'matter.roundOver': '意见已于{until}截止。确需补充的，请与考评办联系。',
  'matter.notYourSeat': '您不能代该成员提出意见：由成员本人提出，或由其单位联络人员、考评办凭签字原件登记。',
  'matter.scanMissing': '请附签字原件的扫描件：不是本人在平台上办理的，以原件为凭。',
  'matter.wordsMissing': '建议修改或不同意的，请写明具体意见。',
  'matter.reasonMissing': '请写明理由。直接报组长、部分采纳、未采纳和退回都须说明。',
  'matter.answerUnknown': '采纳情况与所提意见不一致，或同一意见填写了两次。请刷新页面后重新填写。',
  'matter.unanswered': '{member}的意见还没有登记采纳情况。请逐条登记后再报组长。',
  'matter.notRevised': '有意见已采纳或部分采纳，正文还没有改动。请先按意见修改正文。',
  'matter.inFuture': '审定日期晚于今日。请核对。',
} as const satisfies Record<keyof typeof matterErrors, string>
