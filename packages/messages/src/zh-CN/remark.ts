import type { remarkErrors } from '@quanheng/contract/errors/remark'

export const remark = {
  'remark.wordsMissing': '请写明内容。监督意见和答复都须有具体文字，不采纳的须写明理由。',
  'remark.alreadyAnswered': '该监督意见已答复，不能再改。需要补充的，请由监督人员另提意见。',
  'remark.samePerson': '提出监督意见的人不能自行答复。请由方案责任单位的负责人答复。',
  'remark.unanswered': '尚有{count}条监督意见未答复，不能办理。请先在“监督意见”中逐条答复。',
} as const satisfies Record<keyof typeof remarkErrors, string>
