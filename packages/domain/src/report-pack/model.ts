import type { Release } from '../datum/model.ts'
import type { Author } from '../kernel/command-context.ts'

/** What a pack says of itself: of which version of the plan, and for whom. */
export interface PackStamp {
  readonly planId: string
  /** Version of the plan whose lines its folders are numbered by. */
  readonly planNumber: number
  /** Who fills it in: the body that the figures are asked of. */
  readonly unitId: string
  /** `YYYY-MM-DD` */
  readonly madeOn: string
}

/** A figure as it was typed into the workbook, taken over as the reporter's draft. */
export interface PackFigure {
  readonly datumId: string
  /** Said as in tables: 12.5, 是, 召开会议、印发方案. */
  readonly text: string
  readonly release: Release
  readonly asOf: string
  readonly reason?: string
  readonly lateReason?: string
}

export interface PackFile {
  readonly name: string
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** A file that matched a line of the evidence lists and was put forward there. */
export interface PackEvidence extends PackFile {
  /** Of its line. */
  readonly number: string
  readonly leafKey: string
  readonly unitId: string
  readonly requirementKey: string
  readonly evidenceId: string
}

/** 填报包 as it was taken back in, once and for all: what came, from which file, and what was left out. */
export interface ReportPack extends PackStamp {
  readonly id: string
  readonly file: PackFile
  readonly takenBy: Author
  /** RFC 3339 */
  readonly takenAt: string
  readonly figures: readonly PackFigure[]
  readonly evidence: readonly PackEvidence[]
  /** Scans of the stamped print, kept beside what was typed from it. */
  readonly originals: readonly PackFile[]
  /** Paths of files that belong to no line and were not taken. */
  readonly left: readonly string[]
}

export const canonicalReportPack = (pack: ReportPack) => ({ v: 1, noun: 'reportPack', ...pack })
