import type { Refusal } from '@quanheng/contract/errors'
import type { showMilestone } from '@quanheng/contract/milestone'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { addWorkingDays, type WorkCalendar } from '@quanheng/domain/kernel/working-days'
import { lightRungs, rungDays } from '@quanheng/domain/milestone/light'
import { isShort, type Milestone } from '@quanheng/domain/milestone/model'
import { type MilestoneCommandKind, milestoneWorkflow } from '@quanheng/domain/milestone/transitions'
import { nextOnMilestone } from '@quanheng/domain/workbench/next-on-milestone'
import type { Reader } from '../../platform/database/database.ts'
import type { Actor } from '../../platform/door/actor.ts'
import { workCalendar } from '../calendar/index.ts'
import { heldPosts } from '../organisation/index.ts'
import { namesOf } from '../scoring/index.ts'
import { milestoneLines } from './lines.ts'
import { visibleMilestone } from './read.ts'
import { tellingsOf } from './store.ts'

type Reply = ReplyOf<typeof showMilestone>

/** What the domain would not refuse this person today, as far as post, body and person decide. */
const mayNow = (milestone: Milestone, actor: Actor, today: string): MilestoneCommandKind[] => {
  const { unitId, leadUnitId, leadSectionId, officeUnitId, due, state, steps } = milestone
  const isOwn = actor.posts.some((post) => post.unitId === unitId)
  const reporter = steps.findLast(({ command }) => command === 'report')?.by.personId
  const may = actor.posts.flatMap(({ kind, unitId: at, sectionId }) =>
    commandsFor(milestoneWorkflow, state, kind).filter((command) => {
      if (command === 'report') return at === unitId
      if (isOwn || (command === 'miss' && today <= due)) return false
      if (command === 'confirm' && (reporter === actor.personId || isShort(milestone))) return false
      const isOffice = at === officeUnitId && (kind === 'officeStaff' || kind === 'officeDirector')
      return (
        isOffice ||
        (at === leadUnitId && (leadSectionId === undefined || sectionId === null || sectionId === leadSectionId))
      )
    }),
  )
  return [...new Set(may)]
}

const lightDaysOf = ({ due, demand }: Milestone, calendar: WorkCalendar): Reply['lightDays'] => {
  const days = rungDays(demand.limits)
  return lightRungs.map((rung) => {
    const on = addWorkingDays(calendar, due, days[rung])
    return { rung, on: on.ok ? on.value : null }
  })
}

const nextShown = async (
  db: Reader,
  milestone: Milestone,
  names: ReadonlyMap<string, string>,
  today: string,
): Promise<Reply['next']> => {
  const act = nextOnMilestone(milestone)
  if (act?.unitId === undefined) return null
  const held = await heldPosts(db, { unitId: act.unitId, on: today })
  const people = held.filter(
    ({ kind, personId, sectionId }) =>
      act.posts.includes(kind) &&
      !act.except?.includes(personId) &&
      (act.sectionId === undefined || sectionId === null || sectionId === act.sectionId),
  )
  return {
    command: act.verb as MilestoneCommandKind,
    people: [...new Set(people.map(({ personName }) => personName))],
    unitName: names.get(act.unitId) ?? '',
  }
}

export const shown = async (db: Reader, actor: Actor, id: string, today: string): Promise<Result<Reply, Refusal>> => {
  const one = await visibleMilestone(db, actor, id)
  const [line] = one ? await milestoneLines(db, [one], actor, today) : []
  if (!one || !line) return refuse('platform.notFound')
  const { model: milestone } = one
  const { demand, standing, steps } = milestone
  const { report, confirmation } = standing
  const tellings = (await tellingsOf(db, [one.row])).get(milestone.id) ?? []
  const names = await namesOf(db, {
    units: [milestone.unitId, milestone.leadUnitId, milestone.officeUnitId, ...steps.map(({ by }) => by.unitId)],
    people: [...steps.map(({ by }) => by.personId), ...tellings.flatMap(({ person_ids }) => person_ids)],
  })
  const reporter = steps.findLast(({ command }) => command === 'report')?.by.personId
  return ok({
    ...line,
    completionStandard: demand.completionStandard,
    target: demand.target ?? null,
    post: demand.post,
    leadName: names.get(milestone.leadUnitId) ?? '',
    officeName: names.get(milestone.officeUnitId) ?? '',
    lightDays: lightDaysOf(milestone, await workCalendar(db)),
    report: report
      ? {
          words: report.words,
          completedOn: report.completedOn,
          reached: report.reached ?? null,
          files: [...report.files],
          on: report.on,
          by: names.get(reporter ?? '') ?? '',
        }
      : null,
    confirmation: confirmation
      ? { words: confirmation.words, on: confirmation.on, by: names.get(confirmation.by.personId) ?? '' }
      : null,
    tellings: tellings.map(({ rung, told_on, person_ids }) => ({
      rung,
      on: told_on,
      people: person_ids.map((personId) => names.get(personId) ?? ''),
    })),
    steps: steps.map(({ command, by, at, words }) => ({
      command: command as Reply['steps'][number]['command'],
      by: names.get(by.personId) ?? '',
      unitName: names.get(by.unitId) ?? '',
      at,
      words,
    })),
    next: await nextShown(db, milestone, names, today),
    may: mayNow(milestone, actor, today),
    today,
  })
}
