import { enTexts } from './en.ts'
import { enLabels } from './en-labels.ts'
import type { Speech } from './sentence.ts'

export const enSpeech: Speech = { language: 'en', texts: enTexts, labels: enLabels }
