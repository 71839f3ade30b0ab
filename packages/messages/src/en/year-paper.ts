import type { yearPaperErrors } from '@quanheng/contract/errors/year-paper'

export const yearPaper = {
  'yearPaper.noRow': '“{name}” has nothing to list. Fill in indicators and tasks in the plan first.',
  'yearPaper.noLockedVersion': 'No scores are locked yet, so “{name}” cannot be made. Lock the result first.',
  'yearPaper.noDatum': 'This unit has no figures to confirm under this plan. Choose another unit or plan.',
  'yearPaper.noCredit':
    'This plan has no bonus or deduction entries to review yet. Make the paper once some are proposed or registered.',
  'yearPaper.nothingKept':
    'This plan has no issued documents, decisions or papers to archive yet. Make the catalogue once the plan is issued.',
  'yearPaper.ofYearPlan':
    'The circular of results belongs to the plan of the year; a lead unit’s plan sends in its report only. Choose the plan of the year above.',
  'yearPaper.ofLeadUnits':
    'Scores by part are printed by the lead units under their own plans; a plan of the year has none. Choose such a plan above.',
  'yearPaper.unitUnscored':
    'The locked scores hold none of this unit, so there is nothing to tell. Choose another unit, or wait until its scores are locked.',
  'yearPaper.noDecision':
    'No decision of a meeting was compared by a second person yet. Register and compare it first.',
  'yearPaper.gradesOpen':
    'Grades of some units are still to be decided by the meeting. Register its decision on the page of the locked totals, with their grades.',
  'yearPaper.notIssued': 'The plan is not issued yet, so there are no figures to confirm. Issue the plan first.',
  'yearPaper.unitMissing': 'This paper is made for one unit. Choose an appraised unit of the plan.',
  'yearPaper.figuresDiffer':
    'The figure “{text}” differs from the locked data; the paper is not made. Reload and try again.',
} as const satisfies Record<keyof typeof yearPaperErrors, string>
