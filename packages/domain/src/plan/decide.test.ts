import { aCheckContext, aPlan, planIds } from '@quanheng/testkit/a-plan'
import { anActor } from '@quanheng/testkit/an-actor'
import { fixedContext } from '@quanheng/testkit/fixed-context'
import { describe, expect, it } from 'vitest'
import { type PostKind, postKinds } from '../ability/posts.ts'
import { permit } from '../kernel/transition.ts'
import { findingsOf } from './acceptance.ts'
import type { PlanCommand, PlanContext } from './commands.ts'
import { decidePlan, supersede } from './decide.ts'
import type { PlanContent, PlanKind } from './model.ts'
import { canonicalPlan, newPlan, type Plan, type PlanState, planStates } from './plan.ts'
import { node, scoring } from './plan-edit.fixture.ts'
import { type PlanCommandKind, planCommands, planWorkflow } from './workflow.ts'

const drafter = { personId: 'handler@lead', post: 'handler', unitId: 'lead' } as const

const aDraft = (content: PlanContent = aPlan(), more: Partial<Plan> = {}): Plan => ({
  ...newPlan('plan-1', content, drafter),
  ...more,
})

const context = (post: PostKind = 'sectionHead', more: Partial<PlanContext> = {}): PlanContext => {
  const { today: _today, ...check } = aCheckContext()
  return {
    ...fixedContext({ now: '2023-12-28T10:00:00+08:00', actor: anActor(post, planIds.lead) }),
    check,
    nextDraftOpen: false,
    ...more,
  }
}

const must = (plan: Plan, command: PlanCommand, at: PlanContext = context()): Plan => {
  const decided = decidePlan(plan, command, at)
  if (!decided.ok) throw new Error(`${command.kind}: ${decided.error.code} at ${decided.error.at}`)
  return decided.value.plan
}

const issueHere = { kind: 'issue', number: '示例〔2023〕88号', date: '2023-12-28' } as const

describe('环节与职务', () => {
  /** Who may do what in which state; everything else is refused. */
  const allowed: Readonly<Record<PlanKind, readonly (readonly [PlanState, PlanCommandKind, readonly PostKind[]])[]>> = {
    indicatorPlan: [
      ['draft', 'edit', ['handler', 'sectionHead']],
      ['draft', 'accept', ['sectionHead', 'leaderInCharge']],
      ['draft', 'withdraw', ['sectionHead', 'leaderInCharge']],
      ['draft', 'check', ['handler', 'sectionHead']],
      ['checked', 'edit', ['handler', 'sectionHead']],
      ['checked', 'return', ['handler', 'sectionHead', 'leaderInCharge']],
      ['checked', 'issue', ['sectionHead', 'leaderInCharge', 'principal', 'clerk']],
      ['checked', 'register', ['sectionHead', 'leaderInCharge', 'principal', 'clerk']],
      ['issued', 'revise', ['handler', 'sectionHead', 'leaderInCharge']],
    ],
    appraisalPlan: [
      ['draft', 'edit', ['officeStaff', 'officeDirector']],
      ['draft', 'accept', ['officeDirector']],
      ['draft', 'withdraw', ['officeDirector']],
      ['draft', 'check', ['officeStaff', 'officeDirector']],
      ['checked', 'edit', ['officeStaff', 'officeDirector']],
      ['checked', 'return', ['officeStaff', 'officeDirector']],
      ['checked', 'issue', ['officeDirector', 'clerk']],
      ['checked', 'register', ['officeDirector', 'clerk']],
      ['issued', 'revise', ['officeStaff', 'officeDirector']],
    ],
  }

  const cells = (['indicatorPlan', 'appraisalPlan'] as const).flatMap((kind) =>
    planStates.flatMap((state) => planCommands.map((command) => [kind, state, command] as const)),
  )

  it.each(cells)('%s %s %s', (kind, state, command) => {
    const posts = allowed[kind].find((row) => row[0] === state && row[1] === command)?.[2] ?? []
    const admitted = postKinds.filter((post) => permit(planWorkflow(kind), state, command, post).ok)
    expect(admitted.toSorted()).toEqual(posts.toSorted())
  })

  it('never lets an administrator touch a plan', () => {
    for (const post of ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const)
      expect(decidePlan(aDraft(), { kind: 'check' }, context(post))).toMatchObject({ error: { code: 'plan.notYours' } })
  })

  it('keeps other units out', () => {
    const stranger = context('sectionHead', { actor: anActor('sectionHead', 'town') })
    expect(decidePlan(aDraft(), { kind: 'check' }, stranger)).toMatchObject({ error: { code: 'plan.otherUnit' } })
  })
})

