import { createHash } from 'node:crypto'
import { readLinkCode } from '@quanheng/domain/account/link-code'

/** By what a one-time link or code is found: neither itself is stored. A code counts however it was typed. */
export const digestOf = (token: string): Buffer =>
  createHash('sha256')
    .update(readLinkCode(token) ?? token)
    .digest()
