import { type Approval, documentNumberOf } from '@quanheng/domain/approval/model'
import type { Signature } from '@quanheng/domain/signature/model'
import type { Reader } from '../../platform/database/database.ts'

/** Signatures of 主要领导签发 that stand. */
const principalSignatures = (approval: Approval): readonly Signature[] =>
  approval.records.flatMap((record) =>
    record.kind === 'signature' &&
    record.undone === undefined &&
    record.signature.role === 'principalSign' &&
    record.signature.state === 'standing'
      ? [record.signature]
      : [],
  )

/** What the approval has added to the paper so far: 发文字号, 成文日期 (the day it was signed), 签发人. */
export const issuedOf = async (db: Reader, approval: Approval | undefined) => {
  if (approval === undefined) return { signers: [] }
  const given = principalSignatures(approval)
  const ids = given.map(({ signer }) => signer.personId)
  const people =
    ids.length === 0 ? [] : await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()
  return {
    documentNumber: documentNumberOf(approval),
    on: given
      .map(({ signedOn }) => signedOn)
      .toSorted()
      .at(-1),
    signers: ids.flatMap((id) => people.find((person) => person.id === id)?.name ?? []),
  }
}
