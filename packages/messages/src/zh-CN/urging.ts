/** 催报 texts, ready to copy into a message or to read out on the phone. */
export const urging = {
  'urging.dueSoon': '您好，“{what}”须于{due}前办理，距期限还有{days}天，请按时完成。',
  'urging.dueToday': '您好，“{what}”今日（{due}）到期，请于今日24时前办理。',
  'urging.overdue': '您好，“{what}”应于{due}前办理，现已逾期{days}天，请尽快办理；确有困难的，请说明原因。',
} as const
