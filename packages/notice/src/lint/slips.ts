import type { Reading } from '../read.ts'
import type { Finding } from './findings.ts'
import { placesOf } from './patterns.ts'

/** Letters in figures, and characters or words printed twice. */
export const lintSlips = (reading: Reading): readonly Finding[] => [
  ...placesOf(
    reading,
    'notice.letterForDigit',
    /(?<![A-Za-z@._-])(?:\d{1,3}[lOoI|]{1,2}\d{0,2}|[lOoI]\d{1,3})(?=\s?[年月日号分个家项%％]|[〕\]］]|\.\d)/,
  ),
  ...placesOf(
    reading,
    'notice.doubledWord',
    /的的(?!确|士)|是是(?!否|非)|由由|或或|会会议事(?=协调)|(?!委党|党委|差评差评|政府政府(?=[网信工投债采]))([\u4e00-\u9fa5]{2,4})\1(?=[\u4e00-\u9fa5，。；])|[，。；：、]{2,}/,
  ),
]
