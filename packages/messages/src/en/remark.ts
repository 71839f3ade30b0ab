import type { RemarkAnswerKind, RemarkState, RemarkSubject } from '@quanheng/domain/remark/model'
import type { remark as zh } from '../zh-CN/remark.ts'

export const remark = {
  'remark.wordsMissing': 'Say it in words: a remark and its answer need them, a declined one its reason.',
  'remark.alreadyAnswered': 'This remark is answered and does not change. An observer may file another.',
  'remark.samePerson': 'Nobody answers a remark of their own. Somebody of the body in charge answers it.',
  'remark.unanswered': '{count} remarks of observers are not answered. Answer each under 监督意见 first.',
} as const satisfies Record<keyof typeof zh, string>

export const remarkLabels = {
  remarkSubject: { year: 'The whole year', sheet: 'Score sheet', item: 'Item of a unit', draw: 'Draw' },
  remarkState: { open: 'To be answered', answered: 'Answered' },
  remarkAnswer: { accepted: 'Accepted', partly: 'Partly accepted', declined: 'Declined' },
} as const satisfies {
  readonly remarkSubject: Record<RemarkSubject, string>
  readonly remarkState: Record<RemarkState, string>
  readonly remarkAnswer: Record<RemarkAnswerKind, string>
}
