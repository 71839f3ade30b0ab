import type { officialPaperErrors } from '@quanheng/contract/errors/official-paper'

export const officialPaper = {
  'officialPaper.notNow': '该公文目前的状态不能办理此事：已印发的不能修改，只能撤回后另行起草。请刷新页面。',
  'officialPaper.notYours': '您当前的职务不能办理此事。请由有此职责的人员办理，或切换到相应职务。',
  'officialPaper.begun': '该公文已经起草。请刷新页面，在原稿上修改。',
  'officialPaper.textMissing': '“{block:proseBlock}”没有填写。请填写后再保存。',
  'officialPaper.typedFigure':
    '“{block:proseBlock}”第{line}段的“{text}”是手工写入的数字。文中数据只能从数据清单中引用，不能手写；请改为引用，或删去。日期、文号、条款和办理时限可以直接写。',
  'officialPaper.unknownFigure':
    '“{block:proseBlock}”第{line}段引用的数据“{path}”不存在。请从数据清单中选取，不要手工填写。',
  'officialPaper.unchanged': '文字没有变化，不必保存。',
  'officialPaper.sourceMoved': '拟稿以后，来源数据已有变化（{figures}），不予印发。请核对后点“采用现行数据”。',
  'officialPaper.sourceSame': '文中数据与现行数据一致，不必更新。',
  'officialPaper.notDecided': '结果尚未审定，不能印发通报。请先按方案的审批环节登记并核对会议决定。',
  'officialPaper.samePerson': '最后修改文字的人不能自己印发。请由另一人核对后印发。',
  'officialPaper.inFuture': '成文日期尚未到来。请核对日期。',
  'officialPaper.formFaults':
    '公文格式有{count}处不符合 GB/T 9704-2012，不予印发。第一处：{says}（{place}，现为“{found}”）。请改正后再印发。',
  'officialPaper.numberDiffers': '方案印发时登记的发文字号是“{number}”，通知须用同一文号。请改为该文号。',
  'officialPaper.numberTaken': '“{number}”刚被另一件公文取用。请重新印发，取下一号。',
  'officialPaper.reasonMissing': '请填写撤回的原因：撤回的公文留存可查，文号作废。',
} as const satisfies Record<keyof typeof officialPaperErrors, string>
