import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { commandBy, ofSection } from '../sheet/sheet.fixture.ts'
import { registerSummary, reportGaps } from './completeness.ts'
import { decideLeadReport, type LeadReportCommand } from './decide.ts'
import { canonicalLeadReport, currentReport, isLate, type LeadReport, type ReportedScore } from './model.ts'
import { leadReportWorkflow } from './transitions.ts'

const expected = ['transport', 'education'].map((unitId) => ({ leafKey: 'projects', unitId, fullMark: '10' }))
const scores = expected.map(({ leafKey, unitId }) => ({ leafKey, unitId, points: '9.5' }))
const handed = { documentNumber: '云发改报〔2025〕3号', documentDate: '2025-01-17', scores }
const staff = ofSection('officeStaff', { unitId: 'office' })
const colleague = ofSection('officeStaff', { unitId: 'office', personId: 'colleague' })
const clerk = ofSection('clerk')

const owed: LeadReport = {
  id: 'r',
  planId: 'p',
  leadUnitId: 'lead',
  due: '2025-01-18',
  state: 'notReported',
  versions: [],
}

const decide = (report: LeadReport, command: LeadReportCommand, actor: Actor) =>
  decideLeadReport(report, command, { ...commandBy(actor), expected })
const run = (...given: Parameters<typeof decide>): LeadReport => {
  const decision = decide(...given)
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value.next
}
const code = (...given: Parameters<typeof decide>): string => {
  const decision = decide(...given)
  return decision.ok ? 'accepted' : decision.error.code
}

const submit: LeadReportCommand = { kind: 'submit', runDigest: 'run', packageDigest: 'pack', ...handed }
const paper: LeadReportCommand = { kind: 'enterPaper', scanDigest: 'scan', ...handed }

it('评分报告登记的每一步由谁办；未列出的一律不予办理', () => {
  expect(workflowText(leadReportWorkflow)).toBe(
    [
      'notReported submit → reported: sectionHead handler clerk',
      'notReported enterPaper → entered: officeDirector officeStaff',
      'entered confirmPaper → reported: officeDirector officeStaff',
      'entered refusePaper → notReported: officeDirector officeStaff',
      'reported return → returned: officeDirector officeStaff',
      'returned submit → reported: sectionHead handler clerk',
      'returned enterPaper → entered: officeDirector officeStaff',
    ].join('\n'),
  )
})

describe('registering', () => {
  it('takes a complete report of the unit that owes it', () => {
    expect(run(owed, submit, clerk)).toMatchObject({ state: 'reported', versions: [{ via: { kind: 'platform' } }] })
    expect(code(owed, submit, ofSection('clerk', { unitId: 'finance' }))).toBe('leadReport.otherUnit')
    expect(code(owed, { ...submit, documentNumber: '' }, clerk)).toBe('leadReport.numberMissing')
    expect(code(owed, { ...submit, scores: scores.slice(1) }, clerk)).toBe('leadReport.incomplete')
  })

  it('takes paper with its scan when a second person has confirmed it', () => {
    const entered = run(owed, paper, staff)
    expect(entered.state).toBe('entered')
    expect(code(entered, { kind: 'confirmPaper' }, staff)).toBe('leadReport.samePerson')
    const confirmed = run(entered, { kind: 'confirmPaper' }, colleague)
    expect(currentReport(confirmed)?.via).toMatchObject({ kind: 'paper', confirmedBy: { personId: 'colleague' } })
    expect(code(owed, { ...paper, scanDigest: '' } as LeadReportCommand, staff)).toBe('leadReport.scanMissing')
    expect(currentReport(run(entered, { kind: 'refusePaper', reason: '分数与扫描件不符' }, colleague))).toBeUndefined()
  })

  it('returns with a reason, and takes the next version', () => {
    const reported = run(owed, submit, clerk)
    expect(code(reported, { kind: 'return', reason: '' }, staff)).toBe('leadReport.reasonMissing')
    const returned = run(reported, { kind: 'return', reason: '表文不符' }, staff)
    expect(currentReport(returned)).toBeUndefined()
    const again = run(returned, submit, clerk)
    expect(again.versions.map(({ number }) => number)).toEqual([1, 2])
    expect(again.returnReason).toBeUndefined()
    expect(() => canonicalJson(canonicalLeadReport(again))).not.toThrow()
  })
})

describe('completeness', () => {
  it('names every gap with its place', () => {
    const given = [
      { leafKey: 'projects', unitId: 'transport', points: '10.5' },
      { leafKey: 'projects', unitId: 'transport', points: '9' },
      { leafKey: 'projects', unitId: 'finance', points: '9' },
    ]
    expect(reportGaps(expected, given).map(({ kind, unitId }) => [kind, unitId])).toEqual([
      ['missing', 'education'],
      ['outOfRange', 'transport'],
      ['twice', 'transport'],
      ['unexpected', 'finance'],
    ])
  })

  it.each([
    ['6', '6', []],
    ['0', '0', []],
    ['7', '6', ['outOfRange']],
    ['6', '11', ['outOfRange']],
    ['6', 'x', ['notExact']],
  ])('takes %j out of %j, where parts of the line do not apply, as %j', (points, fullMark, kinds) => {
    const [one, ...rest] = scores
    expect(
      reportGaps(expected, [{ ...one, points, fullMark } as ReportedScore, ...rest]).map(({ kind }) => kind),
    ).toEqual(kinds)
  })

  it.each([
    ['0', []],
    ['10', []],
    ['10.01', ['outOfRange']],
    ['-0.5', ['outOfRange']],
    ['', ['notExact']],
    ['1e2', ['notExact']],
  ])('takes %j as %j', (points, kinds) => {
    const given = expected.map(({ leafKey, unitId }) => ({ leafKey, unitId, points: '9' }))
    const one = given.map((score) => (score.unitId === 'transport' ? { ...score, points } : score))
    expect(reportGaps(expected, one).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('counts 已报, 未报 and 退回 and waits for the last', () => {
    const reported = run(owed, submit, clerk)
    const returned: LeadReport = { ...owed, id: 'b', leadUnitId: 'finance', state: 'returned', due: '2025-01-15' }
    expect(registerSummary([owed, reported, returned], '2025-01-18')).toEqual({
      reported: 1,
      owed: 2,
      returned: 1,
      complete: false,
      owing: [
        { leadUnitId: 'finance', due: '2025-01-15', overdue: true },
        { leadUnitId: 'lead', due: '2025-01-18', overdue: false },
      ],
    })
    expect(registerSummary([reported], '2025-01-18').complete).toBe(true)
    expect(registerSummary([], '2025-01-18').complete).toBe(false)
  })
})

it('is late from the day after it was due', () => {
  const [version] = run(owed, submit, clerk).versions
  if (version === undefined) throw new Error('a submitted report has a version')
  expect(isLate(owed, { ...version, receivedOn: '2025-01-18' })).toBe(false)
  expect(isLate(owed, { ...version, receivedOn: '2025-01-19' })).toBe(true)
})
