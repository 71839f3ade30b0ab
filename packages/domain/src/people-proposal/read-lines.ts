import type { PostKind } from '../ability/posts.ts'
import { normaliseCode, normaliseName } from '../kernel/normalise.ts'
import type { DomainError } from '../kernel/result.ts'
import { type CellFault, faultAt, readLines, type TableRow } from '../organisation/table-row.ts'
import { judgeLines, type LineColumn, type PeopleWorld, type StandingPost } from './judge.ts'
import type { PeopleLine, PeopleLineKind, ProposedPost } from './model.ts'

export const peopleLineColumns = [
  'kind',
  'login',
  'name',
  'phone',
  'mail',
  'held',
  'heldSection',
  'post',
  'section',
  'title',
  'acting',
  'from',
  'to',
  'lastDay',
] as const satisfies readonly LineColumn[]

/** What the words of a table are read with, beside the people and sections they are held against. */
export interface LineWords {
  readonly kindOf: (word: string) => PeopleLineKind | undefined
  readonly postOf: (word: string) => PostKind | undefined
  readonly isYes: (word: string) => boolean
  /** Sections of the unit by all their names. */
  readonly sections: readonly { readonly id: string; readonly names: readonly string[] }[]
  readonly newId: () => string
}

type Row = TableRow<LineColumn>
type Wrong = (column: LineColumn, error: DomainError) => undefined

const sectionOf = (column: 'section' | 'heldSection', texts: Row['texts'], words: LineWords, wrong: Wrong) => {
  const name = normaliseName(texts[column] ?? '')
  if (name === '') return null
  const found = words.sections.find(({ names }) => names.includes(name))
  return found?.id ?? wrong(column, { code: 'organisation.sectionUnknown', params: { name } })
}

const postIn = (column: 'post' | 'held', texts: Row['texts'], words: LineWords, wrong: Wrong) => {
  const text = normaliseName(texts[column] ?? '')
  if (text === '') return null
  return words.postOf(text) ?? wrong(column, { code: 'organisation.postUnknown', params: { text } })
}

/** The held post that a line means, by its words; the only one where it says none. */
const heldOf = (
  line: Pick<PeopleLine, 'login' | 'lastDay'>,
  texts: Row['texts'],
  { words, world, wrong }: { readonly words: LineWords; readonly world: PeopleWorld; readonly wrong: Wrong },
): string | null => {
  const kind = postIn('held', texts, words, wrong)
  const sectionId = sectionOf('heldSection', texts, words, wrong)
  if (kind === undefined || sectionId === undefined) return null
  const person = world.people.find(({ login }) => login === line.login)
  // An unknown person is told at the login.
  if (person === undefined) return null
  const fits = ({ unitId, ...post }: StandingPost) =>
    unitId === world.unitId &&
    (post.to === null || line.lastDay === null || post.to >= line.lastDay) &&
    (kind === null || post.kind === kind) &&
    (sectionId === null || post.sectionId === sectionId)
  const found = person.posts.filter(fits)
  if (found.length > 1) wrong('held', { code: 'peopleProposal.heldAmbiguous' })
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

const postOf = (texts: Row['texts'], words: LineWords, wrong: Wrong): ProposedPost | null | undefined => {
  const kind = postIn('post', texts, words, wrong)
  const sectionId = sectionOf('section', texts, words, wrong)
  if (kind === undefined || sectionId === undefined) return undefined
  if (kind === null) {
    // A section or a day without a post is a post that was forgotten.
    const isForgotten = (['section', 'title', 'from', 'to'] as const).some((column) => (texts[column] ?? '') !== '')
    return isForgotten ? wrong('post', { code: 'organisation.nameMissing' }) : null
  }
  return {
    kind,
    sectionId,
    title: normaliseName(texts.title ?? '') || null,
    acting: words.isYes(texts.acting ?? ''),
    from: texts.from ?? '',
    to: texts.to || null,
  }
}

const readLine = ({ row, texts }: Row, words: LineWords, world: PeopleWorld) => {
  const faults: CellFault<LineColumn>[] = []
  const wrong: Wrong = (column, error) => {
    faults.push(faultAt(row, column, error))
    return undefined
  }
  const kind =
    words.kindOf(normaliseName(texts.kind ?? '')) ??
    wrong('kind', { code: 'peopleProposal.kindUnknown', params: { text: texts.kind ?? '' } })
  const base = {
    id: words.newId(),
    login: normaliseName(texts.login ?? ''),
    name: normaliseName(texts.name ?? ''),
    lastDay: kind === 'ended' || kind === 'leaving' ? (texts.lastDay ?? '') : null,
  }
  const isNew = kind === 'joining'
  const post = kind === 'ended' || kind === 'leaving' ? null : postOf(texts, words, wrong)
  const takesHeld = kind === 'changed' || kind === 'ended'
  const heldPostId = takesHeld ? heldOf(base, texts, { words, world, wrong }) : null
  if (kind === undefined || post === undefined) return { faults }
  const line: PeopleLine = {
    ...base,
    kind,
    phone: isNew ? normaliseCode(texts.phone ?? '') || null : null,
    mail: isNew ? normaliseCode(texts.mail ?? '') || null : null,
    heldPostId,
    post,
  }
  return { value: line, faults }
}

/** Lines of an uploaded table, each fault at its cell; `before` are the lines that stand in the proposal already. */
export const readPeopleLines = (
  rows: readonly Row[],
  words: LineWords,
  { world, before }: { readonly world: PeopleWorld; readonly before: readonly PeopleLine[] },
) => {
  const rowOf = new Map<string, number>()
  const { values, faults } = readLines<LineColumn, PeopleLine>(rows, (row) => {
    const read = readLine(row, words, world)
    if (read.value) rowOf.set(read.value.id, row.row)
    return read
  })
  const told = new Set(faults.map(({ row, column }) => `${row} ${column}`))
  const judged = judgeLines([...before, ...values], world).flatMap(({ lineId, column, error }) => {
    const row = rowOf.get(lineId)
    return row === undefined || told.has(`${row} ${column}`) ? [] : [faultAt(row, column, error)]
  })
  return { values, faults: [...faults, ...judged] }
}
