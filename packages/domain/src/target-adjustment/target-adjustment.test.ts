import { aCheckContext, aPlan, planIds } from '@quanheng/testkit/a-plan'
import { anActor } from '@quanheng/testkit/an-actor'
import { describe, expect, it } from 'vitest'
import { workflowText } from '../kernel/workflow-text.ts'
import { applyProposal } from '../plan/apply-proposal.ts'
import { checkPlan } from '../plan/check-plan.ts'
import { taskFor } from '../plan/items.ts'
import type { PlanContent } from '../plan/model.ts'
import { responsibilityFor } from '../plan/responsibility.ts'
import { totalMarks } from '../plan/tree.ts'
import type { AdjustmentCommand, AdjustmentContext } from './commands.ts'
import { beginAdjustment, decideAdjustment } from './decide.ts'
import type { Adjusted, TargetAdjustment } from './model.ts'
import { carriedAdjustment } from './proposals.ts'
import { movedItems } from './touched.ts'
import { adjustmentWorkflow } from './transitions.ts'

const { transport, lead, town, office } = planIds
const lower: Adjusted = { kind: 'target', leafKey: 'newFirms', target: '6' }
const item = {
  parentKey: 'services',
  name: '服务消费提质',
  fullMark: '2',
  task: '完成服务消费提质任务',
  target: '5',
  completionStandard: '达到任务数。',
  sentence: '每少1家扣0.5分，扣完为止。',
}
const added = (marks: Extract<Adjusted, { kind: 'added' }>['marks']): Adjusted => ({
  kind: 'added',
  leafKey: 'fresh',
  item,
  marks,
})
const request = (adjusted: Adjusted) => ({
  adjusted,
  reason: '上级调减任务',
  basisDocument: '《关于调减任务的通知》（云发〔2024〕9号）',
  files: [{ digest: 'd', name: '通知.pdf' }],
})
const context = (
  post: Parameters<typeof anActor>[0],
  unitId: string,
  more: Partial<AdjustmentContext> = {},
): AdjustmentContext => ({
  now: '2024-06-03T02:00:00.000Z',
  today: '2024-06-03',
  newId: () => 'a-1',
  actor: anActor(post, unitId),
  plan: aPlan(),
  window: undefined,
  hasBonus: false,
  touched: [],
  opinionDue: '2024-06-11',
  ...more,
})
const begin = (adjusted: Adjusted, more: Partial<AdjustmentContext> = {}, unitId: string = transport) =>
  beginAdjustment(
    { planId: 'p', officeUnitId: office, request: request(adjusted) },
    context('unitReporter', unitId, more),
  )
const codeOf = (result: { ok: boolean; error?: { code: string } }): string => result.error?.code ?? 'accepted'
const begun = (adjusted: Adjusted = lower, unitId: string = transport): TargetAdjustment => {
  const made = begin(adjusted, {}, unitId)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.next
}
const run = (one: TargetAdjustment, command: AdjustmentCommand, on: AdjustmentContext): TargetAdjustment => {
  const made = decideAdjustment(one, command, on)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.next
}
const decision = { kind: 'decide', agreed: true, words: '同意', on: '2024-06-03' } as const
const reply = {
  kind: 'reply',
  documentNumber: '云绩办〔2024〕3号',
  on: '2024-06-03',
  effectiveOn: '2024-06-03',
} as const
const atGroup = (adjusted: Adjusted = lower): TargetAdjustment => {
  const sent = run(begun(adjusted), { kind: 'send' }, context('unitHead', transport))
  const heard = run(sent, { kind: 'giveOpinion', agreed: true, words: '' }, context('sectionHead', lead))
  return run(heard, { kind: 'propose', words: '建议同意' }, context('officeStaff', office))
}
const replied = (adjusted: Adjusted = lower, agreed = true): TargetAdjustment =>
  run(run(atGroup(adjusted), { ...decision, agreed }, context('steeringHead', office)), reply, context('clerk', office))

const named = { unit: '交通局', lead: '统计局', office: '考评办' }
/** Takes every proposal of the adjustment, as the drafter does by clicks. */
const carriedOut = (plan: PlanContent, one: TargetAdjustment): PlanContent => {
  const carried = carriedAdjustment(plan, one, named)
  if (!carried.ok) throw new Error(carried.error.code)
  const proposals = carried.value.flatMap(({ finding }) => finding.proposals)
  return proposals.reduce<PlanContent>((content, proposal) => {
    const after = applyProposal(content, proposal, { by: '起草人', on: '2024-06-04', reason: '据批复' })
    if (!after.ok) throw new Error(after.error.code)
    return after.value
  }, plan)
}
const openAfter = (plan: PlanContent, one: TargetAdjustment, after: PlanContent): readonly string[] => {
  const carried = carriedAdjustment(plan, one, named)
  const findings = carried.ok ? carried.value.map(({ finding }) => finding) : []
  return checkPlan(after, aCheckContext({ carried: findings }))
    .map(({ code }) => code)
    .filter((code) => code.startsWith('adjustment.'))
}

