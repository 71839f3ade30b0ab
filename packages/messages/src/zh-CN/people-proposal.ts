import type { peopleProposalErrors } from '@quanheng/contract/errors/people-proposal'

export const peopleProposal = {
  'peopleProposal.notNow': '该申报目前的状态不能办理此事。请刷新页面。',
  'peopleProposal.notYours': '您当前的职务不能办理此事。申报由单位管理员填写，由安全管理员审核。',
  'peopleProposal.otherUnit': '该申报属于其他单位。请由该单位的单位管理员办理。',
  'peopleProposal.empty': '没有可办理的行。请先填写或选择至少一行。',
  'peopleProposal.tooMany': '一份申报最多{limit}行。请另起一份。',
  'peopleProposal.lineUnknown': '该行已删去，或已经审核。请刷新页面。',
  'peopleProposal.lineDecided': '该行已通过并办理，不能再改。需要调整的，请另填一行。',
  'peopleProposal.lineFault': '第{number}行（{name}）有误，一行也没有办理。请看该行下的说明，改正或退回后再办理。',
  'peopleProposal.reasonMissing': '请写明理由。',
  'peopleProposal.kindUnknown': '没有“{text}”这一变动。请从下拉列表中选择。',
  'peopleProposal.heldAmbiguous': '此人在本单位任多项职务。请写明原职务，必要时写明原科室。',
  'peopleProposal.postNotOfUnit': '{kind:post}不由单位申报。请与绩效办、安全管理员联系，由安全管理员登记。',
  'peopleProposal.notHeld': '此人在该日不担任所选的原职务。请核对原职务和日期。',
  'peopleProposal.notHere': '登录名“{login}”在该日没有本单位的任职。请核对登录名和日期。',
  'peopleProposal.otherName': '登录名“{login}”与所填姓名不一致。请核对是否填错人。',
} as const satisfies Record<keyof typeof peopleProposalErrors, string>
