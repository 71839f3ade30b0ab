import type { Refusal } from '@quanheng/contract/errors'
import type { showPlan } from '@quanheng/contract/plan'
import type { ReplyOf } from '@quanheng/contract/route'
import { askedBy } from '@quanheng/domain/burden/asked'
import type { Author } from '@quanheng/domain/kernel/command-context'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { type CheckedFinding, findingsOf } from '@quanheng/domain/plan/acceptance'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { mayDo, nextAct } from '@quanheng/domain/plan/next-act'
import type { Plan } from '@quanheng/domain/plan/plan'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { heldPosts } from '../organisation/index.ts'
import { checkContextFor, namesOf } from './check-context.ts'
import { planDigest } from './issue-service.ts'
import { ownItemsOf } from './own-items.ts'
import { plansVisibleTo, seesDraftsOf } from './scope.ts'
import { liveAcceptances, planOf, planOfVersion, versionOf, visiblePlan } from './store.ts'
import type { PlanRow, PlanVersionRow } from './tables.ts'

type Reply = ReplyOf<typeof showPlan>

/** An author with the names of today, for pages. */
export const authorsNamed = async (db: Reader, authors: readonly Author[]) => {
  const names = await namesOf(db, {
    units: [...new Set(authors.map((author) => author.unitId))],
    sections: [],
    people: [...new Set(authors.map((author) => author.personId))],
  })
  return ({ personId, post, unitId }: Author) => ({
    personId,
    post,
    unitId,
    name: names[personId] ?? '',
    unitName: names[unitId] ?? '',
  })
}

const findingRow = (
  { finding, key, acceptance }: CheckedFinding,
  named: (author: Author) => Reply['drafter'],
): Reply['findings'][number] => ({
  key,
  code: finding.code,
  severity: finding.severity,
  acceptable: finding.acceptable,
  at: finding.at,
  ...(finding.basis && { basis: finding.basis }),
  params: { ...finding.params },
  proposals: finding.proposals.map(({ code, params, change }) => ({
    code,
    params: { ...params },
    ...(change && { change }),
  })),
  ...(acceptance && { acceptance: { reason: acceptance.reason, on: acceptance.on, by: named(acceptance.by) } }),
})

const nextOf = async (db: Reader, row: PlanRow, plan: Plan, today: string): Promise<Reply['next']> => {
  const next = nextAct(row.kind, plan.state)
  if (next === undefined) return null
  const held = await heldPosts(db, { unitId: row.owner_unit_id, on: today })
  const people = held.filter((post) => next.posts.includes(post.kind))
  return {
    command: next.command,
    posts: [...next.posts],
    people: people.map((post) => ({ name: post.personName, post: post.kind, sectionName: post.sectionName })),
  }
}

interface Seen {
  readonly row: PlanRow
  readonly plan: Plan
  readonly shows: Reply['shows']
  readonly version: PlanVersionRow | undefined
}

/** The plan as this person sees it: the draft where it is theirs, else the version in force. */
export const seenPlan = async (db: Reader, actor: Actor, planId: string): Promise<Result<Seen, Refusal>> => {
  const scope = plansVisibleTo(actor)
  const row = await visiblePlan(db, scope, planId)
  if (row === undefined) return refuse('platform.notFound')
  const version = row.issued_number === null ? undefined : await versionOf(db, planId, row.issued_number)
  if (seesDraftsOf(scope, row.owner_unit_id)) {
    const state = row.state === 'discarded' ? 'draft' : row.state
    return ok({ row, version, shows: 'draft', plan: planOf({ ...row, state }, await liveAcceptances(db, planId)) })
  }
  return version === undefined
    ? refuse('platform.notFound')
    : ok({ row, version, shows: 'issued', plan: planOfVersion(version) })
}

/** The content that `?number=` asks for, or the one this person sees. */
export const seenContent = async (
  db: Reader,
  actor: Actor,
  planId: string,
  number?: number,
): Promise<Result<PlanContent, Refusal>> => {
  const seen = await seenPlan(db, actor, planId)
  if (!seen.ok || number === undefined) return seen.ok ? ok(seen.value.plan.content) : seen
  const version = await versionOf(db, planId, number)
  return version === undefined ? refuse('platform.notFound') : ok(version.content)
}

export const show = async (
  db: Reader,
  actor: Actor,
  planId: string,
  today: string,
): Promise<Result<Reply, Refusal>> => {
  const seen = await seenPlan(db, actor, planId)
  if (!seen.ok) return seen
  const { row, plan, shows, version } = seen.value
  const { content } = plan
  const check = await checkContextFor(db, content, row, today)
  const drafting = shows === 'draft' && (row.state === 'draft' || row.state === 'checked')
  const findings = drafting ? findingsOf(plan, { check, today }) : []
  const named = await authorsNamed(db, [
    plan.drafter,
    ...findings.flatMap(({ acceptance }) => (acceptance ? [acceptance.by] : [])),
  ])
  const parent =
    row.parent_plan_id === null
      ? undefined
      : await db.selectFrom('plan').select('title').where('id', '=', row.parent_plan_id).executeTakeFirst()
  const owner = await namesOf(db, { units: [row.owner_unit_id], sections: [], people: [] })
  const names = { ...check.names }
  const posts = actor.posts.filter((post) => post.unitId === row.owner_unit_id).map((post) => post.kind)
  const active = shows === 'draft' && row.state !== 'discarded'
  const may = active ? mayDo(row.kind, plan.state, posts) : []
  return ok({
    id: row.id,
    kind: row.kind,
    year: content.year,
    title: content.title,
    state: shows === 'issued' ? 'issued' : row.state,
    number: plan.version,
    issuedNumber: row.issued_number,
    ownerUnitId: row.owner_unit_id,
    ownerName: owner[row.owner_unit_id] ?? '',
    parentPlanId: row.parent_plan_id,
    documentNumber: version?.document_number ?? null,
    documentDate: version?.document_date ?? null,
    version: row.version,
    parentTitle: parent?.title ?? null,
    reason: plan.reason ?? null,
    drafter: named(plan.drafter),
    shows,
    content,
    digest: planDigest(content),
    may: [...may, ...(may.includes('edit') ? (['discard'] as const) : [])],
    next: active ? await nextOf(db, row, plan, today) : null,
    findings: findings.map((finding) => findingRow(finding, named)),
    ownItems: await ownItemsOf(db, plansVisibleTo(actor), row.id, content),
    burden: askedBy(content).map((burden) => ({ ...burden, unitName: names[burden.unitId] ?? '' })),
    names,
  })
}
