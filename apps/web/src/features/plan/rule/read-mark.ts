import { parseExact } from '@quanheng/domain/kernel/exact'
import { readQuantity } from '@quanheng/domain/kernel/quantity'

/** Marks as typed, full-width digits included; undefined while they are no figure, or below zero. */
export const readMark = (typed: string): string | undefined => {
  const read = readQuantity(typed)
  if (!read.ok || read.value.startsWith('-')) return undefined
  return parseExact(read.value).ok ? read.value : undefined
}
