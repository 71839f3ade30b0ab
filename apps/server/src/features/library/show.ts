import type { Refusal } from '@quanheng/contract/errors'
import type { showLibraryDocument } from '@quanheng/contract/library'
import type { ReplyOf } from '@quanheng/contract/route'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import { commandsFor } from '@quanheng/domain/kernel/transition'
import { citedAs } from '@quanheng/domain/library/model'
import { libraryWorkflow } from '@quanheng/domain/library/transitions'
import { validityOn } from '@quanheng/domain/library/validity'
import { sql } from 'kysely'
import type { Reader } from '../../platform/database/database.ts'
import { type Actor, postsFor } from '../../platform/door/actor.ts'
import type { FileReply } from '../../platform/door/outcome.ts'
import { keptFile } from '../../platform/files/sent-files.ts'
import { lineOf } from './list.ts'
import { libraryIsVisible, libraryOfficesOf } from './scope.ts'
import { type KeptLibraryDocument, libraryKeeper } from './store.ts'
import type { UsesOf } from './uses.ts'

type Reply = ReplyOf<typeof showLibraryDocument>

export const visibleLibraryDocument = (
  db: Reader,
  actor: Actor,
  id: string,
): Promise<KeptLibraryDocument | undefined> => libraryKeeper.find(db, id, libraryIsVisible(actor))

export const isOfLibraryOffice = (actor: Actor, { row }: KeptLibraryDocument): boolean =>
  libraryOfficesOf(actor).includes(row.unit_id)

/** Every version before and after it that this person may read, in the order of their days. */
const versionsOf = async (db: Reader, actor: Actor, id: string, today: string): Promise<Reply['versions']> => {
  const { rows } = await sql<Pick<KeptLibraryDocument['row'], 'id' | 'state' | 'content' | 'standing'>>`
    WITH RECURSIVE before (id, replaces_id) AS (
      SELECT id, replaces_id FROM library_document WHERE id = ${id}
      UNION SELECT earlier.id, earlier.replaces_id FROM library_document earlier JOIN before ON before.replaces_id = earlier.id
    ), line (id) AS (
      SELECT id FROM before
      UNION SELECT later.id FROM library_document later JOIN line ON later.replaces_id = line.id
    )
    SELECT library_document.id, state, content, standing FROM library_document JOIN line ON line.id = library_document.id
    WHERE ${libraryIsVisible(actor)} AND (state <> 'discarded' OR library_document.id = ${id})
    ORDER BY effective_on NULLS LAST, library_document.id`.execute(db)
  return rows.map((row) => ({
    libraryDocumentId: row.id,
    citedAs: citedAs(row.content),
    effectiveOn: row.content.effectiveOn === '' ? null : row.content.effectiveOn,
    validity: validityOn(row, today),
  }))
}

const namesFor = async (db: Reader, { model }: KeptLibraryDocument): Promise<ReadonlyMap<string, string>> => {
  const units = await db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [model.unitId, ...model.steps.map(({ by }) => by.unitId)])
    .execute()
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      model.steps.map(({ by }) => by.personId),
    )
    .execute()
  return new Map([...units, ...people].map(({ id, name }) => [id, name]))
}

export const show = async (
  db: Reader,
  actor: Actor,
  libraryDocumentId: string,
  { today, usedIn }: { readonly today: string; readonly usedIn: readonly UsesOf[] },
): Promise<Result<Reply, Refusal>> => {
  const one = await visibleLibraryDocument(db, actor, libraryDocumentId)
  if (!one) return refuse('platform.notFound')
  const { content, standing, state, steps, unitId } = one.model
  const names = await namesFor(db, one)
  const cited = {
    names: [...new Set([content.documentNumber, content.title].filter(Boolean))],
    articles: content.clauses.map(({ article }) => article),
  }
  const uses = state === 'draft' || state === 'discarded' ? [] : usedIn
  const posts = actor.posts.filter((post) => post.unitId === unitId)
  const office = isOfLibraryOffice(actor, one)
  return ok({
    ...lineOf({ ...one.row, unit_name: names.get(unitId) ?? '' }, today),
    citedAs: citedAs(content),
    clauses: content.clauses.map((clause) => ({ ...clause })),
    files: content.files.map((file) => ({ ...file })),
    replacesId: content.replacesId ?? null,
    lastOn: content.lastOn === '' ? null : content.lastOn,
    repealedFrom: standing.repealed?.from ?? null,
    repealReason: standing.repealed?.reason ?? null,
    versions: await versionsOf(db, actor, libraryDocumentId, today),
    uses: (await Promise.all(uses.map((usesOf) => usesOf(db, actor, cited)))).flat(),
    // Who typed what is the office's; everybody sees what became of the document.
    steps: steps
      .filter(({ command }) => office || command !== 'edit')
      .map(({ command, by, at, words }) => ({
        command,
        by: names.get(by.personId) ?? '',
        unitName: names.get(by.unitId) ?? '',
        at,
        words,
      })),
    may: [...new Set(posts.flatMap(({ kind }) => commandsFor(libraryWorkflow, state, kind)))],
    mayRenew:
      state === 'published' &&
      !standing.replaced &&
      postsFor(actor, 'library.begin').some((post) => post.unitId === unitId),
    today,
  })
}

export const fileOf = async (
  db: Reader,
  actor: Actor,
  libraryDocumentId: string,
  digest: string,
): Promise<Result<FileReply, Refusal>> => {
  const one = await visibleLibraryDocument(db, actor, libraryDocumentId)
  if (!one) return refuse('platform.notFound')
  const current = one.model.content.files.map((file) => file.digest)
  const readable = isOfLibraryOffice(actor, one) ? one.row.file_digests : current
  return readable.includes(digest) ? ok(await keptFile(db, digest)) : refuse('platform.notFound')
}
