import { hex } from '@quanheng/domain/kernel/digest'
import type { Checkpoint } from './checkpoint.ts'

/** Hexadecimal digits of the root that a paper shows: 64 bits, too many to be met by trial while people still type them. */
const shown = 16

/** `1234 3f9a02bc-77d1e05a`: how many leaves were sealed when a paper was printed, and the beginning of their root. */
export const sealMark = ({ size, root }: Pick<Checkpoint, 'size' | 'root'>): string =>
  `${size} ${(hex(root).slice(0, shown).match(/.{8}/g) ?? []).join('-')}`
