import { constants, createPrivateKey, generateKeyPair, privateDecrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { type BlindKey, toHexNumber } from '@quanheng/domain/evaluation/blind'
import { type Evaluation, unitsFor } from '@quanheng/domain/evaluation/model'
import type { Reader, Tx } from '../../platform/database/database.ts'

const generated = promisify(generateKeyPair)

const digits = (text = ''): string => Buffer.from(text, 'base64url').toString('hex')

/** Keys that a channel signs with: one for each unit, one for high marks. */
const namesOf = (evaluation: Evaluation, channelKey: string): readonly string[] => {
  const evaluators = evaluation.standing.opening?.evaluators.filter((one) => one.channelKey === channelKey) ?? []
  const units = evaluation.unitIds.filter((unitId) =>
    evaluators.some((evaluator) => unitsFor(evaluation, evaluator).includes(unitId)),
  )
  const isForced = evaluation.content.channels.some(({ key, spread }) => key === channelKey && spread !== undefined)
  return [...units, ...(isForced ? ['high'] : [])]
}

/** New keys for every secret channel of a round that opens. */
export const makeKeys = async (tx: Tx, evaluation: Evaluation): Promise<void> => {
  for (const channel of evaluation.content.channels) {
    if (channel.way !== 'secret') continue
    const names = namesOf(evaluation, channel.key)
    const pairs = await Promise.all(names.map(() => generated('rsa', { modulusLength: 2048 })))
    const rows = pairs.map(({ privateKey }, at) => {
      const { n, e } = privateKey.export({ format: 'jwk' })
      return {
        evaluation_id: evaluation.id,
        channel_key: channel.key,
        name: names[at] ?? '',
        modulus: digits(n),
        exponent: digits(e),
        private_key: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
      }
    })
    if (rows.length > 0) await tx.insertInto('evaluation_key').values(rows).execute()
  }
}

/** Public halves of all keys of a round. */
export const keysOf = (db: Reader, evaluationId: string) =>
  db
    .selectFrom('evaluation_key')
    .select(['channel_key', 'name', 'modulus', 'exponent'])
    .where('evaluation_id', '=', evaluationId)
    .orderBy('channel_key')
    .orderBy('name')
    .execute()

/** What anybody may check a slip with. */
export const publicKeys = async (
  db: Reader,
  evaluationId: string,
  channelKey: string,
): Promise<ReadonlyMap<string, BlindKey>> => {
  const rows = await db
    .selectFrom('evaluation_key')
    .select(['name', 'modulus', 'exponent'])
    .where('evaluation_id', '=', evaluationId)
    .where('channel_key', '=', channelKey)
    .orderBy('name')
    .execute()
  return new Map(rows.map(({ name, modulus, exponent }) => [name, { modulus, exponent }]))
}

/** Signs hidden values, each with the key that is named beside it; undefined where a key is gone or a value does not fit. */
export const signHidden = async (
  tx: Tx,
  { evaluationId, channelKey }: { readonly evaluationId: string; readonly channelKey: string },
  hidden: readonly { readonly name: string; readonly value: string }[],
): Promise<readonly string[] | undefined> => {
  const rows = await tx
    .selectFrom('evaluation_key')
    .selectAll()
    .where('evaluation_id', '=', evaluationId)
    .where('channel_key', '=', channelKey)
    .execute()
  const signed: string[] = []
  for (const { name, value } of hidden) {
    const row = rows.find((one) => one.name === name)
    if (!row?.private_key || !/^[0-9a-f]+$/.test(value)) return undefined
    const number = BigInt(`0x${value}`)
    if (number <= 1n || number >= BigInt(`0x${row.modulus}`)) return undefined
    const bytes = Buffer.from(toHexNumber(number, row), 'hex')
    const key = createPrivateKey(row.private_key)
    signed.push(privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, bytes).toString('hex'))
  }
  return signed
}

/** Nobody can make a slip any more: once ballots are dropped, and at the latest when the round closes. */
export const forgetPrivateKeys = async (tx: Tx, evaluationId: string): Promise<void> => {
  await tx
    .updateTable('evaluation_key')
    .set({ private_key: null })
    .where('evaluation_id', '=', evaluationId)
    .where('private_key', 'is not', null)
    .execute()
}
