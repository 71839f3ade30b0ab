import type { Author } from '../kernel/command-context.ts'
import type { Ladder, Seriousness } from '../supervision/ticket.ts'

/** 待报方案 · 整改中 · 待复查 · 已销号. Whether it is late is read from the day. */
export const rectificationStates = ['open', 'planned', 'reported', 'closed'] as const
export type RectificationState = (typeof rectificationStates)[number]

export interface RectificationFile {
  readonly digest: string
  readonly name: string
}

/** What is to be put right and why, as the notice says it; only its day may still move. */
export interface RectificationDemand {
  readonly subject: string
  readonly fact: string
  readonly basis: string
  readonly seriousness: Seriousness
  readonly words: string
  /** The how manieth time this is found at this unit, over the years. */
  readonly times: number
  readonly ladder: Ladder
  readonly noticedOn: string
  readonly documentNumber: string
  /** Who wrote the finding up: never the one who checks what became of it. */
  readonly foundBy: string
}

export interface RectificationStanding {
  readonly plan?: {
    readonly words: string
    /** 整改责任人, by name and duty. */
    readonly personResponsible: string
    /** The unit's own last day, not after the notice's. */
    readonly plannedDue: string
  }
  readonly done?: { readonly words: string; readonly files: readonly RectificationFile[]; readonly on: string }
  /** 复查 that closed it. */
  readonly check?: {
    readonly words: string
    readonly on: string
    readonly files: readonly RectificationFile[]
    readonly by: Author
  }
  /** How often it was sent back. */
  readonly returned: number
}

interface RectificationStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 整改事项: one upheld finding, until another person has seen that it is put right (销号). */
export interface Rectification {
  readonly id: string
  readonly supervisionId: string
  readonly visitId: string
  readonly fromUnitId: string
  readonly unitId: string
  readonly state: RectificationState
  readonly due: string
  readonly demand: RectificationDemand
  readonly standing: RectificationStanding
  readonly steps: readonly [RectificationStep, ...RectificationStep[]]
}

/** The day up to which lateness is counted: of the report while it waits or once it is closed, else today. */
export const countedUntil = ({ state, standing }: Rectification, today: string): string =>
  state === 'reported' || state === 'closed' ? (standing.done?.on ?? today) : today

export const canonicalRectification = (rectification: Rectification) => ({
  v: 1,
  noun: 'rectification',
  ...rectification,
})
