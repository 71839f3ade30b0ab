import type { Author } from '../kernel/command-context.ts'

/** What a file of an archive package (归档包) is, by which its retention period is set. */
export const archiveFileKinds = ['plan', 'result', 'paper', 'sheet', 'evidence', 'record', 'log', 'readme'] as const
export type ArchiveFileKind = (typeof archiveFileKinds)[number]

/** 保管期限: 永久, 30年, 10年 (国家档案局令第8号); each organ's own table is agreed with its archives authority. */
export const retentionTerms = ['permanent', '30', '10'] as const
export type RetentionTerm = (typeof retentionTerms)[number]

export type Retention = Readonly<Record<ArchiveFileKind, RetentionTerm>>

/** Where nobody has set anything else: plans, results and papers for good; sheets and their records 30 years; ordinary evidence 10. */
export const suggestedRetention: Retention = {
  plan: 'permanent',
  result: 'permanent',
  paper: 'permanent',
  sheet: '30',
  evidence: '10',
  record: '30',
  log: 'permanent',
  readme: 'permanent',
}

/** A package as it was made. */
export interface Archive {
  readonly id: string
  readonly unitId: string
  readonly year: number
  readonly title: string
  readonly madeOn: string
  readonly leaves: number
  readonly manifestDigest: string
  readonly zipDigest: string
  readonly size: number
  readonly contents: readonly ArchiveContents[]
  readonly open: readonly string[]
  /** 公开稿; absent for an archive package. */
  readonly purpose?: 'public'
  /** Null where it was made from the command line. */
  readonly by: Author | null
}

export interface ArchiveContents {
  readonly kind: ArchiveFileKind
  readonly files: number
  readonly bytes: number
  readonly retention: RetentionTerm
}

/** 收集 · 计算校验码 · 写入 · 核验文件 · 重算 · 存入文件库: what is done, in this order, while a package is made. */
export const makingStages = ['collecting', 'digesting', 'writing', 'verifying', 'recomputing', 'keeping'] as const
export type MakingStage = (typeof makingStages)[number]

/** 核验文件 · 重算 · 存入文件 · 写入 · 逐项比对 · 留痕: what is done, in this order, while one is taken in. */
export const importStages = ['verifying', 'recomputing', 'keepingFiles', 'filling', 'comparing', 'logging'] as const
export type ImportStage = (typeof importStages)[number]

/** How far long work is; `total` is 0 where nobody knows it before. */
export interface StageProgress<Stage extends string> {
  readonly stage: Stage
  readonly done: number
  readonly total: number
}

export const canonicalArchive = (archive: Archive) => ({ v: 1, noun: 'archive', ...archive })
