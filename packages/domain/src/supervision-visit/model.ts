import type { Author } from '../kernel/command-context.ts'
import type { Seriousness } from '../supervision/ticket.ts'

/** 待走访 · 已记录 · 待陈述 · 已陈述 · 已处理 · 未走访. */
export const supervisionVisitStates = ['planned', 'recorded', 'stating', 'stated', 'settled', 'dropped'] as const
export type SupervisionVisitState = (typeof supervisionVisitStates)[number]

export interface VisitFile {
  readonly digest: string
  readonly name: string
}

/** One fact that was found, the clause it offends, and photographs of it. */
export interface VisitFinding {
  readonly id: string
  /** An indicator or topic of the order: what it is counted under over the years. */
  readonly subject: string
  readonly fact: string
  readonly basis: string
  readonly seriousness: Seriousness
  readonly photographs: readonly VisitFile[]
}

export interface VisitNotes {
  readonly on: string
  /** Names of those who went, as the record names them. */
  readonly visitors: string
  readonly overview: string
  readonly findings: readonly VisitFinding[]
  readonly files: readonly VisitFile[]
}

/** What became of a finding after the unit was heard. */
export interface Upshot {
  readonly findingId: string
  readonly upheld: boolean
  /** What is to be put right; of a finding that was not upheld, why. */
  readonly words: string
  /** Last day; of an upheld finding. */
  readonly due?: string
}

export interface VisitStanding {
  readonly notes?: VisitNotes & { readonly by: Author; readonly at: string }
  readonly sent?: { readonly on: string; readonly until: string }
  /** Of the visited unit; empty words are 无异议. */
  readonly statement?: {
    readonly words: string
    readonly files: readonly VisitFile[]
    readonly by: Author
    readonly at: string
    readonly scanDigest?: string
  }
  readonly settled?: {
    readonly on: string
    /** 整改通知书的文号, where it has one. */
    readonly documentNumber: string
    readonly upshots: readonly Upshot[]
    readonly by: Author
  }
}

interface VisitStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 督查走访: one unit of an order, what was found there, and what the unit said to it. */
export interface SupervisionVisit {
  readonly id: string
  readonly supervisionId: string
  /** The unit of the office that was sent. */
  readonly fromUnitId: string
  readonly unitId: string
  readonly state: SupervisionVisitState
  readonly standing: VisitStanding
  readonly steps: readonly [VisitStep, ...VisitStep[]]
}

/** Findings that stand after the unit was heard, with what is to be done about each. */
export const upheldOf = ({ standing }: Pick<SupervisionVisit, 'standing'>) =>
  (standing.settled?.upshots ?? []).flatMap((upshot) => {
    const finding = standing.notes?.findings.find(({ id }) => id === upshot.findingId)
    return finding && upshot.upheld ? [{ finding, words: upshot.words, due: upshot.due ?? '' }] : []
  })

export const canonicalSupervisionVisit = (visit: SupervisionVisit) => ({ v: 1, noun: 'supervisionVisit', ...visit })
