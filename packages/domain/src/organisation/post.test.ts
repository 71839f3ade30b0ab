import { describe, expect, it } from 'vitest'
import { mayHold, type PostPeriod } from './post.ts'

const post = (more: Partial<PostPeriod>): PostPeriod => ({
  kind: 'unitReporter',
  unitId: 'u1',
  sectionId: null,
  from: '2025-01-01',
  to: null,
  ...more,
})
const codeOf = (held: readonly PostPeriod[], wanted: PostPeriod) => {
  const result = mayHold(held, wanted)
  return result.ok ? 'ok' : result.error.code
}

describe('任职规则', () => {
  it.each([
    ['三员不得互兼', [post({ kind: 'systemAdmin' })], post({ kind: 'auditAdmin' }), 'post.administratorHoldsAnother'],
    [
      '管理员不得兼业务',
      [post({ kind: 'securityAdmin' })],
      post({ kind: 'handler', sectionId: 's1' }),
      'post.administratorHasBusiness',
    ],
    ['业务人员不得兼管理员', [post({})], post({ kind: 'systemAdmin' }), 'post.administratorHasBusiness'],
    ['卸任次日可任管理员', [post({ to: '2025-06-30' })], post({ kind: 'systemAdmin', from: '2025-07-01' }), 'ok'],
    [
      '卸任当日仍算兼任',
      [post({ to: '2025-06-30' })],
      post({ kind: 'systemAdmin', from: '2025-06-30' }),
      'post.administratorHasBusiness',
    ],
    ['一人可任多职', [post({})], post({ kind: 'unitHead' }), 'ok'],
    ['同职重叠', [post({ to: '2025-06-30' })], post({ from: '2025-06-30' }), 'post.heldTwice'],
    ['同职接续', [post({ to: '2025-06-30' })], post({ from: '2025-07-01' }), 'ok'],
    ['经办人须有科室', [], post({ kind: 'handler' }), 'post.sectionNeeded'],
    ['起止颠倒', [], post({ to: '2024-12-31' }), 'post.periodBackwards'],
    ['主持工作须有截止日期', [], { ...post({}), acting: true }, 'post.actingWithoutEnd'],
    ['主持工作到期自动失效', [], { ...post({ to: '2025-06-30' }), acting: true }, 'ok'],
    ['一日任职', [], post({ to: '2025-01-01' }), 'ok'],
  ] as const)('%s', (_name, held, wanted, expected) => {
    expect(codeOf(held, wanted)).toBe(expected)
  })
})
