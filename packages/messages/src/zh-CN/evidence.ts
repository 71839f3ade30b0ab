import type { evidenceErrors } from '@quanheng/contract/errors/evidence'
import type { likenessErrors } from '@quanheng/contract/errors/likeness'

export const evidence = {
  'evidence.unknownRequirement': '台账目录清单中没有此项。请刷新后重新选择。',
  'evidence.emptyFile': '“{name}”是空文件。请核对后重新上传。',
  'evidence.sameFile': '“{name}”已在此项下上传过，内容完全相同，不必重复上传。',
  'evidence.withdrawn': '此材料已撤回。',
  'evidence.notYours': '此材料由其他单位上传，不能由您撤回。',
  'evidence.cited': '已关闭的数据或已签字的评分表引用了此材料，不能撤回。确需更换的，请先按程序重新开放数据。',
  'evidence.reasonMissing': '请填写撤回材料的理由。',
  'evidence.effectiveAhead': '材料日期{day}尚未到来。请核对材料上的日期。',
  'evidence.replacesOther': '只能更换同一清单项下现有的材料。请刷新后重新选择。',
  'evidence.sameLabel': '此材料已是这个标识，不必调整。',
  'evidence.labelLowered': '您不能给此材料标较低的标识：由提交单位的负责人调整，并写明理由。',
  'evidence.labelReasonMissing': '请填写调整标识的理由。',
  'evidence.sensitive': '此材料标为敏感，只由提交单位、评分和核验人员、绩效办主任、组长和监督人员打开。',
  'evidence.notHeld': '只能选用本单位已提交、未撤回的材料。请刷新后重新选择，或上传文件。',
} as const satisfies Record<keyof typeof evidenceErrors, string>

export const likeness = {
  'likeness.changed': '这组雷同材料的使用情况已有变化。请刷新后重新核对。',
  'likeness.own': '其中有您本人提交的材料，请由其他人核实。',
  'likeness.settled': '这组雷同材料已核实，不必重复办理。',
} as const satisfies Record<keyof typeof likenessErrors, string>
