import type { PostKind } from '../ability/posts.ts'
import type { Workflow } from '../kernel/transition.ts'
import type { DatumSource } from '../plan/model.ts'
import { type DatumState, datumStates } from './model.ts'

export const datumCommands = [
  'start',
  'report',
  'reportOnBehalf',
  'open',
  'withdraw',
  'confirm',
  'return',
  'returnToHead',
  'verify',
  'close',
  'reopen',
  'publish',
  'confirmRelease',
  'withdrawRelease',
] as const
export type DatumCommandKind = (typeof datumCommands)[number]

type SourceKind = DatumSource['kind']

/** Who is asked, by source. The confirming person is always another natural person than the author (see decide). */
const reporters: Readonly<Record<SourceKind, readonly PostKind[]>> = {
  appraisedUnit: ['unitReporter'],
  section: ['handler'],
  provider: ['dataProvider'],
  superior: ['handler', 'officeStaff'],
  substitute: ['handler', 'officeStaff'],
}

const confirmers: Readonly<Record<SourceKind, readonly PostKind[]>> = {
  appraisedUnit: ['unitHead', 'principal'],
  section: ['sectionHead'],
  provider: ['dataProvider', 'unitHead', 'principal'],
  superior: ['sectionHead', 'officeDirector'],
  substitute: ['sectionHead', 'officeDirector'],
}

/** 代录 is the scoring side's act, and its second person comes from the same side. */
const scorers = ['handler', 'sectionHead', 'officeStaff', 'officeDirector'] as const satisfies readonly PostKind[]
const scoringHeads = ['sectionHead', 'leaderInCharge', 'officeDirector'] as const satisfies readonly PostKind[]

const union = (...lists: readonly (readonly PostKind[])[]): readonly PostKind[] => [...new Set(lists.flat())]

const laterReleases = (source: SourceKind): Workflow<'datum', DatumState, DatumCommandKind>['rows'] => [
  { from: ['closed'], command: 'publish', posts: reporters[source], to: ['closed'] },
  { from: ['closed'], command: 'confirmRelease', posts: confirmers[source], to: ['closed'] },
  { from: ['closed'], command: 'withdrawRelease', posts: reporters[source], to: ['closed'] },
]

const workflowOf = (source: SourceKind, onBehalf: boolean): Workflow<'datum', DatumState, DatumCommandKind> => ({
  noun: 'datum',
  states: datumStates,
  commands: datumCommands,
  rows: [
    { from: ['notReported', 'returned'], command: 'start', posts: reporters[source], to: ['drafting'] },
    { from: ['notReported', 'drafting', 'returned'], command: 'report', posts: reporters[source], to: ['reported'] },
    {
      from: ['notReported', 'drafting', 'returned'],
      command: 'reportOnBehalf',
      posts: ['handler', 'officeStaff', 'clerk'],
      to: ['reported'],
    },
    { from: ['reported'], command: 'open', posts: onBehalf ? scorers : confirmers[source], to: ['reported'] },
    {
      from: ['reported'],
      command: 'withdraw',
      posts: onBehalf ? ['handler', 'officeStaff', 'clerk'] : reporters[source],
      to: ['drafting'],
    },
    { from: ['reported'], command: 'confirm', posts: onBehalf ? scorers : confirmers[source], to: ['confirmed'] },
    { from: ['reported'], command: 'return', posts: union(confirmers[source], scorers), to: ['returned'] },
    { from: ['confirmed', 'verified'], command: 'return', posts: scorers, to: ['returned'] },
    { from: ['confirmed'], command: 'returnToHead', posts: scorers, to: ['reported'] },
    {
      from: ['confirmed', 'verified', 'closed'],
      command: 'verify',
      posts: ['handler', 'officeStaff'],
      to: ['verified'],
    },
    { from: ['confirmed', 'verified'], command: 'close', posts: scorers, to: ['closed'] },
    { from: ['closed'], command: 'reopen', posts: scoringHeads, to: ['confirmed', 'verified'] },
    // A unit's own figure is corrected by opening it again, never by the unit alone.
    ...(source === 'appraisedUnit' || source === 'substitute' ? [] : laterReleases(source)),
  ],
})

/** The datum's workflow for a source; `onBehalf` when its last version was entered for another body. */
export const datumWorkflow = workflowOf
