import type { RemarkAnswerKind, RemarkState, RemarkSubject } from '@quanheng/domain/remark/model'

export const remarkLabels = {
  remarkSubject: { year: '全年考评', sheet: '评分表', item: '单位单项', draw: '抽样' },
  remarkState: { open: '待答复', answered: '已答复' },
  remarkAnswer: { accepted: '采纳', partly: '部分采纳', declined: '不采纳' },
} as const satisfies {
  readonly remarkSubject: Record<RemarkSubject, string>
  readonly remarkState: Record<RemarkState, string>
  readonly remarkAnswer: Record<RemarkAnswerKind, string>
}
