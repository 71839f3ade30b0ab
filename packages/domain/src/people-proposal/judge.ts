import type { PostKind } from '../ability/posts.ts'
import { addDays, isLocalDate } from '../kernel/local-date.ts'
import { codePointLength } from '../kernel/normalise.ts'
import type { DomainError } from '../kernel/result.ts'
import { mayHold, type PostError, type PostPeriod } from '../organisation/post.ts'
import { type PeopleLine, type ProposedPost, proposablePosts } from './model.ts'

/** Columns of the table and fields of the form that a fault can lie in. */
export type LineColumn =
  | 'kind'
  | 'login'
  | 'name'
  | 'phone'
  | 'mail'
  | 'held'
  | 'heldSection'
  | 'post'
  | 'section'
  | 'title'
  | 'acting'
  | 'from'
  | 'to'
  | 'lastDay'

export type LineErrorCode =
  | PostError['code']
  | 'organisation.tooLong'
  | 'organisation.nameMissing'
  | 'organisation.notDay'
  | 'organisation.loginUnknown'
  | 'organisation.twice'
  | 'account.loginTaken'
  | 'person.disabled'
  | 'section.notOfUnit'
  | 'peopleProposal.postNotOfUnit'
  | 'peopleProposal.notHeld'
  | 'peopleProposal.notHere'
  | 'peopleProposal.otherName'

type LineError = DomainError<LineErrorCode>

export interface LineFault {
  readonly lineId: string
  readonly column: LineColumn
  readonly error: LineError
}

export interface StandingPost extends PostPeriod {
  readonly id: string
}

export interface StandingPerson {
  readonly id: string
  readonly name: string
  readonly login: string
  readonly state: 'active' | 'disabled'
  readonly posts: readonly StandingPost[]
}

/** What lines are held against: the people they name, every login ever given, and the unit's sections. */
export interface PeopleWorld {
  readonly unitId: string
  readonly people: readonly StandingPerson[]
  readonly takenLogins: ReadonlySet<string>
  readonly sectionIds: ReadonlySet<string>
}

const limits = { name: 50, login: 64, phone: 40, mail: 100, title: 60 } as const

interface Judging {
  readonly world: PeopleWorld
  /** Posts of each login as the lines above leave them. */
  readonly posts: Map<string, readonly StandingPost[]>
  readonly joined: Map<string, number>
  readonly wrong: (column: LineColumn, error: LineError) => void
}

const tooLong = (limit: number): LineError => ({ code: 'organisation.tooLong', params: { limit: String(limit) } })
const missing: LineError = { code: 'organisation.nameMissing' }

/** Column at which a rule about posts is told. */
const places: Readonly<Record<string, LineColumn>> = { to: 'to', from: 'from', sectionId: 'section', kind: 'post' }

const isProposable = (kind: PostKind): boolean => (proposablePosts as readonly PostKind[]).includes(kind)

/** Own posts that have not ended by `on`. */
const standingHere = ({ world }: Judging, posts: readonly StandingPost[], on: string): readonly StandingPost[] =>
  posts.filter(({ unitId, to }) => unitId === world.unitId && (to === null || to >= on))

const lengths = (line: PeopleLine, { wrong }: Judging): void => {
  if (line.login === '') wrong('login', missing)
  if (line.name === '') wrong('name', missing)
  for (const column of ['login', 'name', 'phone', 'mail'] as const) {
    if (codePointLength(line[column] ?? '') > limits[column]) wrong(column, tooLong(limits[column]))
  }
}

/** The posts as they stand after this line, or undefined where it is at fault. */
const give = (
  { id, post }: PeopleLine & { readonly post: ProposedPost },
  held: readonly StandingPost[],
  { world, wrong }: Judging,
): readonly StandingPost[] | undefined => {
  const { unitId } = world
  if (!isProposable(post.kind)) {
    wrong('post', { code: 'peopleProposal.postNotOfUnit', params: { kind: post.kind } })
    return undefined
  }
  if (codePointLength(post.title ?? '') > limits.title) wrong('title', tooLong(limits.title))
  if (post.sectionId !== null && !world.sectionIds.has(post.sectionId)) {
    wrong('section', { code: 'section.notOfUnit' })
    return undefined
  }
  const { kind, sectionId, acting, from, to } = post
  const given = { id, kind, unitId, sectionId, from, to }
  const allowed = mayHold(held, { ...given, acting })
  if (!allowed.ok) {
    wrong(places[allowed.error.at ?? ''] ?? 'post', allowed.error)
    return undefined
  }
  return [...held, given]
}