describe('起草', () => {
  it('stores what was typed, normalised, and names what changed', () => {
    const typed = node('growth', { fullMark: '７' })(aPlan())
    const decided = decidePlan(aDraft(), { kind: 'edit', content: typed }, context())
    if (!decided.ok) throw new Error(decided.error.code)
    expect(decided.value.plan.content.indicators.find((row) => row.key === 'growth')?.fullMark).toBe('7')
    expect(decided.value.events).toEqual([
      { type: 'planEdited', planId: 'plan-1', version: 1, changed: ['indicators[growth].fullMark'] },
    ])
  })

  it('refuses a shape that cannot be stored, another kind and another owner', () => {
    const edit = (content: PlanContent) => decidePlan(aDraft(), { kind: 'edit', content }, context())
    expect(edit(node('growth', { parentKey: 'gone' })(aPlan()))).toMatchObject({ error: { code: 'plan.unknownKey' } })
    expect(edit(aPlan({ kind: 'appraisalPlan' }))).toMatchObject({ error: { code: 'plan.kindFixed' } })
    expect(edit(aPlan({ ownerUnitId: 'town' }))).toMatchObject({ error: { code: 'plan.ownerFixed' } })
  })

  it('takes a checked draft back to 起草', () => {
    const checked = must(aDraft(), { kind: 'check' })
    expect(checked.state).toBe('checked')
    expect(must(checked, { kind: 'edit', content: aPlan({ title: '新题' }) }).state).toBe('draft')
  })
})

describe('按原文执行', () => {
  const gap = node('services', { fullMark: '12' })(aPlan())
  const keyOf = (plan: Plan, code: string) =>
    findingsOf(plan, context()).find(({ finding }) => finding.code === code)?.key ?? ''
  const accept = (plan: Plan, finding: string, reason = '文件已印发') =>
    decidePlan(plan, { kind: 'accept', finding, reason }, context())

  it('lets a printed contradiction stand, by name and reason', () => {
    const draft = aDraft(gap)
    expect(decidePlan(draft, { kind: 'check' }, context())).toMatchObject({
      error: {
        code: 'plan.mustFix',
        at: 'indicators[services].fullMark',
        params: { count: '1', code: 'check.marksDoNotSum' },
      },
    })
    const accepted = must(draft, {
      kind: 'accept',
      finding: keyOf(draft, 'check.marksDoNotSum'),
      reason: ' 文件已印发 ',
    })
    expect(accepted.acceptances).toMatchObject([
      { code: 'check.marksDoNotSum', reason: '文件已印发', on: '2023-12-28', by: { personId: 'sectionHead@lead' } },
    ])
    expect(must(accepted, { kind: 'check' }).state).toBe('checked')
  })

  it('covers that fault with those figures and no other', () => {
    const accepted = must(aDraft(gap), {
      kind: 'accept',
      finding: keyOf(aDraft(gap), 'check.marksDoNotSum'),
      reason: '文件已印发',
    })
    const changed = must(accepted, { kind: 'edit', content: node('services', { fullMark: '13' })(aPlan()) })
    expect(decidePlan(changed, { kind: 'check' }, context())).toMatchObject({ error: { code: 'plan.mustFix' } })
  })

  it('is refused without a reason, twice, for no finding, and where the platform could not go on', () => {
    const draft = aDraft(gap)
    const key = keyOf(draft, 'check.marksDoNotSum')
    expect(accept(draft, key, '  ')).toMatchObject({ error: { code: 'plan.reasonMissing' } })
    expect(accept(draft, 'nothing')).toMatchObject({ error: { code: 'plan.noSuchFinding' } })
    expect(accept(must(draft, { kind: 'accept', finding: key, reason: '文件已印发' }), key)).toMatchObject({
      error: { code: 'plan.alreadyAccepted' },
    })
    const ruleless = aDraft(scoring('growth', ({ rule: _rule, ...rest }) => rest)(aPlan()))
    expect(accept(ruleless, keyOf(ruleless, 'check.ruleMissing'))).toMatchObject({
      error: { code: 'plan.mustBeMended' },
    })
  })

  it('covers nothing that must be mended, even where such an acceptance was stored', () => {
    const ruleless = aDraft(scoring('growth', ({ rule: _rule, ...rest }) => rest)(aPlan()))
    const forged = {
      finding: keyOf(ruleless, 'check.ruleMissing'),
      code: 'check.ruleMissing',
      at: '',
      reason: '文件已印发',
      by: drafter,
      on: '2023-12-28',
    } as const
    expect(decidePlan({ ...ruleless, acceptances: [forged] }, { kind: 'check' }, context())).toMatchObject({
      error: { code: 'plan.mustFix' },
    })
  })

  it('can be taken back', () => {
    const key = keyOf(aDraft(gap), 'check.marksDoNotSum')
    const accepted = must(aDraft(gap), { kind: 'accept', finding: key, reason: '文件已印发' })
    const withdrawn = must(accepted, { kind: 'withdraw', finding: key })
    expect(decidePlan(withdrawn, { kind: 'check' }, context())).toMatchObject({ error: { code: 'plan.mustFix' } })
    expect(decidePlan(withdrawn, { kind: 'withdraw', finding: key }, context())).toMatchObject({
      error: { code: 'plan.noSuchFinding' },
    })
  })
})

