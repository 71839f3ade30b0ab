import { aPlan, planIds } from '@quanheng/testkit/a-plan'
import { describe, expect, it, test } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { routineRecordNotifications } from '../notification/of-routine-record.ts'
import { nextOnRoutineRecord } from '../workbench/next-on-routine-record.ts'
import type { RoutineRecordCommand, TypedContent } from './commands.ts'
import { beginRoutineRecord, decideRoutineRecord } from './decide.ts'
import { holds, type RoutineRecord, returnReasonOf } from './model.ts'
import { routineRecordWorkflow } from './transitions.ts'

const typed = (more: Partial<TypedContent> = {}): TypedContent => ({
  happenedOn: '2024-03-12',
  happening: '一季度数据未按期报送',
  source: '一季度数据报送情况通报',
  effect: 'minus',
  proposalBasis: '评分标准第二条',
  points: '０．５',
  files: [{ digest: 'a', name: '通报.pdf' }],
  ...more,
})

const by = (post: Actor['post'], unitId: string, personId: string = `${post}-${unitId}`): Actor => ({
  personId,
  postId: personId,
  post,
  unitId,
  ownUnitIds: [unitId],
})
const inSection = (actor: Actor): Actor => ({ ...actor, sectionId: planIds.section })
const handler = inSection(by('handler', planIds.lead))
const head = inSection(by('sectionHead', planIds.lead))
const reporter = by('unitReporter', planIds.town)

const context = (actor: Actor, today = '2024-04-01') => ({
  now: `${today}T02:00:00.000Z`,
  today,
  newId: () => 'r-1',
  actor,
  year: 2024,
})
const begin = (content: TypedContent, actor = handler, unitId: string = planIds.town, leafKey = 'newFirms') =>
  beginRoutineRecord(
    { planId: 'plan', plan: aPlan(), leafKey, unitId, officeUnitId: planIds.office },
    content,
    context(actor),
  )
const begun = (content = typed()): RoutineRecord => {
  const result = begin(content)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}

type Given = readonly [record: RoutineRecord, command: RoutineRecordCommand, actor: Actor, today?: string]
const decide = (...[record, command, actor, today]: Given) =>
  decideRoutineRecord(record, command, context(actor, today))
