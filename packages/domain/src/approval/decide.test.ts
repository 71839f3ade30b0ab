import { describe, expect, it } from 'vitest'
import type { Actor } from '../kernel/command-context.ts'
import { workflowText } from '../kernel/workflow-text.ts'
import { commandBy } from '../sheet/sheet.fixture.ts'
import { checkCode } from '../signature/check-code.ts'
import { fallApproval } from './advance.ts'
import { aDecision, anApproval, author, by, chain, paperDigest } from './approval.fixture.ts'
import type { ApprovalCommand } from './commands.ts'
import { decideApproval } from './decide.ts'
import { type Approval, documentNumberOf, partiesLeft } from './model.ts'
import { startApproval } from './start.ts'
import { approvalWorkflow } from './transitions.ts'

const decide = (approval: Approval, command: ApprovalCommand, actor: Actor) =>
  decideApproval(approval, command, commandBy(actor))
const run = (...given: Parameters<typeof decide>): Approval => {
  const decision = decide(...given)
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value.next
}
const code = (...given: Parameters<typeof decide>): string => {
  const decision = decide(...given)
  return decision.ok ? 'accepted' : decision.error.code
}

const agree: ApprovalCommand = { kind: 'agree', paperDigest, opinion: '同意' }
const decision: ApprovalCommand = { kind: 'recordDecision', decision: aDecision() }
const number: ApprovalCommand = { kind: 'registerNumber', documentNumber: '云发改报〔2025〕3号' }

/** The chain walked up to a step, each step by its post. */
const at = (state: Approval['state']): Approval => {
  const deeds: readonly (readonly [ApprovalCommand, Actor])[] = [
    [agree, by('leaderInCharge')],
    [agree, by('sectionHead')],
    [agree, by('sectionHead', 'investment')],
    [agree, by('sectionHead', 'energy')],
    [decision, by('clerk')],
    [agree, by('principal')],
    [number, by('clerk')],
    [{ kind: 'submit', packageDigest: 'pack' }, by('handler')],
  ]
  let approval = anApproval()
  for (const [command, actor] of deeds) {
    if (approval.state === state) return approval
    approval = run(approval, command, actor)
  }
  return approval
}

it('审批链每一步由谁办、办完到哪里；未列出的一律不予办理', () => {
  const onward = 'leaderReview|coordinating|countersign|meeting|principalSign|number|submit|completed'
  const back = 'leaderReview|coordinating|countersign|meeting|principalSign|number|returned'
  const signers = 'steeringHead steeringDeputy officeDirector principal leaderInCharge sectionHead'
  const seconds = 'officeDirector officeStaff sectionHead handler clerk'
  const signed = (state: string) => [
    `${state} agree → ${onward}: ${signers}`,
    `${state} registerPaper → ${state}: officeStaff handler clerk`,
    `${state} confirmPaper → ${onward}: ${seconds}`,
    `${state} refusePaper → ${state}: ${seconds}`,
    `${state} return → ${back}: ${signers}`,
  ]
  expect(workflowText(approvalWorkflow)).toBe(
    [
      ...signed('leaderReview'),
      ...signed('coordinating'),
      ...signed('countersign'),
      `meeting recordDecision → ${onward}|returned: ${seconds}`,
      `meeting return → ${back}: ${seconds}`,
      ...signed('principalSign'),
      `number registerNumber → ${onward}: ${seconds}`,
      `number drawNumber → ${onward}: ${seconds}`,
      `number return → ${back}: ${seconds}`,
      `submit submit → ${onward}: ${seconds}`,
      `submit return → ${back}: ${seconds}`,
      `returned revise → leaderReview|coordinating|countersign|principalSign|meeting|number|submit: ${seconds}`,
    ].join('\n'),
  )
})

describe('the chain of the plan', () => {
  it('walks every step to its end', () => {
    expect(chain.map(({ kind }) => at(kind).state)).toEqual(chain.map(({ kind }) => kind))
    expect(at('completed').state).toBe('completed')
    expect(documentNumberOf(at('completed'))).toBe('云发改报〔2025〕3号')
  })

  it('is whatever the plan says, and never nothing', () => {
    const short = anApproval(chain.filter(({ kind }) => kind === 'principalSign'))
    expect(run(short, agree, by('principal')).state).toBe('completed')
    const { planId, subject } = short
    const start = (steps: typeof chain) =>
      startApproval({ planId, subject, chain: steps, countersigners: [] }, commandBy(author))
    expect(start([])).toMatchObject({ error: { code: 'approval.chainEmpty' } })
    expect(start(chain)).toMatchObject({ error: { code: 'approval.noCountersigners' } })
  })

  it('takes agreement from the post of the step, to the paper that was shown, never from its author', () => {
    expect(code(anApproval(), agree, by('principal'))).toBe('approval.notYourStep')
    expect(code(anApproval(), { ...agree, paperDigest: 'other' }, by('leaderInCharge'))).toBe('approval.contentChanged')
    expect(code(anApproval(), agree, by('leaderInCharge', 'x', 'author'))).toBe('approval.ownPaper')
  })
})

describe('会签', () => {
  it('waits for every section, each once', () => {
    const one = run(at('countersign'), agree, by('sectionHead', 'energy'))
    expect(one.state).toBe('countersign')
    expect(partiesLeft(one)).toEqual([{ unitId: 'lead', sectionId: 'investment' }])
    expect(code(one, agree, by('sectionHead', 'energy'))).toBe('approval.alreadyAgreed')
    expect(code(one, agree, by('sectionHead', 'social'))).toBe('approval.notCountersigner')
    expect(run(one, agree, by('sectionHead', 'investment')).state).toBe('meeting')
  })
})

