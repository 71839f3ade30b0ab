import type { Speech } from './sentence.ts'
import { zhCNTexts } from './zh-CN.ts'
import { zhCNLabels } from './zh-CN-labels.ts'

export const zhCNSpeech: Speech = { language: 'zh-CN', texts: zhCNTexts, labels: zhCNLabels }
