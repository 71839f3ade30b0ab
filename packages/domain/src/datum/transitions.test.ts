import { expect, it } from 'vitest'
import { workflowText } from '../kernel/workflow-text.ts'
import { datumWorkflow } from './transitions.ts'

const scorers = 'officeDirector officeStaff sectionHead handler'

/** The whole table for a source, in words; every cell that is not here is refused. */
const table = (
  reporters: string,
  confirmers: string,
  senders: string,
  { withdrawers = reporters, publishes = true } = {},
) =>
  [
    `notReported start → drafting: ${reporters}`,
    `notReported report → reported: ${reporters}`,
    'notReported reportOnBehalf → reported: officeStaff handler clerk',
    `drafting report → reported: ${reporters}`,
    'drafting reportOnBehalf → reported: officeStaff handler clerk',
    `reported open → reported: ${confirmers}`,
    `reported withdraw → drafting: ${withdrawers}`,
    `reported confirm → confirmed: ${confirmers}`,
    `reported return → returned: ${senders}`,
    `confirmed return → returned: ${scorers}`,
    `confirmed returnToHead → reported: ${scorers}`,
    'confirmed verify → verified: officeStaff handler',
    `confirmed close → closed: ${scorers}`,
    `returned start → drafting: ${reporters}`,
    `returned report → reported: ${reporters}`,
    'returned reportOnBehalf → reported: officeStaff handler clerk',
    `verified return → returned: ${scorers}`,
    'verified verify → verified: officeStaff handler',
    `verified close → closed: ${scorers}`,
    'closed verify → verified: officeStaff handler',
    'closed reopen → confirmed|verified: officeDirector leaderInCharge sectionHead',
    ...(publishes
      ? [
          `closed publish → closed: ${reporters}`,
          `closed confirmRelease → closed: ${confirmers}`,
          `closed withdrawRelease → closed: ${reporters}`,
        ]
      : []),
  ].join('\n')

it('被考核单位填报，单位负责人确认', () => {
  expect(workflowText(datumWorkflow('appraisedUnit', false))).toBe(
    table('unitReporter', 'principal unitHead', 'officeDirector officeStaff principal sectionHead handler unitHead', {
      publishes: false,
    }),
  )
})

it('责任科室采集，科室负责人确认', () => {
  expect(workflowText(datumWorkflow('section', false))).toBe(table('handler', 'sectionHead', scorers))
})

it('数据提供单位供数，本单位另一人确认', () => {
  expect(workflowText(datumWorkflow('provider', false))).toBe(
    table(
      'dataProvider',
      'principal dataProvider unitHead',
      'officeDirector officeStaff principal sectionHead handler dataProvider unitHead',
    ),
  )
})

it('上级评定结果由责任科室录入', () => {
  expect(workflowText(datumWorkflow('superior', false))).toBe(
    table('officeStaff handler', 'officeDirector sectionHead', scorers),
  )
})

it.each(['appraisedUnit', 'section', 'provider', 'superior', 'substitute'] as const)(
  '代录由录入一侧的第二人确认（%s）',
  (source) => {
    const lines = workflowText(datumWorkflow(source, true)).split('\n')
    expect(lines).toContain(`reported confirm → confirmed: ${scorers}`)
    expect(lines).toContain('reported withdraw → drafting: officeStaff handler clerk')
  },
)
