import type { PostKind } from '../ability/posts.ts'
import type { Author } from '../kernel/command-context.ts'

/** 起草 · 待安全管理员审核 · 有退回 · 已办结 · 已撤回. */
export const peopleProposalStates = ['draft', 'submitted', 'returned', 'decided', 'withdrawn'] as const
export type PeopleProposalState = (typeof peopleProposalStates)[number]

/** 新进人员 · 增加任职 · 变更任职 · 免去任职 · 调离. */
export const peopleLineKinds = ['joining', 'added', 'changed', 'ended', 'leaving'] as const
export type PeopleLineKind = (typeof peopleLineKinds)[number]

/** Posts of a unit's own people. Those of the leading group, the office, verification and 三员 are not a unit's to propose. */
export const proposablePosts = [
  'principal',
  'leaderInCharge',
  'sectionHead',
  'handler',
  'dataProvider',
  'unitReporter',
  'unitHead',
  'unitAdmin',
  'evaluator',
  'clerk',
] as const satisfies readonly PostKind[]

/** A post in the proposing unit; days inclusive. */
export interface ProposedPost {
  readonly kind: PostKind
  readonly sectionId: string | null
  readonly title: string | null
  /** 主持工作. */
  readonly acting: boolean
  readonly from: string
  readonly to: string | null
}

export interface PeopleLine {
  readonly id: string
  readonly kind: PeopleLineKind
  readonly login: string
  readonly name: string
  /** Of a new person. */
  readonly phone: string | null
  readonly mail: string | null
  /** The post that is ended, or replaced by `post`. */
  readonly heldPostId: string | null
  /** Given to a new person, added, or taken instead of the held one. */
  readonly post: ProposedPost | null
  /** Of what is ended, or of everything here for one who leaves; inclusive. */
  readonly lastDay: string | null
}

export interface LineOutcome {
  readonly outcome: 'approved' | 'returned'
  readonly reason: string
  readonly by: Author
  readonly on: string
}

export interface PeopleProposalContent {
  readonly note: string
  /** In the order in which they are carried out. */
  readonly lines: readonly PeopleLine[]
}

export interface PeopleProposalStanding {
  readonly submittedOn?: string
  readonly outcomes: Readonly<Record<string, LineOutcome>>
  /** Why a line came back last, as long as it is worked on again. */
  readonly returns: Readonly<Record<string, string>>
}

export interface PeopleProposalStep {
  readonly command: string
  readonly by: Author
  readonly at: string
  readonly words: string
}

/** 人员变动申报: a unit says who comes, who holds what and who leaves; the security administrator carries it out line by line. */
export interface PeopleProposal {
  readonly id: string
  readonly unitId: string
  readonly state: PeopleProposalState
  readonly content: PeopleProposalContent
  readonly standing: PeopleProposalStanding
  readonly steps: readonly [PeopleProposalStep, ...PeopleProposalStep[]]
}

/** One act carries out at most so many lines. */
export const mostLines = 500

/** Still to be decided. */
export const openLines = ({ content, standing }: PeopleProposal): readonly PeopleLine[] =>
  content.lines.filter(({ id }) => standing.outcomes[id] === undefined)

export const canonicalPeopleProposal = (proposal: PeopleProposal) => ({ v: 1, noun: 'peopleProposal', ...proposal })
