import type { Author } from '../kernel/command-context.ts'

/** Papers that an office may word in a .docx of its own. */
export const officeTemplateKinds = ['pledge', 'deductionLetter', 'resultCircular'] as const
export type OfficeTemplateKind = (typeof officeTemplateKinds)[number]

/** One paper for each appraised unit. */
export const isPerUnit = (kind: OfficeTemplateKind): boolean => kind !== 'resultCircular'

/** One upload of a template; never changed, only followed by the next. */
export interface TemplateVersion {
  /** From 1. */
  readonly number: number
  readonly sha256: string
  readonly size: number
  readonly fileName: string
  /** Tags that it uses. */
  readonly tags: readonly string[]
  readonly by: Author
  readonly at: string
}

/** 文书模板: a .docx with tags that a unit's papers of one kind are filled into. */
export interface OfficeTemplate {
  readonly id: string
  readonly unitId: string
  readonly kind: OfficeTemplateKind
  readonly name: string
  /** Retired templates stay readable and make no more papers. */
  readonly active: boolean
  readonly versions: readonly TemplateVersion[]
}

/** 按模板出具的文书: which template made it from which source; the file is kept. */
export interface TemplatePaper {
  readonly id: string
  readonly planId: string
  readonly ownerUnitId: string
  readonly kind: OfficeTemplateKind
  /** The unit it is about; null where it is about all. */
  readonly unitId: string | null
  readonly templateId: string
  readonly templateNumber: number
  /** Plan version or run by its digest. */
  readonly sourceDigest: string
  readonly title: string
  readonly sha256: string
  readonly size: number
  readonly by: Author
  readonly at: string
}

export const canonicalOfficeTemplate = (template: OfficeTemplate) => ({ v: 1, noun: 'officeTemplate', ...template })

export const canonicalTemplatePaper = (paper: TemplatePaper) => ({ v: 1, noun: 'templatePaper', ...paper })

/** Text of one tag: words, or the rows of a list. */
export type TemplateValues = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>
