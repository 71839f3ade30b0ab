import type { PostKind } from '../ability/posts.ts'
import type { Decision } from '../decision/model.ts'
import type { Actor } from '../kernel/command-context.ts'
import type { ApprovalStep } from '../plan/model.ts'
import { commandBy, ofSection } from '../sheet/sheet.fixture.ts'
import type { Approval } from './model.ts'
import { startApproval } from './start.ts'

/** The seed's chain (C-4.5): 责任领导审核 → 归口科室汇总 → 会签 → 会议审定 → 主要领导签发 → 编号 → 报送. */
export const chain: readonly ApprovalStep[] = [
  { kind: 'leaderReview', name: '责任领导审核', posts: ['leaderInCharge'] },
  { kind: 'coordinating', name: '归口科室汇总', posts: ['sectionHead'] },
  { kind: 'countersign', name: '相关科室会签', posts: ['sectionHead'] },
  { kind: 'meeting', name: '党组会议审定', posts: ['clerk'] },
  { kind: 'principalSign', name: '主要领导签发', posts: ['principal'] },
  { kind: 'number', name: '编号', posts: ['clerk'] },
  { kind: 'submit', name: '报送市绩效办', posts: ['handler'] },
]

export const paperDigest = 'ab'.repeat(32)
export const author = ofSection('handler', { personId: 'author' })

export const by = (post: PostKind, sectionId = 'coordination', personId = `${post}@${sectionId}`): Actor =>
  ofSection(post, { personId, sectionId })

export const anApproval = (steps = chain): Approval => {
  const started = startApproval(
    {
      planId: 'plan-1',
      subject: { kind: 'leadReport', id: 'result-1', digest: 'run', paperDigest },
      chain: steps,
      countersigners: [
        { unitId: 'lead', sectionId: 'investment' },
        { unitId: 'lead', sectionId: 'energy' },
      ],
    },
    commandBy(author),
  )
  if (!started.ok) throw new Error(started.error.code)
  return started.value.next
}

export const aDecision = (more: Partial<Decision> = {}): Decision => {
  const { personId, post, unitId } = by('clerk')
  return {
    id: 'decision-1',
    subject: { kind: 'leadReport', id: 'result-1', digest: 'run' },
    body: '局党组会议',
    decidedOn: '2025-01-17',
    text: '同意',
    outcome: 'approved',
    adjustments: [],
    scanDigest: 's',
    recordedBy: { personId, post, unitId },
    recordedAt: 'now',
    confirmation: { by: { personId: 'other', post, unitId }, at: 'now' },
    ...more,
  }
}