const run = (...given: Given): RoutineRecord => {
  const result = decide(...given)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const code = (...given: Given): string => {
  const result = decide(...given)
  return result.ok ? 'accepted' : result.error.code
}
const submit = { kind: 'submit' } as const
const confirm = { kind: 'confirm', viewUntil: '2024-04-10' } as const
const view = (stance: 'agree' | 'differ', words = '') => ({ kind: 'state', stance, words, files: [] }) as const
const submitted = (): RoutineRecord => run(begun(), submit, handler)
const told = (): RoutineRecord => run(submitted(), confirm, head)
const differed = (): RoutineRecord => run(told(), view('differ', '已于3月11日报送'), reporter)

describe('录入平时记录', () => {
  it('由该指标的评分科室录入，分值归一，指标写全称', () => {
    expect(begun()).toMatchObject({
      state: 'draft',
      leadUnitId: planIds.lead,
      leadSectionId: planIds.section,
      indicator: expect.stringContaining(' › '),
      content: { points: '0.5', effect: 'minus' },
    })
  })

  it('仅记录的不写依据和分值，也不强求佐证', () => {
    const plain = begun(typed({ effect: 'none', files: [] }))
    expect(plain.content).toEqual({
      happenedOn: '2024-03-12',
      happening: '一季度数据未按期报送',
      source: '一季度数据报送情况通报',
      effect: 'none',
      proposalBasis: '',
      files: [],
    })
    expect(run(plain, submit, handler).state).toBe('submitted')
  })

  test.each([
    ['没有日期', { happenedOn: '' }, 'routineRecord.dayMissing', 'content.happenedOn'],
    ['日期还没到', { happenedOn: '2024-04-02' }, 'routineRecord.inFuture', 'content.happenedOn'],
    ['上年的事', { happenedOn: '2023-12-31' }, 'routineRecord.outsideYear', 'content.happenedOn'],
    ['没写事项', { happening: '' }, 'routineRecord.happeningMissing', 'content.happening'],
    ['没写来源', { source: '' }, 'routineRecord.sourceMissing', 'content.source'],
    ['减分没有依据', { proposalBasis: '' }, 'routineRecord.basisMissing', 'content.proposalBasis'],
    ['没写分值', { points: '' }, 'quantity.empty', 'content.points'],
    ['分值不是数', { points: '半分' }, 'quantity.notANumber', 'content.points'],
    ['分值为负', { points: '-0.5' }, 'routineRecord.pointsNotPositive', 'content.points'],
    ['分值为0', { points: '0' }, 'routineRecord.pointsNotPositive', 'content.points'],
  ] as const)('%s，指出在哪一栏', (_, more, expected, at) => {
    expect(begin(typed(more))).toMatchObject({ ok: false, error: { code: expected, at } })
  })

  it('别的科室、本单位的人、不承担的单位都不能记', () => {
    const refusal = (...given: Parameters<typeof begin>) => {
      const result = begin(...given)
      return result.ok ? 'accepted' : result.error.code
    }
    expect(refusal(typed(), { ...handler, sectionId: 'other' })).toBe('routineRecord.otherUnit')
    expect(refusal(typed(), by('handler', planIds.transport))).toBe('routineRecord.otherUnit')
    expect(refusal(typed(), { ...handler, ownUnitIds: [planIds.lead, planIds.town] })).toBe('routineRecord.ownUnit')
    expect(refusal(typed(), handler, 'elsewhere')).toBe('routineRecord.notCarried')
    expect(refusal(typed(), reporter)).toBe('routineRecord.notYours')
  })
})

describe('审核、告知、单位意见', () => {
  it('拟加减分的须有佐证才能提交', () => {
    expect(code(begun(typed({ files: [] })), submit, handler)).toBe('routineRecord.evidenceMissing')
  })

  it('录入的人不能自己审核；改过的人也不能', () => {
    const own = inSection(by('sectionHead', planIds.lead, handler.personId))
    expect(code(submitted(), confirm, own)).toBe('routineRecord.samePerson')
    const edited = run(begun(), { kind: 'edit', content: typed({ points: '1' }) }, head)
    expect(code(run(edited, submit, handler), confirm, head)).toBe('routineRecord.samePerson')
    expect(told().standing.told).toMatchObject({ on: '2024-04-01', viewUntil: '2024-04-10' })
  })

  it('退回写明理由，修改后再提交', () => {
    expect(code(submitted(), { kind: 'return', reason: '' }, head)).toBe('routineRecord.reasonMissing')
    const back = run(submitted(), { kind: 'return', reason: '文号不对' }, head)
    expect([back.state, returnReasonOf(back)]).toEqual(['draft', '文号不对'])
  })

  it('单位说属实即定；有异议的写明，未答复前不算数', () => {
    expect(run(told(), view('agree'), reporter)).toMatchObject({ state: 'settled', standing: { view: { words: '' } } })
    expect(code(told(), view('differ'), reporter)).toBe('routineRecord.wordsMissing')
    expect(
      [told(), differed(), run(differed(), { kind: 'uphold', reason: '系统记录为3月15日' }, head)].map(holds),
    ).toEqual([true, false, true])
    expect(holds(run(differed(), { kind: 'withdraw', reason: '单位所述属实' }, head))).toBe(false)
  })

  it('期限到当天为止，过后不再受理；别的单位不能代说', () => {
    expect(code(told(), view('agree'), reporter, '2024-04-10')).toBe('accepted')
    expect(code(told(), view('agree'), reporter, '2024-04-11')).toBe('routineRecord.viewClosed')
    expect(code(told(), view('agree'), by('unitReporter', planIds.transport))).toBe('routineRecord.otherUnit')
  })

  it('现在由谁办：提交的等科室负责人（录入人除外），告知的等单位，过期不再等', () => {
    expect(nextOnRoutineRecord(submitted(), '2024-04-01')).toMatchObject({
      verb: 'confirm',
      except: [handler.personId],
    })
    expect(nextOnRoutineRecord(told(), '2024-04-10')).toMatchObject({ verb: 'state', due: '2024-04-10' })
    expect(nextOnRoutineRecord(told(), '2024-04-11')).toBeUndefined()
    expect(nextOnRoutineRecord(differed(), '2024-05-01')).toMatchObject({ verb: 'uphold', unitId: planIds.lead })
  })

  it('告知谁：单位知道记了什么、维持与撤销，科室知道有异议，草稿谁也不告知', () => {
    const codes = (before: RoutineRecord | null, after: RoutineRecord) =>
      routineRecordNotifications({ before, after }).map(({ code: said }) => said)
    expect(codes(null, begun())).toEqual([])
    expect(codes(begun(), submitted())).toEqual(['notification.routineRecordToConfirm'])
    expect(codes(submitted(), told())).toEqual(['notification.routineRecordTold'])
    expect(codes(told(), run(told(), view('agree'), reporter))).toEqual([])
    expect(codes(told(), differed())).toEqual(['notification.routineRecordDiffered'])
    const upheld = run(differed(), { kind: 'uphold', reason: '已核' }, head)
    expect(codes(differed(), upheld)).toEqual(['notification.routineRecordUpheld'])
    expect(codes(upheld, run(upheld, { kind: 'withdraw', reason: '重复' }, head))).toEqual([
      'notification.routineRecordWithdrawn',
    ])
  })
})

test('状态 × 命令 × 职务', () => {
  expect(workflowText(routineRecordWorkflow)).toMatchSnapshot()
})
