import type { sheetSignature } from '@quanheng/contract/sheet'
import type { Author } from '@quanheng/domain/kernel/command-context'
import type { Sheet } from '@quanheng/domain/sheet/model'
import { checkCode } from '@quanheng/domain/signature/check-code'
import { strengthOf } from '@quanheng/domain/signature/model'
import type { z } from 'zod'
import type { Names } from './names.ts'

type Shown = z.infer<typeof sheetSignature>

/** Everybody whom the signatures of a sheet name. */
export const signersOf = ({ signatures }: Pick<Sheet, 'signatures'>) => {
  const authors = signatures.flatMap(({ signer, means, voiding }): Author[] => [
    signer,
    ...(means.kind === 'paper' ? [means.registeredBy, ...(means.confirmedBy ? [means.confirmedBy] : [])] : []),
    ...(voiding ? [voiding.by] : []),
  ])
  return { people: authors.map(({ personId }) => personId), units: authors.map(({ unitId }) => unitId) }
}

export const presentSignatures = ({ signatures }: Pick<Sheet, 'signatures'>, names: Names): Shown[] =>
  signatures.map(({ id, role, state, signer, digest, signedOn, recordedAt, opinion, means, voiding }) => ({
    id,
    role,
    state,
    medium: strengthOf(means),
    name: names.get(signer.personId) ?? '',
    post: signer.post,
    unitName: names.get(signer.unitId) ?? '',
    signedOn,
    recordedAt,
    opinion: opinion ?? null,
    code: checkCode(digest),
    scanDigest: means.kind === 'paper' ? means.scanDigest : null,
    registeredBy: means.kind === 'paper' ? (names.get(means.registeredBy.personId) ?? '') : null,
    confirmedBy: means.kind === 'paper' && means.confirmedBy ? (names.get(means.confirmedBy.personId) ?? '') : null,
    voiding: voiding ? { at: voiding.at, by: names.get(voiding.by.personId) ?? '', cause: voiding.cause } : null,
  }))
