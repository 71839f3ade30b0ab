import { type Ability, abilities } from '@quanheng/domain/ability/abilities'
import { type PostKind, postKinds } from '@quanheng/domain/ability/posts'
import { describe, expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null })
const { guideSteps, stepsAt, stepsOf } = await import('./guide.ts')

interface Routes {
  readonly routes: readonly { readonly path: string; readonly may?: readonly Ability[] }[]
}

const pages = Object.values(import.meta.glob<Routes>('../*/index.ts', { eager: true, import: 'feature' })).flatMap(
  ({ routes }) => routes,
)

const holders = (ability: keyof typeof abilities): readonly PostKind[] => abilities[ability].posts

describe('操作指引', () => {
  test.each(postKinds)('%s has something to try', (post) => {
    expect(stepsOf(post).length).toBeGreaterThan(0)
  })

  test.each(guideSteps.map((step) => [`${step.to} ${step.ability ?? ''}`, step] as const))(
    '%s: its page stands, and its posts see the page and may do it',
    (_, step) => {
      const page = pages.find(({ path }) => path === step.to)
      expect(page).toBeDefined()
      for (const post of step.posts) {
        if (step.ability) expect(holders(step.ability), step.ability).toContain(post)
        if (page?.may)
          expect(
            page.may.some((ability) => holders(ability).includes(post)),
            post,
          ).toBe(true)
      }
    },
  )

  test('help in place shows what the own posts do here, also on a page below', () => {
    const abilitiesAt = (path: string, post: PostKind) => stepsAt(path, [post]).map(({ ability }) => ability)
    expect(abilitiesAt('/scoring/7f', 'handler')).toEqual(['sheet.score', 'sheet.sign'])
    expect(abilitiesAt('/scoring', 'observer')).toEqual([])
    expect(abilitiesAt('/plans', 'securityAdmin')).toEqual([])
  })
})
