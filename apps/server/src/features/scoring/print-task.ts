import type { ScoreSheet } from '@quanheng/papers/sheet/model'
import { composeScoreSheet } from '@quanheng/papers/sheet/score-sheet'
import { writeScoreSheet } from '@quanheng/papers/xlsx/sheets'

export interface PrintOrder {
  readonly format: 'docx' | 'xlsx'
  readonly sheet: ScoreSheet
}

/** Runs in a worker. */
const print = ({ format, sheet }: PrintOrder): Promise<Uint8Array> | Uint8Array =>
  format === 'docx' ? composeScoreSheet(sheet) : writeScoreSheet(sheet)

export default print
