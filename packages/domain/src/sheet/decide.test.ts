import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import type { SheetCommand, SheetContext } from './commands.ts'
import { decideSheet } from './decide.ts'
import { fallSheet } from './fall.ts'
import type { Sheet } from './model.ts'
import { anOrder, aRow, aScored, aSheet, clause, commandBy, compose, ofSection, sheetContext } from './sheet.fixture.ts'

const handler = ofSection('handler')
const head = ofSection('sectionHead')
const leader = ofSection('leaderInCharge')
const clerk = ofSection('clerk')

const decide = (sheet: Sheet, command: SheetCommand, actor: Actor, more: Partial<SheetContext> = {}) =>
  decideSheet(sheet, command, sheetContext(sheet, actor, more))

const run = (sheet: Sheet, command: SheetCommand, actor: Actor, more: Partial<SheetContext> = {}): Sheet => {
  const decision = decide(sheet, command, actor, more)
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value.next
}

const code = (...given: Parameters<typeof decide>): string => {
  const decision = decide(...given)
  return decision.ok ? 'accepted' : decision.error.code
}

const signed = (sheet: Sheet, actor: Actor, more: Partial<SheetContext> = {}): Sheet =>
  run(sheet, { kind: 'sign', digest: compose(sheet).digest }, actor, more)

const sign = (sheet: Sheet): SheetCommand => ({ kind: 'sign', digest: compose(sheet).digest })
const scored = (more: Partial<Sheet> = {}) => run(aSheet(more), { kind: 'score' }, handler)
const byHandler = (more: Partial<Sheet> = {}) => signed(scored(more), handler)
const byBoth = (more: Partial<Sheet> = {}) => signed(byHandler(more), head)

describe('signing on screen', () => {
  it('goes from handler to head, each over the same digest', () => {
    const sheet = byBoth()
    expect(sheet.state).toBe('signed')
    expect(sheet.signatures.map(({ role, digest }) => [role, digest])).toEqual([
      ['handler', sheet.signedDigest],
      ['sectionHead', sheet.signedDigest],
    ])
  })

  it('stops where the content is not what was shown', () => {
    expect(code(scored(), { kind: 'sign', digest: 'seen yesterday' }, handler)).toBe('sheet.contentChanged')
  })

  it('stops where data are open, a row is not scored, or rows are not those of the sheet', () => {
    const open = aRow('transport', { data: [{ datumId: 'd', version: 1, digest: 'x', closed: false }] })
    const rest = [aRow('education'), aRow('health')]
    const missing = aRow('transport', { outcome: { status: 'missing', needs: ['完成值'] } })
    const withRows = (rows: Parameters<typeof compose>[1]) => {
      const composed = compose(scored(), rows)
      return code(scored(), { kind: 'sign', digest: composed.digest }, handler, { composed })
    }
    expect(withRows([open, ...rest])).toBe('sheet.dataOpen')
    expect(withRows([missing, ...rest])).toBe('item.missing')
    expect(withRows(rest)).toBe('sheet.rowsDiffer')
  })

  it('may be scored, not signed, on data that are still open', () => {
    const rows = aSheet().unitIds.map((unitId) =>
      aRow(unitId, { data: [{ datumId: 'd', version: 1, digest: 'x', closed: false }] }),
    )
    expect(code(aSheet(), { kind: 'score' }, handler, { composed: compose(aSheet(), rows) })).toBe('accepted')
  })

  it('keeps handler and head two natural persons', () => {
    const both = ofSection('sectionHead', { personId: handler.personId })
    expect(code(byHandler(), sign(byHandler()), both)).toBe('sheet.samePerson')
  })

  it('lets the leader in charge sign second where one person is handler and head', () => {
    const order = anOrder({ sectionHeadIds: [handler.personId] })
    expect(code(byHandler(), sign(byHandler()), head, { order })).toBe('sheet.notYourTurn')
    expect(signed(byHandler(), leader, { order }).state).toBe('signed')
  })

  it('asks the leader only where the plan or that case says so', () => {
    expect(code(byHandler(), sign(byHandler()), leader)).toBe('sheet.notYourTurn')
    const map = [...anOrder().map, { role: 'leaderInCharge' as const, posts: ['leaderInCharge' as const] }]
    const order = anOrder({ map })
    const second = signed(signed(scored(), handler, { order }), head, { order })
    expect(second.state).toBe('awaitingHead')
    expect(signed(second, leader, { order }).state).toBe('signed')
  })

  it('never lets anyone sign a sheet with their own unit on it, nor another section’s', () => {
    const own = ofSection('handler', { ownUnitIds: ['lead', 'health'] })
    expect(code(scored(), sign(scored()), own)).toBe('sheet.ownUnit')
    expect(code(scored(), sign(scored()), ofSection('handler', { sectionId: 'energy' }))).toBe('sheet.otherScorer')
    expect(code(scored(), sign(scored()), ofSection('handler', { unitId: 'finance' }))).toBe('sheet.otherScorer')
  })

  it('lets the office sign as substitute', () => {
    const office = { scorer: { unitId: 'office', by: 'recusal', basis: clause }, unitIds: ['lead'] } as const
    const staff = ofSection('officeStaff', { unitId: 'office', ownUnitIds: ['office'] })
    const director = ofSection('officeDirector', { unitId: 'office', ownUnitIds: ['office'] })
    const order = anOrder({ sectionHeadIds: [director.personId] })
    const first = signed(run(aSheet(office), { kind: 'score' }, staff), staff, { order })
    expect(signed(first, director, { order }).state).toBe('signed')
  })

  it('is taken back or returned with every signature void and a new version', () => {
    const recalled = run(byHandler(), { kind: 'recall' }, handler)
    expect(recalled).toMatchObject({ state: 'scored', version: 2, signatures: [{ state: 'voided' }] })
    expect(recalled.signedDigest).toBeUndefined()
    expect(code(byHandler(), { kind: 'return', reason: '' }, head)).toBe('sheet.reasonMissing')
    const returned = run(byHandler(), { kind: 'return', reason: '扣分依据不明' }, head)
    expect(returned).toMatchObject({ state: 'returned', version: 2, returnReason: '扣分依据不明' })
    expect(run(returned, { kind: 'score' }, handler).returnReason).toBeUndefined()
  })
})

