import type { milestoneErrors } from '@quanheng/contract/errors/milestone'

export const milestone = {
  'milestone.notNow': '该节点目前的状态不能办理此事。请刷新页面。',
  'milestone.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'milestone.otherUnit': '节点由承担单位报告，由该指标的牵头（评分）单位或考评办确认。请由相应单位办理。',
  'milestone.ownUnit': '您在承担单位任职，不能确认本单位的节点。请由牵头单位其他人员或考评办办理。',
  'milestone.wordsMissing': '请填写完成情况：做了什么、做到什么程度。',
  'milestone.reasonMissing': '请写明理由，承担单位会看到。',
  'milestone.evidenceMissing': '请附证明完成的材料，如文件、照片、报表。',
  'milestone.inFuture': '完成日期不能晚于今日。请核对。',
  'milestone.reachedMissing': '该节点要求完成目标值的一定比例（应达{expected}）。请填写截至目前的完成数。',
  'milestone.samePerson': '报告的人不能自己确认。请由另一人办理。',
  'milestone.short': '报告的完成数{reached}未达到应达数{expected}，不能确认完成。请退回，或认定未完成。',
  'milestone.notDue': '该节点{due}到期，尚未到期，不能认定未完成。',
} as const satisfies Record<keyof typeof milestoneErrors, string>
