import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'

/** What founds a group beside its name: whom it answers to, how long it stands, its office as a body with a name of its own. */
export interface GroupCharter {
  /** 受其领导: bodies above, the first as the foremost; of the directory or not. */
  readonly reportsTo: readonly string[]
  /** 任期, first and last day; null where it stands until it is ended. */
  readonly term: { readonly from: string; readonly to: string | null } | null
  /** Empty where papers call it by the group's name and 办公室. */
  readonly office: { readonly name: string; readonly shortName: string }
}

export const emptyCharter: GroupCharter = { reportsTo: [], term: null, office: { name: '', shortName: '' } }

/** @returns the charter, or which day is wrong: a term ends on or after its first day */
export const checkCharter = (charter: GroupCharter): Result<GroupCharter, DomainError<'meeting.termBackwards'>> =>
  charter.term?.to && charter.term.to < charter.term.from
    ? refuse('meeting.termBackwards', { at: 'body.charter.term.to' })
    : ok(charter)

/** The group's term is over: whoever goes on meeting does so without a mandate. */
export const termOver = ({ term }: GroupCharter, today: string): boolean => term?.to != null && term.to < today

/** 绩考办: the office as papers call it. */
export const officeName = (group: string, { office }: GroupCharter): string => office.name || `${group}办公室`