describe('线下签批登记', () => {
  const register = (sheet: Sheet, role: 'handler' | 'sectionHead', more = {}): SheetCommand => ({
    kind: 'registerPaper',
    paper: {
      role,
      signer: role === 'handler' ? handler : head,
      signedOn: '2025-01-17',
      checkCode: compose(sheet).code,
      scanDigest: 'scan',
      ...more,
    },
  })
  const confirm = (sheet: Sheet, at: number): SheetCommand => ({
    kind: 'confirmPaper',
    signatureId: sheet.signatures[at]?.id ?? '',
  })

  it('registers both signatures of one printed sheet and confirms them in order by a second person', () => {
    const one = run(scored(), register(scored(), 'handler'), clerk)
    const two = run(one, register(one, 'sectionHead', { opinion: '同意' }), ofSection('clerk', { personId: 'c2' }))
    expect(two).toMatchObject({ state: 'scored', signatures: [{ state: 'registered' }, { state: 'registered' }] })
    expect(code(two, confirm(two, 0), clerk)).toBe('signature.samePerson')
    expect(code(two, confirm(two, 1), handler)).toBe('sheet.notYourTurn')
    const second = ofSection('clerk', { personId: 'c3' })
    const first = run(two, confirm(two, 0), second)
    expect(first.state).toBe('awaitingHead')
    expect(run(first, confirm(first, 1), second).state).toBe('signed')
  })

  it('refuses an outdated code, a code that is none and a day to come', () => {
    const later = aSheet({ version: 2 })
    expect(code(scored(), register(later, 'handler'), clerk)).toBe('signature.codeOutdated')
    expect(code(scored(), register(scored(), 'handler', { checkCode: 'ABC' }), clerk)).toBe('signature.codeMalformed')
    expect(code(scored(), register(scored(), 'handler', { signedOn: '2025-01-19' }), clerk)).toBe('signature.inFuture')
  })

  it('refuses at confirmation what changed after registration', () => {
    const one = run(scored(), register(scored(), 'handler'), clerk)
    const moved = compose(
      one,
      one.unitIds.map((unitId) => aRow(unitId, {}, { dataSource: '改动' })),
    )
    expect(code(one, confirm(one, 0), handler, { composed: moved })).toBe('signature.codeOutdated')
  })

  it('holds the signer on paper to the same rules', () => {
    const one = run(scored(), register(scored(), 'handler'), clerk)
    expect(code(one, confirm(one, 0), head, { paperSignerUnitIds: ['lead', 'transport'] })).toBe('sheet.ownUnit')
  })

  it('keeps a scan that does not match on record as refused', () => {
    const one = run(scored(), register(scored(), 'handler'), clerk)
    const command: SheetCommand = {
      kind: 'refusePaper',
      signatureId: one.signatures[0]?.id ?? '',
      reason: '签字栏空白',
    }
    expect(run(one, command, head)).toMatchObject({ state: 'scored', signatures: [{ state: 'refused' }] })
    expect(code(run(one, command, head), confirm(run(one, command, head), 0), head)).toBe('signature.notFound')
  })
})

