import type { ZipLimits } from '@quanheng/papers/zip/limits'
import { surveyZip } from '@quanheng/papers/zip/survey'
import { stampName } from './stamp.ts'

/** What a returned pack may hold: an upload is no larger, and a year's evidence of one body seldom a tenth of it. */
export const packLimits: ZipLimits = { entries: 2_000, expanded: 500 * 1_048_576, ratio: 100 }

export interface SurveyOrder {
  /** Where the zip lies on this machine. */
  readonly file: string
}

const endsWith = (path: string, ending: string): boolean => path.toLowerCase().endsWith(ending)

/** The stamp and the workbooks beside it are wanted whole; of everything else the digest will do. */
const isWanted = (path: string): boolean =>
  endsWith(path, stampName) || (endsWith(path, '.xlsx') && path.split('/').length <= 2)

/** Runs in a child process with limits of its own: the bytes are somebody else's. */
export default ({ file }: SurveyOrder) => surveyZip(file, packLimits, isWanted)
