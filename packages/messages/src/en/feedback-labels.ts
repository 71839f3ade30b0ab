import type { FeedbackAnswerKind, FeedbackQuestionState } from '@quanheng/domain/feedback/model'

export const feedbackLabels = {
  feedbackQuestionState: { open: 'To be answered', answered: 'Answered' },
  feedbackAnswer: { accepted: 'Accepted, scored again', declined: 'Declined' },
  feedbackCommand: { check: 'Check first scores', open: 'Send first scores' },
  feedbackQuestionCommand: { answer: 'Answer question about a first score' },
} as const satisfies {
  readonly feedbackQuestionState: Record<FeedbackQuestionState, string>
  readonly feedbackAnswer: Record<FeedbackAnswerKind, string>
  readonly feedbackCommand: Record<'check' | 'open', string>
  readonly feedbackQuestionCommand: Record<'answer', string>
}
