/** Why a file was not read; its words are in the messages package. */
export type FileErrorCode =
  | 'noticeFile.empty'
  | 'noticeFile.tooLarge'
  | 'noticeFile.tooMuchText'
  | 'noticeFile.encrypted'
  | 'noticeFile.macros'
  | 'noticeFile.damaged'
  | 'noticeFile.unknownFormat'
  | 'noticeFile.noText'

/** Thrown inside the readers only; `readFile` turns it into a Result. */
export class FileRefused extends Error {
  readonly code: FileErrorCode
  constructor(code: FileErrorCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/** Largest file that is opened at all, and the most text that may come out of one. */
export const limits = { bytes: 30 * 1024 * 1024, characters: 1_000_000 } as const
