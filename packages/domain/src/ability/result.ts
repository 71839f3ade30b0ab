import { postsGiving } from '../kernel/transition.ts'
import { leadReportWorkflow } from '../report/transitions.ts'
import { freezers, resultWorkflow } from '../result/transitions.ts'
import { sheetWorkflow } from '../sheet/transitions.ts'

/** Of the appraised unit; which rows, and from which step, the plan says. */
const appraised = ['unitReporter', 'unitHead', 'unitAdmin', 'principal'] as const

const readers = [...freezers, 'principal', 'leaderInCharge', 'clerk', 'observer'] as const

/** Aggregation (C-4.4, B-7): read from the transition tables, so that door and workflow cannot disagree. */
export const resultAbilities = {
  'leadReport.read': { posts: readers },
  'leadReport.submit': { posts: postsGiving(leadReportWorkflow, 'submit') },
  'leadReport.enterPaper': { posts: postsGiving(leadReportWorkflow, 'enterPaper') },
  'leadReport.confirmPaper': { posts: postsGiving(leadReportWorkflow, 'confirmPaper') },
  'leadReport.refusePaper': { posts: postsGiving(leadReportWorkflow, 'refusePaper') },
  'leadReport.return': { posts: postsGiving(leadReportWorkflow, 'return') },
  'run.compute': { posts: freezers },
  'result.read': { posts: readers },
  'result.aggregate': { posts: postsGiving(sheetWorkflow, 'aggregate') },
  'result.freeze': { posts: freezers },
  'result.approve': { posts: postsGiving(resultWorkflow, 'approve') },
  'result.issue': { posts: postsGiving(resultWorkflow, 'issue') },
  'result.void': { posts: postsGiving(resultWorkflow, 'void') },
  'ownResult.read': { posts: appraised },
} as const
