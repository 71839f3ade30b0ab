import type { Refusal } from '@quanheng/contract/errors'
import type {
  confirmPaperSignature as confirmRoute,
  refusePaperSignature as refuseRoute,
  registerPaperSignature as registerRoute,
} from '@quanheng/contract/sheet'
import type { Author } from '@quanheng/domain/kernel/command-context'
import { normaliseText } from '@quanheng/domain/kernel/normalise'
import { ok, type Result, refuse } from '@quanheng/domain/kernel/result'
import type { SheetRole } from '@quanheng/domain/sheet/model'
import type { Reader, Tx } from '../../platform/database/database.ts'
import type { CommandHandler } from '../../platform/door/outcome.ts'
import { heldPosts } from '../organisation/index.ts'
import { actOnSheet, applyToSheet, type HeldSheet, holdSheet } from './act-on-sheet.ts'
import { scoringPosts } from './scope.ts'
import type { SheetRow } from './tables.ts'

export interface Signer {
  readonly name: string
  readonly unitName: string
  readonly role: SheetRole
  readonly author: Author
}

/** Who could have signed on a day: holders of a post of each role at the scoring side. The leader in charge stands in (see signing). */
export const signersOn = async (
  db: Reader,
  row: SheetRow,
  map: HeldSheet['order']['map'],
  day: string,
): Promise<readonly Signer[]> => {
  const roles = map.some(({ role }) => role === 'leaderInCharge')
    ? map
    : [...map, { role: 'leaderInCharge' as const, posts: ['leaderInCharge' as const] }]
  const held = await heldPosts(db, { unitId: row.scorer_unit_id, on: day })
  const own = new Set(
    scoringPosts(
      held.map((post) => ({ ...post, sectionName: post.sectionName ?? null })),
      row,
    ).map((post) => post.id),
  )
  return roles.flatMap(({ role, posts }) =>
    held
      .filter((post) => own.has(post.id) && posts.includes(post.kind))
      .map((post) => ({
        role,
        name: post.personName,
        unitName: post.sectionName ?? post.unitName,
        author: {
          personId: post.personId,
          post: post.kind,
          unitId: post.unitId,
          ...(post.sectionId !== null && { sectionId: post.sectionId }),
        },
      })),
  )
}

/** A scan that this person has sent; what somebody else sent is nobody's to cite. */
export const scanSentBy = async (tx: Tx, personId: string, digest: string): Promise<Result<null, Refusal>> => {
  const sent = await tx
    .selectFrom('upload')
    .select('id')
    .where('person_id', '=', personId)
    .where('sha256', '=', digest)
    .executeTakeFirst()
  return sent === undefined ? refuse('upload.notFound', { at: 'body.scanDigest' }) : ok(null)
}

/** Every unit in which a person holds a post on a day: nobody signs for a unit of their own, on paper neither. */
const unitsOfPerson = async (db: Reader, personId: string, day: string): Promise<readonly string[]> => [
  ...new Set((await heldPosts(db, { personIds: [personId], on: day })).map((post) => post.unitId)),
]

export const registerPaper: CommandHandler<typeof registerRoute> = async ({ params, body, ...asked }) => {
  const held = await holdSheet(asked, params.sheetId, body.version)
  if (!held.ok) return held
  const scan = await scanSentBy(asked.tx, asked.actor.personId, body.scanDigest)
  if (!scan.ok) return scan
  const signers = await signersOn(asked.tx, held.value.row, held.value.order.map, body.signedOn)
  const signer = signers.find(({ role, author }) => role === body.role && author.personId === body.personId)
  if (signer === undefined) return refuse('sheet.signerUnknown', { at: 'body.personId' })
  const opinion = normaliseText(body.opinion ?? '').trim()
  const done = await applyToSheet(asked, held.value, {
    kind: 'registerPaper',
    paper: {
      role: body.role,
      signer: signer.author,
      signedOn: body.signedOn,
      checkCode: body.checkCode,
      scanDigest: body.scanDigest,
      ...(opinion !== '' && { opinion }),
    },
  })
  if (!done.ok) return done
  const signatureId = done.value.after.sheet.signatures.at(-1)?.id ?? ''
  return ok({ ...done.value, reply: { version: done.value.after.row.version, signatureId } })
}

export const confirmPaper: CommandHandler<typeof confirmRoute> = async ({ params, body, ...asked }) => {
  const held = await holdSheet(asked, params.sheetId, body.version)
  if (!held.ok) return held
  const registered = held.value.sheet.signatures.find(({ id }) => id === params.signatureId)
  const units = registered ? await unitsOfPerson(asked.tx, registered.signer.personId, registered.signedOn) : []
  const command = { kind: 'confirmPaper', signatureId: params.signatureId } as const
  const done = await applyToSheet(asked, held.value, command, units)
  if (!done.ok) return done
  const { row } = done.value.after
  return ok({ ...done.value, reply: { version: row.version, state: row.state } })
}

export const refusePaper: CommandHandler<typeof refuseRoute> = async ({ params, body, ...asked }) => {
  const reason = normaliseText(body.reason).trim()
  const done = await actOnSheet(asked, params.sheetId, body.version, {
    kind: 'refusePaper',
    signatureId: params.signatureId,
    reason,
  })
  return done.ok ? ok({ ...done.value, reply: { version: done.value.after.row.version } }) : done
}
