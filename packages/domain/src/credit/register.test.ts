import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { commandBy } from '../sheet/sheet.fixture.ts'
import { decidedBonus, entryOf, person, reviewer, staff } from './credit.fixture.ts'
import type { CreditEntry } from './model.ts'
import {
  type CreditRegister,
  canonicalRegister,
  decideRegister,
  type RegisterCommand,
  silentBodies,
} from './register.ts'
import { creditWorkflow } from './transitions.ts'

const empty: CreditRegister = { planId: 'plan-1', state: 'open', asked: [], zeroReports: [] }
const asked: CreditRegister = { ...empty, asked: [{ unitId: 'civilisation', due: '2025-01-31' }] }

const decide = (
  register: CreditRegister,
  command: RegisterCommand,
  actor = staff,
  entries: readonly CreditEntry[] = [],
) => decideRegister(register, command, { ...commandBy(actor), officeUnitId: 'office', entries })

const codeOf = (made: ReturnType<typeof decide>): string => (made.ok ? made.value.state : made.error.code)

describe('零报告与关账', () => {
  it('点名的单位既未提出也未零报告的，列出来；任一即可', () => {
    expect(silentBodies(asked, []).map(({ unitId }) => unitId)).toEqual(['civilisation'])
    expect(silentBodies(asked, [entryOf('deduction')])).toEqual([])
    expect(silentBodies(asked, [{ ...entryOf('deduction'), state: 'withdrawn' }])).toHaveLength(1)
    const zero = decide(asked, { kind: 'reportZero' }, reviewer)
    expect(zero.ok && silentBodies(zero.value, [])).toEqual([])
  })

  it.each([
    ['未点名的不必零报告', decide(empty, { kind: 'reportZero' }, reviewer), 'credit.notAsked'],
    [
      '已提出的不能再零报告',
      decide(asked, { kind: 'reportZero' }, reviewer, [entryOf('veto')]),
      'credit.alreadyAnswered',
    ],
    ['别的单位不能关账', decide(empty, { kind: 'close' }, person('officeStaff', 'other')), 'credit.otherUnit'],
    ['有在办的不能关账', decide(empty, { kind: 'close' }, staff, [entryOf('bonus')]), 'credit.entriesOpen'],
    ['有未回的不能关账', decide(asked, { kind: 'close' }), 'credit.bodiesSilent'],
    ['办结后关账', decide(empty, { kind: 'close' }, staff, [decidedBonus()]), 'closed'],
    ['关账后不能再点名', decide({ ...empty, state: 'closed' }, { kind: 'ask', asked: [] }), 'credit.registerClosed'],
    ['重开须说明理由', decide({ ...empty, state: 'closed' }, { kind: 'reopen', reason: '' }), 'credit.reasonMissing'],
    ['重开', decide({ ...empty, state: 'closed' }, { kind: 'reopen', reason: '省通报迟到' }), 'open'],
    ['同一单位点名两次', decide(empty, { kind: 'ask', asked: [...asked.asked, ...asked.asked] }), 'credit.askedTwice'],
  ])('%s', (_, made, expected) => expect(codeOf(made)).toBe(expected))

  it('有确定的存证形式', () => expect(() => canonicalJson(canonicalRegister(asked))).not.toThrow())
})

it('加减分核定每一步由谁办、办完到哪里；未列出的一律不予办理', () => {
  expect(workflowText(creditWorkflow)).toMatchInlineSnapshot(`
    "claimed withdraw → withdrawn: principal unitReporter unitHead
    claimed firstReview → toReview|returned|refused: officeDirector officeStaff sectionHead handler dataProvider
    returned resubmit → claimed: principal unitReporter unitHead
    returned withdraw → withdrawn: principal unitReporter unitHead
    proposed withdraw → withdrawn: officeDirector officeStaff sectionHead handler dataProvider
    proposed accept → stating|refused: officeDirector officeStaff
    stating giveStatement → toReview: principal unitReporter unitHead
    stating review → recognised|returned|refused: officeDirector officeStaff
    toReview review → recognised|returned|refused: officeDirector officeStaff
    recognised show → shown: officeDirector officeStaff
    recognised registerDecision → toConfirm: officeDirector officeStaff
    shown object → shown: principal unitReporter unitHead
    shown answerObjection → shown|toReview: officeDirector officeStaff
    shown registerDecision → toConfirm: officeDirector officeStaff
    toConfirm confirmDecision → decided|refused|lifted: officeDirector officeStaff
    toConfirm declineDecision → recognised|shown|decided: officeDirector officeStaff
    decided lift → toConfirm: officeDirector officeStaff"
  `)
})
