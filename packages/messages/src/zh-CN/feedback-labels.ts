import type { FeedbackAnswerKind, FeedbackQuestionState } from '@quanheng/domain/feedback/model'

export const feedbackLabels = {
  feedbackQuestionState: { open: '待答复', answered: '已答复' },
  feedbackAnswer: { accepted: '采纳，重新评分', declined: '不采纳' },
  feedbackCommand: { check: '核对初评得分', open: '发出初评反馈' },
  feedbackQuestionCommand: { answer: '答复初评反馈意见' },
} as const satisfies {
  readonly feedbackQuestionState: Record<FeedbackQuestionState, string>
  readonly feedbackAnswer: Record<FeedbackAnswerKind, string>
  readonly feedbackCommand: Record<'check' | 'open', string>
  readonly feedbackQuestionCommand: Record<'answer', string>
}
