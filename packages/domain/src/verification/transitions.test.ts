import { expect, it } from 'vitest'
import { workflowText } from '../kernel/workflow-text.ts'
import { verificationWorkflow } from './transitions.ts'

it('现场核验的每一步由谁办、办完到哪里；未列出的一律不予办理', () => {
  expect(workflowText(verificationWorkflow)).toBe(
    [
      'toDraw draw → visiting: officeStaff handler verificationLead',
      'visiting cancelDraw → toDraw: officeDirector sectionHead verificationLead',
      'visiting recordVisit → visiting: verificationLead verifier',
      'visiting giveOpinion → visiting|answering: verificationLead verifier',
      'visiting answer → visiting: officeStaff handler',
      'answering recordVisit → answering: verificationLead verifier',
      'answering giveOpinion → visiting|answering: verificationLead verifier',
      'answering answer → answering: officeStaff handler',
      'answering close → closed: officeDirector officeStaff sectionHead handler',
    ].join('\n'),
  )
})