const endOne = (
  posts: readonly StandingPost[],
  postId: string | null,
  lastDay: string,
  judging: Judging,
): readonly StandingPost[] | undefined => {
  const held = standingHere(judging, posts, lastDay).find(({ id }) => id === postId)
  if (held === undefined) {
    judging.wrong('held', { code: 'peopleProposal.notHeld' })
    return undefined
  }
  if (lastDay < held.from) {
    judging.wrong('lastDay', { code: 'post.periodBackwards' })
    return undefined
  }
  return posts.map((post) => (post === held ? { ...post, to: lastDay } : post))
}

/** Everybody who is not new must be somebody, by login and name; a stranger's name is not told. */
const personOf = (line: PeopleLine, { world, wrong }: Judging): StandingPerson | undefined => {
  const person = world.people.find(({ login }) => login === line.login)
  if (person === undefined) wrong('login', { code: 'organisation.loginUnknown', params: { login: line.login } })
  else if (person.state === 'disabled') wrong('login', { code: 'person.disabled' })
  else if (person.name !== line.name) wrong('name', { code: 'peopleProposal.otherName', params: { login: line.login } })
  else return person
  return undefined
}

const joining = (line: PeopleLine, number: number, judging: Judging): readonly StandingPost[] | undefined => {
  const { world, joined, wrong } = judging
  const first = joined.get(line.login)
  if (world.takenLogins.has(line.login)) {
    wrong('login', { code: 'account.loginTaken', params: { login: line.login } })
  } else if (first !== undefined && line.login !== '') {
    wrong('login', { code: 'organisation.twice', params: { name: line.login, row: String(first) } })
  }
  joined.set(line.login, first ?? number)
  return line.post === null ? [] : give({ ...line, post: line.post }, [], judging)
}

const leaving = (line: PeopleLine, posts: readonly StandingPost[], judging: Judging) => {
  const lastDay = line.lastDay ?? ''
  const here = standingHere(judging, posts, lastDay)
  if (here.length === 0) judging.wrong('login', { code: 'peopleProposal.notHere', params: { login: line.login } })
  const later = here.find(({ from }) => from > lastDay)
  if (later) judging.wrong('lastDay', { code: 'post.periodBackwards' })
  return posts.map((post) => (here.includes(post) ? { ...post, to: lastDay } : post))
}

/** What a kind of line needs said. */
const complete = (line: PeopleLine, { wrong }: Judging): boolean => {
  const needsPost = line.kind === 'added' || line.kind === 'changed'
  const needsDay = line.kind === 'ended' || line.kind === 'leaving'
  if (needsPost && line.post === null) wrong('post', missing)
  const days = [
    ['from', line.post?.from],
    ['to', line.post?.to ?? undefined],
    ['lastDay', needsDay ? (line.lastDay ?? '') : undefined],
  ] as const
  const unread = days.filter(([, text]) => text !== undefined && !isLocalDate(text))
  for (const [column, text] of unread) {
    wrong(column, text === '' ? missing : { code: 'organisation.notDay', params: { text: text ?? '' } })
  }
  return unread.length === 0 && !(needsPost && line.post === null)
}

const judgeLine = (line: PeopleLine, number: number, judging: Judging): void => {
  lengths(line, judging)
  if (!complete(line, judging)) return
  if (line.kind === 'joining') {
    const after = joining(line, number, judging)
    if (after) judging.posts.set(line.login, after)
    return
  }
  // Posts may be added to somebody who joins above.
  const held = judging.posts.get(line.login) ?? personOf(line, judging)?.posts
  if (held === undefined) return
  const after = afterLine(line, held, judging)
  if (after) judging.posts.set(line.login, after)
}

const afterLine = (line: PeopleLine, held: readonly StandingPost[], judging: Judging) => {
  const { post } = line
  switch (line.kind) {
    case 'joining':
    case 'added':
      return post === null ? undefined : give({ ...line, post }, held, judging)
    case 'changed': {
      const rest = post === null ? undefined : endOne(held, line.heldPostId, addDays(post.from, -1), judging)
      return rest && post && give({ ...line, post }, rest, judging)
    }
    case 'ended':
      return endOne(held, line.heldPostId, line.lastDay ?? '', judging)
    case 'leaving':
      return leaving(line, held, judging)
  }
}

/**
 * Every fault of every line, each line seeing those above it: the same rules as registering people and posts (三员分立, double
 * holding, logins given once). What several accounts of one natural person open together, the role graph finds where it is carried out.
 */
export const judgeLines = (lines: readonly PeopleLine[], world: PeopleWorld): readonly LineFault[] => {
  const faults: LineFault[] = []
  const posts = new Map<string, readonly StandingPost[]>()
  const joined = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    const wrong = (column: LineColumn, error: LineError) => faults.push({ lineId: line.id, column, error })
    judgeLine(line, at + 1, { world, posts, joined, wrong })
  }
  return faults
}
