import { addDays } from '@quanheng/domain/kernel/local-date'
import { type LightRung, longestLimit, type MilestoneLight } from '@quanheng/domain/milestone/light'
import { type Milestone, rungsOn } from '@quanheng/domain/milestone/model'
import type { PostAudience } from '@quanheng/domain/notification/model'
import { rungNotification } from '@quanheng/domain/notification/of-milestone'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import { notifyEach } from '../../platform/work/notify.ts'
import { workCalendar } from '../calendar/index.ts'
import { heldPosts } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { sayWhat } from './say-what.ts'
import { milestoneKeeper, tellingsOf } from './store.ts'

/** Whom one light told, as the act names it. */
export interface Told {
  readonly milestoneId: string
  readonly rung: LightRung
  readonly personIds: readonly string[]
}

/** Calendar days that hold the longest warning that may be set, holidays included. */
const ahead = longestLimit * 2

type Held = Awaited<ReturnType<typeof heldPosts>>[number]

const peopleIn = ({ place, posts }: PostAudience, held: readonly Held[]): readonly string[] => {
  if (typeof place === 'string') return []
  const { unitIds, sectionId } = place
  return [
    ...new Set(
      held
        .filter(
          (post) =>
            unitIds.includes(post.unitId) &&
            posts.includes(post.kind) &&
            (sectionId === undefined || post.sectionId === null || post.sectionId === sectionId),
        )
        .map(({ personId }) => personId),
    ),
  ]
}

/** Who is meant today; the rest of the unit where nobody holds the post in hand. Nobody: the rung waits until somebody does. */
const meant = (milestone: Milestone, rung: LightRung, held: readonly Held[]) => {
  const { code, to, fallback } = rungNotification(milestone, rung)
  const people = peopleIn(to, held)
  return { code, rung, people: people.length > 0 || fallback === undefined ? people : peopleIn(fallback, held) }
}

type Line = Parameters<typeof notifyEach>[2][number] & { readonly rung: LightRung }

/** So many of one rung are told one by one; more of them as one line that leads to the list. */
const oneByOne = 3

const lightOf: Readonly<Record<LightRung, MilestoneLight>> = {
  warning: 'warning',
  yellow: 'yellow',
  unitHead: 'red',
  leadUnit: 'red',
  office: 'red',
}

/** What one night has for one person, without drowning the rest of what they are told. */
const shortened = (lines: readonly Line[]) =>
  [...Map.groupBy(lines, ({ personId, rung }) => `${personId} ${rung}`).values()].flatMap((same) => {
    const [first] = same
    if (!first || same.length <= oneByOne) return same.map(({ rung: _, ...line }) => line)
    const { personId, rung, params } = first
    const many = { count: String(same.length), what: params?.what ?? '', rung }
    const link = `/milestones/list?light=${lightOf[rung]}`
    return [{ personId, code: 'notification.milestonesLit' as const, params: many, link }]
  })

/**
 * Tells whoever the lights of these milestones have reached by today and who was not told yet: each rung once for a due day, also when
 * two tell at the same time. What was missed while nobody told is caught up.
 */
export const tellLights = async (
  tx: Tx,
  context: Context,
  which: RawBuilder<boolean> = sql<boolean>`TRUE`,
): Promise<readonly Told[]> => {
  const rows = await tx
    .selectFrom('milestone')
    .selectAll()
    .where('state', 'in', ['open', 'reported', 'returned'])
    .where('due', '<=', addDays(context.today, ahead))
    .where(which)
    .orderBy('due')
    .orderBy('id')
    .execute()
  const calendar = await workCalendar(tx)
  const tellings = await tellingsOf(tx, rows)
  const lit = (await milestoneKeeper.complete(tx, rows)).flatMap(({ model }) => {
    const before = (tellings.get(model.id) ?? []).map(({ rung }) => rung)
    const rungs = rungsOn(model, calendar, context.today).filter((rung) => !before.includes(rung))
    return rungs.length === 0 ? [] : [{ model, rungs }]
  })
  if (lit.length === 0) return []
  const bodies = lit.flatMap(({ model }) => [model.unitId, model.leadUnitId, model.officeUnitId])
  const held = await heldPosts(tx, { unitIds: [...new Set(bodies)], on: context.today })
  const names = await namesOf(tx, { units: lit.map(({ model }) => model.unitId) })
  const told: Told[] = []
  const lines: Line[] = []
  for (const { model, rungs } of lit) {
    for (const rung of rungs) {
      const { code, people } = meant(model, rung, held)
      if (people.length === 0) continue
      const kept = await tx
        .insertInto('milestone_told')
        .values({ milestone_id: model.id, due: model.due, rung, told_on: context.today, person_ids: [...people] })
        .onConflict((conflict) => conflict.doNothing())
        .returning('rung')
        .execute()
      if (kept.length === 0) continue
      const params = { what: sayWhat(model, names.get(model.unitId) ?? ''), due: model.due }
      const line = { rung, code, params, link: `/milestones/${model.id}` }
      lines.push(...people.map((personId) => ({ personId, ...line })))
      told.push({ milestoneId: model.id, rung, personIds: people })
    }
  }
  await notifyEach(tx, context, shortened(lines))
  return told
}
