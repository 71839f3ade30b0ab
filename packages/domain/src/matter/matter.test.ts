import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import type { Seat } from '../meeting/model.ts'
import type { MatterCommand, MatterContext } from './commands.ts'
import { beginMatter, decideMatter } from './decide.ts'
import type { ImportantMatter } from './model.ts'
import { matterWorkflow } from './transitions.ts'

const by = (post: Actor['post'], unitId = 'office', personId: string = post): Actor => ({
  personId,
  postId: `${post}-${unitId}`,
  post,
  unitId,
  ownUnitIds: [unitId],
})
const seat = (unitId: string): Seat => ({
  key: `unit:${unitId}`,
  rank: 'member',
  personId: `principal-${unitId}`,
  personName: '',
  unitId,
  unitName: `${unitId}局`,
  ownUnitIds: [unitId],
})
const context = (actor: Actor, today = '2025-01-20'): MatterContext => ({
  now: `${today}T02:00:00.000Z`,
  today,
  newId: () => 'm-1',
  actor,
  seats: [seat('甲'), seat('乙')],
})
const content = { sort: 'policy', title: '细则', body: '上限为5分。', files: [] } as const
const principal = (unitId: string) => by('principal', unitId, `principal-${unitId}`)
const clerk = by('clerk')

type Given = readonly [matter: ImportantMatter, command: MatterCommand, actor: Actor, today?: string]
const decide = (...[matter, command, actor, today]: Given) => decideMatter(matter, command, context(actor, today))
const run = (...given: Given): ImportantMatter => {
  const result = decide(...given)
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const code = (...given: Given): string => {
  const result = decide(...given)
  return result.ok ? 'accepted' : result.error.code
}
const begun = (): ImportantMatter => {
  const result = beginMatter(content, context(clerk))
  if (!result.ok) throw new Error(result.error.code)
  return result.value.next
}
const round = { kind: 'seek', seatKeys: ['unit:甲', 'unit:乙'], until: '2025-01-22', silence: 'none' } as const
const asked = (): ImportantMatter => run(begun(), round, clerk)
const says = (unitId: string, stance: 'agree' | 'change', words = ''): MatterCommand => ({
  kind: 'giveOpinion',
  seatKey: `unit:${unitId}`,
  stance,
  words,
})

it('每一步由谁办、办完到哪里；未列出的一律不予办理', () => {
  const office = 'officeDirector officeStaff clerk'
  const givers =
    'steeringHead steeringDeputy steeringMember officeDirector officeStaff principal unitReporter unitHead unitAdmin clerk'
  expect(workflowText(matterWorkflow)).toBe(
    [
      `draft edit → draft: ${office}`,
      `draft seek → opinions: ${office}`,
      `draft proposeDirect → toApprove: ${office}`,
      `draft cancel → cancelled: ${office}`,
      `opinions giveOpinion → opinions: ${givers}`,
      `opinions close → revising: ${office}`,
      `opinions cancel → cancelled: ${office}`,
      `revising answer → revising: ${office}`,
      `revising revise → revising: ${office}`,
      `revising propose → toApprove: ${office}`,
      `revising cancel → cancelled: ${office}`,
      `toApprove approve → approved: steeringHead ${office}`,
      `toApprove return → revising|draft: steeringHead ${office}`,
    ].join('\n'),
  )
})

describe('征求意见', () => {
  it('截止当日仍可反馈，次日不收；到期之前须全部反馈才能结束', () => {
    expect(code(asked(), says('甲', 'agree'), principal('甲'), '2025-01-22')).toBe('accepted')
    expect(code(asked(), says('甲', 'agree'), principal('甲'), '2025-01-23')).toBe('matter.roundOver')
    expect(code(asked(), { kind: 'close' }, clerk, '2025-01-22')).toBe('matter.roundOpen')
    expect(code(asked(), { kind: 'close' }, clerk, '2025-01-23')).toBe('accepted')
    const one = run(asked(), says('甲', 'agree'), principal('甲'))
    expect(code(one, { kind: 'close' }, clerk)).toBe('matter.roundOpen')
    expect(code(run(one, says('乙', 'agree'), principal('乙')), { kind: 'close' }, clerk)).toBe('accepted')
  })

  it('后一次意见代替前一次；不能替别的成员提出，没有征求的成员不能提出', () => {
    const twice = run(
      run(asked(), says('甲', 'agree'), principal('甲')),
      says('甲', 'change', '改3分'),
      principal('甲'),
    )
    expect(twice.standing.opinions.map(({ words }) => words)).toEqual(['改3分'])
    expect(code(asked(), says('甲', 'agree'), principal('乙'))).toBe('matter.notYourSeat')
    const only = run(begun(), { ...round, seatKeys: ['unit:甲'] }, clerk)
    expect(code(only, says('乙', 'agree'), principal('乙'))).toBe('matter.memberUnknown')
  })
})

describe('采纳和审定', () => {
  const closed = (...words: MatterCommand[]): ImportantMatter =>
    run(
      words.reduce(
        (matter, one) => run(matter, one, principal(one.kind === 'giveOpinion' ? one.seatKey.slice(5) : '')),
        asked(),
      ),
      { kind: 'close' },
      clerk,
      '2025-01-23',
    )
  const answered = (outcome: 'accepted' | 'declined', reason = ''): MatterCommand => ({
    kind: 'answer',
    answers: [{ seatKey: 'unit:甲', outcome, reason }],
  })

  it('同意而无意见的不须答复；提了意见的逐条答复，未采纳须有理由', () => {
    expect(code(closed(says('甲', 'agree')), { kind: 'propose' }, clerk)).toBe('accepted')
    expect(code(closed(says('甲', 'agree', '另建议简化')), { kind: 'propose' }, clerk)).toBe('matter.unanswered')
    const changing = closed(says('甲', 'change', '改3分'))
    expect(code(changing, answered('declined'), clerk)).toBe('matter.reasonMissing')
    expect(code(closed(says('乙', 'change', '改3分')), answered('accepted'), clerk)).toBe('matter.answerUnknown')
    const declined = run(changing, answered('declined', '与上级规定不符'), clerk)
    expect(code(declined, { kind: 'propose' }, clerk)).toBe('accepted')
  })

  it('采纳了意见而正文未改的不能报组长；改后保留征求意见的一稿', () => {
    const accepted = run(closed(says('甲', 'change', '改3分')), answered('accepted'), clerk)
    expect(code(accepted, { kind: 'propose' }, clerk)).toBe('matter.notRevised')
    const revised = run(accepted, { kind: 'revise', content: { ...content, body: '上限为3分。' } }, clerk)
    const up = run(revised, { kind: 'propose' }, clerk)
    expect(up.standing.versions.map(({ body }) => body)).toEqual(['上限为5分。', '上限为3分。'])
    const approve: MatterCommand = { kind: 'approve', words: '', on: '2025-01-23' }
    expect(code(up, approve, clerk, '2025-01-23')).toBe('matter.scanMissing')
    expect(code(up, { ...approve, on: '2025-01-24' }, by('steeringHead'), '2025-01-23')).toBe('matter.inFuture')
    expect(code(up, approve, by('steeringHead'), '2025-01-23')).toBe('accepted')
    expect(run(up, { kind: 'return', reason: '再斟酌' }, by('steeringHead')).state).toBe('revising')
  })

  it('直接报组长须有理由；只在设定告知时列出事后告知的成员', () => {
    expect(code(begun(), { kind: 'proposeDirect', reason: '', tellMembers: true }, clerk)).toBe('matter.reasonMissing')
    const told = (tellMembers: boolean) => {
      const up = run(begun(), { kind: 'proposeDirect', reason: '当日报送', tellMembers }, clerk)
      const approved = run(up, { kind: 'approve', words: '', on: '2025-01-20' }, by('steeringHead'))
      return approved.standing.approval?.told.map(({ key }) => key)
    }
    expect([told(true), told(false)]).toEqual([['unit:甲', 'unit:乙'], []])
  })
})
