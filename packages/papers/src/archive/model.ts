import type { ArchiveFileKind, Retention } from '@quanheng/domain/archive/model'
import type { RunContent } from '@quanheng/domain/result/run-content'
import type { RuleInput } from '@quanheng/domain/rule/facts'

/** Nouns whose things stand in the package as their acts digested them, or are named as being of another year. */
export const archivedNouns = [
  'unit',
  'section',
  'person',
  'post',
  'plan',
  'planVersion',
  'item',
  'datum',
  'sheet',
  'verification',
  'leadReport',
  'run',
  'result',
  'paper',
  'approval',
  'decision',
  'submission',
  'officialPaper',
  'numberBook',
  'fileCheck',
  'archive',
  'credit',
  'creditRegister',
  'remark',
  'selfReview',
  'feedback',
  'feedbackQuestion',
  'lateEntry',
  'officeTemplate',
  'templatePaper',
] as const
export type ArchivedNoun = (typeof archivedNouns)[number]

/** One file, as the manifest names it: sizes in bytes, digests in lower-case hexadecimal. */
export interface ArchiveFile {
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly sm3: string
  readonly kind: ArchiveFileKind
}

/** `manifest.json`, canonical JSON. The seal beside it is a signed note over its SHA-256. */
export interface ArchiveManifest {
  readonly v: 1
  /** `public`: what of the year is published; most things stay closed and are named by number. */
  readonly kind: 'archive' | 'public'
  readonly title: string
  readonly organ: string
  readonly year: number
  /** `YYYY-MM-DD` */
  readonly on: string
  /** Name of the log, and how many of its leaves the package holds. */
  readonly origin: string
  readonly size: number
  /** What is not final yet, in officials' words; empty where everything is. */
  readonly open: readonly string[]
  readonly retention: Retention
  readonly files: readonly ArchiveFile[]
}

/** Texts are canonical JSON as it was digested, so that no verifier has to write any. One JSON object a line. */
export interface ObjectLine {
  readonly noun: string
  readonly id: string
  readonly salt: string
  readonly text: string
}

export interface ActLine {
  readonly leaf: number
  readonly salt: string
  /** Null in acts from before leaves bound to who acted. */
  readonly by: string | null
  readonly events: string
}

export interface PlanLine {
  readonly id: string
  readonly number: number
  readonly digest: string
  readonly content: string
}

export interface SheetLine {
  readonly id: string
  readonly digest: string
  readonly form: string
  /** Item rows in the order of the form. */
  readonly rows: readonly string[]
}

export interface RunLine {
  readonly digest: string
  /** All that was given, in the form that is digested. */
  readonly facts: string
  readonly lines: RunContent['lines']
  readonly totals: NonNullable<RunContent['totals']> | null
}

/** One score of a lead unit's locked version: the sheet whose row it is, and the inputs that its rule reads. */
export interface ScoreLine {
  readonly run: string
  readonly leafKey: string
  readonly unitId: string
  readonly sheet: string
  readonly inputs: readonly RuleInput[]
}

export interface DrawLine {
  readonly id: string
  readonly verification: string
  readonly record: string
}

export interface CheckpointLine {
  readonly size: number
  readonly note: string
  readonly sm3Note: string
}

export const paths = {
  keys: 'log/keys.txt',
  checkpoint: 'log/checkpoint.txt',
  sm3Checkpoint: 'log/checkpoint-sm3.txt',
  leaves: 'log/leaves.jsonl',
  acts: 'log/acts.jsonl',
  milestones: 'log/milestones.jsonl',
  objects: 'objects.jsonl',
  others: 'others.jsonl',
  plans: 'plans.jsonl',
  sheets: 'sheets.jsonl',
  runs: 'runs.jsonl',
  scores: 'scores.jsonl',
  draws: 'draws.jsonl',
} as const

/** Rows of the year, for an empty system to be filled with; sealed like every file, and held against `objects` by whoever takes them in. */
export const rowsPath = 'rows.jsonl'

export const storedFile = (sha256: string): string => `files/${sha256}`

/** The seal signs the manifest as a log of this name signs its root: it can never pass for the log's own head. */
export const sealOrigin = (origin: string): string => `${origin}/archive`

export const archiveFaults = [
  /** Not a package, cut off, or with bytes that no writer of packages writes. */
  'archive.zip',
  'archive.manifest',
  /** The seal is not over this manifest, or not of this log. */
  'archive.seal',
  /** Missing, added, or not what the manifest says. [path] */
  'archive.file',
  /** Not of the form that it has to have. [path] */
  'archive.form',
  /** The leaves are not those of the signed heads. */
  'archive.tree',
  /** Not what the leaf commits to. [leaf] */
  'archive.act',
  /** Not what the last act on it made of it. [noun, id] */
  'archive.object',
  /** Neither in the package nor named as being of another year. [noun, id] */
  'archive.objectMissing',
  /** An issued paper is not the one that was sent, or is missing. [path] */
  'archive.paper',
  /** [id, number] */
  'archive.plan',
  /** A signed content does not give its digest. [id] */
  'archive.sheet',
  /** Signatures on a sheet are not over what it says, or are not of two people. [id] */
  'archive.signature',
  /** A locked version does not give its name, or is not the one that was logged. [run] */
  'archive.run',
  /** Not the figure that the row cites. [id] */
  'archive.datum',
  /** A row cites a file that is not there. [sha256] */
  'archive.evidence',
  /** The rule gives other points than the record. [leaf, unit] */
  'archive.score',
  /** The report registered with the office says other points. [leaf, unit] */
  'archive.report',
  'archive.credit',
  /** Points of a line are not the sum of its parts. [run] */
  'archive.line',
  /** Totals, ranks or grades are not those of the arithmetic. [run] */
  'archive.total',
  /** The draw cannot be repeated, or is not the one on record. [id] */
  'archive.draw',
  /** A milestone's head is not that of the leaves. [size] */
  'archive.milestone',
] as const
export type ArchiveFault = (typeof archiveFaults)[number]
