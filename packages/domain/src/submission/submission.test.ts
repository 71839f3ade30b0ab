import { describe, expect, it } from 'vitest'
import { anApproval, by } from '../approval/approval.fixture.ts'
import type { Approval } from '../approval/model.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { commandBy } from '../sheet/sheet.fixture.ts'
import { decideSubmission, type SubmissionCommand } from './decide.ts'
import { canonicalSubmission, type Submission } from './model.ts'
import { prepareSubmission } from './prepare.ts'
import { submissionWorkflow } from './transitions.ts'

const numbered: Approval = {
  ...anApproval(),
  records: [{ step: 5, kind: 'number', documentNumber: '云发改报〔2025〕3号', from: 'oa' }],
}
const items = ['transport', 'education'].map((unitId) => ({ leafKey: 'projects', unitId }))
const scores = items.map((item) => ({ ...item, points: '9.5' })).reverse()
const files = [{ name: '评分报告.docx', sha256: 'aa', size: 10 }]
const handler = by('handler')
const clerk = by('clerk')

const prepare = (more = {}, approval = numbered) =>
  prepareSubmission(approval, { files, order: items, scores, ...more }, commandBy(handler))

const prepared = (): Submission => {
  const submission = prepare()
  if (!submission.ok) throw new Error(submission.error.code)
  return submission.value.next
}

const decide = (submission: Submission, command: SubmissionCommand, actor: Actor) =>
  decideSubmission(submission, command, commandBy(actor))
const run = (...given: Parameters<typeof decide>): Submission => {
  const decision = decide(...given)
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value.next
}
const code = (...given: Parameters<typeof decide>): string => {
  const decision = decide(...given)
  return decision.ok ? 'accepted' : decision.error.code
}

const tick = (unitId: string): SubmissionCommand => ({ kind: 'tick', leafKey: 'projects', unitId })
const entered = () => run(run(prepared(), tick('transport'), handler), tick('education'), handler)
const sent = () =>
  run(run(entered(), { kind: 'check' }, clerk), { kind: 'send', sentOn: '2025-01-18', channel: '公文交换' }, clerk)

it('报送的每一步由谁办；未列出的一律不予办理', () => {
  const submitters = 'officeDirector officeStaff sectionHead handler clerk'
  expect(workflowText(submissionWorkflow)).toBe(
    [
      `entering tick → entering|entered: ${submitters}`,
      `entering untick → entering: ${submitters}`,
      `entered untick → entering: ${submitters}`,
      `entered check → checked: ${submitters}`,
      `checked send → sent: ${submitters}`,
      `sent recordReceipt → received: ${submitters}`,
    ].join('\n'),
  )
})

describe('preparing', () => {
  it('lists rows in the superior’s order with the points of the locked version', () => {
    expect(prepared().rows.map(({ unitId, points }) => [unitId, points])).toEqual([
      ['transport', '9.5'],
      ['education', '9.5'],
    ])
    expect(prepared().manifest).toMatchObject({ runDigest: 'run', documentNumber: '云发改报〔2025〕3号', files })
  })

  it.each([
    ['an order without an item', { order: items.slice(1) }],
    ['an order with an item twice', { order: [...items, ...items.slice(1)] }],
    ['an order with a stranger', { order: [...items.slice(1), { leafKey: 'projects', unitId: 'finance' }] }],
  ])('refuses %s', (_, more) => {
    expect(prepare(more)).toMatchObject({ error: { code: 'submission.orderDiffers' } })
  })

  it('needs the document number and its files', () => {
    expect(prepare({}, anApproval())).toMatchObject({ error: { code: 'submission.numberMissing' } })
    expect(prepare({ files: [] })).toMatchObject({ error: { code: 'submission.filesMissing' } })
  })
})

describe('录入对照单', () => {
  it('is complete when every row is ticked and checked by someone who ticked none', () => {
    expect(entered().state).toBe('entered')
    expect(run(entered(), { kind: 'untick', leafKey: 'projects', unitId: 'education' }, handler).state).toBe('entering')
    expect(code(entered(), { kind: 'check' }, handler)).toBe('submission.samePerson')
    expect(run(entered(), { kind: 'check' }, clerk).checkedBy?.by.personId).toBe(clerk.personId)
    expect(code(prepared(), tick('finance'), handler)).toBe('submission.noSuchRow')
  })

  it('is sent, and the receipt kept', () => {
    expect(
      code(run(entered(), { kind: 'check' }, clerk), { kind: 'send', sentOn: '2025-01-19', channel: '' }, clerk),
    ).toBe('submission.inFuture')
    const receipt = (receivedOn: string): SubmissionCommand => ({
      kind: 'recordReceipt',
      number: '收2025-17',
      receivedOn,
    })
    expect(code(sent(), receipt('2025-01-17'), clerk)).toBe('submission.beforeSending')
    expect(code(sent(), receipt('2025-01-19'), clerk)).toBe('submission.inFuture')
    const received = run(sent(), receipt('2025-01-18'), clerk)
    expect(() => canonicalJson(canonicalSubmission(received))).not.toThrow()
    expect(received).toMatchObject({
      state: 'received',
      receipt: { number: '收2025-17' },
    })
  })
})
