import type { Author } from '@quanheng/domain/kernel/command-context'
import type { Signature } from '@quanheng/domain/signature/model'
import { json, type Reader, type Tx } from '../../platform/database/database.ts'
import type { Context } from '../../platform/door/context.ts'
import type { SignatureMarkRow, SignatureRow } from './tables.ts'

const authorOfRow = (row: SignatureRow): Author => ({
  personId: row.person_id,
  post: row.post,
  unitId: row.unit_id,
  ...(row.section_id !== null && { sectionId: row.section_id }),
})

const meansOf = (row: SignatureRow, confirmed: SignatureMarkRow | undefined): Signature['means'] =>
  row.scan_digest === null || row.registered_by === null
    ? { kind: 'screen', ...(row.proof !== null && { proof: row.proof }) }
    : {
        kind: 'paper',
        scanDigest: row.scan_digest,
        registeredBy: row.registered_by,
        ...(confirmed && { confirmedBy: confirmed.author }),
      }

const signatureOf = <Role extends string>(row: SignatureRow, marks: readonly SignatureMarkRow[]): Signature<Role> => {
  const mark = (kind: SignatureMarkRow['kind']) => marks.find((one) => one.kind === kind)
  const confirmed = mark('confirmed')
  const ended = mark('voided') ?? mark('refused')
  const given = row.medium === 'screen' || confirmed ? 'standing' : 'registered'
  return {
    id: row.id,
    role: row.role as Role,
    signer: authorOfRow(row),
    digest: row.digest,
    signedOn: row.signed_on,
    recordedAt: row.recorded_at.toISOString(),
    ...(row.opinion !== null && { opinion: row.opinion }),
    means: meansOf(row, confirmed),
    state: ended ? (ended.kind === 'refused' ? 'refused' : 'voided') : given,
    ...(ended && { voiding: { at: ended.at.toISOString(), by: ended.author, cause: ended.cause ?? '' } }),
  }
}

/** Every signature on these subjects, in the order in which they were given or registered. */
export const signaturesOf = async <Role extends string>(
  db: Reader,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Signature<Role>[]>> => {
  if (subjectIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('signature')
    .selectAll()
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('seq')
    .execute()
  const marks =
    rows.length === 0
      ? []
      : await db
          .selectFrom('signature_mark')
          .selectAll()
          .where(
            'signature_id',
            'in',
            rows.map((row) => row.id),
          )
          .execute()
  const marksBy = Map.groupBy(marks, (mark) => mark.signature_id)
  return new Map(
    [...Map.groupBy(rows, (row) => row.subject_id)].map(([id, own]) => [
      id,
      own.map((row) => signatureOf<Role>(row, marksBy.get(row.id) ?? [])),
    ]),
  )
}

/** Writes what is new between two states of the signatures on one subject: rows for those given, marks for what became of others. */
export const saveSignatures = async (
  tx: Tx,
  subject: { readonly noun: string; readonly id: string },
  before: readonly Signature[],
  after: readonly Signature[],
  context: Context,
): Promise<void> => {
  const known = new Map(before.map((signature) => [signature.id, signature]))
  for (const signature of after) {
    const old = known.get(signature.id)
    if (old === undefined) await insertSignature(tx, subject, signature)
    else if (old.state !== signature.state) await insertMark(tx, signature, context)
  }
}

const insertSignature = async (
  tx: Tx,
  subject: { readonly noun: string; readonly id: string },
  { means, signer, ...signature }: Signature,
): Promise<void> => {
  await tx
    .insertInto('signature')
    .values({
      id: signature.id,
      subject_noun: subject.noun,
      subject_id: subject.id,
      role: signature.role,
      person_id: signer.personId,
      post: signer.post,
      unit_id: signer.unitId,
      section_id: signer.sectionId ?? null,
      digest: signature.digest,
      signed_on: signature.signedOn,
      recorded_at: signature.recordedAt,
      opinion: signature.opinion ?? null,
      medium: means.kind,
      proof: means.kind === 'screen' ? (means.proof ?? null) : null,
      scan_digest: means.kind === 'paper' ? means.scanDigest : null,
      registered_by: means.kind === 'paper' ? json(means.registeredBy) : null,
    })
    .execute()
}

/** The mark that led to the signature's present state. */
const markFor = ({ state, means, voiding }: Signature, context: Context) => {
  if (state === 'standing' && means.kind === 'paper' && means.confirmedBy) {
    return { kind: 'confirmed', author: means.confirmedBy, at: context.now, cause: null } as const
  }
  if ((state === 'refused' || state === 'voided') && voiding) {
    return { kind: state, author: voiding.by, at: voiding.at, cause: voiding.cause } as const
  }
  throw new Error(`no mark leads to a signature that is ${state}`)
}

const insertMark = async (tx: Tx, signature: Signature, context: Context): Promise<void> => {
  const { author, ...mark } = markFor(signature, context)
  await tx
    .insertInto('signature_mark')
    .values({ id: context.newId(), signature_id: signature.id, ...mark, author: json(author) })
    .execute()
}
