import type { MessageCode } from './codes.ts'
import { platform } from './zh-CN/platform.ts'
import { postLabels } from './zh-CN/post.ts'

/** One line a noun: its file in `zh-CN/`, spread here. */
export const zhCNTexts = {
  ...platform,
} as const satisfies Record<MessageCode, string>

export const zhCNLabels = {
  ...postLabels,
} as const
