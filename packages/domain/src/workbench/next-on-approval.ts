import { type Approval, type ApprovalState, partiesLeft, standingRecords } from '../approval/model.ts'
import { type ApprovalCommandKind, approvalWorkflow } from '../approval/transitions.ts'
import { postsFor } from '../kernel/transition.ts'
import type { NextAct } from './next-act.ts'

const forward: Readonly<Partial<Record<ApprovalState, ApprovalCommandKind>>> = {
  leaderReview: 'agree',
  coordinating: 'agree',
  countersign: 'agree',
  meeting: 'recordDecision',
  principalSign: 'agree',
  number: 'registerNumber',
  submit: 'submit',
  returned: 'revise',
}

/**
 * Who acts next on a paper, one entry for each section that has still to countersign. A signature registered from
 * paper waits for its second person first. Steps that sign are taken by the posts that the plan names.
 */
export const nextOnApproval = (approval: Approval, due?: string): readonly NextAct[] => {
  const verb = forward[approval.state]
  if (!verb) return []
  const act = (more: Pick<NextAct, 'verb' | 'posts'> & Partial<NextAct>): NextAct => ({
    noun: 'approval',
    id: approval.id,
    unitId: approval.startedBy.unitId,
    ...(due !== undefined && { due }),
    ...more,
  })
  const registrar = registrarOf(approval)
  if (registrar !== undefined) {
    const posts = postsFor(approvalWorkflow, approval.state, 'confirmPaper')
    return [act({ verb: 'confirmPaper', posts, except: [registrar] })]
  }
  if (verb !== 'agree') return [act({ verb, posts: postsFor(approvalWorkflow, approval.state, verb) })]
  const posts = approval.chain[approval.step]?.posts ?? []
  const except = [approval.startedBy.personId]
  if (approval.state !== 'countersign') return [act({ verb, posts, except })]
  return partiesLeft(approval).map((party) => act({ verb, posts, except, ...party }))
}

const registrarOf = (approval: Approval): string | undefined => {
  const waiting = standingRecords(approval, approval.step).find(
    (record) => record.kind === 'signature' && record.signature.state === 'registered',
  )
  const means = waiting?.kind === 'signature' ? waiting.signature.means : undefined
  return means?.kind === 'paper' ? means.registeredBy.personId : undefined
}
