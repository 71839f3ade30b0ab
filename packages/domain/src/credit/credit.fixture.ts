import type { PostKind } from '../ability/posts.ts'
import type { Actor } from '../kernel/command-context.ts'
import { commandBy } from '../sheet/sheet.fixture.ts'
import { beginEntry } from './claim.ts'
import type { CreditCommand, CreditContext, EntryBegun } from './commands.ts'
import { decideCredit } from './decide.ts'
import type { CreditClaim, CreditDecision, CreditEntry } from './model.ts'

/** A person of a unit; people of one unit and post are told apart by `nth`. */
export const person = (post: PostKind, unitId: string, nth = 1): Actor => ({
  personId: `${unitId}-${post}-${nth}`,
  postId: `${unitId}-${post}-${nth}`,
  post,
  unitId,
  ownUnitIds: [unitId],
})

export const reporter = person('unitReporter', 'transport')
export const reviewer = person('handler', 'civilisation')
export const staff = person('officeStaff', 'office')
export const second = person('officeDirector', 'office')

/** Nobody's business day is over: 2025-01-18. */
export const creditContext = (actor: Actor, more: Partial<CreditContext> = {}): CreditContext => ({
  ...commandBy(actor),
  officeUnitId: 'office',
  foreseen: {
    appraised: ['transport', 'education'],
    credits: true,
    classes: [
      { key: 'honour', name: '表彰奖励', effect: 'bonus', cap: '3' },
      { key: 'fault', name: '通报批评', effect: 'deduction', cap: '' },
    ],
    gates: [{ key: 'safety', name: '重大安全事故', factSource: '市应急局', effect: { kind: 'unranked' } }],
  },
  publicNotice: true,
  leastUntil: () => '2025-01-24',
  siblings: [],
  ...more,
})

export const aClaim = (more: Partial<CreditClaim> = {}): CreditClaim => ({
  matter: '获评全国交通运输先进集体',
  classKey: 'honour',
  points: '2.0',
  proof: { title: '关于表彰先进集体的决定', number: '交人发〔2024〕9号', issuer: '交通运输部', on: '2024-12-02' },
  level: '国家级',
  honoured: '市交通运输局',
  files: [{ digest: 'a'.repeat(64), name: '决定.pdf' }],
  ...more,
})

export const aDeductionClaim = (more: Partial<CreditClaim> = {}): CreditClaim =>
  aClaim({ matter: '被省政府通报批评', classKey: 'fault', points: '1', ...more })

export const aVetoClaim = (): CreditClaim => {
  const { classKey: _, points: __, ...claim } = aClaim({ matter: '发生重大生产安全事故' })
  return { ...claim, gateKey: 'safety' }
}

export const aDecision = (more: Partial<CreditDecision> = {}): CreditDecision => ({
  body: '绩效考评领导小组会议',
  on: '2025-01-17',
  number: '云考评纪〔2025〕1号',
  text: '同意认定。',
  scanDigest: 'b'.repeat(64),
  ...more,
})

const begun = (kind: EntryBegun['kind'], claim: CreditClaim): EntryBegun => ({
  kind,
  planId: 'plan-1',
  unitId: 'transport',
  reviewUnitId: 'civilisation',
  claim,
})

export const begin = (kind: EntryBegun['kind'], claim: CreditClaim, actor: Actor, more: Partial<EntryBegun> = {}) =>
  beginEntry({ ...begun(kind, claim), ...more }, creditContext(actor))

export const entryOf = (kind: EntryBegun['kind']): CreditEntry => {
  const made =
    kind === 'bonus'
      ? begin('bonus', aClaim(), reporter)
      : begin(kind, kind === 'veto' ? aVetoClaim() : aDeductionClaim(), reviewer)
  if (!made.ok) throw new Error(made.error.code)
  return made.value.next
}

/** The entry after these commands, each of which must be accepted. */
export const after = (
  entry: CreditEntry,
  ...commands: readonly (readonly [CreditCommand, Actor, Partial<CreditContext>?])[]
): CreditEntry =>
  commands.reduce((now, [command, actor, more]) => {
    const made = decideCredit(now, command, creditContext(actor, more))
    if (!made.ok) throw new Error(`${command.kind}: ${made.error.code}`)
    return made.value.next
  }, entry)

export const agreed: CreditCommand = { kind: 'firstReview', verdict: 'agree', points: '2', reason: '' }
export const reviewed: CreditCommand = { kind: 'review', verdict: 'agree', points: '1.50', reason: '' }
export const shown: CreditCommand = { kind: 'show', from: '2025-01-18', until: '2025-01-24' }
export const registered: CreditCommand = { kind: 'registerDecision', agreed: true, decision: aDecision() }
export const confirmed: CreditCommand = { kind: 'confirmDecision' }
/** The day after publicity. */
export const later = { today: '2025-01-25' } as const

/** A bonus that went all the way. */
export const decidedBonus = (): CreditEntry =>
  after(
    entryOf('bonus'),
    [agreed, reviewer],
    [reviewed, staff],
    [shown, staff],
    [registered, staff, later],
    [confirmed, second, later],
  )