describe('what falls', () => {
  const change = (...unitIds: string[]) => ({ unitIds, cause: '数据重新开放' })
  const context = commandBy(head)

  it('one row of a plain signed sheet, signed again on an amendment sheet', () => {
    const { next, amendment } = fallSheet(byBoth(), change('health'), context)
    expect(next).toMatchObject({ state: 'signed', fallenRows: [{ unitId: 'health', amendmentId: amendment?.id }] })
    expect(next.signatures).toEqual(byBoth().signatures)
    expect(amendment).toMatchObject({
      amends: 'sheet-1',
      unitIds: ['health'],
      state: 'toScore',
      version: 1,
      signatures: [],
    })
    expect(fallSheet(next, change('health'), context).events).toEqual([])
  })

  it('the whole of a group-relative sheet', () => {
    const { next, amendment } = fallSheet(byBoth({ groupRelative: true }), change('health'), context)
    expect(amendment).toBeUndefined()
    expect(next).toMatchObject({ state: 'toScore', version: 2, signatures: [{ state: 'voided' }, { state: 'voided' }] })
  })

  it('the whole of a sheet whose every row is hit, or that only the handler has signed', () => {
    expect(fallSheet(byBoth(), change('transport', 'education', 'health'), context).next.state).toBe('toScore')
    expect(fallSheet(byHandler(), change('health'), context).next.state).toBe('toScore')
  })

  it('nothing before scoring, and nothing of other units', () => {
    expect(fallSheet(aSheet(), change('health'), context).events).toEqual([])
    expect(fallSheet(byBoth(), change('finance'), context).events).toEqual([])
  })
})

describe('verification and aggregation', () => {
  it('is waived with a reason, or opened and closed; then the sheet is aggregated', () => {
    expect(code(byBoth(), { kind: 'waiveVerification', reason: '' }, head)).toBe('sheet.reasonMissing')
    const waived = run(byBoth(), { kind: 'waiveVerification', reason: '数据由统计部门提供' }, head)
    expect(run(waived, { kind: 'aggregate' }, handler).state).toBe('aggregated')
    const toVerify = run(byBoth(), { kind: 'openVerification' }, handler)
    expect(code(toVerify, { kind: 'aggregate' }, handler)).toBe('sheet.notNow')
    expect(run(toVerify, { kind: 'closeVerification' }, handler).state).toBe('verified')
  })

  it('an amendment signed again returns to where verification stands', () => {
    const toVerify = run(byBoth(), { kind: 'openVerification' }, handler)
    const { amendment } = fallSheet(toVerify, { unitIds: ['health'], cause: '采纳核验意见' }, commandBy(handler))
    if (!amendment) throw new Error('no amendment')
    const again = signed(signed(run(amendment, { kind: 'score' }, handler), handler), head)
    expect(again.state).toBe('toVerify')
  })

  it('shows a lost point only with its reason', () => {
    const rows = aSheet().unitIds.map((unitId) => aRow(unitId, { outcome: aScored('9.5') }))
    expect(code(aSheet(), { kind: 'score' }, handler, { composed: compose(aSheet(), rows) })).toBe('item.reasonMissing')
  })
})
