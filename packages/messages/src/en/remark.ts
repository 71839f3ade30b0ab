import type { remark as zh } from '../zh-CN/remark.ts'

export const remark = {
  'remark.wordsMissing': 'Say it in words: a remark and its answer need them, a declined one its reason.',
  'remark.alreadyAnswered': 'This remark is answered and does not change. An observer may file another.',
  'remark.samePerson': 'Nobody answers a remark of their own. Somebody of the body in charge answers it.',
  'remark.unanswered': '{count} remarks of observers are not answered. Answer each under 监督意见 first.',
} as const satisfies Record<keyof typeof zh, string>
