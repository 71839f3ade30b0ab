import type { Author } from '../kernel/command-context.ts'
import type { NoticeFindingCode, Severity } from '../plan/findings.ts'
import type { Proposal } from '../plan/proposals.ts'

/**
 * An official notice as it was read (文件导入): one normalised text, rows of fields that point into it, findings. Offsets are
 * Unicode code points, end exclusive. What a person decided about a field stands beside the reading, never in it.
 */
export interface ReadNotice {
  readonly text: string
  readonly rows: readonly ReadRow[]
  readonly findings: readonly ReadFinding[]
  /** Numbered headings with what stands under them, in printed order; they name the clause of a place. */
  readonly headings: readonly Heading[]
}

/** The parts of a draft that a notice fills. `others` is what has no rows of its own: weights, grades, gates, credits, contacts. */
export const noticeParts = [
  'document',
  'bases',
  'units',
  'indicators',
  'tasks',
  'responsibilities',
  'steps',
  'others',
] as const
export type NoticePart = (typeof noticeParts)[number]

export const fieldNames = [
  'title',
  'documentNumber',
  'documentDate',
  'addressee',
  'basis',
  'attachment',
  'attachmentNumber',
  'unitGroup',
  'unit',
  'indicator',
  'fullMark',
  'weight',
  'standard',
  'rule',
  'evidence',
  'dataSource',
  'target',
  'part',
  'leadUnit',
  'section',
  'supporter',
  'leader',
  'person',
  'liaison',
  'contact',
  'phone',
  'mail',
  'step',
  'stepKind',
  'due',
  'cutoff',
  'actor',
  'input',
  'component',
  'grade',
  'gradeRule',
  'veto',
  'change',
] as const
export type FieldName = (typeof fieldNames)[number]

export interface Place {
  readonly start: number
  readonly end: number
}

export interface ReadField extends Place {
  /** `indicators[3].fullMark`, unique in the notice. */
  readonly id: string
  readonly name: FieldName
  /**
   * The words as they stand; a day is `YYYY-MM-DD` where the text determines one. Of a `stepKind` the place is the step's name and the
   * value a StepKind, empty where the name does not tell.
   */
  readonly value: string
  /** How sure the reader is, in percent. */
  readonly confidence: number
}

/** Fields that belong to one another: an indicator with its mark and rule, a step with its day. */
export interface ReadRow {
  readonly key: string
  readonly part: NoticePart
  readonly fields: readonly ReadField[]
  /** Names above an indicator, outermost first; of a task, the indicator's own. */
  readonly path?: readonly string[]
  /** The group under which the notice lists a unit; of a task, the unit as printed. */
  readonly group?: string
  /** The count that the notice announces for a group. */
  readonly announced?: number
  /** Whether the text of an attachment follows in the same file. */
  readonly present?: boolean
  /** What a clause of an adjusting notice does; its words are the row's field. */
  readonly changes?: readonly ReadChange[]
}

/** One change to an earlier plan, in the words of the notice; null where it is silent. */
export interface ReadChange {
  readonly act: 'added' | 'dropped' | 'changed'
  /** The indicator, or what else is meant. */
  readonly name: string | null
  readonly field: FieldName | null
  readonly from: string | null
  readonly to: string | null
}

export interface ReadFinding extends Place {
  readonly key: string
  /** A code of the reader; its words stand in `messages`. */
  readonly code: NoticeFindingCode
  readonly severity: Severity
  readonly params: Readonly<Record<string, string>>
  readonly proposals: readonly string[]
}

export interface Heading extends Place {
  /** As printed, e.g. `四、（二）`. */
  readonly label: string
}

/** accepted 采用 · corrected 更正 (the place stays) · asked 待问 · left 不采用. A field without a choice is not decided. */
export type FieldChoice =
  | { readonly state: 'accepted' | 'asked' | 'left' }
  | { readonly state: 'corrected'; readonly value: string }

export type Choices = Readonly<Record<string, FieldChoice>>

/** Something the draft could not take over as it stands; it follows into 方案校核 until somebody settles it. */
export interface DraftNote extends Place {
  readonly key: string
  readonly code: DraftNoteCode
  readonly params: Readonly<Record<string, string>>
  /** A change of the notice: where in the plan it belongs, how it weighs, and what a click does. */
  readonly change?: { readonly at: string; readonly severity: Severity; readonly proposals: readonly Proposal[] }
}

export type DraftNoteCode =
  | 'notice.askedLater'
  | 'notice.nameNotRegistered'
  | 'notice.dueNotADay'
  | 'notice.stepKindAssumed'
  | 'notice.dutyTwice'
  | 'notice.taskTwice'
  | 'notice.indicatorUnknown'
  | 'notice.gateEffectOpen'
  | 'notice.capUnsaid'
  | 'notice.yearPlanOnly'
  | 'notice.notTaken'
  | 'notice.changeOpen'
  | 'notice.changeProposed'
  | 'notice.editedSince'

export interface Settled {
  readonly reason: string
  readonly by: Author
  /** `YYYY-MM-DD` */
  readonly on: string
}
