import type { PlanContent } from './model.ts'

/** Ids of the organisation that a content names, each once. */
export interface NamedIds {
  readonly units: readonly string[]
  readonly sections: readonly string[]
  readonly people: readonly string[]
}

const once = (ids: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(ids.filter((id): id is string => id !== undefined && id !== '')),
]

interface Place {
  readonly unitId: string
  readonly sectionId?: string
}

/** Every unit with its section that has a part in the plan: scoring, supporting, giving data, stepping in. */
const places = (content: PlanContent): readonly Place[] => [
  ...content.responsibilities.flatMap((row): Place[] => [
    row.sectionId === undefined ? { unitId: row.leadUnitId } : { unitId: row.leadUnitId, sectionId: row.sectionId },
    ...row.supporters,
  ]),
  ...content.dataElements.flatMap(({ source }): Place[] => (source.kind === 'appraisedUnit' ? [] : [source])),
  ...content.steps.flatMap((step) => (step.owner ? [step.owner] : [])),
  ...content.recusals.flatMap((row): Place[] => [{ unitId: row.unitId }, row.substitute]),
  ...(content.coordinating ? [content.coordinating] : []),
]

export const namedIds = (content: PlanContent): NamedIds => ({
  units: once([
    content.ownerUnitId,
    ...content.unitGroups.flatMap((group) => group.unitIds),
    ...content.tasks.map((task) => task.unitId),
    ...(content.milestones ?? []).flatMap((row) => row.unitIds ?? []),
    ...content.indicators.map((node) => node.leadUnitId),
    ...places(content).map((place) => place.unitId),
  ]),
  sections: once(places(content).map((place) => place.sectionId)),
  people: once(
    content.responsibilities.flatMap((row) => [
      row.leaderInChargeId,
      row.personResponsibleId,
      row.handlerId,
      row.liaisonId,
      row.contactId,
    ]),
  ),
})

/** Names of rows by their places, e.g. `steps[collect]`: what a difference calls by its key. The last content's name counts. */
export const rowNames = (...contents: readonly PlanContent[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    contents.flatMap(({ indicators, steps, milestones = [], dataElements, unitGroups, bases }) =>
      Object.entries({ indicators, steps, milestones, dataElements, unitGroups, bases }).flatMap(([part, rows]) =>
        rows.map((row) => [`${part}[${row.key}]`, 'title' in row ? row.title : row.name] as const),
      ),
    ),
  )

/** Digests of the files that a content cites: basis documents and annexes that are at hand. */
export const citedFiles = (content: PlanContent): readonly string[] =>
  once(content.bases.map(({ file }) => (file.kind === 'present' ? file.digest : undefined)))