describe('the meeting', () => {
  it.each([
    ['another run', { subject: { kind: 'leadReport', id: 'result-1', digest: 'other' } }],
    ['another report', { subject: { kind: 'leadReport', id: 'result-2', digest: 'run' } }],
  ] as const)('does not decide on %s', (_, more) => {
    const command: ApprovalCommand = { kind: 'recordDecision', decision: aDecision(more) }
    expect(code(at('meeting'), command, by('clerk'))).toBe('approval.otherDecision')
  })

  it('counts only once a second person has confirmed the entry', () => {
    const { confirmation: _, ...unconfirmed } = aDecision()
    expect(code(at('meeting'), { kind: 'recordDecision', decision: unconfirmed }, by('clerk'))).toBe(
      'approval.otherDecision',
    )
  })

  it('can return the paper to its author', () => {
    const returned = run(
      at('meeting'),
      { kind: 'recordDecision', decision: aDecision({ outcome: 'returned', text: '重报' }) },
      by('clerk'),
    )
    expect(returned).toMatchObject({ state: 'returned', returnReason: '重报' })
    expect(returned.records.every(({ undone }) => undone === '重报')).toBe(true)
  })
})

describe('paper', () => {
  const principal = by('principal')
  const register = (more = {}): ApprovalCommand => ({
    kind: 'registerPaper',
    paper: {
      role: 'principalSign',
      signer: principal,
      signedOn: '2025-01-17',
      checkCode: checkCode(paperDigest),
      scanDigest: 's',
      ...more,
    },
  })
  const idOf = (approval: Approval): string => {
    const record = approval.records.at(-1)
    return record?.kind === 'signature' ? record.signature.id : ''
  }

  it('moves on when a second person has confirmed what the clerk registered', () => {
    const registered = run(at('principalSign'), register(), by('clerk'))
    expect(registered.state).toBe('principalSign')
    const confirm: ApprovalCommand = { kind: 'confirmPaper', signatureId: idOf(registered) }
    expect(code(registered, confirm, by('clerk'))).toBe('signature.samePerson')
    expect(run(registered, confirm, by('handler')).state).toBe('number')
  })

  it('refuses an outdated code, another step’s role and a scan that does not match', () => {
    expect(code(at('principalSign'), register({ checkCode: checkCode('cd'.repeat(32)) }), by('clerk'))).toBe(
      'signature.codeOutdated',
    )
    expect(code(at('principalSign'), register({ role: 'leaderReview' }), by('clerk'))).toBe('approval.notYourStep')
    const registered = run(at('principalSign'), register(), by('clerk'))
    const refused = run(
      registered,
      { kind: 'refusePaper', signatureId: idOf(registered), reason: '未见签名' },
      by('handler'),
    )
    expect(refused.state).toBe('principalSign')
    expect(code(refused, { kind: 'confirmPaper', signatureId: idOf(registered) }, by('handler'))).toBe(
      'signature.notFound',
    )
  })
})

describe('returning', () => {
  it('to an earlier step undoes what was done from there on', () => {
    const returned = run(at('principalSign'), { kind: 'return', reason: '补充会签', toStep: 2 }, by('principal'))
    expect(returned).toMatchObject({ state: 'countersign', step: 2 })
    expect(partiesLeft(returned)).toHaveLength(2)
    expect(returned.records.filter(({ undone }) => !undone).map(({ step }) => step)).toEqual([0, 1])
  })

  it('to the author asks for a revised paper and begins again', () => {
    const returned = run(at('principalSign'), { kind: 'return', reason: '数据口径不清' }, by('principal'))
    const revise = (digest: string): ApprovalCommand => ({
      kind: 'revise',
      subjectId: 'result-2',
      digest: 'run-2',
      paperDigest: digest,
    })
    expect(code(returned, revise(paperDigest), by('handler'))).toBe('approval.nothingRevised')
    const revised = run(returned, revise('ef'.repeat(32)), by('handler'))
    expect(revised).toMatchObject({ state: 'leaderReview', step: 0, subject: { id: 'result-2', digest: 'run-2' } })
    expect(revised.returnReason).toBeUndefined()
    expect(code(revised, agree, by('leaderInCharge'))).toBe('approval.contentChanged')
  })

  it('needs a reason, a step that lies behind, and the post of the step', () => {
    expect(code(at('meeting'), { kind: 'return', reason: '' }, by('clerk'))).toBe('approval.reasonMissing')
    expect(code(at('meeting'), { kind: 'return', reason: 'r', toStep: 3 }, by('clerk'))).toBe('approval.noSuchStep')
    expect(code(at('principalSign'), { kind: 'return', reason: 'r' }, by('sectionHead'))).toBe('approval.notYourStep')
  })
})

it('falls with the run under it, but not once it is through', () => {
  const { next } = fallApproval(at('number'), '数据重新开放', commandBy(by('handler')))
  expect(next.state).toBe('fallen')
  expect(next.records.every(({ undone }) => undone !== undefined)).toBe(true)
  expect(fallApproval(at('completed'), '数据重新开放', commandBy(by('handler'))).events).toEqual([])
})