describe('指标调整', () => {
  it('谁在哪一步能办什么', () => {
    expect(workflowText(adjustmentWorkflow)).toBe(
      [
        'draft edit → draft: unitReporter unitHead',
        'draft send → opinion|office: unitHead',
        'draft withdraw → withdrawn: unitReporter unitHead',
        'opinion giveOpinion → office: principal leaderInCharge sectionHead',
        'opinion withdraw → withdrawn: unitReporter unitHead',
        'office return → draft: officeDirector officeStaff clerk',
        'office propose → group: officeDirector officeStaff clerk',
        'office withdraw → withdrawn: unitReporter unitHead',
        'group return → draft: officeDirector officeStaff clerk',
        'group decide → decided: steeringHead officeDirector officeStaff clerk',
        'decided reply → replied: officeDirector officeStaff clerk',
        'replied revise → revised: officeDirector officeStaff leaderInCharge sectionHead handler',
        'revised revise → revised: officeDirector officeStaff leaderInCharge sectionHead handler',
      ].join('\n'),
    )
  })

  it('单位起草、负责人报送、牵头单位提意见、考评办报审、组长审定、批复', () => {
    const one = replied()
    expect(one.state).toBe('replied')
    expect(one.content.was).toEqual({ leafName: '服务业企业培规入统', value: '8' })
    expect(one.leadUnitId).toBe(lead)
    expect(one.standing.opinionDue).toBe('2024-06-11')
    expect(one.steps.map(({ command }) => command)).toEqual([
      'begin',
      'send',
      'giveOpinion',
      'propose',
      'decide',
      'reply',
    ])
  })

  it('牵头单位自己申请的，直接到考评办', () => {
    const sent = run(begun(lower, lead), { kind: 'send' }, context('unitHead', lead))
    expect(sent.state).toBe('office')
  })

  it('方案不受理、过了截止日期的不收', () => {
    expect(codeOf(begin(lower, { window: 'none' }))).toBe('targetAdjustment.notForeseen')
    const window = { lastDay: '2024-06-02', decidedBy: 'head' } as const
    expect(codeOf(begin(lower, { window }))).toBe('targetAdjustment.tooLate')
    expect(codeOf(begin(lower, { window: { ...window, lastDay: '2024-06-03' } }))).toBe('accepted')
  })

  it('报送须有理由、依据文件和佐证材料', () => {
    const bare = (more: object): TargetAdjustment => {
      const one = begun()
      return { ...one, content: { ...one.content, ...more } }
    }
    const send = (one: TargetAdjustment) =>
      codeOf(decideAdjustment(one, { kind: 'send' }, context('unitHead', transport)))
    expect(send(bare({ reason: '' }))).toBe('targetAdjustment.reasonMissing')
    expect(send(bare({ basisDocument: '' }))).toBe('targetAdjustment.groundMissing')
    expect(send(bare({ files: [] }))).toBe('targetAdjustment.filesMissing')
  })

  it('别的单位不能代办；不同意须写明意见；退回须写明理由', () => {
    const sent = run(begun(), { kind: 'send' }, context('unitHead', transport))
    const opinion = { kind: 'giveOpinion', agreed: false, words: '' } as const
    expect(codeOf(decideAdjustment(sent, opinion, context('sectionHead', town)))).toBe('targetAdjustment.otherUnit')
    expect(codeOf(decideAdjustment(sent, opinion, context('sectionHead', lead)))).toBe('targetAdjustment.wordsMissing')
    const back = { kind: 'return', reason: '' } as const
    expect(codeOf(decideAdjustment(atGroup(), back, context('clerk', office)))).toBe('targetAdjustment.reasonMissing')
  })

  it('方案规定由会议审定的，组长不能在平台上直接审定；会议决定照登记', () => {
    const window = { lastDay: '', decidedBy: 'meeting' } as const
    expect(codeOf(decideAdjustment(atGroup(), decision, context('steeringHead', office, { window })))).toBe(
      'targetAdjustment.byMeeting',
    )
    const said = { ...decision, scanDigest: 's', meeting: '第1次会议' }
    const decided = run(atGroup(), said, context('clerk', office, { window }))
    expect(decided.standing.decision).toMatchObject({ agreed: true, meeting: '第1次会议', scanDigest: 's' })
  })

  it('代组长登记须附原件；批复不早于审定，生效日期在考评年度内', () => {
    expect(codeOf(decideAdjustment(atGroup(), decision, context('clerk', office)))).toBe('targetAdjustment.scanMissing')
    const decided = run(atGroup(), decision, context('steeringHead', office))
    const code = (more: object) => codeOf(decideAdjustment(decided, { ...reply, ...more }, context('clerk', office)))
    expect(code({ documentNumber: ' ' })).toBe('targetAdjustment.numberMissing')
    expect(code({ on: '2024-06-02' })).toBe('targetAdjustment.replyBefore')
    expect(code({ on: '2024-06-04' })).toBe('targetAdjustment.inFuture')
    expect(code({ effectiveOn: '2025-01-01' })).toBe('targetAdjustment.effectiveOutside')
  })

  it('没有获得同意的，批复没有生效日期可核对；增减的分值报审时留存', () => {
    const refusal = run(atGroup(), { ...decision, agreed: false, words: '任务不变' }, context('steeringHead', office))
    expect(codeOf(decideAdjustment(refusal, { ...reply, effectiveOn: '2025-01-01' }, context('clerk', office)))).toBe(
      'accepted',
    )
    expect(refusal.standing.marks).toEqual([])
  })

  it('未获同意的不进方案', () => {
    const revise = { kind: 'revise', planVersion: 2 } as const
    expect(codeOf(decideAdjustment(replied(lower, false), revise, context('handler', lead)))).toBe(
      'targetAdjustment.notAgreed',
    )
    expect(run(replied(), revise, context('handler', lead)).standing.revisions).toEqual([
      { planVersion: 2, on: '2024-06-03' },
    ])
  })
})

