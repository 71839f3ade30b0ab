import type { ScoreSheet } from '@quanheng/papers/sheet/model'
import { writeScoreSheet } from '@quanheng/papers/xlsx/sheets'

export interface WorkbookOrder {
  readonly sheet: ScoreSheet
  readonly watermark?: string | undefined
}

/** Runs in a worker. */
const write = ({ sheet, watermark }: WorkbookOrder): Promise<Uint8Array> => writeScoreSheet(sheet, watermark)

export default write
