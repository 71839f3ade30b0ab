import { reporterOf } from '../progress-report/decide.ts'
import type { ProgressReport } from '../progress-report/model.ts'
import { progressConfirmers } from '../progress-report/transitions.ts'
import type { NextAct } from './next-act.ts'

/** Another person of the unit confirms; what was sent back is owed again and stands with what is owed. */
export const nextOnProgress = (report: ProgressReport): NextAct | undefined => {
  const { id, unitId, sectionId, state } = report
  if (state !== 'reported') return undefined
  const reporter = reporterOf(report)
  return {
    noun: 'progressReport',
    id,
    verb: 'confirm',
    posts: progressConfirmers,
    unitId,
    ...(sectionId !== undefined && { sectionId }),
    ...(reporter !== undefined && { except: [reporter] }),
  }
}
