import type { ErrorRow } from './error-row.ts'

export const yearPaperErrors = {
  'yearPaper.noRow': { status: 409, level: 'info' },
  'yearPaper.noLockedVersion': { status: 409, level: 'info' },
  'yearPaper.noDatum': { status: 409, level: 'info' },
  'yearPaper.noCredit': { status: 409, level: 'info' },
  'yearPaper.nothingKept': { status: 409, level: 'info' },
  'yearPaper.ofYearPlan': { status: 409, level: 'info' },
  'yearPaper.ofLeadUnits': { status: 409, level: 'info' },
  'yearPaper.unitUnscored': { status: 409, level: 'info' },
  'yearPaper.noDecision': { status: 409, level: 'info' },
  'yearPaper.gradesOpen': { status: 409, level: 'info' },
  'yearPaper.notIssued': { status: 409, level: 'info' },
  'yearPaper.unitMissing': { status: 422, level: 'info' },
  'yearPaper.figuresDiffer': { status: 409, level: 'error' },
} as const satisfies Record<`yearPaper.${string}`, ErrorRow>
