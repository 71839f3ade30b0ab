import type { RemarkAnswerKind, RemarkState, RemarkSubject } from '@quanheng/domain/remark/model'

export const remarkLabels = {
  remarkSubject: { year: 'The whole year', sheet: 'Score sheet', item: 'Item of a unit', draw: 'Draw' },
  remarkState: { open: 'To be answered', answered: 'Answered' },
  remarkAnswer: { accepted: 'Accepted', partly: 'Partly accepted', declined: 'Declined' },
} as const satisfies {
  readonly remarkSubject: Record<RemarkSubject, string>
  readonly remarkState: Record<RemarkState, string>
  readonly remarkAnswer: Record<RemarkAnswerKind, string>
}
