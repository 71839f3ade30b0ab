import type { ScoreSheet } from '@quanheng/papers/sheet/model'
import { writeScoreSheet } from '@quanheng/papers/xlsx/sheets'

/** Runs in a worker. */
const write = (sheet: ScoreSheet): Promise<Uint8Array> | Uint8Array => writeScoreSheet(sheet)

export default write
