import { z } from 'zod'
import { query } from './route.ts'
import { id, paged, paging } from './shapes.ts'

/** Roots in hexadecimal. */
const head = z.object({
  /** Number of leaves that it covers: leaf 0 up to, not including, this one. */
  size: z.int(),
  /** Instant, RFC 3339. */
  madeAt: z.string(),
  root: z.string(),
  sm3Root: z.string(),
  /** As papers print it: size and the beginning of the SHA-256 root. */
  mark: z.string(),
})

export const showSeal = query({
  id: 'checkpoint.newest',
  method: 'GET',
  path: '/api/checkpoints/newest',
  ability: 'signedIn',
  summary: 'How far the log is sealed, with which keys, and whether anything sealed was found changed',
  reply: z.object({
    newest: head.nullable(),
    /** Verifier keys (C2SP signed-note), to be noted down once and compared ever after. */
    keys: z.array(z.string()),
    /** What was found not to be as it was signed, in the caller’s words; empty is well. */
    trouble: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.string()) })),
    /** Bodies of the caller’s posts, each of which may take its receipt. */
    bodies: z.array(z.object({ id, name: z.string() })),
  }),
  errors: [],
})

export const listNoticed = query({
  id: 'checkpoint.noticed',
  method: 'GET',
  path: '/api/checkpoints/noticed',
  ability: 'signedIn',
  summary: 'What the log tells that is no fault and that a person has to account for, newest first',
  query: paging,
  reply: paged(
    z.object({
      code: z.enum(['log.clockJumped', 'log.programChanged', 'log.placeSilent', 'log.placeRemoved', 'log.timeBack']),
      /** Number of the leaf, from 0, as verifiers name it. */
      leaf: z.int(),
      /** Instant, RFC 3339. */
      time: z.string(),
      figures: z.record(z.string(), z.string()),
    }),
  ),
  errors: [],
})

export const listCheckpoints = query({
  id: 'checkpoint.list',
  method: 'GET',
  path: '/api/checkpoints',
  ability: 'act.audit',
  summary: 'Signed heads of the log, newest first, and where copies of them went',
  query: paging,
  reply: paged(
    head.extend({
      /** The act that asked for it, as 操作留痕 and `summary` say it; null for the regular one. */
      cause: z.object({ label: z.string(), summary: z.string() }).nullable(),
      copies: z.array(z.object({ place: z.string(), at: z.string(), cosigned: z.boolean() })),
    }),
  ),
  errors: [],
})

export const checkpointFile = query({
  id: 'checkpoint.file',
  method: 'GET',
  path: '/api/checkpoints/:size/note',
  ability: 'act.audit',
  summary: 'A signed head as its note (C2SP tlog-checkpoint), to be kept elsewhere',
  params: z.object({ size: z.coerce.number().int().min(1) }),
  query: z.object({ tree: z.enum(['sha256', 'sm3']).default('sha256') }),
  reply: 'file',
  errors: [],
})

export const receiptFile = query({
  id: 'checkpoint.receipt',
  method: 'GET',
  path: '/api/receipts/:unitId',
  ability: 'signedIn',
  summary:
    'The own body’s acts with proofs that they are in the sealed log, for a verifier that needs none of this program',
  params: z.object({ unitId: id }),
  reply: 'file',
  errors: ['checkpoint.nothingYet'],
})
