import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../kernel/canonical-json.ts'
import type { CreditCommand, CreditContext } from './commands.ts'
import { countedEntries } from './counted.ts'
import {
  aClaim,
  aDecision,
  aDeductionClaim,
  after,
  agreed,
  aVetoClaim,
  begin,
  confirmed,
  creditContext,
  decidedBonus,
  entryOf,
  later,
  person,
  registered,
  reporter,
  reviewed,
  reviewer,
  second,
  shown,
  staff,
} from './credit.fixture.ts'
import { decideCredit } from './decide.ts'
import { type CreditEntry, canonicalCredit } from './model.ts'

const verdict = (
  entry: CreditEntry,
  command: CreditCommand,
  actor: Parameters<typeof creditContext>[0],
  more: Partial<CreditContext> = {},
): string => {
  const made = decideCredit(entry, command, creditContext(actor, more))
  return made.ok ? made.value.next.state : made.error.code
}

const beginning = (made: ReturnType<typeof begin>): string => (made.ok ? made.value.next.state : made.error.code)

describe('申报与提出', () => {
  it.each([
    ['本单位申报加分', begin('bonus', aClaim(), reporter), 'claimed'],
    ['替别的单位申报', begin('bonus', aClaim(), person('unitReporter', 'education')), 'credit.otherUnit'],
    ['考评办代报加分', begin('bonus', aClaim(), staff), 'credit.otherUnit'],
    ['初审单位是自己', begin('bonus', aClaim(), reporter, { reviewUnitId: 'transport' }), 'credit.ownUnit'],
    ['不是被考评单位', begin('bonus', aClaim(), reporter, { unitId: 'archive' }), 'credit.notAppraised'],
    ['没有事项', begin('bonus', aClaim({ matter: '' }), reporter), 'credit.matterMissing'],
    [
      '没有依据文件',
      begin('bonus', aClaim({ proof: { ...aClaim().proof, title: '' } }), reporter),
      'credit.proofMissing',
    ],
    ['没有扫描件', begin('bonus', aClaim({ files: [] }), reporter), 'credit.filesMissing'],
    [
      '文件日期未到',
      begin('bonus', aClaim({ proof: { ...aClaim().proof, on: '2025-01-19' } }), reporter),
      'credit.proofInFuture',
    ],
    ['没有类别', begin('bonus', { ...aDeductionClaim(), classKey: 'fault' }, reporter), 'credit.classUnknown'],
    ['分值为零', begin('bonus', aClaim({ points: '0' }), reporter), 'credit.pointsNotPositive'],
    ['分值为负', begin('bonus', aClaim({ points: '-1' }), reporter), 'credit.pointsNotPositive'],
    ['职能单位提出扣分', begin('deduction', aDeductionClaim(), reviewer), 'proposed'],
    [
      '被考评单位提出别人的扣分',
      begin('deduction', aDeductionClaim(), person('unitReporter', 'education')),
      'credit.otherUnit',
    ],
    ['对本单位提出扣分', begin('deduction', aDeductionClaim(), person('handler', 'transport')), 'credit.ownUnit'],
    ['提出否决', begin('veto', aVetoClaim(), reviewer), 'proposed'],
    ['方案没有的否决事项', begin('veto', { ...aVetoClaim(), gateKey: 'x' }, reviewer), 'credit.gateUnknown'],
  ])('%s', (_, made, expected) => expect(beginning(made)).toBe(expected))

  it('方案不设加减分时不能申报', () => {
    const context = creditContext(reporter)
    const none = { ...context, foreseen: { ...context.foreseen, credits: false, classes: [] } }
    const made = decideCredit(
      after(entryOf('bonus'), [{ kind: 'firstReview', verdict: 'return', points: '', reason: '补充批文' }, reviewer]),
      { kind: 'resubmit', claim: aClaim() },
      none,
    )
    expect(made).toMatchObject({ error: { code: 'credit.notForeseen' } })
  })
})

