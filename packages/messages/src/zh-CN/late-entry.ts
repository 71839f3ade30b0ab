import type { lateEntryErrors } from '@quanheng/contract/errors/late-entry'

export const lateEntry = {
  'lateEntry.notNow': '本补报申请已经办结或撤回，不能再办理此事。请刷新页面查看结果。',
  'lateEntry.notYours': '您当前的职务不能办理本补报申请。同意、不同意由评分科室负责人、责任领导或绩效办主任办理。',
  'lateEntry.notLate': '本单位本指标没有被锁定的数据，不需要补报。请在期限内直接报送，或刷新页面查看。',
  'lateEntry.pending': '本单位本指标已于{day}申请补报，正在等待批复。请不要重复申请；需要改动的，先撤回原申请。',
  'lateEntry.dayPassed': '补报期限{day}已过。请填写今天或以后的日期。',
  'lateEntry.ownUnit': '本人任职单位的补报申请应当回避，不能由您批复。请由另一名负责人或绩效办主任办理。',
  'lateEntry.otherLeaf': '所选指标不使用这项数据。请刷新页面后重新选择指标。',
} as const satisfies Record<keyof typeof lateEntryErrors, string>
