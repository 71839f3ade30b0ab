import { describe, expect, it } from 'vitest'
import { approvalAbilities } from './approval.ts'
import { collectionAbilities } from './collection.ts'
import { isAdministrator, type PostKind } from './posts.ts'
import { resultAbilities } from './result.ts'
import { scoringAbilities } from './scoring.ts'
import { verificationAbilities } from './verification.ts'

const abilities: readonly (readonly [string, { readonly posts: readonly PostKind[] }])[] = Object.entries({
  ...collectionAbilities,
  ...scoringAbilities,
  ...verificationAbilities,
  ...resultAbilities,
  ...approvalAbilities,
})

describe('三员分立', () => {
  it.each(abilities)('%s is somebody’s and no administrator’s', (_, { posts }) => {
    expect(posts.length).toBeGreaterThan(0)
    expect(posts.filter(isAdministrator)).toEqual([])
  })
})

it('observers read, and do nothing but stand witness and be party of a seed', () => {
  const changing = abilities.filter(([name, { posts }]) => posts.includes('observer') && !name.endsWith('.read'))
  expect(changing.map(([name]) => name)).toEqual(['verification.commit', 'verification.reveal', 'verification.witness'])
})

it('whoever is appraised neither scores, verifies, aggregates nor approves', () => {
  const appraised: readonly PostKind[] = ['unitReporter', 'unitHead', 'unitAdmin']
  const names = abilities
    .filter(([, { posts }]) => posts.some((post) => appraised.includes(post)))
    .map(([name]) => name)
  expect(names.every((name) => /^(datum|evidence|lateEntry|ownResult)\./.test(name))).toBe(true)
  expect(names).not.toContain('datum.verify')
  expect(names).not.toContain('datum.close')
})
