import { postsThatMay } from '@quanheng/domain/ability/abilities'
import { isAdministrator, type PostKind } from '@quanheng/domain/ability/posts'
import { type RawBuilder, sql } from 'kysely'
import { type Actor, type HeldPost, unitIdsOf, watchedBy } from '../../platform/door/actor.ts'
import { placeText } from './place-text.ts'

/** The office runs the appraisal, the steering group answers for it. */
const readsAll: readonly PostKind[] = [
  'officeDirector',
  'officeStaff',
  'steeringHead',
  'steeringDeputy',
  'steeringMember',
]
const unitPosts: readonly PostKind[] = ['unitReporter', 'unitHead', 'unitAdmin', 'principal']
const providerPosts: readonly PostKind[] = ['dataProvider', 'unitHead', 'principal']
const sectionPosts: readonly PostKind[] = ['handler', 'sectionHead']
const leadPosts: readonly PostKind[] = ['leaderInCharge', 'principal', 'clerk']
const scoringPosts: readonly PostKind[] = [...sectionPosts, ...leadPosts, 'verifier', 'verificationLead']

const unitsOf = (posts: readonly HeldPost[], kinds: readonly PostKind[]): string[] =>
  unitIdsOf(posts.filter((post) => kinds.includes(post.kind)))

/** Texts under which these posts are found in `scorer_places`: the whole unit, and the section where the post has one. */
const placesOf = (posts: readonly HeldPost[]): string[] => [
  ...new Set(
    posts.flatMap((post) =>
      post.sectionId === null
        ? [post.unitId]
        : [post.unitId, placeText({ unitId: post.unitId, sectionId: post.sectionId })],
    ),
  ),
]

type Condition = RawBuilder<boolean>

const anyOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` OR `)})`

/** Asked in a body, or a section of it, whose handlers or office staff give the figure. */
const sectionSources = ['section', 'superior', 'substitute'] as const

const ofUnits = (kind: 'appraisedUnit' | 'provider', units: readonly string[]): Condition[] =>
  units.length === 0
    ? []
    : [sql<boolean>`(datum.source->>'kind' = ${kind} AND datum.asked_unit_id = ANY(${[...units]}::uuid[]))`]

/** Asked of a section (or of a body without one) in which these posts are held. */
const ofSections = (posts: readonly HeldPost[], kinds: readonly string[]): Condition[] =>
  posts.map(
    (post) => sql<boolean>`(datum.source->>'kind' = ANY(${[...kinds]}::text[]) AND datum.asked_unit_id = ${post.unitId}
      AND (datum.asked_section_id IS NULL OR datum.asked_section_id = ${post.sectionId}))`,
  )

const ofBodies = (units: readonly string[]): Condition[] =>
  units.length === 0
    ? []
    : [
        sql<boolean>`(datum.source->>'kind' = ANY(${[...sectionSources]}::text[]) AND datum.asked_unit_id = ANY(${[...units]}::uuid[]))`,
      ]

/** Under the plans of the bodies that an observer supervises. */
const ofWatched = (bodies: readonly string[]): Condition[] =>
  bodies.length === 0
    ? []
    : [sql<boolean>`datum.plan_id IN (SELECT id FROM plan WHERE owner_unit_id = ANY(${[...bodies]}::uuid[]))`]

const of = (posts: readonly HeldPost[], kinds: readonly PostKind[]): HeldPost[] =>
  posts.filter((post) => kinds.includes(post.kind))

/** Data a person may read: what the own body is asked for, and what it scores with. An appraised unit sees only what it gives. */
export const dataVisibleTo = (actor: Actor): Condition => {
  const posts = actor.posts.filter((post) => !isAdministrator(post.kind))
  if (posts.some((post) => readsAll.includes(post.kind))) return sql<boolean>`datum.asked`
  const scoring = unitsOf(posts, scoringPosts)
  const visible = anyOf([
    ...ofUnits('appraisedUnit', unitsOf(posts, unitPosts)),
    ...ofUnits('provider', unitsOf(posts, providerPosts)),
    ...ofSections(of(posts, sectionPosts), sectionSources),
    ...ofBodies(unitsOf(posts, leadPosts)),
    ...ofWatched(watchedBy(posts)),
    ...(scoring.length === 0 ? [] : [sql<boolean>`datum.scorer_unit_ids && ${scoring}::uuid[]`]),
  ])
  return sql<boolean>`(datum.asked AND ${visible})`
}

/** Data a person urges others for: those the own body scores with; for the office, all. */
export const dataUrgedBy = (posts: readonly HeldPost[]): Condition => {
  const urging = postsThatMay(posts, 'datum.urge')
  return urging.some((post) => readsAll.includes(post.kind))
    ? sql<boolean>`datum.asked`
    : sql<boolean>`(datum.asked AND datum.scorer_unit_ids && ${unitIdsOf(urging)}::uuid[])`
}

const onBehalf = sql<boolean>`last.on_behalf IS NOT NULL`

const scoredBy = (posts: readonly HeldPost[]): Condition[] => {
  const places = placesOf(of(posts, sectionPosts))
  const office = unitsOf(posts, ['officeStaff', 'officeDirector'])
  return [
    ...(places.length === 0 ? [] : [sql<boolean>`datum.scorer_places && ${places}::text[]`]),
    ...(office.length === 0 ? [] : [sql<boolean>`datum.scorer_unit_ids && ${office}::uuid[]`]),
  ]
}

/** `dueDayOf` of the domain, in SQL. */
export const dueDay = sql<string>`greatest(datum.due, (datum.extension->>'until')::date)`

/** 后续发布数 that nobody has confirmed: always the last one, for they come one at a time. */
const releaseWaitsFor = ({ personId }: Actor): Condition =>
  sql<boolean>`(datum.later_releases->-1->'outcome' IS NULL AND datum.later_releases->-1->'author'->>'personId' <> ${personId})`

export type Turn = 'report' | 'confirm' | 'close'

/**
 * What waits for this person, on `datum` joined with its `last` version: to report, to confirm what somebody else reported
 * or published later, to close for scoring. The domain decides again when the act comes.
 */
export const waitsFor = (actor: Actor, turn: Turn): Condition => {
  const { posts } = actor
  if (turn === 'report') {
    return sql<boolean>`(datum.state IN ('notReported', 'drafting', 'returned') AND ${anyOf([
      ...ofUnits('appraisedUnit', unitsOf(posts, ['unitReporter'])),
      ...ofUnits('provider', unitsOf(posts, ['dataProvider'])),
      ...ofSections(of(posts, ['handler']), sectionSources),
      ...ofSections(of(posts, ['officeStaff']), ['superior', 'substitute']),
    ])})`
  }
  if (turn === 'confirm') {
    const asked = anyOf([
      ...ofUnits('appraisedUnit', unitsOf(posts, ['unitHead', 'principal'])),
      ...ofUnits('provider', unitsOf(posts, providerPosts)),
      ...ofSections(of(posts, ['sectionHead']), sectionSources),
      ...ofSections(of(posts, ['officeDirector']), ['superior', 'substitute']),
    ])
    return sql<boolean>`((datum.state = 'reported' AND last.author->>'personId' <> ${actor.personId}
      AND CASE WHEN ${onBehalf} THEN ${anyOf(scoredBy(posts))} ELSE ${asked} END)
      OR (datum.state = 'closed' AND ${releaseWaitsFor(actor)} AND ${asked}))`
  }
  return sql<boolean>`(datum.state IN ('confirmed', 'verified') AND NOT datum.unit_id = ANY(${unitIdsOf(posts)}::uuid[])
    AND ${anyOf(scoredBy(posts))})`
}
