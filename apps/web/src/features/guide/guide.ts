import type { PostKind } from '@quanheng/domain/ability/posts'
import type { GuideStep } from './guide-step.ts'
import { collecting } from './steps/collecting.ts'
import { deciding } from './steps/deciding.ts'
import { preparing } from './steps/preparing.ts'

/** Everything there is to try, in the order of the year. */
export const guideSteps: readonly GuideStep[] = [...preparing, ...collecting, ...deciding]

/** What somebody in this post tries, in this order. */
export const stepsOf = (post: PostKind): readonly GuideStep[] => guideSteps.filter(({ posts }) => posts.includes(post))

/** What these posts do on the page at `path`, or on a page below it. */
export const stepsAt = (path: string, posts: readonly PostKind[]): readonly GuideStep[] =>
  guideSteps.filter(
    (step) => (path === step.to || path.startsWith(`${step.to}/`)) && step.posts.some((post) => posts.includes(post)),
  )
