import type { Mark } from '@quanheng/domain/evaluation/ballot'
import {
  type BlindKey,
  blinded,
  fromHexNumber,
  isSigned,
  toHexNumber,
  unblinded,
} from '@quanheng/domain/evaluation/blind'
import { type SentSlip, type SlipPlace, type SlipUse, slipText } from '@quanheng/domain/evaluation/secret'
import { sha256Bytes } from '../../../shared/digest/sha256.ts'

interface Leaf {
  readonly serial: string
  /** Hides the serial from the server; with it, and only with it, the two could be brought together. */
  readonly factor: string
  readonly signature?: string
}

/** 选票凭证: lies on this person's machine alone. */
export interface Ticket extends SlipPlace {
  readonly v: 1
  readonly units: readonly (Leaf & { readonly unitId: string })[]
  readonly high: readonly Leaf[]
  /** What was put into the box. */
  readonly sent?: readonly Mark[]
}

export type Keys = Readonly<Record<string, BlindKey>>

const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const newLeaf = ({ modulus }: BlindKey): Leaf => ({
  serial: randomHex(16),
  // 64 bits more than the modulus has, so that the remainder is as good as even.
  factor: toHexNumber(fromHexNumber(randomHex(modulus.length / 2 + 8)) % fromHexNumber(modulus), { modulus }),
})

const keyOf = (keys: Keys, name: string): BlindKey => {
  const key = keys[name]
  if (!key) throw new Error(`no key ${name}`)
  return key
}

/** A new ticket with serials that nobody else knows, not signed yet. */
export const newTicket = (place: SlipPlace, unitIds: readonly string[], mostHigh: number, keys: Keys): Ticket => ({
  v: 1,
  ...place,
  units: unitIds.map((unitId) => ({ unitId, ...newLeaf(keyOf(keys, unitId)) })),
  high: Array.from({ length: mostHigh }, () => newLeaf(keyOf(keys, 'high'))),
})

const hiddenOf = (ticket: Ticket, use: SlipUse, { serial, factor }: Leaf, key: BlindKey): string =>
  toHexNumber(blinded(sha256Bytes, slipText(ticket, use, serial), key, fromHexNumber(factor)), key)

/** What the server signs: it tells nothing of the serials. */
export const askedFor = (ticket: Ticket, keys: Keys) => ({
  channelKey: ticket.channelKey,
  units: ticket.units.map((leaf) => ({
    unitId: leaf.unitId,
    hidden: hiddenOf(ticket, { kind: 'unit', unitId: leaf.unitId }, leaf, keyOf(keys, leaf.unitId)),
  })),
  high: ticket.high.map((leaf) => hiddenOf(ticket, { kind: 'high' }, leaf, keyOf(keys, 'high'))),
})

const signedLeaf = <L extends Leaf>(ticket: Ticket, use: SlipUse, leaf: L, key: BlindKey, signed: string): L => {
  const signature = unblinded(fromHexNumber(signed), key, fromHexNumber(leaf.factor))
  if (!isSigned(sha256Bytes, slipText(ticket, use, leaf.serial), signature, key))
    throw new Error('signature does not hold')
  return { ...leaf, signature: toHexNumber(signature, key) }
}

interface Signed {
  readonly units: readonly { readonly unitId: string; readonly signed: string }[]
  readonly high: readonly string[]
}

/** The ticket with its signatures, each held against the key. @throws Error where one does not hold */
export const signedTicket = (ticket: Ticket, keys: Keys, { units, high }: Signed): Ticket => ({
  ...ticket,
  units: ticket.units.map((leaf) => {
    const { unitId } = leaf
    const signed = units.find((one) => one.unitId === unitId)?.signed ?? '0'
    return signedLeaf(ticket, { kind: 'unit', unitId }, leaf, keyOf(keys, unitId), signed)
  }),
  high: ticket.high.map((leaf, at) => signedLeaf(ticket, { kind: 'high' }, leaf, keyOf(keys, 'high'), high[at] ?? '0')),
})

export const isTicketSigned = ({ units }: Ticket): boolean => units.every(({ signature }) => signature !== undefined)

const shaken = <T>(things: readonly T[]): T[] =>
  things
    .map((thing) => ({ thing, at: randomHex(8) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ thing }) => thing)

/** What goes into the box, in a random order; a permit for each high mark. */
export const slipsOf = (
  { units, high }: Ticket,
  marks: readonly Mark[],
  isHighMark: (mark: string) => boolean,
): SentSlip[] => {
  const permits = shaken(high)
  return shaken(units).map(({ unitId, serial, signature = '' }) => {
    const mark = marks.find((one) => one.unitId === unitId)?.mark ?? ''
    const permit = isHighMark(mark) ? permits.pop() : undefined
    return {
      unitId,
      mark,
      serial,
      signature,
      ...(permit && { high: { serial: permit.serial, signature: permit.signature ?? '' } }),
    }
  })
}

const storageKey = ({ evaluationId, channelKey }: SlipPlace, personId: string): string =>
  `quanheng.ticket.${evaluationId}.${channelKey}.${personId}`

const isTicket = (value: unknown, place: SlipPlace): value is Ticket => {
  const ticket = value as Partial<Ticket> | null
  return (
    typeof ticket === 'object' &&
    ticket?.v === 1 &&
    ticket.evaluationId === place.evaluationId &&
    ticket.channelKey === place.channelKey &&
    Array.isArray(ticket.units)
  )
}

/** A ticket as it was saved to a file; undefined where the text is none of this round and channel. */
export const readTicket = (text: string, place: SlipPlace): Ticket | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isTicket(value, place) ? value : undefined
  } catch {
    return undefined
  }
}

export const loadTicket = (place: SlipPlace, personId: string): Ticket | undefined =>
  readTicket(localStorage.getItem(storageKey(place, personId)) ?? '', place)

export const keepTicket = (ticket: Ticket, personId: string): void =>
  localStorage.setItem(storageKey(ticket, personId), JSON.stringify(ticket))
