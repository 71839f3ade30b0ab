import type { Author } from '../kernel/command-context.ts'

/** 印发方案的通知, 考评结果通报: papers that the office words, numbers and issues here. */
export const officialPaperKinds = ['planNotice', 'resultCircular'] as const
export type OfficialPaperKind = (typeof officialPaperKinds)[number]

export const officialPaperStates = ['draft', 'issued', 'withdrawn'] as const
export type OfficialPaperState = (typeof officialPaperStates)[number]

/** Blocks of prose that people may write; tables, lists of grades and figures are never among them. */
export const proseBlocks = ['title', 'addressees', 'opening', 'overview', 'requirements', 'copies'] as const
export type ProseBlock = (typeof proseBlocks)[number]

/** Of each kind, in the order in which the paper has them. */
export const blocksOf: Readonly<Record<OfficialPaperKind, readonly ProseBlock[]>> = {
  planNotice: ['title', 'addressees', 'opening', 'requirements', 'copies'],
  resultCircular: ['title', 'addressees', 'opening', 'overview', 'requirements', 'copies'],
}

/** No paper goes out without them. */
export const requiredBlocks: readonly ProseBlock[] = ['title', 'addressees', 'opening']

/** Text of each block: one paragraph a line, names in lists parted by 、, a figure as `{path}`. */
export type OfficialWords = Readonly<Partial<Record<ProseBlock, string>>>

/** What a paper is made from: a plan version or a run by its digest, with every figure that the paper prints. */
export interface PaperSource {
  readonly digest: string
  /** Text of each figure by its path. */
  readonly figures: Readonly<Record<string, string>>
}

export interface KeptFile {
  readonly sha256: string
  readonly size: number
}

export interface OfficialIssue {
  readonly documentNumber: string
  /** 成文日期 */
  readonly issuedOn: string
  /** The number book that the number was taken from; absent where the OA gave it. */
  readonly bookId?: string
  readonly number?: number
  readonly by: Author
  readonly at: string
  readonly files: { readonly docx: KeptFile; readonly pdf: KeptFile; readonly ofd: KeptFile }
}

/** 发文稿: prose over one source, until it is issued; from then on it is never changed, only withdrawn in the open. */
export interface OfficialPaper {
  readonly id: string
  readonly planId: string
  readonly ownerUnitId: string
  readonly kind: OfficialPaperKind
  readonly state: OfficialPaperState
  readonly words: OfficialWords
  /** As the writers last saw it; a paper whose source has moved since does not go out before they have looked again. */
  readonly source: PaperSource
  /** Who wrote last: somebody else issues. */
  readonly writtenBy: Author
  readonly issue?: OfficialIssue
  readonly withdrawal?: { readonly by: Author; readonly at: string; readonly reason: string }
}

export const canonicalOfficialPaper = (paper: OfficialPaper) => ({ v: 1, noun: 'officialPaper', ...paper })
