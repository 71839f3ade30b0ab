import { z } from 'zod'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** Names of what a backup holds; `manifest.json` comes last, when everything before it has been counted. */
export const manifestName = 'manifest.json'
export const evidencePart = (sha256: string): string => `files/${sha256}`
export const tablePart = (table: string, piece: number): string =>
  `tables/${table}/${String(piece).padStart(6, '0')}.copy`
export const logKeyPart = 'keys/log.pem'
/** All private keys of the log; the second where the office signs with SM2 as well. */
export const logKeyParts = [logKeyPart, 'keys/log-sm2.pem'] as const

/** What a backup says of itself. All sizes in bytes; digests are SHA-256, hexadecimal, but `sm3Root`. */
export const manifestForm = z.object({
  format: z.literal('quanheng-backup/1'),
  /** Version of the program that made it. */
  program: z.string(),
  madeAt: z.iso.datetime(),
  kind: z.enum(['real', 'rehearsal', 'archive']),
  /** Name of the log (C2SP tlog-checkpoint). */
  origin: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: digest })),
  /** Both trees over the leaves as stored, computed from their bytes while they were read. */
  log: z.object({ size: z.int().min(0), root: digest, sm3Root: digest }),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int().min(0) })),
  /** Where each identity column goes on. */
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last: z.int().min(1) })),
  /** Files that rows cite and the store did not have, or had with other bytes, when the backup was made. */
  absent: z.array(digest),
  damaged: z.array(digest),
  parts: z.array(z.object({ name: z.string(), size: z.int().min(0), sha256: digest })),
})

export type Manifest = z.infer<typeof manifestForm>
