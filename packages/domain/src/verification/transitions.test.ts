import { expect, it } from 'vitest'
import { workflowText } from '../kernel/workflow-text.ts'
import { verificationWorkflow } from './transitions.ts'

it('现场核验的每一步由谁办、办完到哪里；未列出的一律不予办理', () => {
  expect(workflowText(verificationWorkflow)).toBe(
    [
      'committing commit → committing|revealing: officeStaff handler verificationLead verifier observer',
      'committing fallBack → toDraw: officeDirector sectionHead verificationLead',
      'revealing reveal → revealing|toDraw: officeStaff handler verificationLead verifier observer',
      'revealing fallBack → toDraw: officeDirector sectionHead verificationLead',
      'revealing draw → visiting: officeStaff handler verificationLead',
      'toDraw fallBack → toDraw: officeDirector sectionHead verificationLead',
      'toDraw draw → visiting: officeStaff handler verificationLead',
      'visiting witness → visiting: observer',
      'visiting cancelDraw → toDraw: officeDirector sectionHead verificationLead',
      'visiting recordVisit → visiting: verificationLead verifier',
      'visiting giveOpinion → visiting|answering: verificationLead verifier',
      'visiting answer → visiting: officeStaff handler',
      'answering witness → answering: observer',
      'answering recordVisit → answering: verificationLead verifier',
      'answering giveOpinion → visiting|answering: verificationLead verifier',
      'answering answer → answering: officeStaff handler',
      'answering close → closed: officeDirector officeStaff sectionHead handler',
    ].join('\n'),
  )
})
