import { expect, it } from 'vitest'
import { workflowText } from '../kernel/workflow-text.ts'
import { sheetWorkflow } from './transitions.ts'

const after = 'awaitingHead|signed|toVerify|verified'
const heads = 'officeDirector principal leaderInCharge sectionHead'
const working = 'officeDirector officeStaff principal leaderInCharge sectionHead handler'
const seconds = 'officeDirector officeStaff sectionHead handler clerk'

it('评分表的每一步由谁办、办完到哪里；未列出的一律不予办理', () => {
  expect(workflowText(sheetWorkflow)).toBe(
    [
      'toScore score → scored: officeStaff handler',
      `scored sign → ${after}: officeStaff handler`,
      'scored registerPaper → scored: officeStaff handler clerk',
      `scored confirmPaper → ${after}: ${seconds}`,
      `scored refusePaper → scored: ${seconds}`,
      `awaitingHead sign → ${after}: ${heads}`,
      'awaitingHead registerPaper → awaitingHead: officeStaff handler clerk',
      `awaitingHead confirmPaper → ${after}: ${seconds}`,
      `awaitingHead refusePaper → awaitingHead: ${seconds}`,
      'awaitingHead recall → scored: officeStaff handler',
      `awaitingHead return → returned: ${heads}`,
      'returned score → scored: officeStaff handler',
      `signed waiveVerification → verified: ${heads}`,
      `signed openVerification → toVerify: ${working}`,
      `toVerify closeVerification → verified: ${working}`,
      'verified aggregate → aggregated: officeDirector officeStaff sectionHead handler',
    ].join('\n'),
  )
})