describe('加分一路办到审定', () => {
  const toReview = () => after(entryOf('bonus'), [agreed, reviewer])
  const recognised = () => after(toReview(), [reviewed, staff])
  const showing = () => after(recognised(), [shown, staff])

  it.each([
    ['别的单位不能初审', entryOf('bonus'), agreed, person('handler', 'finance'), 'credit.otherUnit'],
    ['初审不得多于申报', entryOf('bonus'), { ...agreed, points: '2.01' }, reviewer, 'credit.pointsRaised'],
    ['退回须说明理由', entryOf('bonus'), { ...agreed, verdict: 'return' }, reviewer, 'credit.reasonMissing'],
    ['初审不予认定', entryOf('bonus'), { ...agreed, verdict: 'refuse', reason: '非市级以上' }, reviewer, 'refused'],
    ['联审不得多于初审', toReview(), { ...reviewed, points: '2.5' }, staff, 'credit.pointsRaised'],
    ['未公示不能审定', recognised(), registered, staff, 'credit.notShown'],
    ['公示未满不能审定', showing(), registered, staff, 'credit.stillShown'],
    ['公示短于方案规定', recognised(), { ...shown, until: '2025-01-23' }, staff, 'credit.publicityShort'],
    ['公示不能倒签', recognised(), { ...shown, from: '2025-01-17' }, staff, 'credit.untilPast'],
  ] as const)('%s', (_, entry, command, actor, expected) => {
    expect(verdict(entry, command as CreditCommand, actor)).toBe(expected)
  })

  it('初审与联审、登记与复核各为两人', () => {
    const sameReviewer = { ...reviewer, post: 'officeStaff', unitId: 'office' } as const
    expect(verdict(toReview(), reviewed, sameReviewer)).toBe('credit.samePerson')
    const pending = after(showing(), [registered, staff, later])
    expect(verdict(pending, confirmed, staff, later)).toBe('credit.samePerson')
    expect(verdict(pending, confirmed, second, later)).toBe('decided')
  })

  it('复核发现与纪要不符，退回原处', () => {
    const pending = after(showing(), [registered, staff, later])
    const declined = after(pending, [{ kind: 'declineDecision', reason: '纪要为1分' }, second, later])
    expect(declined).toMatchObject({ state: 'shown', standing: { shown: { until: '2025-01-24' } } })
    expect(declined.standing.pending).toBeUndefined()
  })

  it('方案不设公示的，联审后即可审定', () => {
    const noNotice = { publicNotice: false }
    expect(verdict(recognised(), registered, staff, noNotice)).toBe('toConfirm')
  })

  it('在本人任职单位的事项上回避', () => {
    const both = { ...staff, ownUnitIds: ['office', 'transport'] }
    expect(verdict(toReview(), reviewed, both)).toBe('credit.ownUnit')
  })

  it('退回后补充再报，初审意见重新来过', () => {
    const returned = after(toReview(), [{ ...reviewed, verdict: 'return', reason: '缺批文' } as CreditCommand, staff])
    expect(returned.standing.firstReview).toBeUndefined()
    expect(after(returned, [{ kind: 'resubmit', claim: aClaim({ points: '1' }) }, reporter])).toMatchObject({
      state: 'claimed',
      claim: { points: '1' },
    })
  })

  it('公示期内各单位可提异议；成立的重新联审，不成立的写明理由', () => {
    const other = person('unitReporter', 'education')
    const objected = after(showing(), [{ kind: 'object', words: '系我局牵头' }, other])
    const [objection] = objected.standing.objections
    expect(verdict(objected, registered, staff, later)).toBe('credit.objectionOpen')
    const answer = { kind: 'answerObjection', objectionId: objection?.id ?? '', reason: '经核实' } as const
    expect(verdict(objected, { ...answer, upheld: true }, staff)).toBe('toReview')
    const dismissed = after(objected, [{ ...answer, upheld: false }, staff])
    expect(verdict(dismissed, registered, staff, later)).toBe('toConfirm')
    expect(verdict(showing(), { kind: 'object', words: '逾期' }, other, later)).toBe('credit.publicityOver')
    expect(verdict(showing(), { kind: 'object', words: '无关' }, person('unitReporter', 'archive'))).toBe(
      'credit.otherUnit',
    )
  })

  it('每一步都留在历史里，且有确定的存证形式', () => {
    const entry = decidedBonus()
    expect(entry.steps.map(({ command }) => command)).toEqual([
      'begin',
      'firstReview',
      'review',
      'show',
      'registerDecision',
      'confirmDecision',
    ])
    expect(() => canonicalJson(canonicalCredit(entry))).not.toThrow()
  })
})

