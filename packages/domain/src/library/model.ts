import type { Author } from '../kernel/command-context.ts'

/** 制度 · 政策 · 表单. */
export const libraryKinds = ['rule', 'policy', 'form'] as const
export type LibraryKind = (typeof libraryKinds)[number]

/** 录入中 · 已发布 · 已废止 · 已作废. */
export const libraryStates = ['draft', 'published', 'repealed', 'discarded'] as const
export type LibraryState = (typeof libraryStates)[number]

export const libraryCommands = ['edit', 'publish', 'discard', 'correct', 'repeal'] as const
export type LibraryCommandKind = (typeof libraryCommands)[number]

/** One clause as printed: `第五条`, `四（二）`. */
export interface LibraryClause {
  readonly article: string
  /** Verbatim, one paragraph a line. */
  readonly text: string
}

export interface LibraryContent {
  readonly kind: LibraryKind
  readonly title: string
  /** 发文机关, or who laid the form down. */
  readonly issuer: string
  /** 发文字号; empty where it has none. */
  readonly documentNumber: string
  /** 印发日期, `YYYY-MM-DD`; empty where the document does not say. */
  readonly issuedOn: string
  /** 施行日期: first day on which it holds. */
  readonly effectiveOn: string
  /** 有效期至: last day on which it holds; empty without an end. */
  readonly lastOn: string
  /** 由……负责解释, as the document says. */
  readonly interpreter: string
  /** The published document whose next version this is. */
  readonly replacesId?: string
  readonly clauses: readonly LibraryClause[]
  /** The document as it was issued, and what belongs to it. */
  readonly files: readonly { readonly digest: string; readonly name: string }[]
}

export interface LibraryStanding {
  readonly publishedOn?: string
  /** The version that took its place, and from which day. */
  readonly replaced?: { readonly byId: string; readonly from: string }
  /** 废止: first day on which it holds no more. */
  readonly repealed?: { readonly from: string; readonly reason: string }
}

export interface LibraryStep {
  readonly command: LibraryCommandKind | 'begin' | 'replace'
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 制度文件: one version of a rule, policy or form, cited clause by clause; a changed one is a new version. */
export interface LibraryDocument {
  readonly id: string
  readonly unitId: string
  readonly state: LibraryState
  readonly content: LibraryContent
  readonly standing: LibraryStanding
  readonly steps: readonly [LibraryStep, ...LibraryStep[]]
}

/** What citations name it by: 发文字号, or its title where it has none. */
export const citedAs = ({ documentNumber, title }: Pick<LibraryContent, 'documentNumber' | 'title'>): string =>
  documentNumber === '' ? title : documentNumber

export const canonicalLibraryDocument = (document: LibraryDocument) => ({
  v: 1,
  noun: 'libraryDocument',
  ...document,
})
