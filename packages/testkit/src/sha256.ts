import { createHash } from 'node:crypto'
import type { Hash } from '@quanheng/domain/kernel/digest'

/** SHA-256 of the platform, for code that takes its hash as an argument. */
export const sha256: Hash = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())
