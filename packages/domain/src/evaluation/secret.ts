import type { Hash } from '../kernel/digest.ts'
import { type DomainError, ok, type Result, refuse } from '../kernel/result.ts'
import { isHigh, type Mark, readMark } from './ballot.ts'
import { type BlindKey, fromHexNumber, isSigned } from './blind.ts'
import type { Channel } from './channel.ts'

/**
 * 无记名票: a person takes, under their name, one signed slip for each unit on their ballot and one permit for each high mark that
 * 强制分布 allows; the server signs them blind. What goes into the box afterwards names nobody, and no two slips belong together.
 */
export type SlipUse = { readonly kind: 'unit'; readonly unitId: string } | { readonly kind: 'high' }

/** Which of a channel's keys signs a use: one for each unit and one for permits. */
const keyNameOf = (use: SlipUse): string => (use.kind === 'unit' ? use.unitId : 'high')

/** What is signed: a random serial that its person alone knows, bound to the round, the channel and the use. */
export const slipText = (place: SlipPlace, use: SlipUse, serial: string): string =>
  ['quanheng secret ballot v1', place.evaluationId, place.channelKey, keyNameOf(use), serial].join('\n')

export interface SlipPlace {
  readonly evaluationId: string
  readonly channelKey: string
}

/** 128 bits in hexadecimal. */
const isSerial = (text: string): boolean => /^[0-9a-f]{32}$/.test(text)

export interface Permit {
  readonly serial: string
  readonly signature: string
}

/** What one unit gets, on its way into the box; `high` where the mark needs a permit. */
export interface SentSlip extends Mark, Permit {
  readonly high?: Permit
}

/** As it lies in the box and is listed: whoever holds the serial finds it, nobody else knows whose it is. */
export interface Slip extends Mark {
  readonly channelKey: string
  readonly serial: string
  readonly permit?: string
}

export type SecretCode = 'evaluation.slipInvalid' | 'evaluation.permitMissing' | 'evaluation.markWrong'

const signed = (hash: Hash, text: string, { signature }: Permit, key: BlindKey | undefined): boolean =>
  key !== undefined && /^[0-9a-f]{1,2000}$/.test(signature) && isSigned(hash, text, fromHexNumber(signature), key)

/** A slip that may go into the box: its signature holds for its unit, its mark is one of the channel, a high one has its permit. */
export const readSlip = (
  hash: Hash,
  channel: Channel,
  place: SlipPlace,
  keys: ReadonlyMap<string, BlindKey>,
  sent: SentSlip,
): Result<Slip, DomainError<SecretCode>> => {
  const { unitId, serial, high } = sent
  const use = { kind: 'unit', unitId } as const
  if (!isSerial(serial) || !signed(hash, slipText(place, use, serial), sent, keys.get(unitId)))
    return refuse('evaluation.slipInvalid')
  const mark = readMark(channel, sent.mark)
  if (mark === undefined) return refuse('evaluation.markWrong', { params: { text: sent.mark } })
  const slip = { channelKey: place.channelKey, unitId, mark, serial }
  if (!isHigh(channel, mark)) return ok(slip)
  if (!high) return refuse('evaluation.permitMissing')
  const text = slipText(place, { kind: 'high' }, high.serial)
  if (!isSerial(high.serial) || !signed(hash, text, high, keys.get('high'))) return refuse('evaluation.permitMissing')
  return ok({ ...slip, permit: high.serial })
}

/** The box in the one order that tells nothing: by serial, which is random. */
export const inSerialOrder = (slips: readonly Slip[]): readonly Slip[] =>
  slips.toSorted((a, b) => (a.serial < b.serial ? -1 : 1))
