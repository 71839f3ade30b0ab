import type { Hurry, Lean } from '@quanheng/domain/analysis/model'
import type { AdjustmentGround } from '@quanheng/domain/decision/model'
import type { PlanSettings } from '@quanheng/domain/plan/settings'
import type { ReportGap } from '@quanheng/domain/report/completeness'
import type { LeadReportState, ReportChannel } from '@quanheng/domain/report/model'
import type { LeadReportCommandKind } from '@quanheng/domain/report/transitions'
import type { requiredWords } from '@quanheng/domain/report/words'
import type { FreezePurpose, ResultState } from '@quanheng/domain/result/model'
import type { ResultCommandKind } from '@quanheng/domain/result/transitions'
import type { OtherArithmetic } from '@quanheng/domain/scoring/robustness/model'

export const resultLabels = {
  leadReportState: {
    notReported: 'Not reported',
    entered: 'To be confirmed',
    reported: 'Reported',
    returned: 'Returned',
  },
  leadReportCommand: {
    submit: 'Submit',
    enterPaper: 'Enter a paper report',
    confirmPaper: 'Confirm the entry',
    refusePaper: 'Entry does not match',
    return: 'Return',
    aggregate: 'Aggregate and lock',
  },
  reportGap: {
    missing: 'Missing',
    unexpected: 'Not asked for',
    twice: 'Twice',
    notExact: 'Not a number',
    outOfRange: 'Out of range',
  },
  freezePurpose: { leadReport: 'Score report', totals: 'Totals of the year' },
  resultState: { aggregated: 'Aggregated', approved: 'Approved', issued: 'Issued', voided: 'Void' },
  resultCommand: { approve: 'Register approval', issue: 'Register issue', void: 'Void' },
  reportChannel: { platform: 'By platform', paper: 'On paper' },
  visibility: {
    ownAfterIssue: 'own scores once results are issued',
    ownAfterReport: 'own scores once the score report is sent',
    allAfterIssue: 'all scores once results are issued',
  },
  reportPlace: {
    title: 'Title of the report',
    'letter.title': 'Title of the letter',
    'letter.addressees': 'Addressee',
    'letter.body': 'Text of the letter',
  },
  adjustmentGround: {
    faultTolerance: 'Fault tolerance',
    forceMajeure: 'Force majeure',
    measureChange: 'Measure changed',
    other: 'Other',
    objection: 'Objection upheld',
  },
  reportingHurry: {
    crowded: 'crowded before the end',
    usual: 'usual',
    few: 'too few, not compared',
    alike: 'more than half alike, not compared',
  },
  scorerLean: {
    lenient: 'Lenient',
    harsh: 'Harsh',
    usual: 'As the others',
    few: 'Too few to compare',
    alike: 'Most are the same; not compared',
  },
  flipSetting: {
    mode: 'Rounding',
    stage: 'Stage of rounding',
    rankOn: 'Ranks read',
    thresholdsOn: 'Thresholds read',
  },
  flipValue: {
    halfUp: 'half up',
    gb8170: 'half to even (GB/T 8170)',
    item: 'every item',
    level: 'every level',
    total: 'totals only',
    rounded: 'rounded scores',
    unrounded: 'unrounded scores',
  },
} as const satisfies {
  readonly leadReportState: Record<LeadReportState, string>
  /** And what waits for the office once every report is in. */
  readonly leadReportCommand: Record<LeadReportCommandKind | 'aggregate', string>
  readonly reportGap: Record<ReportGap['kind'], string>
  readonly freezePurpose: Record<FreezePurpose, string>
  readonly resultState: Record<ResultState, string>
  readonly resultCommand: Record<ResultCommandKind, string>
  readonly reportChannel: Record<ReportChannel['kind'], string>
  readonly visibility: Record<PlanSettings['visibility']['value'], string>
  readonly reportPlace: Record<(typeof requiredWords)[number], string>
  readonly adjustmentGround: Record<AdjustmentGround, string>
  readonly reportingHurry: Record<Hurry, string>
  readonly scorerLean: Record<Lean, string>
  readonly flipSetting: Record<OtherArithmetic['setting'], string>
  readonly flipValue: Record<OtherArithmetic['value'], string>
}