describe('批复写入方案', () => {
  it('目标值：本单位改，别的单位不动，依据是批复', () => {
    const after = carriedOut(aPlan(), replied())
    expect(taskFor(after, 'newFirms', transport)).toMatchObject({
      target: { kind: 'set', value: '6' },
      basis: { kind: 'clause', document: '云绩办〔2024〕3号', article: '考评办指标调整批复' },
    })
    expect(taskFor(after, 'newFirms', town)).toEqual(taskFor(aPlan(), 'newFirms', town))
    expect(openAfter(aPlan(), replied(), aPlan())).toEqual(['adjustment.changeProposed'])
    expect(openAfter(aPlan(), replied(), after)).toEqual([])
  })

  it('新增：由指定指标让出分值，满分不变；只写一半，校核不放过', () => {
    const one = replied(added({ by: 'takenFrom', leafKey: 'growth' }))
    const after = carriedOut(aPlan(), one)
    expect(after.indicators.map(({ name, fullMark }) => [name, fullMark])).toEqual([
      ['第三产业提升行动', '10'],
      ['服务业增加值增速', '4'],
      ['服务业企业培规入统', '4'],
      ['服务消费提质', '2'],
    ])
    expect(totalMarks(after)).toBe('10')
    expect(taskFor(after, 'fresh', transport)?.target).toEqual({ kind: 'set', value: '5' })
    const marksKept = after.indicators.find(({ key }) => key === 'fresh')
    const half = {
      ...aPlan(),
      indicators: [...aPlan().indicators, ...(marksKept ? [marksKept] : [])],
      tasks: after.tasks,
    }
    expect(openAfter(aPlan(), one, half)).toEqual(['adjustment.changeProposed', 'adjustment.totalMoved'])
    expect(openAfter(aPlan(), one, after)).toEqual([])
  })

  it('新增：同级按比例折算，两位小数，零头归分值最大的一项', () => {
    const after = carriedOut(
      aPlan(),
      replied({ ...added({ by: 'scaled' }), item: { ...item, fullMark: '1' } } as Adjusted),
    )
    expect(after.indicators.map(({ fullMark }) => fullMark)).toEqual(['10', '5.4', '3.6', '1'])
    const thirds = carriedOut(
      aPlan(),
      replied({ ...added({ by: 'scaled' }), item: { ...item, fullMark: '0.01' } } as Adjusted),
    )
    expect(thirds.indicators.map(({ fullMark }) => fullMark)).toEqual(['10', '5.99', '4', '0.01'])
    expect(totalMarks(thirds)).toBe('10')
  })

  it('新增作为加分：方案没有加分的不收；有的，方案不改，校核里写明办理情况', () => {
    expect(codeOf(begin(added({ by: 'bonus' })))).toBe('targetAdjustment.noBonus')
    const made = begin(added({ by: 'bonus' }), { hasBonus: true })
    const one = made.ok ? { ...replied(), content: made.value.next.content } : undefined
    const carried = one && carriedAdjustment(aPlan(), one, named)
    expect(carried?.ok && carried.value.map(({ finding }) => [finding.code, finding.proposals.length])).toEqual([
      ['adjustment.asBonus', 0],
    ])
  })

  it('分值不够让、权重方案、重名、不是数的，当场说明', () => {
    const big = (fullMark: string, marks: Extract<Adjusted, { kind: 'added' }>['marks']) =>
      codeOf(begin({ ...added(marks), item: { ...item, fullMark } } as Adjusted))
    expect(big('4', { by: 'takenFrom', leafKey: 'newFirms' })).toBe('targetAdjustment.marksTooFew')
    expect(big('10', { by: 'scaled' })).toBe('targetAdjustment.marksTooFew')
    expect(big('两分', { by: 'scaled' })).toBe('targetAdjustment.markUnread')
    expect(big('2', { by: 'takenFrom', leafKey: 'services' })).toBe('targetAdjustment.marksRule')
    const weighted = aPlan({ indicators: aPlan().indicators.map((node) => ({ ...node, weight: '50' })) })
    expect(codeOf(begin(added({ by: 'scaled' }), { plan: weighted }))).toBe('targetAdjustment.weighted')
    const same = { ...added({ by: 'scaled' }), item: { ...item, name: '服务业增加值增速' } } as Adjusted
    expect(codeOf(begin(same))).toBe('targetAdjustment.sameName')
    const nowhere = { ...added({ by: 'scaled' }), item: { ...item, parentKey: 'growth' } } as Adjusted
    expect(codeOf(begin(nowhere))).toBe('targetAdjustment.placeUnknown')
    expect(codeOf(begin({ ...lower, target: '8' } as Adjusted))).toBe('targetAdjustment.unchanged')
    expect(codeOf(begin({ ...lower, target: '很多' } as Adjusted))).toBe('targetAdjustment.targetUnread')
    expect(codeOf(begin(lower, {}, 'elsewhere'))).toBe('targetAdjustment.itemUnknown')
  })

  it('取消：别的单位还承担的只去掉本单位；只有本单位承担的连指标一起去掉，分值按比例补足', () => {
    const dropped: Adjusted = { kind: 'dropped', leafKey: 'newFirms', marks: { by: 'scaled' } }
    const after = carriedOut(aPlan(), replied(dropped))
    expect(after.indicators).toEqual(aPlan().indicators)
    expect(taskFor(after, 'newFirms', transport)).toBeUndefined()
    const alone = aPlan({ tasks: aPlan().tasks.filter((row) => row.leafKey === 'growth' || row.unitId === transport) })
    const gone = carriedOut(alone, replied(dropped))
    expect(gone.indicators.map(({ key, fullMark }) => [key, fullMark])).toEqual([
      ['services', '10'],
      ['growth', '10'],
    ])
  })

  it('变更牵头单位：只改这一项；不能由申请单位自己牵头', () => {
    const owner: Adjusted = { kind: 'owner', leafKey: 'newFirms', leadUnitId: 'statistics' }
    const after = carriedOut(aPlan(), replied(owner))
    const duty = responsibilityFor(after, 'newFirms')
    expect(duty.ok && duty.value).toMatchObject({ leadUnitId: 'statistics', supporters: [], basis: { kind: 'clause' } })
    const other = responsibilityFor(after, 'growth')
    expect(other.ok && other.value.leadUnitId).toBe(lead)
    expect(openAfter(aPlan(), replied(owner), after)).toEqual([])
    expect(codeOf(begin({ ...owner, leadUnitId: transport }))).toBe('targetAdjustment.ownScorer')
    expect(codeOf(begin({ ...owner, leadUnitId: lead }))).toBe('targetAdjustment.unchanged')
  })

  it('涉及哪些考核项：目标只动本单位，分值让出的一项各单位都要重签，变更牵头单位签名仍有效', () => {
    const keys = (adjusted: Adjusted) =>
      movedItems(aPlan(), transport, adjusted).map(({ leafKey, unitId, aspects }) => [leafKey, unitId, aspects.join()])
    expect(keys(lower)).toEqual([['newFirms', transport, 'target']])
    expect(keys(added({ by: 'takenFrom', leafKey: 'growth' }))).toEqual([
      ['growth', lead, 'mark'],
      ['growth', transport, 'mark'],
      ['growth', town, 'mark'],
    ])
    expect(keys({ kind: 'owner', leafKey: 'newFirms', leadUnitId: 'statistics' })).toEqual([
      ['newFirms', lead, ''],
      ['newFirms', transport, ''],
      ['newFirms', town, ''],
    ])
  })
})
