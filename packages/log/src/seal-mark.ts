import { hex } from '@quanheng/domain/kernel/digest'
import type { Checkpoint } from './checkpoint.ts'

/** Hexadecimal digits of the root that a paper shows: 64 bits, too many to be met by trial while people still type them. */
const shown = 16

/** `1234 3f9a02bc-77d1e05a`: how many leaves were sealed when a paper was printed, and the beginning of their root. */
export const sealMark = ({ size, root }: Pick<Checkpoint, 'size' | 'root'>): string =>
  `${size} ${(hex(root).slice(0, shown).match(/.{8}/g) ?? []).join('-')}`

/** What a paper's foot or a receipt shows of a checkpoint. */
export interface SealMark {
  readonly size: number
  /** Lower-case hexadecimal. */
  readonly begins: string
}

/** A mark as people type it from paper; undefined where it is none. `verify.py` reads the same. */
export const readSealMark = (typed: string): SealMark | undefined => {
  const found = /^\s*([1-9][0-9]{0,14})\s+([0-9a-f]{8})[-\s]?([0-9a-f]{8})\s*$/i.exec(typed)
  return found ? { size: Number(found[1]), begins: `${found[2]}${found[3]}`.toLowerCase() } : undefined
}

export const fitsMark = ({ begins }: SealMark, root: Uint8Array): boolean => hex(root).startsWith(begins)