describe('扣分与否决先听陈述', () => {
  const stating = (kind: 'deduction' | 'veto') =>
    after(entryOf(kind), [{ kind: 'accept', accepted: true, until: '2025-01-22' }, staff])

  it('告知后在期限内不能联审，单位陈述后或期满可以', () => {
    const entry = stating('deduction')
    expect(verdict(entry, reviewed, staff)).toBe('credit.stillStating')
    expect(verdict(entry, reviewed, staff, { today: '2025-01-23' })).toBe('recognised')
    const stated = after(entry, [{ kind: 'giveStatement', words: '', files: [] }, reporter])
    expect(verdict(stated, reviewed, staff)).toBe('recognised')
  })

  it('别的单位不能代为陈述；期限须在今天之后', () => {
    const words = { kind: 'giveStatement', words: '无关', files: [] } as const
    expect(verdict(stating('veto'), words, person('unitReporter', 'education'))).toBe('credit.otherUnit')
    expect(verdict(entryOf('veto'), { kind: 'accept', accepted: true, until: '2025-01-18' }, staff)).toBe(
      'credit.untilPast',
    )
  })

  it('否决和审定有误的加分只能由决定解除，解除后不再计入', () => {
    const decided = after(
      stating('veto'),
      [{ kind: 'giveStatement', words: '无异议', files: [] }, reporter],
      [{ ...reviewed, points: '' } as CreditCommand, staff],
      [shown, staff],
      [registered, staff, later],
      [confirmed, second, later],
    )
    expect(countedEntries([decided])).toMatchObject([{ veto: { gateKey: 'safety', unitId: 'transport' } }])
    const lifted = after(decided, [{ kind: 'lift', decision: aDecision() }, staff, later], [confirmed, second, later])
    expect(lifted.state).toBe('lifted')
    expect(countedEntries([lifted])).toEqual([])
    expect(verdict(decidedBonus(), { kind: 'lift', decision: aDecision() }, staff, later)).toBe('toConfirm')
  })
})

describe('同一事项', () => {
  const head = decidedBonus()
  const other = { ...entryOf('bonus'), id: 'second' }
  const toReview = after(other, [agreed, reviewer])

  it('并入另一条后，两条同属一个事项', () => {
    const siblings = [head, other]
    const merged = after(
      toReview,
      [{ ...reviewed, matterOf: head.id } as CreditCommand, staff, { siblings }],
      [shown, staff],
      [registered, staff, later],
      [confirmed, second, later],
    )
    expect(countedEntries([head, merged]).map(({ credit }) => credit?.matter)).toEqual([head.id, head.id])
  })

  it('只能并入本单位同类的条目，且不能连环', () => {
    const into = (matterOf: string, siblings: CreditContext['siblings']) =>
      verdict(toReview, { ...reviewed, matterOf } as CreditCommand, staff, { siblings })
    expect(into('nowhere', [head])).toBe('credit.otherMatter')
    expect(into('e', [{ ...head, id: 'e', unitId: 'education' }])).toBe('credit.otherMatter')
    expect(into(toReview.id, [toReview])).toBe('credit.otherMatter')
    const third = { ...head, id: 'third', standing: { ...head.standing, review: { matterOf: head.id, by: staff } } }
    expect(into('third', [head, third])).toBe('credit.matterChain')
  })
})

it('联审的分值计入，未审定的不计', () => {
  expect(countedEntries([entryOf('bonus')])).toEqual([])
  expect(countedEntries([decidedBonus()])).toMatchObject([
    { credit: { effect: 'bonus', classKey: 'honour', points: '1.5' }, decision: { number: '云考评纪〔2025〕1号' } },
  ])
})