describe('印发', () => {
  const checked = must(aDraft(), { kind: 'check' })

  it('puts number and date on the document and closes the content', () => {
    const issued = must(checked, issueHere)
    expect(issued.state).toBe('issued')
    expect(issued.issue).toEqual({
      way: 'here',
      number: '示例〔2023〕88号',
      date: '2023-12-28',
      by: { personId: 'sectionHead@lead', post: 'sectionHead', unitId: 'lead' },
    })
    expect(issued.content.document).toMatchObject({ number: '示例〔2023〕88号', date: '2023-12-28' })
    expect(decidePlan(issued, { kind: 'edit', content: aPlan() }, context())).toMatchObject({
      error: { code: 'plan.notNow' },
    })
  })

  it('registers a document that was printed before, with its scan', () => {
    const issued = must(checked, {
      kind: 'register',
      number: '示例〔2023〕7号',
      date: '2023-12-01',
      scanDigest: 'ab12',
    })
    expect(issued.issue).toMatchObject({ way: 'registered', date: '2023-12-01', scanDigest: 'ab12' })
  })

  it.each([
    ['plan.numberMissing', { ...issueHere, number: ' ' }],
    ['date.malformed', { ...issueHere, date: '2023年12月28日' }],
    ['date.noSuchDay', { ...issueHere, date: '2023-12-32' }],
    ['plan.dateAhead', { ...issueHere, date: '2023-12-29' }],
  ])('refuses with %s', (code, command) => {
    expect(decidePlan(checked, command, context())).toMatchObject({ error: { code } })
  })

  it('stops on 必须处理 that appeared since the check', () => {
    const gone = { ...checked, content: { ...checked.content, signatureMap: [] } }
    expect(decidePlan(gone, issueHere, context())).toMatchObject({
      error: { code: 'plan.mustFix', at: 'signatureMap' },
    })
  })

  it('is not stopped by a missing annex or a target to come', () => {
    const annex = { key: 'annex1', title: '附件', annex: 1, file: { kind: 'missing' } } as const
    const waiting = aDraft(node('growth', { awaits: 'annex1', fullMark: '6' })(aPlan({ bases: [annex] })))
    expect(must(must(waiting, { kind: 'check' }), issueHere).state).toBe('issued')
  })

  it('goes back to 起草 with a reason', () => {
    expect(decidePlan(checked, { kind: 'return', reason: ' ' }, context())).toMatchObject({
      error: { code: 'plan.reasonMissing' },
    })
    expect(must(checked, { kind: 'return', reason: '补充名单' }).state).toBe('draft')
  })
})

describe('修订', () => {
  const issued = must(must(aDraft(), { kind: 'check' }), issueHere)
  const revise = (more: Partial<PlanContext> = {}, reason = '目标调整') =>
    decidePlan(issued, { kind: 'revise', reason }, context('sectionHead', more))

  it('opens the next version and leaves the issued one in force', () => {
    const decided = revise()
    if (!decided.ok) throw new Error(decided.error.code)
    expect(decided.value.plan).toEqual(issued)
    expect(decided.value.next).toMatchObject({ id: 'plan-1', version: 2, state: 'draft', reason: '目标调整' })
    expect(decided.value.next?.content.document).toEqual({ addressees: ['各有关单位'] })
    expect(decided.value.next).not.toHaveProperty('issue')
  })

  it('needs a reason, and one draft at a time', () => {
    expect(revise({}, ' ')).toMatchObject({ error: { code: 'plan.reasonMissing' } })
    expect(revise({ nextDraftOpen: true })).toMatchObject({
      error: { code: 'plan.nextDraftOpen', params: { version: '2' } },
    })
  })

  it('supersedes the issued version once the next one is issued', () => {
    expect(supersede(issued, 2)).toMatchObject({ ok: true, value: { state: 'superseded', replacedBy: 2 } })
    expect(supersede(issued, 1)).toMatchObject({ ok: false })
    expect(supersede(aDraft(), 2)).toMatchObject({ ok: false, error: { code: 'plan.notNow' } })
  })
})

describe('canonicalPlan', () => {
  it('covers state, acceptances and content', () => {
    expect(canonicalPlan(aDraft())).toMatchObject({ v: 1, noun: 'plan', id: 'plan-1', state: 'draft', acceptances: [] })
  })
})
